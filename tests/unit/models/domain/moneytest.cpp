// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/money.h"
#include "tests/support/parse.h"
#include "tests/support/testcase.h"

#include <cmath>

using namespace salesbench;
using namespace Qt::StringLiterals;
using salesbench::testing::parse;

class MoneyTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void shouldKnowTheDigitsOfACurrency()
    {
        QCOMPARE(minorDigits("EUR"), 2);
        QCOMPARE(minorDigits("JPY"), 0);
        QCOMPARE(minorDigits("KWD"), 3);
        QCOMPARE(minorDigits("CLF"), 4);
        QCOMPARE(minorDigits("XYZ"), 2);
    }

    void shouldRoundHalfAwayFromZero_data()
    {
        QTest::addColumn<double>("value");
        QTest::addColumn<QString>("currency");
        QTest::addColumn<qint64>("minor");
        QTest::newRow("exact") << 1200.0 << u"EUR"_s << qint64(120000);
        QTest::newRow("half") << 0.125 << u"EUR"_s << qint64(13);
        QTest::newRow("half below zero") << -0.125 << u"EUR"_s << qint64(-13);
        QTest::newRow("half that binary does not have") << 1.005 << u"EUR"_s << qint64(101);
        QTest::newRow("another one") << 1.115 << u"EUR"_s << qint64(112);
        QTest::newRow("less than half") << 1.00499999 << u"EUR"_s << qint64(100);
        QTest::newRow("no digits") << 2.5 << u"JPY"_s << qint64(3);
        QTest::newRow("three digits") << 1.2345 << u"KWD"_s << qint64(1235);
        QTest::newRow("large") << 90071992547409.91 << u"EUR"_s << qint64(9007199254740991);
    }

    void shouldRoundHalfAwayFromZero()
    {
        QFETCH(double, value);
        QFETCH(QString, currency);
        QFETCH(qint64, minor);
        QCOMPARE(Money::fromMajor(value, currency), std::optional(Money(minor, currency)));
    }

    void shouldRefuseWhatItCannotHoldExactly()
    {
        QCOMPARE(Money::fromMajor(1e15, u"EUR"_s), std::nullopt);
        QCOMPARE(Money::fromMajor(-1e300, u"EUR"_s), std::nullopt);
        QCOMPARE(Money::fromMajor(std::nan(""), u"EUR"_s), std::nullopt);
    }

    void shouldReadLeniently()
    {
        QCOMPARE(Money::fromJson(parse(R"({'unit': 'EUR', 'value': 12.3})")),
                 std::optional(Money(1230, u"EUR"_s)));
        QCOMPARE(Money::fromJson(parse(R"({'unit': 'EUR', 'value': '12.30'})")),
                 std::optional(Money(1230, u"EUR"_s)));
        QCOMPARE(Money::fromJson(parse(R"({'value': 12.3})")), std::nullopt);
        QCOMPARE(Money::fromJson(parse(R"({'unit': 'EUR'})")), std::nullopt);
        QCOMPARE(Money::fromJson(QJsonValue(12)), std::nullopt);
    }

    void shouldComeBackFromJsonAsItWas()
    {
        for (qint64 minor : {0LL, 1LL, -1LL, 7LL, 29LL, 1005LL, 123456789LL, 900719925474099LL}) {
            for (const QString &currency : {u"EUR"_s, u"JPY"_s, u"KWD"_s})
                QCOMPARE(Money::fromJson(Money(minor, currency).toJson()),
                         std::optional(Money(minor, currency)));
        }
    }
};

SALESBENCH_TEST(MoneyTest)
#include "moneytest.moc"
