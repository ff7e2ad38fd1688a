// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/lineinput.h"
#include "tests/support/testcase.h"

#include <QLocale>

using namespace salesbench;
using namespace Qt::StringLiterals;

class LineInputTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }
    void cleanupTestCase() { QLocale::setDefault(QLocale::c()); }

    void shouldReadAmounts_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("minor");
        QTest::addColumn<QString>("currency");
        QTest::newRow("plain") << u"3500"_s << 350000LL << u"EUR"_s;
        QTest::newRow("grouped") << u" 3,500.5 "_s << 350050LL << u"EUR"_s;
        QTest::newRow("Indian groups") << u"39,60,000 inr"_s << 396000000LL << u"INR"_s;
        QTest::newRow("other currency") << u"12.345 KWD"_s << 12345LL << u"KWD"_s;
        QTest::newRow("no digits") << u"1200 JPY"_s << 1200LL << u"JPY"_s;
        QTest::newRow("zeros behind") << u"1200.000"_s << 120000LL << u"EUR"_s;
        QTest::newRow("exactly a cent") << u"0.29"_s << 29LL << u"EUR"_s;
        QTest::newRow("beyond a binary fraction")
            << u"4,503,599,627,370.49"_s << 450359962737049LL << u"EUR"_s;
    }

    void shouldReadAmounts()
    {
        QFETCH(QString, text);
        QFETCH(qint64, minor);
        QFETCH(QString, currency);

        const auto amount = readAmount(text, u"EUR"_s);

        QVERIFY2(amount, qPrintable(amount ? QString() : amount.error().sentence));
        QCOMPARE(amount->value(), Money(minor, currency));
    }

    void shouldReadAmountsInTheUsersFormat()
    {
        QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
        QCOMPARE(readAmount(u"3.500,50"_s, u"EUR"_s)->value(), Money(350050, u"EUR"_s));
        QCOMPARE(readAmount(u"12.50"_s, u"EUR"_s)->value(), Money(1250, u"EUR"_s));
        QLocale::setDefault(QLocale(QLocale::French, QLocale::France));
        QCOMPARE(readAmount(u"3 500,50"_s, u"EUR"_s)->value(), Money(350050, u"EUR"_s));
    }

    void shouldTakeAPriceAway_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("empty") << u" "_s;
        QTest::newRow("dash") << u"–"_s;
        QTest::newRow("zero") << u"0.00"_s;
    }

    void shouldTakeAPriceAway()
    {
        QFETCH(QString, text);
        QVERIFY(readAmount(text, u"EUR"_s));
        QVERIFY(!*readAmount(text, u"EUR"_s));
    }

    void shouldRefuseAmounts_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("currency");
        QTest::newRow("words") << u"a lot"_s << u"EUR"_s;
        QTest::newRow("below zero") << u"-5"_s << u"EUR"_s;
        QTest::newRow("too many digits") << u"1.005"_s << u"EUR"_s;
        QTest::newRow("digits of a yen") << u"1.5 JPY"_s << u"EUR"_s;
        QTest::newRow("wrong groups") << u"1,2,3"_s << u"EUR"_s;
        QTest::newRow("no currency known") << u"240"_s << QString();
        QTest::newRow("too large") << u"12345678901234567"_s << u"EUR"_s;
    }

    void shouldRefuseAmounts()
    {
        QFETCH(QString, text);
        QFETCH(QString, currency);
        const auto amount = readAmount(text, currency);
        QVERIFY(!amount);
        QVERIFY(!amount.error().sentence.isEmpty());
    }

    void shouldReadPeriods_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("period");
        QTest::newRow("as before") << u"240"_s << u"quarter"_s;
        QTest::newRow("short") << u"240/mo"_s << u"month"_s;
        QTest::newRow("with currency") << u"240 EUR / Year"_s << u"year"_s;
        QTest::newRow("own word") << u"240/2 weeks"_s << u"2 weeks"_s;
    }

    void shouldReadPeriods()
    {
        QFETCH(QString, text);
        QFETCH(QString, period);
        const auto charge = readRecurring(text, u"EUR"_s, u"quarter"_s);
        QVERIFY(charge);
        QCOMPARE(charge->period, period);
        QCOMPARE(charge->amount, Money(24000, u"EUR"_s));
    }

    void shouldRefuseASlashWithoutAPeriod() { QVERIFY(!readRecurring(u"240/"_s, u"EUR"_s, u"month"_s)); }

    void shouldReadQuantities()
    {
        QCOMPARE(readQuantity(u"1,500"_s), 1500.0);
        for (const QString &text : {u"0"_s, u"-1"_s, u"1.5"_s, u"many"_s, u""_s, u"99999999999"_s})
            QVERIFY2(!readQuantity(text), qPrintable(text));
    }

    void shouldReadTaxRates()
    {
        QCOMPARE(readTaxRate(u"7.7 %"_s)->value(), 7.7);
        QCOMPARE(readTaxRate(u"0"_s)->value(), 0.0);
        QVERIFY(!readTaxRate(u""_s)->has_value());
        QVERIFY(!readTaxRate(u"101"_s));
        QVERIFY(!readTaxRate(u"high"_s));
    }

    void shouldReadDiscounts_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<double>("percentage");
        QTest::addColumn<int>("only");
        QTest::newRow("plain") << u"10"_s << 10.0 << -1;
        QTest::newRow("as shown") << u"−10%"_s << 10.0 << -1;
        QTest::newRow("surcharge") << u"+5 %"_s << -5.0 << -1;
        QTest::newRow("none") << u""_s << 0.0 << -1;
        QTest::newRow("one-time") << u"−50% one-time"_s << 50.0 << int(ChargeKind::OneTime);
        QTest::newRow("monthly") << u"12.5% monthly"_s << 12.5 << int(ChargeKind::Recurring);
    }

    void shouldReadDiscounts()
    {
        QFETCH(QString, text);
        QFETCH(double, percentage);
        QFETCH(int, only);
        const auto discount = readDiscount(text);
        QVERIFY(discount);
        QCOMPARE(discount->percentage, percentage);
        QCOMPARE(discount->only ? int(*discount->only) : -1, only);
    }

    void shouldRefuseDiscounts()
    {
        for (const QString &text : {u"110"_s, u"cheap"_s, u"10% for 6 mo"_s})
            QVERIFY2(!readDiscount(text), qPrintable(text));
    }
};

SALESBENCH_TEST(LineInputTest)
#include "lineinputtest.moc"
