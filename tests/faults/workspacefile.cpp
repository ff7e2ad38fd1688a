// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/workspacefile.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QSqlRecord>

using namespace Qt::StringLiterals;

namespace salesbench::faults {

WorkspaceFile::WorkspaceFile(const QString &profile)
    : m_connection(profile)
{
    QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, m_connection);
    database.setDatabaseName(profile + u"/workspace.sqlite"_s);
    if (!database.open())
        qFatal("%s", qPrintable(database.lastError().text()));
}

WorkspaceFile::~WorkspaceFile()
{
    QSqlDatabase::removeDatabase(m_connection);
}

QVector<QVariantList> WorkspaceFile::ask(const QString &sql)
{
    QSqlQuery query(QSqlDatabase::database(m_connection));
    if (!query.exec(sql))
        qFatal("%s: %s", qPrintable(sql), qPrintable(query.lastError().text()));
    QVector<QVariantList> rows;
    while (query.next()) {
        QVariantList row;
        for (int i = 0; i < query.record().count(); ++i)
            row.append(query.value(i));
        rows.append(row);
    }
    return rows;
}

QMap<QString, WorkspaceFile::Kept> WorkspaceFile::documents()
{
    QMap<QString, Kept> result;
    const QVector<QVariantList> rows = ask(
        u"SELECT localId, sync, serverId, deleted, reason, "
        "(SELECT max(attempts) FROM outbox WHERE outbox.row = document.row), "
        "(SELECT count(*) FROM outbox WHERE outbox.row = document.row), "
        "(SELECT count(*) FROM audit WHERE audit.row = document.row AND attribute = '' AND fromServer = 0) "
        "FROM document"_s);
    for (const QVariantList &row : rows) {
        result.insert(row.at(0).toString(),
                      {.sync = static_cast<SyncState>(row.at(1).toInt()),
                       .serverId = row.at(2).toString(),
                       .isDeleted = row.at(3).toBool(),
                       .reason = row.at(4).toString(),
                       .attempts = row.at(5).toInt(),
                       .waiting = row.at(6).toInt(),
                       .wholes = row.at(7).toInt()});
    }
    return result;
}

bool WorkspaceFile::isInDoubt()
{
    return !ask(u"SELECT 1 FROM outbox WHERE state IN (%1, %2)"_s.arg(int(SyncState::Sending))
                    .arg(int(SyncState::Unknown)))
                .isEmpty();
}

/// The audit keeps values as the only element of a list in JSON; those of a round are plain words.
QStringList WorkspaceFile::values(const QString &column, bool fromServer)
{
    QStringList result;
    const QVector<QVariantList> rows =
        ask(u"SELECT trim(%1, '[\"]') FROM audit WHERE fromServer = %2 AND %1 IS NOT NULL"_s.arg(column).arg(
            fromServer ? 1 : 0));
    for (const QVariantList &row : rows)
        result.append(row.first().toString());
    return result;
}

QMap<QString, int> WorkspaceFile::written()
{
    QMap<QString, int> result;
    for (const QString &value : values(u"after"_s, false))
        ++result[value];
    return result;
}

QSet<QString> WorkspaceFile::replaced()
{
    const QStringList all = values(u"before"_s, false);
    return {all.begin(), all.end()};
}

QSet<QString> WorkspaceFile::taken()
{
    const QStringList all = values(u"after"_s, true);
    return {all.begin(), all.end()};
}

void WorkspaceFile::letTimePass()
{
    ask(u"UPDATE outbox SET notBefore = 0"_s);
    ask(u"UPDATE setting SET value = '[\"2001-01-01T00:00:00.000Z\"]' "
        "WHERE key LIKE 'unanswered/%' AND value <> '[true]'"_s);
}

} // namespace salesbench::faults
