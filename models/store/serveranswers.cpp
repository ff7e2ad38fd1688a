// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/serveranswers.h"

using namespace Qt::StringLiterals;

namespace salesbench {

Result<std::optional<ServerAnswer>> findAnswer(Database &database, const QString &scope, const QString &key)
{
    QSqlQuery &query =
        database.prepared(u"SELECT request, status, headers, body FROM answer WHERE scope = ? AND key = ?"_s);
    query.bindValue(0, scope);
    query.bindValue(1, key);
    return database.run(query).map([&]() -> std::optional<ServerAnswer> {
        if (!query.next())
            return {};
        ServerAnswer found{.request = query.value(0).toByteArray(),
                           .status = query.value(1).toInt(),
                           .headers = query.value(2).toByteArray(),
                           .body = query.value(3).toByteArray()};
        query.finish();
        return found;
    });
}

Result<void> keepAnswer(Database &database, const QString &scope, const QString &key,
                        const ServerAnswer &answer, const QDateTime &now)
{
    QSqlQuery &query = database.prepared(
        u"INSERT INTO answer (scope, key, request, made, status, headers, body) VALUES (?, ?, ?, ?, ?, ?, ?)"_s);
    query.bindValue(0, scope);
    query.bindValue(1, key);
    query.bindValue(2, answer.request);
    query.bindValue(3, now.toSecsSinceEpoch());
    query.bindValue(4, answer.status);
    query.bindValue(5, answer.headers);
    query.bindValue(6, answer.body);
    return database.run(query);
}

Result<void> forgetAnswersBefore(Database &database, const QDateTime &time)
{
    QSqlQuery &query = database.prepared(u"DELETE FROM answer WHERE made < ?"_s);
    query.bindValue(0, time.toSecsSinceEpoch());
    return database.run(query);
}

} // namespace salesbench
