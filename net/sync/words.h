// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/resource.h"

#include <QStringList>

/// What the synchronisation says to a person.
namespace salesbench::words {

QString deletedThere();
QString bothChanged(const QStringList &attributes);
QString illegalMove(const QString &from, const QString &to);
QString changedBeforeDeleting();
QString notAccepted(const QStringList &attributes);
QString keepsChanging();
QString likelyTwin(const QString &serverId);
QString maybeThere();
QString marker();

QString reading(ResourceKind kind);
QString sending();

QString noInterface(const QString &host, const QString &path);
QString incompleteList(const QString &host, ResourceKind kind, qint64 given, qint64 promised);
QString numericIds(const QString &host);
QString foreignStatus(ResourceKind kind, const QStringList &values);

} // namespace salesbench::words
