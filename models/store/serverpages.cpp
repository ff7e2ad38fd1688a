// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/serverpages.h"

#include "models/store/serverpagesql.h"

#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

using Condition = ServerPageQuery::Condition;

/// Clients think of more queries than are worth keeping prepared.
constexpr qsizetype StatementsKept = 300;

/// What it costs to find a row in the table, in steps along an index, where the disk has to be asked.
constexpr qint64 StepsOfALookUp = 50;

bool isEqual(const Condition &condition)
{
    return condition.comparison == ServerPageQuery::Comparison::Equal;
}

/// By what a document sorts, and its row.
using Ranked = std::pair<QJsonArray, qint64>;

constexpr size_t RankedAtOnce = 4096;

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

    /// The condition by which the fewest documents are found; null without conditions.
    const Condition *narrowest() const
    {
        const auto wider = [](const Condition &a, const Condition &b) {
            const auto rank = [](const Condition &condition) {
                return std::pair(isEqual(condition),
                                 varietyOf(condition.column)
                                     / std::max<qsizetype>(1, condition.anyOf.size()));
            };
            return rank(a) < rank(b);
        };
        const auto it = std::max_element(m_query.conditions.begin(), m_query.conditions.end(), wider);
        return it == m_query.conditions.end() ? nullptr : &*it;
    }

    Result<qint64> number(const QString &sql, const ServerPageQuery &query)
    {
        QSqlQuery &statement = m_database.prepared(sql + whereOf(query));
        bind(statement, valuesOf(query));
        return m_database.run(statement).map([&] {
            const qint64 result = statement.next() ? statement.value(0).toLongLong() : 0;
            statement.finish();
            return result;
        });
    }

    Result<qint64> tally(const QVector<Condition> &conditions)
    {
        ServerPageQuery query = m_query;
        query.conditions = conditions;
        return number(u"SELECT coalesce(sum(count), 0) FROM tally"_s, query);
    }

    Result<qint64> count()
    {
        const auto tallied = [](const Condition &condition) {
            return isEqual(condition) && isTallied(condition.column);
        };
        if (std::all_of(m_query.conditions.begin(), m_query.conditions.end(), tallied))
            return tally(m_query.conditions);
        if (narrowest()->column == ServerColumn::Party)
            return number(u"SELECT count(*) FROM document INDEXED BY document_row"_s, m_query);
        return number(u"SELECT count(*) FROM document"_s + indexOf(narrowest()->column), m_query);
    }

    /// How many documents have what the narrowest condition asks for.
    Result<qint64> candidates(qint64 total)
    {
        const Condition *condition = narrowest();
        return isEqual(*condition) && isTallied(condition->column) ? tally({*condition})
                                                                   : Result<qint64>(total);
    }

    /// True where the documents that are found by @p condition already stand in order.
    bool isInOrder(const Condition &condition) const
    {
        return m_query.conditions.size() == 1 && isEqual(condition) && isTallied(condition.column)
            && condition.anyOf.size() == 1 && m_query.order.constFirst().column == ServerColumn::Created;
    }

    /// Few documents are fetched and sorted; among many, the first that match are met soon along the order.
    Result<QString> bestIndex(qint64 total)
    {
        const QString alongOrder = indexOf(m_query.order.constFirst().column);
        if (m_query.conditions.isEmpty())
            return alongOrder;
        if (isInOrder(*narrowest()))
            return indexOf(narrowest()->column);
        const Result<qint64> fetched = candidates(total);
        const Result<qint64> all = tally({});
        if (!fetched || !all)
            return tl::unexpected(fetched ? all.error() : fetched.error());
        const double part = static_cast<double>(m_query.offset + m_query.limit)
            / static_cast<double>(std::max<qint64>(1, total));
        const double walked = static_cast<double>(*all) * std::min(1.0, part);
        return walked <= static_cast<double>(*fetched * StepsOfALookUp) ? alongOrder
                                                                        : indexOf(narrowest()->column);
    }

    /// The inner query walks indexes where it can; CROSS JOIN keeps its order.
    QSqlQuery &rows(const QString &index, qint64 limit, qint64 offset)
    {
        QSqlQuery &statement =
            m_database.prepared(u"SELECT d.row, CAST(d.json AS BLOB) FROM (SELECT row AS r FROM document"_s
                                + index + whereOf(m_query) + orderOf(m_query)
                                + u" LIMIT ? OFFSET ?) AS p CROSS JOIN document AS d ON d.row = p.r"_s);
        bind(statement, valuesOf(m_query) + QVariantList{limit, offset});
        return statement;
    }

    Result<ServerPage> readByColumns()
    {
        const Result<qint64> total = count();
        const Result<QString> index = total.and_then([&](qint64 number) { return bestIndex(number); });
        if (!index)
            return tl::unexpected(index.error());
        QSqlQuery &statement = rows(*index, m_query.limit, m_query.offset);
        return m_database.run(statement).map([&] {
            ServerPage page{.total = *total, .documents = {}};
            while (statement.next())
                page.documents.append(statement.value(1).toByteArray());
            statement.finish();
            return page;
        });
    }

    /// Hands every matching document to @p take, in the order of columns.
    Result<void> visit(const std::function<void(qint64 row, const QByteArray &, const QJsonObject &)> &take)
    {
        const Condition *condition = narrowest();
        const ServerColumn column = condition ? condition->column : m_query.order.constFirst().column;
        QSqlQuery &statement = rows(indexOf(column), -1, 0);
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

    /// Keeps no more of what was ranked than twice the part that may still come into the page.
    Result<ServerPage> readRanked()
    {
        const auto end = static_cast<size_t>(m_query.offset + m_query.limit);
        ServerPage page;
        std::vector<Ranked> best;
        const Result<void> visited = visit([&](qint64 row, const QByteArray &, const QJsonObject &document) {
            ++page.total;
            best.emplace_back(m_query.ranking->key(document), row);
            if (best.size() > 2 * end + RankedAtOnce)
                keepBest(best, end);
        });
        if (!visited)
            return tl::unexpected(visited.error());
        keepBest(best, end);
        for (size_t i = static_cast<size_t>(m_query.offset); i < best.size(); ++i) {
            Result<QByteArray> json = documentAt(best[i].second);
            if (!json)
                return tl::unexpected(json.error());
            page.documents.append(*json);
        }
        return page;
    }

    void keepBest(std::vector<Ranked> &ranked, size_t count) const
    {
        std::sort(ranked.begin(), ranked.end(), [&](const Ranked &a, const Ranked &b) {
            return m_query.ranking->before(a.first, b.first);
        });
        ranked.resize(std::min(ranked.size(), count));
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

    static void bind(QSqlQuery &statement, const QVariantList &values)
    {
        for (int i = 0; i < values.size(); ++i)
            statement.bindValue(i, values.at(i));
    }

    Database &m_database;
    const ServerPageQuery &m_query;
};

} // namespace

Result<ServerPage> readServerPage(Database &database, const ServerPageQuery &query)
{
    database.forgetPreparedBeyond(StatementsKept);
    if (Result<void> begun = database.execute(u"BEGIN"_s); !begun)
        return tl::unexpected(begun.error());
    Result<ServerPage> page = PageReader(database, query).read();
    const Result<void> ended = database.execute(u"COMMIT"_s);
    return ended ? page : tl::unexpected(ended.error());
}

} // namespace salesbench
