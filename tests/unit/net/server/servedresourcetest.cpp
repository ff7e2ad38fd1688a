// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/server/servedresource.h"

#include "net/server/documentrules.h"
#include "tests/support/parse.h"
#include "tests/support/testcase.h"

#include <QJsonArray>
#include <QTimeZone>

using namespace salesbench;
using namespace Qt::StringLiterals;
using salesbench::testing::parse;

namespace {

const QDateTime ServedAt({2026, 11, 24}, {9, 30}, QTimeZone::utc());

QJsonObject quoteWith(const char *amount)
{
    QJsonObject item = parse("{'id': '1', 'quantity': 2, 'quoteItemPrice': [{'priceType': 'oneTime'}]}");
    item.insert("quoteItemPrice"_L1,
                QJsonArray{QJsonObject{{u"priceType"_s, u"oneTime"_s}, {u"price"_s, parse(amount)}}});
    return {{u"quoteItem"_s, QJsonArray{item}},
            {u"quoteTotalPrice"_s, QJsonArray{QJsonObject{{u"name"_s, u"mine"_s}}}}};
}

const char *const Five = "{'taxRate': 20, 'dutyFreeAmount': {'unit': 'EUR', 'value': 5}}";
const char *const Huge = "{'dutyFreeAmount': {'unit': 'EUR', 'value': 1e15}}";

} // namespace

class ServedResourceTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void shouldAddUpAQuoteItself()
    {
        const ServedResource &quotes = servedResource(ResourceKind::Quote);
        const QJsonObject made = newDocument(quotes, quoteWith(Five), u"q"_s, ServedAt);
        const QJsonArray totals =
            parse("{'t': [{'priceType': 'oneTime', 'price': {'taxRate': 20, 'dutyFreeAmount': "
                  "{'unit': 'EUR', 'value': 10}, 'taxIncludedAmount': {'unit': 'EUR', 'value': "
                  "12}}}]}")["t"_L1]
                .toArray();
        QCOMPARE(made["quoteTotalPrice"_L1].toArray(), totals);

        QJsonObject wanted = made;
        wanted.remove("quoteItem"_L1);
        const auto changed = changedDocument(quotes, made, wanted, ServedAt);
        QVERIFY(changed);
        QVERIFY(!changed->contains("quoteTotalPrice"_L1));
    }

    void shouldGiveNoTotalsThatWouldBeWrong()
    {
        const QJsonObject made =
            newDocument(servedResource(ResourceKind::Quote), quoteWith(Huge), u"q"_s, ServedAt);
        QVERIFY(!made.contains("quoteTotalPrice"_L1));
    }
};

SALESBENCH_TEST(ServedResourceTest)
#include "servedresourcetest.moc"
