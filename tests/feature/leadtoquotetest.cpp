// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/feature/workday.h"

using namespace Qt::StringLiterals;
using namespace salesbench;
using namespace salesbench::testing;

namespace {

const Person Mara{u"p1"_s, u"Mara Lindqvist"_s, Role::Representative, {}};

QJsonObject marasLead()
{
    const QJsonObject owner{{u"id"_s, Mara.partyId},
                            {u"name"_s, Mara.name},
                            {u"role"_s, u"salesRepresentative"_s},
                            {u"@referredType"_s, u"Individual"_s}};
    return {{u"name"_s, u"Fibre for the harbour"_s},
            {u"rating"_s, u"hot"_s},
            {u"estimatedRevenue"_s, QJsonObject{{u"unit"_s, u"EUR"_s}, {u"value"_s, 18400}}},
            {u"productOffering"_s,
             QJsonObject{{u"id"_s, u"PO-1"_s},
                         {u"name"_s, u"Fibre 1 Gb/s"_s},
                         {u"@referredType"_s, u"ProductOffering"_s}}},
            {u"relatedParty"_s, QJsonArray{owner}}};
}

} // namespace

/// The representative's main job, from the first look at a lead to a quote that the customer takes.
class LeadToQuoteTest : public QObject {
    Q_OBJECT

    static QJsonObject only(Workday &day, const QString &path)
    {
        const QJsonArray all = day.office().get(path).array();
        return all.size() == 1 ? all.first().toObject() : QJsonObject();
    }

    static QString stateAt(Workday &day, const QString &path, const QString &attribute)
    {
        return only(day, path).value(attribute).toString();
    }

private Q_SLOTS:
    void shouldCarryALeadToAnAcceptedQuote()
    {
        // GIVEN a lead of Mara's that nobody has looked at
        Workday day(Mara, {marasLead()});
        QTRY_COMPARE_WITH_TIMEOUT(day.page(MainWindow::Leads).model().rowCount(), 1, Patience);
        day.clickRow(MainWindow::Leads, 0);

        // WHEN she qualifies it, and accepts it
        QTRY_VERIFY_WITH_TIMEOUT(day.click(u"move-inProgress"_s), Patience);
        QTRY_VERIFY_WITH_TIMEOUT(day.click(u"move-accepted"_s), Patience);

        // AND goes on with the opportunity that it became
        QTRY_COMPARE_WITH_TIMEOUT(day.page(MainWindow::Opportunities).model().rowCount(), 1, Patience);
        day.press(Qt::Key_2, Qt::ControlModifier);
        QCOMPARE(day.window().currentPage(), int(MainWindow::Opportunities));
        day.clickRow(MainWindow::Opportunities, 0);
        QTRY_VERIFY_WITH_TIMEOUT(day.click(u"move-inProgress"_s), Patience);
        day.press(Qt::Key_Q, Qt::ControlModifier | Qt::ShiftModifier);

        // AND carries the quote to the customer's yes
        QTRY_COMPARE_WITH_TIMEOUT(day.window().currentPage(), int(MainWindow::Quotes), Patience);
        QTRY_VERIFY_WITH_TIMEOUT(day.click(u"move-approved"_s), Patience);
        QTRY_VERIFY_WITH_TIMEOUT(day.click(u"move-accepted"_s), Patience);

        // THEN the server has all three, and each names the one that it came from
        QTRY_COMPARE_WITH_TIMEOUT(stateAt(day, Workday::quotePath(), u"state"_s), u"accepted"_s, Patience);
        QTRY_COMPARE_WITH_TIMEOUT(stateAt(day, Workday::opportunityPath(), u"status"_s), u"inProgress"_s,
                                  Patience);
        const QJsonObject lead = only(day, Workday::leadPath());
        const QJsonObject opportunity = only(day, Workday::opportunityPath());
        const QJsonObject quote = only(day, Workday::quotePath());
        QCOMPARE(lead.value("status"_L1).toString(), u"accepted"_s);
        QCOMPARE(lead["salesOpportunity"_L1]["id"_L1], opportunity.value("id"_L1));
        QCOMPARE(opportunity["salesLead"_L1][0]["id"_L1], lead.value("id"_L1));
        QCOMPARE(opportunity.value("estimatedRevenue"_L1), marasLead().value("estimatedRevenue"_L1));
        QCOMPARE(quote["salesOpportunity"_L1]["id"_L1], opportunity.value("id"_L1));
        QTRY_COMPARE_WITH_TIMEOUT(only(day, Workday::opportunityPath())["quote"_L1][0]["id"_L1],
                                  quote.value("id"_L1), Patience);
        QCOMPARE(quote["quoteTotalPrice"_L1][0]["price"_L1]["dutyFreeAmount"_L1]["value"_L1].toDouble(),
                 18400.0);
    }
};

SALESBENCH_TEST(LeadToQuoteTest)
#include "leadtoquotetest.moc"
