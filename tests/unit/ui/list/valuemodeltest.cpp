// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/list/valuemodel.h"
#include "tests/support/testcase.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace salesbench;
using namespace Qt::StringLiterals;

class ValueModelTest : public QObject {
    Q_OBJECT

private:
    const QVector<ValueModel::Choice> choices{{{u"hot"_s, u"Hot"_s, 9}, false},
                                              {{u"warm"_s, u"Warm"_s, 5}, true},
                                              {{u""_s, u"Not set"_s, 2}, true}};

private Q_SLOTS:
    void shouldKeepTheRulesOfModels()
    {
        ValueModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setChoices(choices);
        model.setData(model.index(0), Qt::Unchecked, Qt::CheckStateRole);
        model.setChoices({});
        QCOMPARE(model.rowCount(), 0);
    }

    void shouldPutTickedValuesFirst()
    {
        ValueModel model;
        model.setChoices(choices);

        QCOMPARE(model.index(0).data(), u"Warm"_s);
        QCOMPARE(model.index(2).data(), u"Hot"_s);
        QCOMPARE(model.tickedValues(), (QStringList{u"warm"_s, u""_s}));
    }

    void shouldTick()
    {
        ValueModel model;
        model.setChoices(choices);

        QVERIFY(model.setData(model.index(2), Qt::Checked, Qt::CheckStateRole));
        QVERIFY(model.setData(model.index(0), Qt::Unchecked, Qt::CheckStateRole));
        QVERIFY(!model.setData(model.index(0), u"x"_s, Qt::EditRole));

        QCOMPARE(model.tickedValues(), (QStringList{u""_s, u"hot"_s}));
    }
};

SALESBENCH_TEST(ValueModelTest)
#include "valuemodeltest.moc"
