// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/serverpages.h"

#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

QString nameOf(ServerColumn column)
{
    switch (column) {
    case ServerColumn::Row:
        return u"row"_s;
    case ServerColumn::Id:
        return u"id"_s;
    case ServerColumn::State:
        return u"state"_s;
    case ServerColumn::Name:
        return u"name"_s;
    case ServerColumn::Created:
        return u"created"_s;
    }
    return {};
}

QString whereOf(const ServerPageQuery &query)
{
    QString where = u" WHERE kind = ?"_s;
    for (const ServerPageQuery::Condition &condition : query.conditions) {
        const QStringList marks(condition.anyOf.size(), u"?"_s);
        where += u" AND "_s + nameOf(condition.column) + u" IN ("_s + marks.join(u',') + u')';
    }
    return query.visibleTo ? QString(where + u" AND owner IN ('', ?)"_s) : where;
}

QVariantList valuesOf(const ServerPageQuery &query)
{
    QVariantList values{static_cast<int>(query.kind)};
    for (const ServerPageQuery::Condition &condition : query.conditions) {
        for (const QString &value : condition.anyOf)
            values.append(value);
    }
    if (query.visibleTo)
        values.append(*query.visibleTo);
    return values;
}

QString orderOf(const ServerPageQuery &query)
{
    QStringList keys;
    for (const ServerPageQuery::Order &order : query.order) {
        if (order.column
            == ServerColumn::Name) // the one that may be absent, and then comes last in either direction
            keys.append(u"name IS NULL"_s);
        keys.append(nameOf(order.column) + (order.descending ? u" DESC"_s : u""_s));
    }
    return u" ORDER BY "_s + keys.join(u", "_s);
}

void bind(QSqlQuery &statement, const QVariantList &values)
{
    for (int i = 0; i < values.size(); ++i)
        statement.bindValue(i, values.at(i));
}

class PageReader {
public:
    PageReader(Database &database, const ServerPageQuery &query)
        : m_database(database)
        , m_query(query)
    {
    }

    Result<ServerPage> read()
    {
        if (m_query.ranking)
            return readRanked();
        return m_query.matches ? readMatching() : readByColumns();
    }

private:
    bool isInPage(qint64 position) const
    {
        return position >= m_query.offset && position - m_query.offset < m_query.limit;
    }

    Result<qint64> count()
    {
        if (m_query.conditions.isEmpty())
            return countByTally();
        QSqlQuery &statement = m_database.prepared(u"SELECT count(*) FROM document"_s + whereOf(m_query));
        bind(statement, valuesOf(m_query));
        return number(statement);
    }

    Result<qint64> countByTally()
    {
        QSqlQuery &statement =
            m_database.prepared(u"SELECT coalesce(sum(count), 0) FROM tally"_s + whereOf(m_query));
        bind(statement, valuesOf(m_query));
        return number(statement);
    }

    Result<qint64> number(QSqlQuery &statement)
    {
        return m_database.run(statement).map([&] {
            const qint64 result = statement.next() ? statement.value(0).toLongLong() : 0;
            statement.finish();
            return result;
        });
    }

    Result<ServerPage> readByColumns()
    {
        const Result<qint64> total = count();
        if (!total)
            return tl::unexpected(total.error());
        // The inner query walks an index only; CROSS JOIN keeps its order.
        QSqlQuery &statement = m_database.prepared(
            u"SELECT CAST(d.json AS BLOB) FROM (SELECT row AS r FROM document"_s + whereOf(m_query)
            + orderOf(m_query) + u" LIMIT ? OFFSET ?) AS p CROSS JOIN document AS d ON d.row = p.r"_s);
        bind(statement, valuesOf(m_query) + QVariantList{m_query.limit, m_query.offset});
        return m_database.run(statement).map([&] {
            ServerPage page{.total = *total, .documents = {}};
            while (statement.next())
                page.documents.append(statement.value(0).toByteArray());
            statement.finish();
            return page;
        });
    }

    /// Hands every matching document to @p take, in the order of columns.
    Result<void> visit(const std::function<void(qint64 row, const QByteArray &, const QJsonObject &)> &take)
    {
        QSqlQuery &statement = m_database.prepared(u"SELECT row, CAST(json AS BLOB) FROM document"_s
                                                   + whereOf(m_query) + orderOf(m_query));
        bind(statement, valuesOf(m_query));
        return m_database.run(statement).map([&] {
            while (statement.next()) {
                const QByteArray json = statement.value(1).toByteArray();
                const QJsonObject document = QJsonDocument::fromJson(json).object();
                if (!m_query.matches || m_query.matches(document))
                    take(statement.value(0).toLongLong(), json, document);
            }
            statement.finish();
        });
    }

    Result<ServerPage> readMatching()
    {
        ServerPage page;
        const Result<void> visited = visit([&](qint64, const QByteArray &json, const QJsonObject &) {
            if (isInPage(page.total++))
                page.documents.append(json);
        });
        return visited.map([&] { return page; });
    }

    Result<ServerPage> readRanked()
    {
        using Ranked = std::pair<QJsonArray, qint64>;
        std::vector<Ranked> all;
        const Result<void> visited = visit([&](qint64 row, const QByteArray &, const QJsonObject &document) {
            all.emplace_back(m_query.ranking->key(document), row);
        });
        if (!visited)
            return tl::unexpected(visited.error());
        std::stable_sort(all.begin(), all.end(), [&](const Ranked &a, const Ranked &b) {
            return m_query.ranking->before(a.first, b.first);
        });
        ServerPage page{.total = static_cast<qint64>(all.size()), .documents = {}};
        const qint64 end = std::min(page.total, m_query.offset + m_query.limit);
        for (qint64 i = m_query.offset; i < end; ++i) {
            Result<QByteArray> json = documentAt(all[static_cast<size_t>(i)].second);
            if (!json)
                return tl::unexpected(json.error());
            page.documents.append(*json);
        }
        return page;
    }

    Result<QByteArray> documentAt(qint64 row)
    {
        QSqlQuery &statement =
            m_database.prepared(u"SELECT CAST(json AS BLOB) FROM document WHERE row = ?"_s);
        statement.bindValue(0, row);
        return m_database.run(statement).map([&] {
            const QByteArray json = statement.next() ? statement.value(0).toByteArray() : QByteArray();
            statement.finish();
            return json;
        });
    }

    Database &m_database;
    const ServerPageQuery &m_query;
};

} // namespace

Result<ServerPage> readServerPage(Database &database, const ServerPageQuery &query)
{
    if (Result<void> begun = database.execute(u"BEGIN"_s); !begun)
        return tl::unexpected(begun.error());
    Result<ServerPage> page = PageReader(database, query).read();
    const Result<void> ended = database.execute(u"COMMIT"_s);
    return ended ? page : tl::unexpected(ended.error());
}

} // namespace salesbench
