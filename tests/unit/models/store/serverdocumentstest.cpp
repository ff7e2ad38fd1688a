// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/serverpagesql.h"
#include "tests/support/kinds.h"
#include "tests/support/testcase.h"

#include <QJsonDocument>
#include <QSqlError>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <thread>

using namespace salesbench;
using namespace salesbench::testing;
using namespace Qt::StringLiterals;

namespace {

QJsonObject lead(const QString &id, const QString &owner = {}, const QString &status = u"acknowledged"_s)
{
    QJsonObject document{
        {u"id"_s, id}, {u"name"_s, QString(u"name "_s + id)}, {u"status"_s, status}, {u"creationDate"_s, id}};
    if (!owner.isEmpty())
        document.insert(u"relatedParty"_s,
                        QJsonArray{QJsonObject{{u"id"_s, owner}, {u"role"_s, u"owner"_s}}});
    return document;
}

} // namespace

class ServerDocumentsTest : public QObject {
    Q_OBJECT

    ServedDocument insert(const QJsonObject &document) { return *m_documents->insert(Lead, document); }
    ServerPage page(ServerPageQuery query = {})
    {
        query.kind = Lead;
        query.limit = query.limit == 0 ? 100 : query.limit;
        return *readServerPage(*m_database, query);
    }
    static QStringList idsOf(const ServerPage &page)
    {
        QStringList ids;
        for (const QByteArray &json : page.documents)
            ids.append(QJsonDocument::fromJson(json).object().value("id"_L1).toString());
        return ids;
    }
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
    static ServerPageQuery visibleTo(const QString &owner)
    {
        ServerPageQuery query;
        query.visibleTo = owner;
        return query;
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_database = *Database::open(m_folder->filePath(u"server.sqlite"_s), ServerDocuments::migrations());
        m_documents = std::make_unique<ServerDocuments>(*m_database, u"owner"_s);
    }
    void cleanup() { m_database.reset(); }

    void shouldFindWhatItKeeps()
    {
        QVERIFY(*m_documents->isEmpty());
        const ServedDocument written = insert(lead(u"a"_s, u"ann"_s));
        const auto found = *m_documents->find(Lead, u"a"_s);
        QCOMPARE(found->json, QJsonDocument(lead(u"a"_s, u"ann"_s)).toJson(QJsonDocument::Compact));
        QCOMPARE(found->owner, u"ann"_s);
        QCOMPARE(found->revision, written.revision);
        QVERIFY(!*m_documents->find(ResourceKind::Quote, u"a"_s));
        QVERIFY(!*m_documents->isEmpty());
    }

    void shouldNeverUseARevisionTwice()
    {
        const ServedDocument first = insert(lead(u"a"_s));
        const ServedDocument second = *m_documents->replace(Lead, first, lead(u"a"_s, u"ann"_s));
        QVERIFY(second.revision > first.revision);
        QVERIFY(m_documents->remove(second));
        QVERIFY(insert(lead(u"a"_s)).revision > second.revision);
    }

    void shouldRefuseAnIdThatIsTaken()
    {
        insert(lead(u"a"_s));
        QVERIFY(!m_documents->insert(Lead, lead(u"a"_s)));
    }

    void shouldCountWhatEachMaySee()
    {
        const ServedDocument anns = insert(lead(u"a"_s, u"ann"_s));
        insert(lead(u"b"_s, u"bob"_s));
        const ServedDocument free = insert(lead(u"c"_s));
        QCOMPARE(page().total, 3);
        QCOMPARE(idsOf(page(visibleTo(u"ann"_s))), QStringList({u"a"_s, u"c"_s}));
        QCOMPARE(page(visibleTo(u"ann"_s)).total, 2);

        QVERIFY(m_documents->replace(Lead, anns, lead(u"a"_s, u"bob"_s)));
        QVERIFY(m_documents->remove(free));
        QCOMPARE(page(visibleTo(u"ann"_s)).total, 0);
        QCOMPARE(page(visibleTo(u"bob"_s)).total, 2);
        QCOMPARE(page().total, 2);
    }

    void shouldKeepTheOrderOfCreationThroughChanges()
    {
        const ServedDocument first = insert(lead(u"z"_s));
        insert(lead(u"a"_s));
        QVERIFY(m_documents->replace(Lead, first, lead(u"z"_s, u"ann"_s)));
        QCOMPARE(idsOf(page()), QStringList({u"z"_s, u"a"_s}));
    }

