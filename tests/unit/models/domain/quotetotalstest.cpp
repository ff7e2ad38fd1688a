// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/quotetotals.h"

#include "tests/support/parse.h"
#include "tests/support/testcase.h"

using namespace salesbench;
using namespace Qt::StringLiterals;
using salesbench::testing::parse;

namespace {

QuoteTotals totalsOf(const char *quote)
{
    const Result<QuoteTotals> result = quoteTotals(Quote(parse(quote)).quoteItem());
    if (!result)
        qFatal("%s", qPrintable(result.error().sentence));
    return *result;
}

Problem problemOf(const char *quote)
{
    const Result<QuoteTotals> result = quoteTotals(Quote(parse(quote)).quoteItem());
    return result ? Problem{Problem::Kind::Cancelled, u"no problem"_s, {}} : result.error();
}

/// The only price of the only line.
PriceTotal only(const QString &quantity, const QString &value, const QString &currency,
                const QString &more = {}, const QString &alterations = {})
{
    const QString quote = u"{'quoteItem': [{'id': '1', 'quantity': %1, 'quoteItemPrice': [{'price': {"
                          "'dutyFreeAmount': {'unit': '%3', 'value': %2}%4}%5}]}]}"_s;
    const QuoteTotals totals =
        totalsOf(quote.arg(quantity, value, currency, more, alterations).toUtf8().constData());
    return totals.totals.value(0);
}

QString alterations(const QStringList &prices)
{
    QStringList all;
    for (qsizetype i = 0; i < prices.size(); ++i)
        all.append(u"{'priority': %1, 'price': %2}"_s.arg(i + 1).arg(prices[i]));
    return u", 'priceAlteration': ["_s + all.join(u',') + u']';
}

} // namespace

class QuoteTotalsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void shouldCountNothingWithoutLines()
    {
        QVERIFY(totalsOf("{}").totals.isEmpty());
        QVERIFY(totalsOf("{'quoteItem': []}").lines.isEmpty());
    }

    void shouldMultiplyAndTax_data()
    {
        QTest::addColumn<QString>("quantity");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("currency");
        QTest::addColumn<QString>("rest");
        QTest::addColumn<qint64>("net");
        QTest::addColumn<qint64>("tax");
        const auto row = [](const char *name, const QString &quantity, const QString &value,
                            const QString &currency, const QString &rest, qint64 net, qint64 tax) {
            QTest::newRow(name) << quantity << value << currency << rest << net << tax;
        };
        const QString vat = u", 'taxRate': 19"_s;
        row("euro", u"14"_s, u"250"_s, u"EUR"_s, vat, 350000, 66500);
        row("yen have no digits", u"3"_s, u"1001"_s, u"JPY"_s, u", 'taxRate': 10"_s, 3003, 300);
        row("dinar have three", u"2"_s, u"1.2345"_s, u"KWD"_s, u", 'taxRate': 5"_s, 2469, 123);
        row("no rate", u"1"_s, u"9.99"_s, u"EUR"_s, QString(), 999, 0);
        row("no quantity", u"null"_s, u"9.99"_s, u"EUR"_s, vat, 999, 190);
        row("quantity zero", u"0"_s, u"9.99"_s, u"EUR"_s, vat, 0, 0);
        row("text for numbers", u"'2'"_s, u"'9.99'"_s, u"EUR"_s, u", 'taxRate': '19'"_s, 1998, 380);
        row("rounds once, behind the quantity", u"1000"_s, u"0.005"_s, u"EUR"_s, vat, 500, 95);
        row("half a cent", u"1"_s, u"0.005"_s, u"EUR"_s, QString(), 1, 0);
        row("half a cent back", u"-1"_s, u"0.005"_s, u"EUR"_s, QString(), -1, 0);
        row("a half that binary does not have", u"1"_s, u"1.005"_s, u"EUR"_s, QString(), 101, 0);
        row("less than half", u"1"_s, u"1.00499999999"_s, u"EUR"_s, QString(), 100, 0);
        row("half a cent of tax", u"1"_s, u"0.5"_s, u"EUR"_s, u", 'taxRate': 5"_s, 50, 3);
        row("half a yen of tax", u"1"_s, u"5"_s, u"JPY"_s, u", 'taxRate': 10"_s, 5, 1);
        row("rate with digits", u"1"_s, u"100"_s, u"EUR"_s, u", 'taxRate': 8.1"_s, 10000, 810);
        row("rate from the amounts", u"2"_s, u"30"_s, u"USD"_s,
            u", 'taxIncludedAmount': {'unit': 'USD', 'value': 34.8}"_s, 6000, 960);
        row("amounts in two currencies say no rate", u"1"_s, u"30"_s, u"USD"_s,
            u", 'taxIncludedAmount': {'unit': 'EUR', 'value': 34.8}"_s, 3000, 0);
        row("largest", u"1"_s, u"90071992547409.92"_s, u"EUR"_s, QString(), 9007199254740992, 0);
        row("a fraction of a piece", u"1.5"_s, u"0.01"_s, u"EUR"_s, QString(), 2, 0);
    }

    void shouldMultiplyAndTax()
    {
        QFETCH(QString, quantity);
        QFETCH(QString, value);
        QFETCH(QString, currency);
        QFETCH(QString, rest);
        const PriceTotal total = only(quantity, value, currency, rest);
        QTEST(total.net, "net");
        QTEST(total.tax, "tax");
        QCOMPARE(total.gross, total.net + total.tax);
        QCOMPARE(total.list, total.net);
        QCOMPARE(total.discount, 0);
        QCOMPARE(total.currency, currency);
    }

    void shouldLowerThePrice_data()
    {
        QTest::addColumn<QStringList>("alterations");
        QTest::addColumn<qint64>("net");
        const QString five = u"{'dutyFreeAmount': {'unit': 'EUR', 'value': 5}}"_s;
        // Ten pieces at 10.00: 100.00 before.
        QTest::newRow("percentage") << QStringList{u"{'percentage': 10}"_s} << qint64(9000);
        QTest::newRow("surcharge") << QStringList{u"{'percentage': -10}"_s} << qint64(11000);
        QTest::newRow("free") << QStringList{u"{'percentage': 100}"_s} << qint64(0);
        QTest::newRow("amount off the line") << QStringList{five} << qint64(9500);
        QTest::newRow("amount first") << QStringList{five, u"{'percentage': 10}"_s} << qint64(8550);
        QTest::newRow("percentage first") << QStringList{u"{'percentage': 10}"_s, five} << qint64(8500);
        QTest::newRow("one on the other")
            << QStringList{u"{'percentage': 10}"_s, u"{'percentage': 10}"_s} << qint64(8100);
        QTest::newRow("rounded once")
            << QStringList{u"{'percentage': 33.333}"_s, u"{'percentage': 0.001}"_s} << qint64(6667);
        QTest::newRow("with tax") << QStringList{u"{'taxIncludedAmount': {'unit': 'EUR', 'value': 12}}"_s}
                                  << qint64(9000);
        QTest::newRow("says nothing") << QStringList{u"{}"_s} << qint64(10000);
        QTest::newRow("more than the price")
            << QStringList{u"{'dutyFreeAmount': {'unit': 'EUR', 'value': 120}}"_s} << qint64(-2000);
    }

    void shouldLowerThePrice()
    {
        QFETCH(QStringList, alterations);
        const PriceTotal total =
            only(u"10"_s, u"10"_s, u"EUR"_s, u", 'taxRate': 20"_s, ::alterations(alterations));
        QTEST(total.net, "net");
        QCOMPARE(total.list, 10000);
        QCOMPARE(total.discount, 10000 - total.net);
        QCOMPARE(total.tax, total.net / 5);
    }

    void shouldTakeTheLowestPriorityFirst()
    {
        const QString five = u"'price': {'dutyFreeAmount': {'unit': 'EUR', 'value': 5}}"_s;
        const QString tenth = u"'price': {'percentage': 10}"_s;
        const auto net = [&](const QString &first, const QString &second) {
            return only(u"10"_s, u"10"_s, u"EUR"_s, {},
                        u", 'priceAlteration': [{%1}, {%2}]"_s.arg(first, second))
                .net;
        };
        QCOMPARE(net(u"'priority': 2, "_s + five, u"'priority': 1, "_s + tenth), 8500);
        QCOMPARE(net(five, u"'priority': 9, "_s + tenth), 8500);
        QCOMPARE(net(five, tenth), 8550);
        QCOMPARE(net(u"'priority': 1, "_s + five, u"'priority': 1, "_s + tenth), 8550);
    }

    void shouldRoundTheGrossWhereOnlyThatIsKnown()
    {
        // 0.09 with 20 % is 0.075 without: rounding both parts alone would make 0.10 of it.
        const QuoteTotals totals = totalsOf("{'quoteItem': [{'quoteItemPrice': [{'price': {'taxRate': 20, "
                                            "'taxIncludedAmount': {'unit': 'EUR', 'value': 0.09}}}]}]}");
        QCOMPARE(totals.totals.at(0).gross, 9);
        QCOMPARE(totals.totals.at(0).net, 8);
        QCOMPARE(totals.totals.at(0).tax, 1);
    }

    void shouldSurviveARateThatLeavesNothing()
    {
        const QuoteTotals totals = totalsOf("{'quoteItem': [{'quoteItemPrice': [{'price': {'taxRate': -100, "
                                            "'taxIncludedAmount': {'unit': 'EUR', 'value': 1}}}]}]}");
        QCOMPARE(totals.totals.at(0).gross, 100);
    }

    void shouldNameTheKindOfPrice_data()
    {
        QTest::addColumn<QString>("price");
        QTest::addColumn<QString>("type");
        QTest::addColumn<QString>("period");
        QTest::newRow("one-time") << u"'priceType': 'oneTime', "_s << u"oneTime"_s << QString();
        QTest::newRow("another word for it")
            << u"'priceType': 'nonRecurring', "_s << u"oneTime"_s << QString();
        QTest::newRow("with a period")
            << u"'priceType': 'oneTime', 'recurringChargePeriod': 'month', "_s << u"oneTime"_s << QString();
        QTest::newRow("monthly") << u"'priceType': 'recurring', 'recurringChargePeriod': 'month', "_s
                                 << u"recurring"_s << u"month"_s;
        QTest::newRow("usage") << u"'priceType': 'usage', "_s << u"usage"_s << QString();
        QTest::newRow("own word") << u"'priceType': 'deposit', "_s << u"deposit"_s << QString();
        QTest::newRow("nothing") << QString() << u"oneTime"_s << QString();
        QTest::newRow("a period alone")
            << u"'recurringChargePeriod': 'year', "_s << u"recurring"_s << u"year"_s;
    }

    void shouldNameTheKindOfPrice()
    {
        QFETCH(QString, price);
        const QString quote =
            u"{'quoteItem': [{'quoteItemPrice': [{%1'price': {'dutyFreeAmount': {'unit': 'EUR', "
            "'value': 1}}}]}]}"_s.arg(price);
        const PriceTotal total = totalsOf(quote.toUtf8().constData()).totals.value(0);
        QTEST(total.priceType, "type");
        QTEST(total.period, "period");
    }

    void shouldSumByKindPeriodAndCurrency()
    {
        const QuoteTotals totals = totalsOf(R"({'quoteItem': [
            {'quantity': 1, 'quoteItemPrice': [
                {'priceType': 'usage', 'price': {'dutyFreeAmount': {'unit': 'EUR', 'value': 7}}},
                {'priceType': 'recurring', 'recurringChargePeriod': 'month', 'price': {'taxRate': 10,
                    'dutyFreeAmount': {'unit': 'EUR', 'value': 1}}},
                {'priceType': 'recurring', 'recurringChargePeriod': 'year', 'price': {
                    'dutyFreeAmount': {'unit': 'EUR', 'value': 2}}}]},
            {'quantity': 2, 'quoteItemPrice': [
                {'priceType': 'recurring', 'recurringChargePeriod': 'month', 'price': {'taxRate': 20,
                    'dutyFreeAmount': {'unit': 'EUR', 'value': 10}}},
                {'priceType': 'recurring', 'recurringChargePeriod': 'month', 'price': {
                    'dutyFreeAmount': {'unit': 'JPY', 'value': 10}}},
                {'priceType': 'oneTime', 'price': {'dutyFreeAmount': {'unit': 'EUR', 'value': 3}}}]}]})");

        QStringList words;
        for (const PriceTotal &total : totals.totals) {
            words.append(u"%1 %2 %3 %4 %5"_s.arg(total.priceType, total.period, total.currency)
                             .arg(total.net)
                             .arg(total.gross));
        }
        QCOMPARE(words,
                 (QStringList{u"oneTime  EUR 600 600"_s, u"recurring month EUR 2100 2510"_s,
                              u"recurring year EUR 200 200"_s, u"recurring month JPY 20 20"_s,
                              u"usage  EUR 700 700"_s}));
        QCOMPARE(totals.totals.at(1).taxRate, std::nullopt);
    }

    void shouldCountTheLinesOfABundleByTheirOwnQuantities()
    {
        const QuoteTotals totals = totalsOf(R"({'quoteItem': [{'quantity': 14,
            'quoteItemPrice': [{'price': {'dutyFreeAmount': {'unit': 'EUR', 'value': 1}}}],
            'quoteItem': [
                {'quantity': 3, 'quoteItemPrice': [{'price': {'dutyFreeAmount': {'unit': 'EUR', 'value': 10}}}]},
                {'quantity': 1, 'quoteItem': [{'quantity': 2, 'quoteItemPrice': [
                    {'price': {'dutyFreeAmount': {'unit': 'EUR', 'value': 100}}}]}]}]}, {}]})");

        QCOMPARE(totals.totals.at(0).net, 1400 + 3000 + 20000);
        QStringList numbers;
        for (const LineTotals &line : totals.lines)
            numbers.append(line.number);
        QCOMPARE(numbers, (QStringList{u"1"_s, u"1.1"_s, u"1.2"_s, u"1.2.1"_s, u"2"_s}));
        QCOMPARE(totals.lines.at(1).prices.at(0).net, 3000);
        QVERIFY(totals.lines.at(2).prices.isEmpty());
    }

    void shouldLeaveOutAPriceWithoutAmountOrCurrency()
    {
        const QuoteTotals totals = totalsOf(R"({'quoteItem': [{'quantity': 2, 'quoteItemPrice': [
            {'priceType': 'oneTime'}, {'price': {'percentage': 5, 'taxRate': 19}},
            {'price': {'dutyFreeAmount': {'value': 5}}}, {'price': {'dutyFreeAmount': {'unit': 'EUR'}}},
            {'price': {'dutyFreeAmount': 'much'}}, 'text', null]}, 7]})");
        QVERIFY(totals.totals.isEmpty());
        QCOMPARE(totals.lines.size(), 2);
    }

    void shouldRefuseWhatCannotBeExact_data()
    {
        QTest::addColumn<QByteArray>("quote");
        QTest::addColumn<QString>("line");
        const auto row = [](const char *name, const char *lines, const QString &line) {
            QTest::newRow(name) << QByteArray("{'quoteItem': [" + QByteArray(lines) + "]}") << line;
        };
        row("one price",
            R"({'quoteItemPrice': [{'price': {'dutyFreeAmount': {'unit': 'EUR', 'value': 1e14}}}]})",
            u"Line 1 "_s);
        row("times the quantity",
            R"({}, {'quantity': 1e6, 'quoteItemPrice': [{'price': {'dutyFreeAmount': {'unit': 'EUR', 'value': 1e9}}}]})",
            u"Line 2 "_s);
        row("with tax", R"({'quoteItem': [{'quoteItemPrice': [{'price': {'taxRate': 100,
            'dutyFreeAmount': {'unit': 'JPY', 'value': 9007199254740992}}}]}]})",
            u"Line 1.1 "_s);
        row("by a surcharge",
            R"({'quoteItemPrice': [{'price': {'dutyFreeAmount': {'unit': 'JPY', 'value': 1}},
            'priceAlteration': [{'price': {'percentage': -1e300}}]}]})",
            u"Line 1 "_s);
        row("the sum", R"({'quoteItemPrice': [{'price': {'dutyFreeAmount': {'unit': 'JPY', 'value': 9e15}}}]},
            {'quoteItemPrice': [{'price': {'dutyFreeAmount': {'unit': 'JPY', 'value': 9e15}}}]})",
            u"Line 2 "_s);
    }

    void shouldRefuseWhatCannotBeExact()
    {
        QFETCH(QByteArray, quote);
        QFETCH(QString, line);
        const Problem problem = problemOf(quote.constData());
        QCOMPARE(problem.kind, Problem::Kind::BadInput);
        QVERIFY2(problem.sentence.startsWith(line), qPrintable(problem.sentence));
    }

    void shouldNeverAddTwoCurrencies()
    {
        const Problem problem = problemOf(R"({'quoteItem': [{'quoteItemPrice': [{'price': {'dutyFreeAmount':
            {'unit': 'EUR', 'value': 1}}, 'priceAlteration': [{'price': {'dutyFreeAmount':
            {'unit': 'USD', 'value': 1}}}]}]}]})");
        QCOMPARE(problem.kind, Problem::Kind::BadInput);
        QVERIFY(problem.sentence.contains("USD"_L1) && problem.sentence.contains("EUR"_L1));
    }

    void shouldWriteTheTotalsIntoADocument()
    {
        const QuoteTotals totals = totalsOf(R"({'quoteItem': [{'quantity': 2, 'quoteItemPrice': [
            {'priceType': 'recurring', 'recurringChargePeriod': 'month', 'price': {'taxRate': 19,
            'dutyFreeAmount': {'unit': 'EUR', 'value': 12.5}}}]}]})");
        Quote quote;
        quote.setQuoteTotalPrice(toQuoteTotalPrice(totals));
        QCOMPARE(quote.json(), parse(R"({'quoteTotalPrice': [{'priceType': 'recurring',
            'recurringChargePeriod': 'month', 'price': {'taxRate': 19,
            'dutyFreeAmount': {'unit': 'EUR', 'value': 25}, 'taxIncludedAmount': {'unit': 'EUR', 'value': 29.75}}}]})"));
    }
};

SALESBENCH_TEST(QuoteTotalsTest)
#include "quotetotalstest.moc"
