// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/serverpages.h"
#include "tests/support/testcase.h"

#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace salesbench;
using namespace Qt::StringLiterals;

namespace {

constexpr auto Lead = ResourceKind::SalesLead;

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

    void shouldWalkOnlyIndexes_data()
    {
        QTest::addColumn<QString>("sql");
        const auto row = [](const QString &rest) {
            const QString sql = u"SELECT row FROM document WHERE kind = 0"_s + rest;
            QTest::newRow(qPrintable(rest)) << sql;
        };
        row(u" ORDER BY row LIMIT 50 OFFSET 9000"_s);
        row(u" AND owner IN ('', 'ann') ORDER BY row LIMIT 50 OFFSET 9000"_s);
        row(u" ORDER BY id"_s);
        row(u" ORDER BY created, id"_s);
        row(u" AND owner IN ('', 'ann') ORDER BY created, id"_s);
        row(u" AND state IN ('pending') ORDER BY created, id"_s);
    }

    void shouldWalkOnlyIndexes()
    {
        QFETCH(QString, sql);
        QSqlQuery query(m_database->connection());
        QVERIFY(query.exec(u"EXPLAIN QUERY PLAN "_s + sql));
        QStringList plan;
        while (query.next())
            plan.append(query.value(3).toString());
        QVERIFY2(plan.join(u' ').contains(u"COVERING INDEX"_s), qPrintable(plan.join(u'\n')));
        QVERIFY2(!plan.join(u' ').contains(u"TEMP B-TREE"_s), qPrintable(plan.join(u'\n')));
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Database> m_database;
    std::unique_ptr<ServerDocuments> m_documents;
};

SALESBENCH_TEST(ServerDocumentsTest)
#include "serverdocumentstest.moc"
