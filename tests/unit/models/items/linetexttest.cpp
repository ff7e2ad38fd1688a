// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/linetext.h"

#include "tests/support/parse.h"
#include "tests/support/testcase.h"

#include <QLocale>

using namespace salesbench;
using namespace Qt::StringLiterals;
using salesbench::testing::parse;

class LineTextTest : public QObject {
    Q_OBJECT

private:
    QString discount(const char *prices) const
    {
        return discountText(
            QuoteItem(parse(QByteArray("{'quoteItemPrice': [" + QByteArray(prices) + "]}").constData())));
    }

    PriceTotal price(const QString &type, const QString &period, const QString &currency, qint64 net) const
    {
        PriceTotal result;
        result.priceType = type;
        result.period = period;
        result.currency = currency;
        result.net = net;
        return result;
    }

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }
    void cleanupTestCase() { QLocale::setDefault(QLocale::c()); }

    void shouldShowAmountsToTheLastDigit_data()
    {
        QTest::addColumn<qint64>("minor");
        QTest::addColumn<QString>("currency");
        QTest::addColumn<QString>("text");
        QTest::newRow("euro") << 350050LL << u"EUR"_s << u"3,500.50"_s;
        QTest::newRow("yen") << 1200LL << u"JPY"_s << u"1,200"_s;
        QTest::newRow("dinar") << 12005LL << u"KWD"_s << u"12.005"_s;
        QTest::newRow("cents") << -7LL << u"EUR"_s << u"−0.07"_s;
        QTest::newRow("the largest") << 9007199254740991LL << u"EUR"_s << u"90,071,992,547,409.91"_s;
    }

    void shouldShowAmountsToTheLastDigit()
    {
        QFETCH(qint64, minor);
        QFETCH(QString, currency);
        QFETCH(QString, text);
        QCOMPARE(minorText(minor, currency), text);
    }

    void shouldShowAmountsInTheUsersFormat()
    {
        const QLocale before;
        QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
        QCOMPARE(minorText(350050, u"EUR"_s), u"3.500,50"_s);
        QLocale::setDefault(before);
    }

    void shouldSayPeriods()
    {
        QCOMPARE(periodSuffix(price(u"oneTime"_s, {}, QString(), 0)), QString());
        QCOMPARE(periodSuffix(price(u"recurring"_s, u"month"_s, QString(), 0)), u"/mo"_s);
        QCOMPARE(periodSuffix(price(u"recurring"_s, u"quarter"_s, QString(), 0)), u"/quarter"_s);
        QCOMPARE(periodSuffix(price(u"usage"_s, {}, QString(), 0)), u" usage"_s);
        QCOMPARE(periodTitle(u"year"_s), u"Yearly"_s);
        QCOMPARE(periodTitle(u"quarter"_s), u"Recurring"_s);
        QCOMPARE(periodFromText(u" Monthly "_s), u"month"_s);
    }

    void shouldJoinAmountsWithoutAddingThem()
    {
        const QVector<PriceTotal> prices{price(u"oneTime"_s, {}, u"EUR"_s, 500),
                                         price(u"recurring"_s, u"month"_s, u"USD"_s, 250)};
        QCOMPARE(joinedAmounts(lineAmounts(prices, AmountStyle{})), u"5.00 EUR + 2.50 USD/mo"_s);
        QCOMPARE(joinedAmounts(lineAmounts(prices, AmountStyle{&PriceTotal::net, false, u"month"_s})),
                 u"5.00 + 2.50"_s);
    }

    void shouldSayDiscounts()
    {
        QCOMPARE(discount("{}"), QString());
        QCOMPARE(discount("{'priceAlteration': [{'price': {'percentage': 7.5}}]}"), u"−7.5%"_s);
        QCOMPARE(discount("{'priceAlteration': [{'price': {'percentage': -5}}]}"), u"+5%"_s);
        QCOMPARE(
            discount("{'priceAlteration': [{'price': {'dutyFreeAmount': {'unit': 'EUR', 'value': 50}}}]}"),
            u"−50.00 EUR"_s);
        QCOMPARE(discount("{'priceType': 'oneTime', 'priceAlteration': [{'price': {'percentage': 50}}]}, "
                          "{'priceType': 'recurring', 'recurringChargePeriod': 'month'}"),
                 u"−50% one-time"_s);
        QCOMPARE(
            discount("{'priceType': 'oneTime'}, {'priceType': 'recurring', 'priceAlteration': [{'price': "
                     "{'percentage': 20}, 'applicationDuration': 6}]}"),
            u"−20% for 6 mo"_s);
    }

    void shouldSayTaxRates()
    {
        PriceTotal full;
        full.taxRate = 19;
        PriceTotal reduced;
        reduced.taxRate = 7;
        QCOMPARE(taxText({full, full, {}}), u"19%"_s);
        QCOMPARE(taxText({full, reduced}), u"19%, 7%"_s);
        QCOMPARE(taxText({}), QString());
    }
};

SALESBENCH_TEST(LineTextTest)
#include "linetexttest.moc"
