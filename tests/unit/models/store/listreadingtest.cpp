// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/listreading.h"
#include "models/store/rawquery.h"
#include "models/store/schema.h"
#include "tests/support/testcase.h"

#include <QRandomGenerator>
#include <QTemporaryDir>

using namespace salesbench;
using namespace Qt::StringLiterals;

namespace {

constexpr int Rows = 9000; ///< enough for walks through indexes
constexpr int Rounds = 150;

QString orNull(int seed, const QString &value)
{
    return u"CASE WHEN abs(random()) % %1 > 0 THEN %2 END"_s.arg(seed).arg(value);
}

/// Values that meet often, in both cases, and often lack.
QString fillStatement()
{
    const QString word = u"substr('aAbBcCdD', 1 + abs(random()) % 8, 1)"_s;
    return u"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %1) "
           "INSERT INTO summary (row, kind, name, status, rating, ownerId, amount, currency, created) "
           "SELECT i * 3, i % 3 = 0, %2 || abs(random()) % 900, %3, %4, %5, %6, 'EUR', %7 FROM n"_s.arg(Rows)
               .arg(word, orNull(9, word), orNull(2, word), orNull(3, word),
                    orNull(4, u"(abs(random()) % 50) / 4.0"_s), orNull(20, u"abs(random()) % 1000"_s));
}

} // namespace

/// Any query against the plainest statement that says the same.
class ListReadingTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_reader.database = *Database::open(m_folder.filePath(u"workspace.sqlite"_s), workspaceMigrations());
        QVERIFY(m_reader.database->execute(u"PRAGMA foreign_keys=OFF"_s)); // lists do not ask for the documents
        QVERIFY(m_reader.database->execute(fillStatement()));
    }
    void cleanupTestCase() { m_reader.database.reset(); }

    void shouldFilterAndSortAsPlainSqlDoes()
    {
        for (int round = 0; round < Rounds; ++round) {
            const ListQuery query = randomQuery();
            const QVector<RowId> expected = plain(query);
            const QByteArray what = describe(query) + " round " + QByteArray::number(round);
            QVERIFY2(*ListReading(m_reader, query).rows() == expected, what.constData());
            QVERIFY2(*ListReading(m_reader, query).count() == expected.size(), what.constData());
            const qint64 page = m_random.bounded(200);
            QVERIFY2(*ListReading(m_reader, query).rows(page)
                         == expected.first(std::min<qsizetype>(page, expected.size())),
                     what.constData());
        }
    }

    void shouldSumAsPlainSqlDoes()
    {
        for (int round = 0; round < Rounds / 10; ++round) {
            const ListQuery query = randomQuery();
            RawQuery sum(*m_reader.database, u"SELECT sum(amount) FROM summary WHERE "_s + condition(query));
            QVERIFY(sum.next());
            const auto sums = *ListReading(m_reader, query).sums();
            QCOMPARE(sums.value(u"EUR"_s), sum.real(0));
        }
    }

    void shouldSayWhatIsWrong()
    {
        Reader other{*Database::open(m_folder.filePath(u"other.sqlite"_s), {}), {}};
        ListQuery query;
        query.filter.text = u"word"_s;
        for (const ListQuery &wrong : {ListQuery(), query, ListQuery{{}, {}, {{Field::Name}}}}) {
            QCOMPARE(ListReading(other, wrong).rows().error().kind, Problem::Kind::Storage);
            QCOMPARE(ListReading(other, wrong).count().error().kind, Problem::Kind::Storage);
            QCOMPARE(ListReading(other, wrong).sums().error().kind, Problem::Kind::Storage);
        }
    }

private:
    bool chance(int percent) { return m_random.bounded(100) < percent; }

    QStringList someValues()
    {
        QStringList values;
        for (const QString &value : {u"a"_s, u"B"_s, u"c"_s, u"D"_s, u""_s}) {
            if (chance(40))
                values.append(value);
        }
        return values;
    }

    ListQuery randomQuery()
    {
        ListQuery query;
        query.kind = chance(80) ? ResourceKind::SalesLead : ResourceKind::SalesOpportunity;
        for (Field field : {Field::Status, Field::Rating, Field::OwnerId}) {
            if (chance(20))
                query.filter.anyOf.insert(field, someValues());
            if (chance(20))
                query.filter.noneOf.insert(field, someValues());
        }
        if (chance(15))
            query.filter.createdFrom = QDateTime::fromMSecsSinceEpoch(m_random.bounded(300));
        if (chance(15))
            query.filter.createdTo = QDateTime::fromMSecsSinceEpoch(m_random.bounded(600, 1000));
        for (Field field :
             {Field::Name, Field::Status, Field::Rating, Field::Amount, Field::Created, Field::Currency}) {
            if (chance(25)) {
                const Qt::SortOrder order = chance(50) ? Qt::AscendingOrder : Qt::DescendingOrder;
                query.sort.insert(m_random.bounded(query.sort.size() + 1), {field, order});
            }
        }
        return query;
    }

    static QString isOneOf(Field field, const QStringList &values)
    {
        return u"coalesce(%1, '') COLLATE %2 IN ('%3')"_s.arg(
            fieldName(field), field == Field::OwnerId ? u"BINARY"_s : u"NOCASE"_s, values.join("','"_L1));
    }

    static QString condition(const ListQuery &query)
    {
        QStringList parts{u"kind = %1"_s.arg(int(query.kind))};
        const ListFilter &filter = query.filter;
        for (auto it = filter.anyOf.begin(); it != filter.anyOf.end(); ++it)
            parts.append(it->isEmpty() ? u"0"_s : isOneOf(it.key(), *it));
        for (auto it = filter.noneOf.begin(); it != filter.noneOf.end(); ++it) {
            if (!it->isEmpty())
                parts.append("NOT "_L1 + isOneOf(it.key(), *it));
        }
        if (filter.createdFrom.isValid())
            parts.append(u"created >= %1"_s.arg(filter.createdFrom.toMSecsSinceEpoch()));
        if (filter.createdTo.isValid())
            parts.append(u"created < %1"_s.arg(filter.createdTo.toMSecsSinceEpoch()));
        return parts.join(" AND "_L1);
    }

    QVector<RowId> plain(const ListQuery &query)
    {
        QStringList order;
        for (const SortKey &key : query.sort)
            order.append(u"%1 NULLS LAST"_s.arg(
                fieldName(key.field) + (key.order == Qt::AscendingOrder ? " ASC"_L1 : " DESC"_L1)));
        const bool newest = query.sort.isEmpty() || query.sort.first().order == Qt::DescendingOrder;
        order.append(newest ? u"row DESC"_s : u"row"_s);
        RawQuery rows(*m_reader.database,
                      "SELECT row FROM summary NOT INDEXED WHERE "_L1 + condition(query) + " ORDER BY "_L1
                          + order.join(u','));
        QVector<RowId> result;
        while (rows.next())
            result.append(rows.number(0));
        return result;
    }

    static QByteArray describe(const ListQuery &query)
    {
        QString text = condition(query) + " by"_L1;
        for (const SortKey &key : query.sort)
            text += u' ' + fieldName(key.field) + (key.order == Qt::AscendingOrder ? ""_L1 : "-"_L1);
        return text.toUtf8();
    }

    QTemporaryDir m_folder;
    Reader m_reader;
    QRandomGenerator m_random{7};
};

SALESBENCH_TEST(ListReadingTest)
#include "listreadingtest.moc"
