// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testcase.h"
#include "tests/unit/net/server/runningserver.h"

#include <QFile>

using namespace salesbench;
using namespace salesbench::testing;
using namespace Qt::StringLiterals;

/// TM Forum's own samples, which break TM Forum's own schemas.
class SamplesTest : public QObject {
    Q_OBJECT

    static QByteArray sample(const char *name)
    {
        QFile file(QString::fromLatin1(SALESBENCH_SAMPLES) + u'/' + QLatin1StringView(name));
        return file.open(QFile::ReadOnly) ? file.readAll().replace("\r\n", "\n") : QByteArray();
    }

    QString refusal(const QString &path, const QByteArray &body)
    {
        const HttpAnswer answer = m_server->client().post(path, body);
        return answer.status == 400 ? answer.object().value("message"_L1).toString()
                                    : QString::number(answer.status);
    }

    /// All that was sent is there, but for what the server sets itself.
    void compareWithWhatIsKept(const QString &path, const QByteArray &sent, const QStringList &owned)
    {
        const HttpAnswer created = m_server->client().post(path, sent);
        QVERIFY2(created.status == 201, created.body.constData());
        const QJsonObject kept =
            m_server->client().get(QString::fromLatin1(created.headers.value("location"))).object();
        QCOMPARE(kept, created.object());
        const QJsonObject body = QJsonDocument::fromJson(sent).object();
        QVERIFY(!body.isEmpty());
        for (auto it = body.begin(); it != body.end(); ++it) {
            if (!owned.contains(it.key()))
                QVERIFY2(kept.value(it.key()) == it.value(), qPrintable(it.key()));
        }
    }

private Q_SLOTS:
    void init() { m_server = std::make_unique<RunningServer>(); }
    void cleanup() { m_server.reset(); }

    void shouldRefuseTheLeadUntilItIsPutRight()
    {
        QByteArray lead = sample("SalesLead.example.json");
        QCOMPARE(refusal(LeadPath, lead),
                 u"prospectContact[0].preferred must be true or false, not a text."_s);
        lead.replace("\"false\"", "false").replace("\"true\"", "true");
        QVERIFY(refusal(LeadPath, lead)
                    .startsWith(u"prospectContact[0].validFor.endDateTime must be a date-time"_s));
        lead.replace(",\n                \"endDateTime\": \"\"", "");
        compareWithWhatIsKept(LeadPath, lead,
                              {u"href"_s, u"status"_s, u"creationDate"_s, u"statusChangeDate"_s});
        QCOMPARE(m_server->client().get(LeadPath + u"/123"_s).object().value("status"_L1).toString(),
                 u"acknowledged"_s);
    }

    void shouldRefuseTheQuoteUntilItIsPutRight()
    {
        QByteArray quote = sample("Quote.example.json");
        QVERIFY(refusal(QuotePath, quote).startsWith(u"The body is not JSON"_s));
        quote.replace("\"jean.pontus@PerfectCustomer.com\",", "\"jean.pontus@PerfectCustomer.com\"");
        QCOMPARE(refusal(QuotePath, quote), u"authorization[0].approver[0].id is missing."_s);
        quote.replace("\"name\": \"Joe Doe\",\n          \"role\": \"B2B Discount approver\"",
                      "\"id\": \"45gh-gh89\", \"@referredType\": \"Individual\"");
        QVERIFY(refusal(QuotePath, quote).startsWith(u"effectiveQuoteCompletionDate must be a date-time"_s));
        quote.replace("2019-05-013T", "2019-05-13T");
        compareWithWhatIsKept(QuotePath, quote, {u"href"_s, u"state"_s, u"quoteDate"_s, u"quoteItem"_s});
    }

    void shouldAddUpTheQuoteThatWasPutRight()
    {
        QByteArray quote = sample("Quote.example.json");
        quote.replace("\"jean.pontus@PerfectCustomer.com\",", "\"jean.pontus@PerfectCustomer.com\"")
            .replace("\"name\": \"Joe Doe\",\n          \"role\": \"B2B Discount approver\"",
                     "\"id\": \"45gh-gh89\", \"@referredType\": \"Individual\"")
            .replace("2019-05-013T", "2019-05-13T");
        const QJsonObject made = m_server->client().post(QuotePath, quote).object();
        QHash<QString, double> included;
        const QJsonArray totals = made.value("quoteTotalPrice"_L1).toArray();
        for (const QJsonValue &total : totals)
            included.insert(total["priceType"_L1].toString() + total["recurringChargePeriod"_L1].toString(),
                            total["price"_L1]["taxIncludedAmount"_L1]["value"_L1].toDouble());
        // 10 tariffs of 30 with a tenth off, 10 handsets of 350, and a year of support for nothing.
        QCOMPARE(included,
                 (QHash<QString, double>{
                     {u"recurringmonth"_s, 313.2}, {u"oneTime"_s, 4060}, {u"recurringyear"_s, 0}}));
    }

private:
    std::unique_ptr<RunningServer> m_server;
};

SALESBENCH_TEST(SamplesTest)
#include "samplestest.moc"
