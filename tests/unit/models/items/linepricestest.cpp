// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/lineprices.h"

#include "tests/support/parse.h"
#include "tests/support/testcase.h"

using namespace salesbench;
using namespace Qt::StringLiterals;
using salesbench::testing::parse;

class LinePricesTest : public QObject {
    Q_OBJECT

private:
    QuoteItem item(const char *prices) const
    {
        return QuoteItem(
            parse(QByteArray("{'id': '1', 'quoteItemPrice': [" + QByteArray(prices) + "]}").constData()));
    }

    Price price(const QuoteItem &item, qsizetype place = 0) const
    {
        return item.quoteItemPrice()[place].price();
    }
    Charge eur(qint64 minor, const QString &period = {}) const { return {Money(minor, u"EUR"_s), period}; }

private Q_SLOTS:
    void shouldFindPricesByWhatTheyMean()
    {
        const QuoteItem line = item("{'priceType': 'nonRecurring'}, {'recurringChargePeriod': 'month'}, "
                                    "{'priceType': 'usage'}, {'priceType': 'oneTime'}");
        QCOMPARE(chargesOf(line, ChargeKind::OneTime), (QVector<qsizetype>{0, 3}));
        QCOMPARE(chargesOf(line, ChargeKind::Recurring), QVector<qsizetype>{1});
    }

    void shouldKeepWhatItDoesNotKnow()
    {
        QuoteItem line =
            item("{'priceType': 'oneTime', 'x-list': 'DE', 'price': {'taxRate': 19, 'x-note': 'n', "
                 "'dutyFreeAmount': {'unit': 'EUR', 'value': 10}}}");
        setCharge(line, ChargeKind::OneTime, eur(12050), {});

        const QJsonObject json = line.quoteItemPrice()[0].json();
        QCOMPARE(json.value("x-list"_L1), u"DE"_s);
        QCOMPARE(price(line).json().value("x-note"_L1), u"n"_s);
        QCOMPARE(price(line).dutyFreeAmount(), Money(12050, u"EUR"_s));
        QCOMPARE(price(line).taxIncludedAmount(), Money(14340, u"EUR"_s)); // 143.395 away from zero
        QCOMPARE(price(line).taxRate(), 19.0);
    }

    void shouldAddAPriceWithTheRateOfTheOthers()
    {
        QuoteItem line = item("");
        setCharge(line, ChargeKind::Recurring, eur(24000, u"month"_s), 19);

        const QuotePrice added = line.quoteItemPrice()[0];
        QCOMPARE(added.priceType(), u"recurring"_s);
        QCOMPARE(added.recurringChargePeriod(), u"month"_s);
        QCOMPARE(added.price().taxRate(), 19.0);
        QCOMPARE(added.price().taxIncludedAmount(), Money(28560, u"EUR"_s));
    }

    void shouldTakeAPriceAway()
    {
        QuoteItem line = item("{'priceType': 'usage'}, {'priceType': 'oneTime', 'price': {'dutyFreeAmount': "
                              "{'unit': 'EUR', 'value': 10}}}");
        setCharge(line, ChargeKind::OneTime, {}, {});
        QCOMPARE(line.quoteItemPrice().size(), 1);
        QCOMPARE(line.quoteItemPrice()[0].priceType(), u"usage"_s);
    }

    void shouldKeepARateThatOnlyTheAmountsSay()
    {
        QuoteItem line =
            item("{'priceType': 'oneTime', 'price': {'dutyFreeAmount': {'unit': 'EUR', 'value': 100}, "
                 "'taxIncludedAmount': {'unit': 'EUR', 'value': 107}}}");
        setCharge(line, ChargeKind::OneTime, eur(20000), {});
        QCOMPARE(price(line).taxIncludedAmount(), Money(21400, u"EUR"_s));
        QCOMPARE(price(line).taxRate(), std::nullopt);
    }

    void shouldSetTheRateOfEveryPrice()
    {
        QuoteItem line =
            item("{'priceType': 'oneTime', 'price': {'taxRate': 19, 'dutyFreeAmount': {'unit': 'JPY', "
                 "'value': 1000}, 'taxIncludedAmount': {'unit': 'JPY', 'value': 1190}}}, "
                 "{'priceType': 'recurring', 'price': {'taxIncludedAmount': {'unit': 'JPY', 'value': 110}}}");
        setTaxRate(line, 10);
        QCOMPARE(price(line).taxIncludedAmount(), Money(1100, u"JPY"_s));
        QCOMPARE(price(line, 1).taxRate(), 10.0);
        QCOMPARE(price(line, 1).taxIncludedAmount(), Money(110, u"JPY"_s));
        setTaxRate(line, {});
        QCOMPARE(price(line).taxRate(), std::nullopt);
        QCOMPARE(price(line).taxIncludedAmount(), std::nullopt);
    }

    void shouldNotInventCents()
    {
        QuoteItem line =
            item("{'priceType': 'usage', 'price': {'dutyFreeAmount': {'unit': 'EUR', 'value': 0.005}}}");
        setTaxRate(line, 19);
        QCOMPARE(price(line).taxIncludedAmount(), std::nullopt);
        QCOMPARE(price(line).json().value("dutyFreeAmount"_L1).toObject().value("value"_L1).toDouble(),
                 0.005);
    }

    void shouldDiscountAllPricesOrThoseThatHaveADiscount()
    {
        QuoteItem line =
            item("{'priceType': 'oneTime'}, {'priceType': 'recurring', 'recurringChargePeriod': 'month'}");
        setDiscount(line, {10, ChargeKind::Recurring}, u"Discount"_s);
        QVERIFY(line.quoteItemPrice()[0].priceAlteration().isEmpty());
        const PriceAlteration added = line.quoteItemPrice()[1].priceAlteration()[0];
        QCOMPARE(added.price().percentage(), 10.0);
        QCOMPARE(added.name(), u"Discount"_s);
        QCOMPARE(added.recurringChargePeriod(), u"month"_s);

        setDiscount(line, {12, {}}, u"Discount"_s);
        QVERIFY(line.quoteItemPrice()[0].priceAlteration().isEmpty());
        QCOMPARE(line.quoteItemPrice()[1].priceAlteration()[0].price().percentage(), 12.0);

        setDiscount(line, {0, {}}, u"Discount"_s);
        QVERIFY(line.quoteItemPrice()[1].priceAlteration().isEmpty());
        setDiscount(line, {5, {}}, u"Discount"_s);
        QCOMPARE(line.quoteItemPrice()[0].priceAlteration()[0].price().percentage(), 5.0);
    }

    void shouldKnowPlainDiscounts()
    {
        QVERIFY(isDiscountPlain(item("{'priceAlteration': [{'price': {'percentage': 10}}]}")));
        QVERIFY(!isDiscountPlain(
            item("{'priceAlteration': [{'price': {'percentage': 10}, 'applicationDuration': 6}]}")));
        QVERIFY(!isDiscountPlain(
            item("{'priceAlteration': [{'price': {'percentage': 10}}, {'price': {'percentage': 5}}]}")));
        QVERIFY(!isDiscountPlain(
            item("{'priceAlteration': [{'price': {'dutyFreeAmount': {'unit': 'EUR', 'value': 5}}}]}")));
    }
};

SALESBENCH_TEST(LinePricesTest)
#include "linepricestest.moc"
