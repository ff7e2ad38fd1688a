// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testcase.h"
#include "ui/details/historytext.h"

#include <QJsonArray>
#include <QTimeZone>

using namespace salesbench;
using namespace Qt::StringLiterals;

class HistoryTextTest : public QObject {
    Q_OBJECT

private:
    static QString text(const QString &attribute, const QJsonValue &before, const QJsonValue &after)
    {
        return historyText(ResourceKind::SalesLead, {{}, u"Mara"_s, u"The title"_s, attribute, before, after, false});
    }

private Q_SLOTS:
    void shouldSayFromWhatToWhat()
    {
        QCOMPARE(text(u"nextStep"_s, u"Call"_s, u"Visit"_s), u"Next step Call → Visit"_s);
        QCOMPARE(text(u"nextStep"_s, QJsonValue(QJsonValue::Undefined), u"Visit"_s), u"Next step – → Visit"_s);
        QCOMPARE(text(u"rating"_s, u"warm"_s, u"hot"_s), u"Rating Warm → Hot"_s);
        QCOMPARE(text(u"estimatedRevenue"_s, QJsonObject{{u"unit"_s, u"EUR"_s}, {u"value"_s, 162000}},
                      QJsonObject{{u"unit"_s, u"EUR"_s}, {u"value"_s, 184000}}),
                 u"Est. revenue 162,000 EUR → 184,000 EUR"_s);
    }

    void shouldSayStatesInTheWordsOfTheScreen()
    {
        QCOMPARE(text(u"status"_s, u"acknowledged"_s, u"inProgress"_s), u"Acknowledged → In progress"_s);
        QCOMPARE(text(u"status"_s, u"LEAD"_s, u"accepted"_s), u"LEAD → Accepted"_s);
        const AuditEntry won{{}, {}, u"x"_s, u"status"_s, u"inProgress"_s, u"accepted"_s, false};
        QCOMPARE(historyText(ResourceKind::SalesOpportunity, won), u"In progress → Won"_s);
    }

    void shouldQuoteANewNote()
    {
        const QJsonObject note{{u"text"_s, u"Wants LTE backup"_s}};
        QCOMPARE(text(u"note"_s, QJsonValue(QJsonValue::Undefined), QJsonArray{note}), u"“Wants LTE backup”"_s);
        QCOMPARE(text(u"note"_s, QJsonArray{note}, QJsonArray()), u"The title"_s);
    }

    void shouldFallBackToTheTitle()
    {
        QCOMPARE(text({}, {}, {}), u"The title"_s);
        QCOMPARE(text(u"relatedParty"_s, QJsonArray(), QJsonArray()), u"The title"_s);
        QCOMPARE(text(u"neverHeardOf"_s, 1, 2), u"The title"_s);
    }

    void shouldSayWhenAsShortAsCanBeToldApart()
    {
        const QDateTime now({2026, 10, 7}, {18, 0}, QTimeZone::utc()); // a Wednesday
        QCOMPARE(historyTime(now.addSecs(-60), now), u"17:59"_s);
        QCOMPARE(historyTime(now.addDays(-1), now), u"Tue 18:00"_s);
        QCOMPARE(historyTime(now.addDays(-7), now), u"30 Sep"_s);
        QCOMPARE(historyTime(now.addDays(1), now), u"8 Oct"_s);
    }
};

SALESBENCH_TEST(HistoryTextTest)
#include "historytexttest.moc"
