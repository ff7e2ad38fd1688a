// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/summary.h"
#include "models/store/schema.h"
#include "tests/support/testcase.h"

#include <QTemporaryDir>

using namespace salesbench;
using namespace Qt::StringLiterals;

class SchemaTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_database = *Database::open(m_folder.filePath(u"workspace.sqlite"_s), workspaceMigrations());
    }
    void cleanupTestCase() { m_database.reset(); }

    void shouldHaveAColumnForEveryField()
    {
        for (int i = 0; i < FieldCount; ++i) {
            const QString name = fieldName(static_cast<Field>(i));
            const QVariant found = m_database->single(
                u"SELECT count(*) FROM pragma_table_info('summary') WHERE name = '%1'"_s.arg(name));
            QVERIFY2(found.toInt() == 1, qPrintable(name));
        }
    }

    void shouldFindTextByTheBeginningOfAWordAndForgetIt_data()
    {
        QTest::addColumn<QString>("table");
        for (const ResourceType &type : resourceTypes())
            QTest::newRow(type.name.data()) << searchTable(type.kind);
    }

    void shouldFindTextByTheBeginningOfAWordAndForgetIt()
    {
        QFETCH(QString, table);
        const QString found = u"SELECT count(*) FROM %1 WHERE %1 MATCH 'mull*'"_s.arg(table);
        QVERIFY(m_database->execute(u"INSERT INTO %1 (rowid, text) VALUES (7, 'Müller Fibre')"_s.arg(table)));
        QCOMPARE(m_database->single(found).toInt(), 1);
        QVERIFY(m_database->execute(
            u"INSERT INTO %1 (%1, rowid, text) VALUES ('delete', 7, 'Müller Fibre')"_s.arg(table)));
        QCOMPARE(m_database->single(found).toInt(), 0);
    }

private:
    QTemporaryDir m_folder;
    std::unique_ptr<Database> m_database;
};

SALESBENCH_TEST(SchemaTest)
#include "schematest.moc"
