// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/conflict.h"
#include "tests/support/kinds.h"
#include "tests/support/parse.h"
#include "tests/support/testcase.h"
#include "tests/unit/net/server/runningserver.h"
#include "tests/unit/net/sync/workbench.h"

using namespace salesbench;
using namespace salesbench::testing;
using namespace Qt::StringLiterals;

/// What a user decided reaches the real server.
class DecisionSyncTest : public QObject {
    Q_OBJECT

    using What = Decision::What;

    QString path() { return LeadPath + u'/' + m_bench->record(Lead, m_id).serverId; }
    QJsonObject onServer() { return m_server->client().get(path()).object(); }
    int countOnServer() { return int(m_server->client().get(LeadPath).array().size()); }

    /// Mara and the office both changed the lead.
    void contradict()
    {
        m_server->client().patch(path(), R"({"rating":"cold","priority":"high"})");
        m_bench->update(Lead, m_id, parse("{'rating':'hot','nextStep':'Call'}"));
        QCOMPARE(m_bench->sync().conflicts, 1);
        QCOMPARE(m_bench->record(Lead, m_id).sync, SyncState::Conflict);
    }

private Q_SLOTS:
    void init()
    {
        m_server = std::make_unique<RunningServer>();
        m_bench = std::make_unique<Workbench>(m_server->origin());
        m_id = m_bench->create(Lead, parse("{'name':'a','rating':'warm'}"));
        m_bench->sync();
        QCOMPARE(countOnServer(), 1);
    }
    void cleanup()
    {
        m_bench.reset();
        m_server.reset();
    }

    void shouldSendWhatWasChosenOfBothSides()
    {
        contradict();
        const Record seen = m_bench->record(Lead, m_id);
        const QVector<ConflictPart> parts = conflictParts(seen);
        QVector<QJsonValue> chosen;
        for (const ConflictPart &part : parts)
            chosen.append(part.mine);
        m_bench->decide(What::Settle, Lead, m_id, settledDocument(seen, parts, chosen));
        QCOMPARE(m_bench->sync().pushed, 1);
        QCOMPARE(m_bench->record(Lead, m_id).sync, SyncState::Synced);
        QCOMPARE(onServer().value("rating"_L1).toString(), u"hot"_s);
        QCOMPARE(onServer().value("priority"_L1).toString(), u"high"_s);
        QCOMPARE(onServer().value("nextStep"_L1).toString(), u"Call"_s);
    }

    void shouldBringTheServersBackWhereAConflictIsDiscarded()
    {
        contradict();
        m_bench->decide(What::Discard, Lead, m_id);
        QCOMPARE(m_bench->sync().pushed, 0);
        QCOMPARE(m_bench->record(Lead, m_id).local.value("rating"_L1).toString(), u"cold"_s);
        QCOMPARE(onServer().value("rating"_L1).toString(), u"cold"_s);
    }

    /// Although the server remembers the key of the first creation, and answers it again with the first document.
    void shouldMakeADocumentAnewThatTheServerDeleted()
    {
        for (int times = 0; times < 2; ++times) {
            m_bench->update(Lead, m_id, {{u"nextStep"_s, u"Call %1"_s.arg(times)}});
            m_server->client().remove(path());
            m_bench->sync();
            QVERIFY(isGoneThere(m_bench->record(Lead, m_id)));
            m_bench->decide(What::Recreate, Lead, m_id);
            QCOMPARE(m_bench->sync().pushed, 1);
            QCOMPARE(m_bench->record(Lead, m_id).sync, SyncState::Synced);
            QCOMPARE(countOnServer(), 1);
            QCOMPARE(onServer().value("nextStep"_L1).toString(), u"Call %1"_s.arg(times));
        }
    }

    void shouldForgetWhatTheServerDeleted()
    {
        m_bench->update(Lead, m_id, parse("{'rating':'hot'}"));
        m_server->client().remove(path());
        m_bench->sync();
        m_bench->decide(What::Discard, Lead, m_id);
        QCOMPARE(m_bench->sync().waiting, 0);
        QVERIFY(m_bench->record(Lead, m_id).localId.isEmpty());
        QCOMPARE(countOnServer(), 0);
    }

    void shouldDeleteAllTheSame()
    {
        m_server->client().patch(path(), R"({"rating":"cold"})");
        m_bench->remove(Lead, m_id);
        QCOMPARE(m_bench->sync().conflicts, 1);
        m_bench->decide(What::Settle, Lead, m_id);
        QCOMPARE(m_bench->sync().waiting, 0);
        QCOMPARE(countOnServer(), 0);
    }

private:
    std::unique_ptr<RunningServer> m_server;
    std::unique_ptr<Workbench> m_bench;
    QString m_id;
};

SALESBENCH_TEST(DecisionSyncTest)
#include "decisionsynctest.moc"
