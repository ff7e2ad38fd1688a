// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/server/documentrules.h"
#include "tests/support/parse.h"
#include "tests/support/testcase.h"

#include <QJsonArray>
#include <QTest>
#include <QTimeZone>

using namespace salesbench;
using namespace salesbench::testing;
using namespace Qt::StringLiterals;

namespace {

const QDateTime Now(QDate(2026, 3, 2), QTime(9, 0), QTimeZone::utc());
const QString NowText = u"2026-03-02T09:00:00.000Z"_s;
const ServedResource &Lead = servedResource(ResourceKind::SalesLead);
const ServedResource &Opportunity = servedResource(ResourceKind::SalesOpportunity);
const ServedResource &Quotes = servedResource(ResourceKind::Quote);

QJsonObject with(QJsonObject document, QLatin1StringView attribute, const QJsonValue &value)
{
    document.insert(attribute, value);
    return document;
}

ApiResult<QJsonObject> moved(const ServedResource &resource, const QString &from, const QString &to)
{
    const QJsonObject before{{resource.type.stateAttribute, from}};
    return changedDocument(resource, before, with(before, resource.type.stateAttribute, to), Now);
}

} // namespace

class DocumentRulesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void shouldSetWhatTheServerOwns()
    {
        const QJsonObject body =
            parse("{'name':'a','href':'x','creationDate':'y','statusChangeDate':'z','status':'accepted'}");
        const QJsonObject lead = newDocument(Lead, body, u"new"_s, Now);
        QCOMPARE(lead.value("id"_L1).toString(), u"new"_s);
        QCOMPARE(lead.value("href"_L1).toString(), u"/tmf-api/sales/v4/salesLead/new"_s);
        QCOMPARE(lead.value("creationDate"_L1).toString(), NowText);
        QCOMPARE(lead.value("statusChangeDate"_L1).toString(), NowText);
        QCOMPARE(lead.value("status"_L1).toString(), u"acknowledged"_s);
    }

    void shouldTakeTheClientsIdAndKeepUnknownAttributes()
    {
        const QJsonObject lead =
            newDocument(Lead, parse("{'name':'a','id':'mine','x':{'y':[1]}}"), u"new"_s, Now);
        QCOMPARE(lead.value("id"_L1).toString(), u"mine"_s);
        QCOMPARE(lead.value("x"_L1).toObject(), parse("{'y':[1]}"));
    }

    void shouldDropNullsAtEveryDepth()
    {
        QCOMPARE(withoutNulls(parse("{'a':null,'b':{'c':null,'d':1},'e':[{'f':null,'g':2}]}")),
                 parse("{'b':{'d':1},'e':[{'g':2}]}"));
    }

    void shouldStartEveryItemInTheFirstState()
    {
        const QJsonObject quote = newDocument(
            Quotes,
            parse(
                "{'quoteItem':[{'id':'1','state':'approved','quoteItem':[{'id':'2','state':'rejected'}]}]}"),
            u"q"_s, Now);
        const QJsonObject item = quote.value("quoteItem"_L1)[0].toObject();
        QCOMPARE(item.value("state"_L1).toString(), u"inProgress"_s);
        QCOMPARE(item.value("quoteItem"_L1)[0]["state"_L1].toString(), u"inProgress"_s);
        QCOMPARE(quote.value("quoteDate"_L1).toString(), NowText);
        QVERIFY(!quote.contains("statusChangeDate"_L1));
    }

    void shouldFollowTheLifecycleForEveryPairOfStates()
    {
        for (const ServedResource &resource : servedResources()) {
            for (State from : resource.type.lifecycle.states()) {
                for (State to : resource.type.lifecycle.states()) {
                    const auto result = moved(resource, toText(from), toText(to));
                    QCOMPARE(result.has_value(), from == to || resource.type.lifecycle.allows(from, to));
                    if (!result) {
                        QCOMPARE(result.error().status, 409);
                        QVERIFY(result.error().message.contains(toText(from)));
                        QVERIFY(result.error().message.contains(toText(to)));
                    }
                }
            }
        }
    }

    void shouldDateAChangeOfStatusAndNoOther()
    {
        QCOMPARE(moved(Lead, u"acknowledged"_s, u"inProgress"_s)->value("statusChangeDate"_L1).toString(),
                 NowText);
        QVERIFY(!moved(Lead, u"pending"_s, u"pending"_s)->contains("statusChangeDate"_L1));
    }

    void shouldNotLetFixedAttributesChange_data()
    {
        QTest::addColumn<QString>("attribute");
        QTest::newRow("id") << u"id"_s;
        QTest::newRow("href") << u"href"_s;
        QTest::newRow("creationDate") << u"creationDate"_s;
    }

    void shouldNotLetFixedAttributesChange()
    {
        QFETCH(QString, attribute);
        const QJsonObject before = newDocument(Lead, parse("{'name':'a'}"), u"1"_s, Now);
        QJsonObject wanted = before;
        QVERIFY(changedDocument(Lead, before, wanted, Now));
        wanted.insert(attribute, u"other"_s);
        const auto result = changedDocument(Lead, before, wanted, Now);
        QCOMPARE(result.error().status, 400);
        QVERIFY(result.error().message.startsWith(attribute));
    }

    void shouldIgnoreWhatOnlyTheServerSets()
    {
        const QJsonObject before = parse("{'status':'pending','statusChangeDate':'then'}");
        const QJsonObject wanted = parse("{'status':'pending','statusChangeDate':5,'name':'b'}");
        QCOMPARE(withServersOwn(Lead, before, wanted).value("statusChangeDate"_L1).toString(), u"then"_s);
        QVERIFY(!withServersOwn(Quotes, {}, parse("{'quoteDate':'x'}")).contains("quoteDate"_L1));
    }

    void shouldMoveItemsByTheirOwnLifecycle()
    {
        const QJsonObject before = parse("{'status':'inProgress','salesOpportunityItem':[{'id':'1','"
                                         "salesOpportunityItemStatus':'acknowledged'}]}");
        const QJsonObject legal =
            parse("{'status':'inProgress','salesOpportunityItem':[{'id':'1','salesOpportunityItemStatus':'"
                  "inProgress'},{'id':'2','salesOpportunityItemStatus':'accepted'}]}");
        const auto result = changedDocument(Opportunity, before, legal, Now);
        QVERIFY(result);
        const QJsonArray items = result->value("salesOpportunityItem"_L1).toArray();
        QCOMPARE(items[0]["salesOpportunityItemStatus"_L1].toString(), u"inProgress"_s);
        QCOMPARE(items[1]["salesOpportunityItemStatus"_L1].toString(), u"acknowledged"_s); // new ones start

        const QJsonObject illegal = parse("{'status':'inProgress','salesOpportunityItem':[{'id':'1','"
                                          "salesOpportunityItemStatus':'accepted'}]}");
        QCOMPARE(changedDocument(Opportunity, before, illegal, Now).error().status, 409);
    }

    void shouldFollowTheLifecycleOfItemsForEveryPairOfStates()
    {
        int pairs = 0;
        for (const ServedResource &resource : servedResources()) {
            if (!resource.items)
                continue;
            const auto document = [&](State state) {
                const QJsonObject item{{u"id"_s, u"7"_s}, {resource.items->stateAttribute, toText(state)}};
                return QJsonObject{{resource.items->attribute, QJsonArray{item}}};
            };
            for (State from : resource.items->lifecycle.states()) {
                for (State to : resource.items->lifecycle.states()) {
                    const auto result = changedDocument(resource, document(from), document(to), Now);
                    QCOMPARE(result.has_value(), from == to || resource.items->lifecycle.allows(from, to));
                    if (!result) {
                        QCOMPARE(result.error().status, 409);
                        QVERIFY(result.error().message.contains(toText(from)));
                        QVERIFY(result.error().message.contains(toText(to)));
                    }
                    ++pairs;
                }
            }
        }
        QCOMPARE(pairs, 6 * 6 + 4 * 4);
    }

    void shouldKeepTheStateOfAnItemThatNamesNone()
    {
        const QJsonObject before = parse("{'state':'inProgress','quoteItem':[{'id':'1','state':'pending'}]}");
        const auto result =
            changedDocument(Quotes, before, parse("{'state':'inProgress','quoteItem':[{'id':'1'}]}"), Now);
        QCOMPARE(result->value("quoteItem"_L1)[0]["state"_L1].toString(), u"pending"_s);
    }

    void shouldRefuseAnIllegalMoveInsideABundle()
    {
        const QJsonObject before = parse("{'state':'inProgress','quoteItem':[{'id':'1','state':'inProgress','"
                                         "quoteItem':[{'id':'2','state':'pending'}]}]}");
        const QJsonObject wanted = parse("{'state':'inProgress','quoteItem':[{'id':'1','state':'inProgress','"
                                         "quoteItem':[{'id':'2','state':'rejected'}]}]}");
        const auto result = changedDocument(Quotes, before, wanted, Now);
        QCOMPARE(result.error().status, 409);
        QVERIFY(result.error().message.contains(u"quoteItem 2"_s));
    }
};

SALESBENCH_TEST(DocumentRulesTest)
#include "documentrulestest.moc"
