// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/feature/workday.h"
#include "ui/assignment/assigndialog.h"

#include <QLineEdit>

using namespace Qt::StringLiterals;
using namespace salesbench;
using namespace salesbench::testing;

namespace {

constexpr int Count = 20;

const Person Ruth{u"p9"_s, u"Ruth Okafor"_s, Role::Supervisor, {}};
const Person Anil{u"p2"_s, u"Anil Deshmukh"_s, Role::Representative, {}};

QJsonObject ownedBy(const Person &person)
{
    return {{u"id"_s, person.partyId},
            {u"name"_s, person.name},
            {u"role"_s, u"salesRepresentative"_s},
            {u"@referredType"_s, u"Individual"_s}};
}

/// Twenty that are nobody's, and an older one of Anil's, by which the workbench knows him.
QVector<QJsonObject> leads()
{
    QVector<QJsonObject> result{{{u"name"_s, u"Anil's"_s}, {u"relatedParty"_s, QJsonArray{ownedBy(Anil)}}}};
    for (int i = 0; i < Count; ++i)
        result.append(QJsonObject{{u"name"_s, u"Lead %1"_s.arg(i, 2, 10, QLatin1Char('0'))}});
    return result;
}

} // namespace

class AssignLeadsTest : public QObject {
    Q_OBJECT

    static qsizetype countOfAnils(Workday &day)
    {
        qsizetype count = 0;
        const QJsonArray all = day.office().get(Workday::leadPath() + u"?limit=100"_s).array();
        for (const QJsonValue &lead : all)
            count += lead["relatedParty"_L1][0]["id"_L1].toString() == Anil.partyId;
        return count;
    }

private Q_SLOTS:
    void shouldGiveTwentyLeadsToOnePersonInOneStep()
    {
        // GIVEN a supervisor who sees twenty free leads
        Workday day(Ruth, leads());
        ResourceTableModel &model = day.page(MainWindow::Leads).model();
        QTRY_COMPARE_WITH_TIMEOUT(model.rowCount(), Count + 1, Patience);
        day.page(MainWindow::Leads).model().setSort({{Field::Name, Qt::DescendingOrder}});
        QTRY_COMPARE_WITH_TIMEOUT(model.index(0, 0).data().toString(), u"Lead 19"_s, Patience);

        // WHEN she selects them and assigns them to Anil, by name
        day.clickRow(MainWindow::Leads, 0);
        day.clickRow(MainWindow::Leads, Count - 1, Qt::ShiftModifier);
        QTRY_COMPARE_WITH_TIMEOUT(day.page(MainWindow::Leads).table().selectedCount(), Count, Patience);
        day.press(Qt::Key_O);
        QTRY_VERIFY_WITH_TIMEOUT(day.window().findChild<AssignDialog *>(), Patience);
        auto *dialog = day.window().findChild<AssignDialog *>();
        QTRY_VERIFY_WITH_TIMEOUT(dialog->isVisible(), Patience);
        auto *name = dialog->findChild<QLineEdit *>(u"filter"_s);
        // The team is known from the leads, and is read a moment after them.
        const auto isKnown = [name, dialog] {
            name->clear();
            QTest::keyClicks(name, u"Anil"_s);
            return dialog->findChild<QAbstractButton *>(u"assign"_s)->isEnabled();
        };
        QTRY_VERIFY_WITH_TIMEOUT(isKnown(), Patience);
        day.press(Qt::Key_Return);

        // THEN the server has them as his
        QTRY_COMPARE_WITH_TIMEOUT(countOfAnils(day), Count + 1, Patience);
    }
};

SALESBENCH_TEST(AssignLeadsTest)
#include "assignleadstest.moc"
