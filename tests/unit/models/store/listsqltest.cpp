// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/listsql.h"
#include "models/store/rawquery.h"
#include "models/store/schema.h"
#include "tests/support/testcase.h"

#include <QTemporaryDir>

using namespace salesbench;
using namespace Qt::StringLiterals;

/// SQLite is asked how it would go about it: an order must come from the index as it stands.
class ListSqlTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_database = *Database::open(m_folder.filePath(u"workspace.sqlite"_s), workspaceMigrations());
    }
    void cleanupTestCase() { m_database.reset(); }

    void shouldReadAnOrderFromItsIndexAlone_data()
    {
        QTest::addColumn<QString>("sql");
        for (int i = 0; i < FieldCount; ++i) {
            const auto field = static_cast<Field>(i);
            if (field == Field::Currency)
                continue; // its index continues with the amount, for the sums
            for (Qt::SortOrder order : {Qt::AscendingOrder, Qt::DescendingOrder}) {
                QTest::addRow("%s %d", fieldName(field).data(), order) << listsql::present({field, order});
                QTest::addRow("no %s %d", fieldName(field).data(), order) << listsql::absent(field, order);
            }
        }
        QTest::newRow("all") << listsql::all(Qt::DescendingOrder);
    }

    void shouldReadAnOrderFromItsIndexAlone()
    {
        QFETCH(QString, sql);
        const QStringList plan = planOf(sql);
        QCOMPARE(plan.size(), 1);
        QVERIFY2(plan.first().startsWith("SEARCH summary USING COVERING INDEX"_L1), qPrintable(plan.first()));
    }

    void shouldNotWalkOverWhatHasNoValue()
    {
        const QStringList plan = planOf(listsql::present({Field::NextStep}));
        QVERIFY2(plan.first().endsWith("(kind=? AND nextStep>?)"_L1), qPrintable(plan.first()));
    }

    void shouldFilterFromIndexesAlone_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::newRow("one value") << listsql::anyOf(Field::Status, 1, false);
        QTest::newRow("values, and none") << listsql::anyOf(Field::Rating, 2, true);
        QTest::newRow("none") << listsql::anyOf(Field::OwnerId, 0, true);
        QTest::newRow("created") << listsql::created();
        QTest::newRow("money") << listsql::money();
    }

    void shouldFilterFromIndexesAlone()
    {
        QFETCH(QString, sql);
        const QStringList plan = planOf(sql).filter(u"summary"_s);
        QVERIFY(!plan.isEmpty());
        for (const QString &step : plan)
            QVERIFY2(step.startsWith("SEARCH summary USING COVERING INDEX"_L1), qPrintable(step));
    }

    void shouldCountValuesFromTheIndexAlone_data()
    {
        QTest::addColumn<Field>("field");
        for (Field field : {Field::Status, Field::OwnerId, Field::Created, Field::Currency})
            QTest::newRow(fieldName(field).data()) << field;
    }

    void shouldCountValuesFromTheIndexAlone()
    {
        QFETCH(Field, field);
        const QStringList plan = planOf(listsql::values(field)).filter(u"USING COVERING INDEX"_s);
        QCOMPARE(plan.size(), 1);
    }

    void shouldReadTheUnsentFromTheirIndex()
    {
        const QStringList plan = planOf(listsql::unsent());
        QVERIFY2(plan.first().startsWith("SEARCH document USING COVERING INDEX document_unsent"_L1),
                 qPrintable(plan.first()));
    }

    void shouldLookUpOnlyTheRowsAskedFor()
    {
        const QStringList plan = planOf(listsql::bySummary({{Field::Name}, {Field::Amount}}));
        QVERIFY2(plan.contains("SEARCH summary USING INTEGER PRIMARY KEY (rowid=?)"_L1),
                 qPrintable(plan.join(u'\n')));
    }

    void shouldLetNoWordBeSyntax() { QCOMPARE(listsql::match({u"NEAR"_s, u"a"_s}), u"\"NEAR\"* \"a\"*"_s); }

private:
    QStringList planOf(const QString &sql)
    {
        RawQuery query(*m_database, "EXPLAIN QUERY PLAN "_L1 + sql);
        QStringList plan;
        while (query.next())
            plan.append(query.text(3));
        return query.result() ? plan : QStringList(query.result().error().detail);
    }

    QTemporaryDir m_folder;
    std::unique_ptr<Database> m_database;
};

SALESBENCH_TEST(ListSqlTest)
#include "listsqltest.moc"
