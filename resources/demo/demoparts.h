// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/resource.h"
#include "resources/demo/demodeal.h"
#include "resources/demo/demodocuments.h"

#include <QDateTime>
#include <QJsonArray>

namespace salesbench::demo {

// The parts that the documents of a deal have in common.

/// Each kind of document draws from a stream of its own, so that one does not change the others.
enum Stream : quint64 { LeadStream = 11, OpportunityStream = 12, QuoteStream = 13 };

QString text(const QDateTime &time);
QString path(ResourceKind kind, const QString &id);
QJsonObject ref(const QString &id, const QString &name, QLatin1StringView type);
QJsonObject ref(const Entry &entry, QLatin1StringView type);
QJsonObject resourceRef(ResourceKind kind, const QString &id, const QString &name);
QJsonObject period(const QDateTime &start, const QDateTime &end);
QJsonObject money(const Market &market, qint64 minor);
/// One-time and monthly price over a contract of 36 months, as a seller would guess it.
qint64 revenue(const Deal &deal);
QJsonArray parties(const Telling &telling, const Deal &deal);
QJsonArray contactMedia(const Deal &deal);
QJsonObject note(const QString &id, const QString &author, const QDateTime &date, const QString &words);
QJsonArray notes(Random &random, const Deal &deal, const QDateTime &until);
QString nextStep(Random &random, State state);
/// Empty where the state needs none.
QString changeReason(Random &random, State state);
void insertText(QJsonObject &document, QLatin1StringView name, const QString &value);

} // namespace salesbench::demo
