// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/celltext.h"
#include "tests/support/testcase.h"

using namespace salesbench;
using namespace Qt::StringLiterals;

class CellTextTest : public QObject {
    Q_OBJECT

private:
    const QDateTime now{{2026, 10, 7}, {12, 0}, Qt::UTC};

    static ListRow row()
    {
        ListRow row;
        row.sync = SyncState::Waiting;
        row.summary.setValue(Field::Name, u"SD-WAN"_s);
        row.summary.setValue(Field::Status, u"inProgress"_s);
        row.summary.setValue(Field::Rating, u"hot"_s);
        row.summary.setValue(Field::Amount, 184000.0);
        row.summary.setValue(Field::Currency, u"EUR"_s);
        row.summary.setValue(Field::Created, QDateTime({2026, 10, 4}, {11, 0}, Qt::UTC).toMSecsSinceEpoch());
        return row;
    }
    QString text(Column column) const { return cellText(row(), ResourceKind::SalesLead, column, now); }

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void shouldSpeakTheUsersLanguage()
    {
        QCOMPARE(text(Column::Status), u"In progress"_s);
        QCOMPARE(text(Column::Rating), u"Hot"_s);
        QCOMPARE(text(Column::Amount), u"184,000 EUR"_s);
        QCOMPARE(text(Column::Age), u"3 d"_s);
        QCOMPARE(text(Column::Created), u"4 Oct 2026"_s);
    }

    void shouldLeaveEmptyWhatTheDocumentDoesNotSay()
    {
        QCOMPARE(text(Column::Priority), QString());
        QCOMPARE(text(Column::ValidUntil), QString());
        QCOMPARE(text(Column::Owner), QString());
    }

    void shouldShowAStatusThatNobodyKnowsAsItIs()
    {
        ListRow strange = row();
        strange.summary.setValue(Field::Status, u"parked"_s);
        QCOMPARE(cellText(strange, ResourceKind::SalesLead, Column::Status, now), u"parked"_s);
    }

    void shouldSayInWordsWhatTheScreenShowsAsSigns()
    {
        QVERIFY(cellSpeech(row(), ResourceKind::SalesLead, Column::Name, now).contains(u"not yet sent"));
        QCOMPARE(cellSpeech(row(), ResourceKind::SalesLead, Column::Owner, now), u"Unassigned"_s);
        QCOMPARE(cellHint(row(), Column::Owner), u"Unassigned"_s);
    }

    void shouldKeepStableKeysForItsColumns()
    {
        for (int i = 0; i < ColumnCount; ++i) {
            const auto column = static_cast<Column>(i);
            QCOMPARE(columnInfo(column).column, column);
            QCOMPARE(columnFromKey(columnInfo(column).key), column);
            QVERIFY(!columnTitle(ResourceKind::SalesLead, column).isEmpty());
        }
        QVERIFY(!columnFromKey(u"colour"_s));
    }

    void shouldSortAgesAgainstTheirDates()
    {
        const SortKey youngestFirst = sortKey(Column::Age, Qt::AscendingOrder);
        QCOMPARE(youngestFirst.field, Field::Created);
        QCOMPARE(youngestFirst.order, Qt::DescendingOrder);
        QCOMPARE(columnOrder(Column::Age, youngestFirst), Qt::AscendingOrder);
        QCOMPARE(sortPlace(Column::Age, {{Field::Name}, youngestFirst}), 1);
        QCOMPARE(sortPlace(Column::Rating, {youngestFirst}), -1);
    }
};

SALESBENCH_TEST(CellTextTest)
#include "celltexttest.moc"