    void shouldReadAPartInTheOrderOfAColumn()
    {
        for (const QString &id : {u"b"_s, u"c"_s, u"a"_s, u"d"_s})
            insert(lead(id));
        ServerPageQuery query;
        query.order = {{ServerColumn::Id, true}};
        query.offset = 1;
        query.limit = 2;
        const ServerPage part = page(query);
        QCOMPARE(idsOf(part), QStringList({u"c"_s, u"b"_s}));
        QCOMPARE(part.total, 4);
    }

    void shouldFilterByColumnsAndByLooking()
    {
        insert(lead(u"a"_s, {}, u"pending"_s));
        insert(lead(u"b"_s, {}, u"pending"_s));
        insert(lead(u"c"_s));
        ServerPageQuery query;
        query.conditions = {{ServerColumn::State, {u"pending"_s, u"rejected"_s}}};
        QCOMPARE(idsOf(page(query)), QStringList({u"a"_s, u"b"_s}));
        query.matches = [](const QJsonObject &document) {
            return document.value("id"_L1) == "b"_L1;
        };
        QCOMPARE(idsOf(page(query)), QStringList({u"b"_s}));
        QCOMPARE(page(query).total, 1);
    }

    void shouldAnswerFromEveryColumn_data()
    {
        using Comparison = ServerPageQuery::Comparison;
        QTest::addColumn<int>("column");
        QTest::addColumn<QVariantList>("values");
        QTest::addColumn<int>("comparison");
        QTest::addColumn<QStringList>("ids");
        const auto row = [](const char *name, ServerColumn column, const QVariantList &values,
                            Comparison comparison, const QStringList &ids) {
            QTest::newRow(name) << static_cast<int>(column) << values << static_cast<int>(comparison) << ids;
        };
        row("rating", ServerColumn::Rating, {u"hot"_s}, Comparison::Equal, {u"a"_s, u"c"_s});
        row("priority", ServerColumn::Priority, {u"low"_s}, Comparison::Equal, {u"b"_s});
        row("external", ServerColumn::External, {u"E1"_s}, Comparison::Equal, {u"a"_s});
        row("party", ServerColumn::Party, {u"bob"_s, u"ann"_s}, Comparison::Equal, {u"a"_s, u"b"_s});
        row("changed", ServerColumn::Changed, {u"2"_s}, Comparison::GreaterOrEqual, {u"b"_s, u"c"_s});
        row("revenue", ServerColumn::Revenue, {9.5}, Comparison::Greater, {u"b"_s});
        row("revenue below", ServerColumn::Revenue, {9.5}, Comparison::LessOrEqual, {u"a"_s});
        row("none", ServerColumn::Rating, {u""_s}, Comparison::Equal, {});
    }

    void shouldAnswerFromEveryColumn()
    {
        QFETCH(int, column);
        QFETCH(QVariantList, values);
        QFETCH(int, comparison);
        QFETCH(QStringList, ids);
        const auto with = [](const QString &id, const QString &owner, const QJsonObject &more) {
            QJsonObject document = lead(id, owner);
            for (auto it = more.begin(); it != more.end(); ++it)
                document.insert(it.key(), it.value());
            return document;
        };
        insert(with(u"a"_s, u"ann"_s,
                    {{u"rating"_s, u"hot"_s},
                     {u"externalId"_s, u"E1"_s},
                     {u"statusChangeDate"_s, u"1"_s},
                     {u"estimatedRevenue"_s, QJsonObject{{u"value"_s, 9.5}}}}));
        insert(with(u"b"_s, u"bob"_s,
                    {{u"priority"_s, u"low"_s},
                     {u"statusChangeDate"_s, u"2"_s},
                     {u"estimatedRevenue"_s, QJsonObject{{u"value"_s, 10}}}}));
        insert(with(u"c"_s, {}, {{u"rating"_s, u"hot"_s}, {u"statusChangeDate"_s, u"3"_s}}));
        ServerPageQuery query;
        query.conditions = {{static_cast<ServerColumn>(column), values,
                             static_cast<ServerPageQuery::Comparison>(comparison)}};
        const ServerPage found = page(query);
        QCOMPARE(idsOf(found), ids);
        QCOMPARE(found.total, ids.size());
    }

