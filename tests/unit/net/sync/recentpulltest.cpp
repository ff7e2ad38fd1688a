// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/face.h"
#include "net/sync/syncrun.h"
#include "tests/support/testcase.h"
#include "tests/unit/net/sync/syncdesk.h"

using namespace salesbench;
using namespace salesbench::testing;
using namespace Qt::StringLiterals;

class RecentPullTest : public QObject {
    Q_OBJECT

    std::unique_ptr<SyncDesk> m_desk;
    bool m_filters = true;

    SyncSummary sync(SyncExtent extent)
    {
        const ServerConnection connection{.address = *ServerAddress::parse(m_desk->tmf.origin()),
                                          .token = {},
                                          .network = std::make_shared<QNetworkAccessManager>(),
                                          .cancel = m_desk->cancel};
        return QCoro::waitFor(runSync({.journal = m_desk->journal,
                                       .connection = connection,
                                       .surroundings = fixedSurroundings(),
                                       .timing = m_desk->timing,
                                       .progress = {},
                                       .capabilities = {}},
                                      extent));
    }

    /// Lists only what the filter of @p request lets through, where it has one.
    FakeAnswer filtered(const FakeRequest &request, FakeAnswer answer) const
    {
        const QUrlQuery query(request.url);
        if (!m_filters || request.verb != "GET")
            return answer;
        QJsonArray kept;
        const QJsonArray all = QJsonDocument::fromJson(answer.body).array();
        for (const auto &[name, value] : query.queryItems(QUrl::FullyDecoded)) {
            if (!name.endsWith(".gte"_L1))
                continue;
            for (const QJsonValue &document : all) {
                const QJsonValue date = document[QString(name.chopped(4))];
                if (json::toDateTime(date) >= json::toDateTime(value))
                    kept.append(document);
            }
            answer.body = QJsonDocument(kept).toJson();
        }
        return answer;
    }

    void put(const QString &id, const QString &created, const QString &changed)
    {
        m_desk->tmf.put(Leads,
                        {{u"id"_s, id},
                         {u"name"_s, id},
                         {u"creationDate"_s, u"2026-03-%1T09:00:00+01:00"_s.arg(created)},
                         {u"statusChangeDate"_s, u"2026-03-%1T09:00:00+01:00"_s.arg(changed)}});
    }

private Q_SLOTS:
    void init()
    {
        m_filters = true;
        m_desk = std::make_unique<SyncDesk>();
        m_desk->tmf.afterwards = [this](const FakeRequest &request, const FakeAnswer &answer) {
            return filtered(request, answer);
        };
        put(u"old"_s, u"01"_s, u"02"_s);
        put(u"moved"_s, u"02"_s, u"03"_s);
        QCOMPARE(sync(SyncExtent::Full).pulled, 2);
        m_desk->tmf.server().forget();
    }

    void shouldTakeWhatCameOrMoved()
    {
        put(u"new"_s, u"05"_s, u"05"_s);
        put(u"moved"_s, u"02"_s, u"06"_s);
        const SyncSummary summary = sync(SyncExtent::Recent);
        QVERIFY2(!summary.problem, summary.problem ? qPrintable(summary.problem->sentence) : "");
        QCOMPARE(summary.pulled, 2);
        QCOMPARE(m_desk->tmf.server().count("GET"), 2);
        QCOMPARE(m_desk->journal.count(ResourceKind::SalesLead), 3);
        QCOMPARE(sync(SyncExtent::Recent).pulled, 0);
    }

    void shouldAskFromTheNewestOn()
    {
        put(u"new"_s, u"05"_s, u"05"_s);
        sync(SyncExtent::Recent);
        m_desk->tmf.server().forget();
        sync(SyncExtent::Recent);
        const QVector<FakeRequest> asked = m_desk->tmf.server().requests();
        QCOMPARE(asked.size(), 2);
        for (const FakeRequest &request : asked)
            QVERIFY(request.url.query(QUrl::FullyDecoded).contains(u".gte=2026-03-05T09:00:00+01:00"_s));
    }

    void shouldLeaveAServerInPeaceThatDoesNotFilter()
    {
        m_filters = false;
        put(u"new"_s, u"05"_s, u"05"_s);
        QCOMPARE(sync(SyncExtent::Recent).pulled, 0);
        m_desk->tmf.server().forget();
        QCOMPARE(sync(SyncExtent::Recent).pulled, 0);
        QCOMPARE(m_desk->tmf.server().count("GET"), 0);
        QCOMPARE(sync(SyncExtent::Full).pulled, 1);
    }

    void shouldStillKnowTheDatesAfterAPullThatHadOnlyToEnd()
    {
        const QJsonObject before = m_desk->journal.setting(u"newest/salesLead"_s).result()->toObject();
        QVERIFY(before.value("dates"_L1).toObject().contains("creationDate"_L1));
        m_desk->journal.setPullState(ResourceKind::SalesLead,
                                     {{u"server"_s, before.value("server"_L1)}, {u"listed"_s, true}});
        QVERIFY(!sync(SyncExtent::Full).problem);
        QCOMPARE(m_desk->journal.setting(u"newest/salesLead"_s).result()->toObject(), before);
    }

    void shouldTakeNothingForGoneThatWasNotListed()
    {
        sync(SyncExtent::Recent);
        QCOMPARE(m_desk->journal.count(ResourceKind::SalesLead), 2);
    }
};

SALESBENCH_TEST(RecentPullTest)
#include "recentpulltest.moc"
