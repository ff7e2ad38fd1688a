// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testcase.h"
#include "tests/unit/models/store/serverroom.h"

#include <atomic>
#include <thread>

using namespace salesbench;
using namespace salesbench::testing;
using namespace Qt::StringLiterals;

class ServerDocumentsTest : public ServerRoom {
    Q_OBJECT

private Q_SLOTS:
    void init() { open(); }
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
        QVERIFY(m_documents->remove(Lead, second));
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
        QVERIFY(m_documents->remove(Lead, free));
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
        row("campaign", ServerColumn::Campaign, {u"C1"_s}, Comparison::Equal, {u"a"_s, u"c"_s});
        row("channel", ServerColumn::Channel, {u"W"_s, u"X"_s}, Comparison::Equal, {u"b"_s});
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
                     {u"marketingCampaign"_s, QJsonObject{{u"id"_s, u"C1"_s}}},
                     {u"statusChangeDate"_s, u"1"_s},
                     {u"estimatedRevenue"_s, QJsonObject{{u"value"_s, 9.5}}}}));
        insert(
            with(u"b"_s, u"bob"_s,
                 {{u"priority"_s, u"low"_s},
                  {u"statusChangeDate"_s, u"2"_s},
                  {u"channel"_s, QJsonArray{QJsonObject{{u"id"_s, u"W"_s}}, QJsonObject{{u"id"_s, u"X"_s}}}},
                  {u"estimatedRevenue"_s, QJsonObject{{u"value"_s, 10}}}}));
        insert(with(u"c"_s, {},
                    {{u"rating"_s, u"hot"_s},
                     {u"marketingCampaign"_s, QJsonObject{{u"id"_s, u"C1"_s}}},
                     {u"statusChangeDate"_s, u"3"_s}}));
        ServerPageQuery query;
        query.conditions = {{static_cast<ServerColumn>(column), values,
                             static_cast<ServerPageQuery::Comparison>(comparison)}};
        const ServerPage found = page(query);
        QCOMPARE(idsOf(found), ids);
        QCOMPARE(found.total, ids.size());
    }

    void shouldForgetTheReferencesThatADocumentNoLongerHas()
    {
        const ServedDocument written = insert(lead(u"a"_s, u"ann"_s));
        ServerPageQuery anns;
        anns.conditions = {{ServerColumn::Party, {u"ann"_s}}};
        const ServedDocument bobs = *m_documents->replace(Lead, written, lead(u"a"_s, u"bob"_s));
        QCOMPARE(page(anns).total, 0);
        QVERIFY(m_documents->remove(Lead, bobs));
        QCOMPARE(m_database->single(u"SELECT count(*) FROM reference"_s).toInt(), 0);
        QCOMPARE(m_database->single(u"SELECT count(*) FROM reference_tally"_s).toInt(), 0);
        QCOMPARE(m_database->single(u"SELECT count(*) FROM tally"_s).toInt(), 0);
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
};

SALESBENCH_TEST(ServerDocumentsTest)
#include "serverdocumentstest.moc"
