// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/quote.h"
#include "models/domain/salesopportunity.h"
#include "tests/support/parse.h"
#include "tests/support/testcase.h"

using namespace salesbench;
using namespace Qt::StringLiterals;
using salesbench::testing::parse;

class QuoteTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void shouldReachEveryDepth()
    {
        const Quote quote(
            parse(R"({'quoteItem': [{'id': '1', 'quantity': '2', 'quoteItem': [{'id': '2', 'product': {
            'productRelationship': [{'relationshipType': 'bundled', 'product': {'name': 'Router',
            'productCharacteristic': [{'name': 'ports', 'value': [4, 8]}]}}]}}]}]})"));

        const QuoteItem line = quote.quoteItem().at(0);
        QCOMPARE(line.quantity(), std::optional(2.0));
        const ProductRefOrValue product =
            line.quoteItem().at(0).product().productRelationship().at(0).product();
        QCOMPARE(product.name(), u"Router"_s);
        QCOMPARE(product.productCharacteristic().at(0).value(), QJsonValue(QJsonArray{4, 8}));
    }

    void shouldKeepWhatItDoesNotKnow()
    {
        Quote quote(parse("{'x': {'y': 1}, 'quoteItem': [{'id': '1', 'x-line': [true]}, {'id': '2'}], "
                          "'state': 'inProgress'}"));

        QVector<QuoteItem> lines = quote.quoteItem();
        lines[0].setQuantity(3);
        quote.setQuoteItem(lines);
        quote.setState(u"pending"_s);

        QCOMPARE(
            quote.json(),
            parse("{'x': {'y': 1}, 'quoteItem': [{'id': '1', 'quantity': 3, 'x-line': [true]}, {'id': '2'}],"
                  " 'state': 'pending'}"));
    }

    void shouldHoldAProductInsideAProduct()
    {
        ProductRefOrValue inner;
        inner.setId(u"7"_s);
        ProductRelationship relationship;
        relationship.setProduct(inner);
        ProductRefOrValue outer;
        outer.setProductRelationship({relationship});

        QCOMPARE(outer.json(), parse("{'productRelationship': [{'product': {'id': '7'}}]}"));
    }

    void shouldReadAnOpportunity()
    {
        SalesOpportunity opportunity(
            parse(R"({'name': 'a', 'x': 1, 'quote': [{'id': 5}], 'salesOpportunityItem': [
            {'productOffering': {'name': 'Gold'}, 'estimatedRevenue': {'unit': 'EUR', 'value': 1}}]})"));

        opportunity.setNextStep(u"Call"_s);

        QCOMPARE(opportunity.quote().at(0).id(), u"5"_s);
        QCOMPARE(opportunity.salesOpportunityItem().at(0).productOffering().name(), u"Gold"_s);
        QCOMPARE(opportunity.salesOpportunityItem().at(0).estimatedRevenue(),
                 std::optional(Money(100, u"EUR"_s)));
        QCOMPARE(opportunity.json().value("x"_L1), QJsonValue(1));
    }
};

SALESBENCH_TEST(QuoteTest)
#include "quotetest.moc"
