// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/serverpages.h"

#include "models/store/serverpagesql.h"
#include "models/store/serversections.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

using Condition = ServerPageQuery::Condition;

struct ServerPagesText {
    Q_DECLARE_TR_FUNCTIONS(salesbench::ServerPages)
};

/// Clients think of more queries than are worth keeping prepared.
constexpr qsizetype StatementsKept = 300;

/// What it costs to find a row in the table, in steps along an index, where the disk has to be asked.
constexpr qint64 StepsOfALookUp = 50;

bool isEqual(const Condition &condition)
{
    return condition.comparison == ServerPageQuery::Comparison::Equal;
}

/// In how many groups the documents of a section usually are: each is walked along.
constexpr qint64 WaysOfSections = 10;

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
        QSqlQuery &statement = m_database.prepared(sql);
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
        return number(u"SELECT coalesce(sum(count), 0) FROM tally"_s + whereOf(query), query);
    }

    Result<qint64> count()
    {
        const auto tallied = [](const Condition &condition) {
            return isEqual(condition) && isTallied(condition.column);
        };
        if (std::all_of(m_query.conditions.begin(), m_query.conditions.end(), tallied))
            return tally(m_query.conditions);
        const ServerColumn column = narrowest()->column;
        if (!isReference(column))
            return number(u"SELECT count(*) FROM document"_s + indexOf(column) + whereOf(m_query), m_query);
        if (m_query.conditions.size() == 1)
            return number(countOfReferences(m_query), m_query);
        return number(u"SELECT count(*) FROM document INDEXED BY document_row"_s + whereOf(m_query, column),
                      m_query);
    }

    /// How many documents have what the narrowest condition asks for.
    Result<qint64> candidates(qint64 total)
    {
        const Condition *condition = narrowest();
        return isEqual(*condition) && isTallied(condition->column) ? tally({*condition})
                                                                   : Result<qint64>(total);
    }

    /// What it costs to tell of one document whether it is asked for, and where it stands in the order.
    qint64 stepsFor(ServerColumn indexed) const
    {
        const bool hasAll =
            std::all_of(m_query.conditions.begin(), m_query.conditions.end(),
                        [&](const Condition &condition) {
                            return isReference(condition.column) || hasInIndex(indexed, condition.column);
                        })
            && std::all_of(m_query.order.begin(), m_query.order.end(),
                           [&](const auto &order) { return hasInIndex(indexed, order.column); });
        return hasAll ? 1 : StepsOfALookUp;
    }

    /// Few documents are found and sorted; among many, the first that match are met soon along the order.
    Result<bool> isWalkShorter(qint64 total, qint64 ways)
    {
        const Result<qint64> found = candidates(total);
        const Result<qint64> all = tally({});
        if (!found || !all)
            return tl::unexpected(found ? all.error() : found.error());
        const double part = static_cast<double>(m_query.offset + m_query.limit) / static_cast<double>(total);
        const double walked = static_cast<double>(*all) * std::min(1.0, part * static_cast<double>(ways));
        return walked * static_cast<double>(stepsFor(m_query.order.constFirst().column))
            <= static_cast<double>(*found * stepsFor(narrowest()->column));
    }

    /// By their values of @p column, or in its order. The inner query walks indexes where it can; CROSS JOIN
    /// keeps its order.
    QSqlQuery &rows(ServerColumn column, qint64 limit, qint64 offset, bool fromEnd = false)
    {
        QSqlQuery &statement =
            m_database.prepared(u"SELECT d.row, CAST(d.json AS BLOB) FROM (SELECT row AS r FROM document"_s
                                + indexOf(column) + whereOf(m_query, column) + orderOf(m_query, fromEnd)
                                + u" LIMIT ? OFFSET ?) AS p CROSS JOIN document AS d ON d.row = p.r"_s);
        bind(statement, valuesOf(m_query) + QVariantList{limit, offset});
        return statement;
    }

    Result<ServerPage> readByColumns()
    {
        const Result<qint64> total = count();
        if (!total || m_query.offset >= *total)
            return total.map([](qint64 number) { return ServerPage{.total = number, .documents = {}}; });
        return readPage(*total).map([&](const QByteArrayList &documents) {
            return ServerPage{.total = *total, .documents = documents};
        });
    }

    Result<QByteArrayList> readPage(qint64 total)
    {
        ServerSections sections(m_database, m_query);
        const Condition *condition = narrowest();
        const bool walks = !condition || (sections.apply() && isTallied(condition->column));
        const Result<bool> isShorter =
            walks ? Result<bool>(true) : isWalkShorter(total, sections.apply() ? WaysOfSections : 1);
        if (!isShorter)
            return tl::unexpected(isShorter.error());
        if (!*isShorter)
            return readColumn(condition->column, total);
        if (!sections.apply())
            return readColumn(m_query.order.constFirst().column, total);
        return sections.rows().and_then([this](const QVector<qint64> &rows) { return readRows(rows); });
    }

    Result<QByteArrayList> readRows(const QVector<qint64> &rows)
    {
        QByteArrayList documents;
        for (qint64 row : rows) {
            Result<QByteArray> json = documentAt(row);
            if (!json)
                return tl::unexpected(json.error());
            documents.append(*json);
        }
        return documents;
    }

    /// From the end where that is nearer.
    Result<QByteArrayList> readColumn(ServerColumn column, qint64 total)
    {
        const qint64 limit = std::min(m_query.limit, total - m_query.offset);
        const qint64 behind = total - m_query.offset - limit;
        const bool fromEnd = behind < m_query.offset;
        QSqlQuery &statement = rows(column, limit, fromEnd ? behind : m_query.offset, fromEnd);
        QByteArrayList documents;
        return m_database.run(statement)
            .and_then([&] {
                while (statement.next())
                    documents.append(statement.value(1).toByteArray());
                if (fromEnd)
                    std::reverse(documents.begin(), documents.end());
                return m_database.finish(statement);
            })
            .map([&] { return documents; });
    }

    static Result<void> stopReading(QSqlQuery &statement)
    {
        statement.finish();
        return tl::unexpected(
            Problem{Problem::Kind::Cancelled, ServerPagesText::tr("Reading was stopped."), {}});
    }

    /// Hands every matching document to @p take, in the order of columns.
    Result<void> visit(const std::function<void(qint64 row, const QByteArray &, const QJsonObject &)> &take)
    {
        const Condition *condition = narrowest();
        const ServerColumn column = condition ? condition->column : m_query.order.constFirst().column;
        QSqlQuery &statement = rows(column, -1, 0);
        return m_database.run(statement).and_then([&]() -> Result<void> {
            while (statement.next()) {
                if (m_query.isWanted && !m_query.isWanted())
                    return stopReading(statement);
                const QByteArray json = statement.value(1).toByteArray();
                const QJsonObject document = QJsonDocument::fromJson(json).object();
                if (!m_query.matches || m_query.matches(document))
                    take(statement.value(0).toLongLong(), json, document);
            }
            return m_database.finish(statement);
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
        QVector<qint64> rows;
        for (size_t i = static_cast<size_t>(m_query.offset); i < best.size(); ++i)
            rows.append(best[i].second);
        return readRows(rows).map([&](const QByteArrayList &documents) {
            return ServerPage{.total = page.total, .documents = documents};
        });
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
    if (Result<void> begun = database.execute(u"BEGIN"_s, {}); !begun)
        return tl::unexpected(begun.error());
    Result<ServerPage> page = PageReader(database, query).read();
    const Result<void> ended = database.execute(u"COMMIT"_s, {});
    return ended ? page : tl::unexpected(ended.error());
}

} // namespace salesbench
