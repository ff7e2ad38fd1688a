// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/quotetotals.h"

#include "tests/support/testcase.h"

#include <QRandomGenerator>

using namespace salesbench;
using namespace Qt::StringLiterals;

namespace {

/// Half away from zero, by hand: enough for the small numbers of the property test.
qint64 divided(qint64 numerator, qint64 denominator)
{
    const qint64 half = (2 * std::abs(numerator) + denominator) / (2 * denominator);
    return numerator < 0 ? -half : half;
}

struct RandomLine {
    qint64 cents;
    int quantity;
    int tax; ///< tenths of a per cent
    QVector<int> percent; ///< tenths of a per cent
    QString type;
    QString currency;

    qint64 net() const
    {
        qint64 value = cents * quantity;
        qint64 scale = 1;
        for (int tenths : percent) {
            value *= 1000 - tenths;
            scale *= 1000;
        }
        return divided(value, scale);
    }
    qint64 gross() const { return net() + divided(net() * tax, 1000); }

    QuoteItem item() const
    {
        QVector<PriceAlteration> all;
        for (int tenths : percent) {
            Price price;
            price.setPercentage(tenths / 10.0);
            PriceAlteration alteration;
            alteration.setPrice(price);
            all.append(alteration);
        }
        Price price;
        price.setTaxRate(tax / 10.0);
        price.setDutyFreeAmount(Money(cents, currency));
        QuotePrice entry;
        entry.setPriceType(type);
        entry.setPrice(price);
        entry.setPriceAlteration(all);
        QuoteItem result;
        result.setQuantity(quantity);
        result.setQuoteItemPrice({entry});
        return result;
    }
};

RandomLine randomLine(QRandomGenerator &random)
{
    RandomLine line;
    line.cents = random.bounded(-2000, 200000);
    line.quantity = random.bounded(0, 50);
    line.tax = random.bounded(0, 300);
    for (int i = random.bounded(0, 3); i > 0; --i)
        line.percent.append(random.bounded(-100, 1001));
    line.type = random.bounded(2) ? u"oneTime"_s : u"usage"_s;
    line.currency = random.bounded(2) ? u"EUR"_s : u"USD"_s;
    return line;
}

} // namespace

/// Random quotes, added up in another way.
class QuoteTotalsByHandTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void shouldAgreeWithCountingByHand()
    {
        QRandomGenerator random(7);
        for (int round = 0; round < 300; ++round) {
            QVector<QuoteItem> items;
            QMap<QString, std::pair<qint64, qint64>> expected;
            for (int count = random.bounded(1, 12); count > 0; --count) {
                const RandomLine line = randomLine(random);
                items.append(line.item());
                auto &sum = expected[line.type + line.currency];
                sum = {sum.first + line.net(), sum.second + line.gross()};
            }
            const Result<QuoteTotals> totals = quoteTotals(items);
            QVERIFY(totals);
            QMap<QString, std::pair<qint64, qint64>> actual;
            for (const PriceTotal &total : totals->totals)
                actual.insert(total.priceType + total.currency, {total.net, total.gross});
            QCOMPARE(actual, expected);
        }
    }

    void shouldCountABundleLikeItsLinesInARow()
    {
        QRandomGenerator random(11);
        for (int round = 0; round < 50; ++round) {
            QVector<QuoteItem> row;
            QuoteItem bundle;
            for (int count = random.bounded(1, 6); count > 0; --count)
                row.append(randomLine(random).item());
            bundle.setQuantity(random.bounded(1, 9));
            bundle.setQuoteItem(row);
            QCOMPARE(quoteTotals({bundle})->totals, quoteTotals(row)->totals);
        }
    }
};

SALESBENCH_TEST(QuoteTotalsByHandTest)
#include "quotetotalsbyhandtest.moc"
