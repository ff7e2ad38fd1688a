// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/listquery.h"

#include <QDateTime>
#include <QString>

namespace salesbench {

/// The state in the words of the screen: "In progress"; an accepted opportunity is "Won".
QString stateWord(ResourceKind kind, State state);
/// What a person does when moving there: "Set pending".
QString moveWord(ResourceKind kind, Move move);

/// The word for a value of a choice: "hot" is shown as "Hot"; what is unknown is shown as it is.
QString choiceText(const QString &value);

/// What keeps a document from being the server's; empty when nothing does.
QString syncSentence(SyncState sync);

/// "184,000 EUR" in the user's number format; digits after the point only where they say something.
QString moneyText(double value, const QString &currency);
/// Its figure alone: "184,000".
QString amountText(double value, const QString &currency);

/// A date as it is shown and typed: "31 Dec 2026".
QString dateText(const QDateTime &when);

/// How long ago, in the largest whole unit: "12 min", "4 h", "3 d"; "now" under a minute or in the future.
QString ageText(const QDateTime &since, const QDateTime &now);

} // namespace salesbench
