// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testcase.h"
#include "tests/unit/net/sync/syncdesk.h"

using namespace salesbench;
using namespace salesbench::testing;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QStringList First{u"1"_s, u"2"_s, u"3"_s};
const QStringList Second{u"4"_s, u"5"_s, u"6"_s};

} // namespace

class PushTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_desk = std::make_unique<SyncDesk>();
        for (const QString &id : First + Second)
            m_desk->tmf.put(Leads, {{u"id"_s, id}, {u"name"_s, u"a"_s}});
        m_desk->meet();
    }

    void shouldSendOnceWhatSeveralWaitFor()
    {
        // Three are on their way; while they all ask for more, the user goes on with three others.
        rename(First);
        m_desk->journal.thinking = 200ms;
        m_desk->tmf.afterwards = [this](const FakeRequest &request, const FakeAnswer &answer) {
            if (request.verb == "PATCH" && !std::exchange(m_wentOn, true))
                rename(Second);
            return answer;
        };
        const SyncSummary summary = m_desk->sync();
        QCOMPARE(summary.pushed, 6);
        QCOMPARE(summary.waiting, 0);
        QCOMPARE(sentTo("GET"), First + Second);
        QCOMPARE(sentTo("PATCH"), First + Second);
    }

    void shouldAskForMoreOnlyOnceSomethingHasArrived()
    {
        rename({u"1"_s});
        m_desk->journal.questions = 0;
        QCOMPARE(m_desk->sync().pushed, 1);
        // At first, while it is on its way, when it has arrived, and after the pull.
        QCOMPARE(m_desk->journal.questions, 4);
    }

    void shouldSayWhenTheLastPuttingOffEnds()
    {
        // The first one is over at once, so that it is tried again in the same synchronisation.
        rename({u"1"_s});
        m_desk->timing.random = [times = 0]() mutable {
            return times++ == 0 ? 0.0 : 0.5;
        };
        m_desk->tmf.instead = [](const FakeRequest &request) -> std::optional<FakeAnswer> {
            return request.verb == "PATCH" ? std::optional(FakeAnswer{.status = 503}) : std::nullopt;
        };
        const SyncSummary summary = m_desk->sync();
        QCOMPARE(sentTo("PATCH").size(), 2);
        QCOMPARE(firstDue(summary.putOff), m_desk->journal.find(u"1"_s).notBefore);
        QVERIFY(firstDue(summary.putOff) > m_desk->now);
    }

    void shouldSendTogetherToASalesbench()
    {
        sayItIsASalesbench();
        forgetBatches();
        rename(First);
        const SyncSummary summary = m_desk->sync();
        QCOMPARE(summary.pushed, 3);
        QCOMPARE(batches(), 1);
        QCOMPARE(sentTo("PATCH"), First); // this one takes none after all
    }

    void shouldSendNothingTogetherWhereQuotesAreAnothers()
    {
        sayItIsASalesbench("/salesLead");
        forgetBatches();
        rename(First);
        QCOMPARE(m_desk->sync().pushed, 3);
        QCOMPARE(batches(), 0);
    }

    void shouldSendNothingTogetherBeforeAllHaveSaidWhoseTheyAre()
    {
        sayItIsASalesbench();
        forgetBatches();
        m_desk->tmf.instead = [](const FakeRequest &request) -> std::optional<FakeAnswer> {
            const bool isQuotes = request.url.path().endsWith("/quote"_L1);
            return isQuotes ? std::optional(FakeAnswer{.status = 503}) : std::nullopt;
        };
        rename(First);
        QCOMPARE(m_desk->sync().pushed, 3);
        QCOMPARE(batches(), 0);
        m_desk->tmf.instead = {};
        rename(Second);
        QCOMPARE(m_desk->sync().pushed, 3);
        QCOMPARE(batches(), 1);
    }

private:
    void sayItIsASalesbench(const QByteArray &part = "/")
    {
        m_desk->tmf.afterwards = [part](const FakeRequest &request, FakeAnswer answer) {
            if (request.url.path().contains(QLatin1StringView(part)))
                answer.headers.append("Server: Salesbench/1");
            return answer;
        };
    }

    /// As an older workbench knew the server.
    void forgetBatches()
    {
        QJsonObject known = m_desk->journal.setting(u"capabilities"_s).result()->toObject();
        QVERIFY(known.contains("takesBatches"_L1));
        known.remove("takesBatches"_L1);
        m_desk->journal.setSetting(u"capabilities"_s, known);
    }

    void rename(const QStringList &ids)
    {
        for (const QString &id : ids)
            m_desk->journal.update(id, parse("{'name':'b'}"));
    }

    qsizetype batches()
    {
        const QList<FakeRequest> requests = m_desk->tmf.server().requests();
        return std::ranges::count_if(
            requests, [](const FakeRequest &request) { return request.url.path() == "/tmf-api/batch"_L1; });
    }

    /// The ids of single documents, in their order.
    QStringList sentTo(const QByteArray &verb)
    {
        QStringList ids;
        const QList<FakeRequest> requests = m_desk->sent(verb);
        for (const FakeRequest &request : requests) {
            const QString id = request.url.path().section(u'/', -1);
            if ((First + Second).contains(id))
                ids.append(id);
        }
        ids.sort();
        return ids;
    }

    std::unique_ptr<SyncDesk> m_desk;
    bool m_wentOn = false;
};

SALESBENCH_TEST(PushTest)
#include "pushtest.moc"