    void shouldForgetThePartiesThatADocumentNoLongerHas()
    {
        const ServedDocument written = insert(lead(u"a"_s, u"ann"_s));
        ServerPageQuery anns;
        anns.conditions = {{ServerColumn::Party, {u"ann"_s}}};
        const ServedDocument bobs = *m_documents->replace(Lead, written, lead(u"a"_s, u"bob"_s));
        QCOMPARE(page(anns).total, 0);
        QVERIFY(m_documents->remove(bobs));
        QCOMPARE(m_database->single(u"SELECT count(*) FROM party"_s).toInt(), 0);
        QCOMPARE(m_database->single(u"SELECT count(*) FROM tally"_s).toInt(), 0);
    }

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

    void shouldRankWithoutKeepingAll()
    {
        QVERIFY(m_database->transaction([&]() -> Result<void> {
            for (int i = 0; i < 6000; ++i)
                insert(lead(QString::number(10'000 + i * 7 % 6000)));
            return {};
        }));
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

    void shouldReadTotalAndPageFromOneState()
    {
        for (int i = 0; i < 50; ++i)
            insert(lead(u"before %1"_s.arg(i)));
        std::atomic<bool> reading = true;
        std::thread reader([&] {
            Database::Options options;
            options.readOnly = true;
            const auto database = *Database::open(m_database->path(), {}, options);
            ServerPageQuery query;
            query.conditions = {{ServerColumn::State, {u"acknowledged"_s}}};
            query.limit = 1000;
            for (int i = 0; i < 100; ++i) {
                const ServerPage read = *readServerPage(*database, query);
                if (read.total != read.documents.size())
                    m_torn = u"%1 of %2"_s.arg(read.documents.size()).arg(read.total);
            }
            reading = false;
        });
        for (int i = 0; reading && i < 900; ++i)
            insert(lead(u"meanwhile %1"_s.arg(i)));
        reader.join();
        QCOMPARE(m_torn, QString());
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

    /// Whoever asks for the oldest ones of a state may find that the oldest of all are in another.
    void shouldHaveEveryValueOfAStateInOrderOfCreation()
    {
        ServerPageQuery query;
        query.order = {{ServerColumn::Created}, {ServerColumn::Id}};
        for (ServerColumn column : {ServerColumn::State, ServerColumn::Rating, ServerColumn::Priority}) {
            query.conditions = {{column, {u"x"_s}}};
            const QStringList plan = planOf(u"SELECT row FROM document"_s + indexOf(column) + whereOf(query)
                                                + u" ORDER BY created, id"_s,
                                            valuesOf(query));
            QVERIFY2(plan.join(u' ').contains(u"COVERING INDEX"_s), qPrintable(plan.join(u'\n')));
            QVERIFY2(!plan.join(u' ').contains(u"TEMP B-TREE"_s), qPrintable(plan.join(u'\n')));
        }
    }

    void shouldBringAFileOfTheFirstVersionUpToDate()
    {
        const QString path = m_folder->filePath(u"old.sqlite"_s);
        std::unique_ptr<Database> old = *Database::open(path, ServerDocuments::migrations().mid(0, 1));
        for (const QByteArray &json :
             {QByteArray(
                  R"({"id":"a","rating":"hot","relatedParty":[{"id":"ann"},{"id":"ann"},{"name":"x"}]})"),
              QByteArray(R"({"id":"b","rating":5,"estimatedRevenue":{"value":7.5}})")}) {
            const QString id = QJsonDocument::fromJson(json)["id"_L1].toString();
            QVERIFY(old->execute(
                u"INSERT INTO document (kind, id, revision, owner, state, json) VALUES (0, ?, 1, '', 'pending', ?)"_s,
                {id, QString::fromUtf8(json)}));
        }
        old.reset();
        m_database = *Database::open(path, ServerDocuments::migrations());
        const auto idsWith = [&](ServerColumn column, const QVariant &value) {
            ServerPageQuery query;
            query.conditions = {{column, {value}}, {ServerColumn::State, {u"pending"_s}}};
            return idsOf(page(query));
        };
        QCOMPARE(idsWith(ServerColumn::Rating, u"hot"_s), QStringList{u"a"_s});
        QCOMPARE(idsWith(ServerColumn::Party, u"ann"_s), QStringList{u"a"_s});
        QCOMPARE(idsWith(ServerColumn::Revenue, 7.5), QStringList{u"b"_s});
        QCOMPARE(page().total, 2);
    }

private:
    QString m_torn;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Database> m_database;
    std::unique_ptr<ServerDocuments> m_documents;
};

SALESBENCH_TEST(ServerDocumentsTest)
#include "serverdocumentstest.moc"
