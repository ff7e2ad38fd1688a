// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/interruption.h"
#include "models/store/serverpagesql.h"
#include "tests/support/testcase.h"
#include "tests/unit/models/store/serverroom.h"

#include <QSqlError>

using namespace salesbench;
using namespace salesbench::testing;
using namespace Qt::StringLiterals;

/// Which way lists are read, and that every way leads to the same page.
class ServerPagesTest : public ServerRoom {
    Q_OBJECT

    QStringList planOf(const QString &sql, const QVariantList &values)
    {
        QSqlQuery query(m_database->connection());
        query.prepare(u"EXPLAIN QUERY PLAN "_s + sql);
        for (const QVariant &value : values)
            query.addBindValue(value);
        QStringList plan;
        if (!query.exec())
            plan.append(query.lastError().text());
        while (query.next())
            plan.append(query.value(3).toString());
        return plan;
    }
    static QString stateAt(int i)
    {
        return QStringList{u"pending"_s, u"rejected"_s, u"accepted"_s}.at(i % 3);
    }

    /// In an order that differs from that of their ids, with values of which some are absent.
    void insertMany(int count)
    {
        QVERIFY(m_database->transaction([&]() -> Result<void> {
            for (int i = 0; i < count; ++i) {
                const int number = i * 7 % count;
                QJsonObject document = lead(QString::number(10'000 + number), {}, stateAt(number / 5));
                if (number % 4 > 0)
                    document.insert(u"rating"_s,
                                    QStringList{u"cold"_s, u"hot"_s, u"warm"_s}.at(number % 4 - 1));
                if (number % 11 > 0)
                    document.insert(u"priority"_s, number % 2 ? u"high"_s : u"low"_s);
                insert(document);
            }
            return {};
        }));
    }

    /// What @p query asks for, as SQLite sorts it without any index of ours.
    QStringList sortedIds(const ServerPageQuery &query)
    {
        QSqlQuery &rows =
            m_database->prepared(u"SELECT id FROM document NOT INDEXED"_s + whereOf(query) + orderOf(query));
        const QVariantList values = valuesOf(query);
        for (qsizetype i = 0; i < values.size(); ++i)
            rows.bindValue(int(i), values.at(i));
        QStringList ids;
        if (!m_database->run(rows))
            return ids;
        while (rows.next())
            ids.append(rows.value(0).toString());
        return ids;
    }

private Q_SLOTS:
    void init() { open(); }
    void cleanup() { m_database.reset(); }

    /// Whichever way is taken, along the order or by the value, the page is the same.
    void shouldFindTheSameAmongManyAndAmongFew()
    {
        for (int i = 0; i < 200; ++i)
            insert(lead(QString::number(1000 + i), {}, i % 50 == 0 ? u"rejected"_s : u"pending"_s));
        for (const QString &state : {u"rejected"_s, u"pending"_s}) {
            ServerPageQuery query;
            query.conditions = {{ServerColumn::State, {state}}};
            query.order = {{ServerColumn::Created, true}, {ServerColumn::Id}};
            query.offset = 1;
            query.limit = 2;
            const bool few = state == "rejected"_L1;
            QCOMPARE(idsOf(page(query)),
                     few ? QStringList({u"1100"_s, u"1050"_s}) : QStringList({u"1198"_s, u"1197"_s}));
            QCOMPARE(page(query).total, few ? 4 : 196);
        }
    }

    /// Whatever sorts by a state, a rating or a priority is put together from groups, of which few documents
    /// are read, or walked along where the page is far away.
    void shouldSortByWhatHasFewValues_data()
    {
        QTest::addColumn<QVector<int>>("order");
        QTest::addColumn<bool>("descending");
        QTest::addColumn<int>("state");
        const auto add = [](const char *name, const QVector<ServerColumn> &order, bool descending,
                            int state) {
            QVector<int> columns;
            for (ServerColumn column : order)
                columns.append(static_cast<int>(column));
            QTest::newRow(name) << columns << descending << state;
        };
        using enum ServerColumn;
        add("rating", {Rating, Id}, false, -1);
        add("-rating", {Rating, Id}, true, -1);
        add("priority of one state", {Priority, Id}, false, 1);
        add("-priority of one state", {Priority, Id}, true, 1);
        add("state, rating", {State, Rating, Id}, true, -1);
        add("rating, creation", {Rating, Created, Id}, false, 0);
        add("rating, name", {Rating, Name, Id}, false, 2);
        add("creation in one state", {Created, Id}, true, 2);
        add("as written in one state", {Row}, false, 1);
    }

    void shouldSortByWhatHasFewValues()
    {
        QFETCH(QVector<int>, order);
        QFETCH(bool, descending);
        QFETCH(int, state);
        insertMany(6000);
        ServerPageQuery query;
        query.order.clear();
        for (int column : order)
            query.order.append({static_cast<ServerColumn>(column),
                                descending && column != static_cast<int>(ServerColumn::Id)});
        if (state >= 0)
            query.conditions = {{ServerColumn::State, {stateAt(state)}}};
        query.limit = 7;
        const QStringList all = sortedIds(query);
        for (qint64 offset : {0, 3, 700, 1495, 1990, 3998, 5996}) {
            query.offset = offset;
            const ServerPage found = page(query);
            QCOMPARE(idsOf(found), all.mid(offset, 7));
            QCOMPARE(found.total, all.size());
        }
    }

    void shouldRankWithoutKeepingAll()
    {
        insertMany(6000);
        ServerPageQuery query;
        query.ranking = {
            .key = [](const QJsonObject &document) { return QJsonArray{document.value("id"_L1)}; },
            .before =
                [](const QJsonArray &a, const QJsonArray &b) {
                    return a[0].toString() < b[0].toString();
                }};
        query.offset = 2;
        query.limit = 3;
        QCOMPARE(idsOf(page(query)), QStringList({u"10002"_s, u"10003"_s, u"10004"_s}));
        QCOMPARE(page(query).total, 6000);
        query.offset = 5999;
        QCOMPARE(idsOf(page(query)), QStringList{u"15999"_s});
        query.offset = 7000;
        QCOMPARE(idsOf(page(query)), QStringList());
    }

    void shouldWalkOnlyIndexes_data()
    {
        QTest::addColumn<int>("order");
        QTest::addColumn<bool>("mine");
        for (ServerColumn column : {ServerColumn::Row, ServerColumn::Id, ServerColumn::Name,
                                    ServerColumn::Created, ServerColumn::Changed, ServerColumn::Revenue}) {
            QTest::addRow("%d", static_cast<int>(column)) << static_cast<int>(column) << false;
            QTest::addRow("mine by %d", static_cast<int>(column)) << static_cast<int>(column) << true;
        }
    }

    void shouldWalkOnlyIndexes()
    {
        QFETCH(int, order);
        QFETCH(bool, mine);
        const auto column = static_cast<ServerColumn>(order);
        ServerPageQuery query = mine ? visibleTo(u"ann"_s) : ServerPageQuery();
        query.order = {{column}};
        if (column != ServerColumn::Row && column != ServerColumn::Id)
            query.order.append({ServerColumn::Id});
        if (column != ServerColumn::Id)
            query.conditions = {{ServerColumn::State, {u"pending"_s}}, {ServerColumn::Rating, {u"hot"_s}}};
        const QStringList plan =
            planOf(u"SELECT row FROM document"_s + indexOf(column) + whereOf(query) + orderOf(query),
                   valuesOf(query));
        QVERIFY2(plan.join(u' ').contains(u"COVERING INDEX"_s), qPrintable(plan.join(u'\n')));
        QVERIFY2(!plan.join(u' ').contains(u"TEMP B-TREE"_s), qPrintable(plan.join(u'\n')));
    }

    void shouldHaveTheDocumentsOfAGroupInOrder()
    {
        ServerPageQuery query;
        for (ServerColumn column : {ServerColumn::State, ServerColumn::Rating, ServerColumn::Priority})
            query.conditions.append({column, {u"x"_s}});
        for (ServerColumn column : {ServerColumn::Row, ServerColumn::Id, ServerColumn::Created}) {
            query.order = {{column}};
            if (column == ServerColumn::Created)
                query.order.append({ServerColumn::Id});
            const QStringList plan =
                planOf(u"SELECT row FROM document"_s + indexWithin(column) + whereOf(query) + orderOf(query),
                       valuesOf(query));
            QVERIFY2(plan.join(u' ').contains(u"COVERING INDEX"_s), qPrintable(plan.join(u'\n')));
            QVERIFY2(!plan.join(u' ').contains(u"TEMP B-TREE"_s), qPrintable(plan.join(u'\n')));
        }
    }

    void shouldLookReferencesUpByTheirKey()
    {
        ServerPageQuery query = visibleTo(u"ann"_s);
        query.conditions = {{ServerColumn::Channel, {u"x"_s}}};
        const QString plan = planOf(u"SELECT row FROM document"_s + indexOf(ServerColumn::Created)
                                        + whereOf(query) + u" ORDER BY created, id"_s,
                                    valuesOf(query))
                                 .join(u' ');
        QVERIFY2(plan.contains(u"COVERING INDEX document_created"_s), qPrintable(plan));
        QVERIFY2(plan.contains(u"(kind=? AND attribute=? AND id=? AND owner=? AND row=?)"_s),
                 qPrintable(plan));
        const QString counting = planOf(countOfReferences(query), valuesOf(query)).join(u' ');
        QVERIFY2(counting.contains(u"(kind=? AND attribute=? AND id=? AND owner=?)"_s), qPrintable(counting));
    }

    void shouldStopReadingWhenNobodyWaits()
    {
        insertMany(2000);
        const std::function<bool()> wanted = [] {
            return false;
        };
        interruptUnless(*m_database, wanted);
        ServerPageQuery query;
        query.kind = Lead;
        query.limit = 10;
        query.matches = [](const QJsonObject &) {
            return false;
        };
        const Result<ServerPage> page = readServerPage(*m_database, query);
        QVERIFY(!page);
        QCOMPARE(page.error().kind, Problem::Kind::Cancelled);
        query.matches = {};
        QVERIFY(readServerPage(*m_database, query)); // what is quick is read all the same
    }
};

SALESBENCH_TEST(ServerPagesTest)
#include "serverpagestest.moc"
