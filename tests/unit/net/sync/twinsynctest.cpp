// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/faketmf.h"
#include "tests/support/kinds.h"
#include "tests/support/parse.h"
#include "tests/support/testcase.h"
#include "tests/unit/net/sync/workbench.h"

using namespace salesbench;
using namespace salesbench::testing;
using namespace Qt::StringLiterals;

/// The real workspace against a plain server, and a proxy before it that passes a POST on twice.
class TwinSyncTest : public QObject {
    Q_OBJECT

    using What = Decision::What;

    QJsonObject there(const QString &id) { return m_tmf->get(u"salesLead"_s, id); }
    int countThere() { return m_tmf->count(u"salesLead"_s); }

    /// The elder stays out of sight, as a list that lags behind leaves it.
    void hideElder()
    {
        m_tmf->afterwards = [this](const FakeRequest &request, const FakeAnswer &answer) {
            if (request.verb == "POST") {
                m_hidden = there(u"made-1"_s);
                m_tmf->remove(u"salesLead"_s, u"made-1"_s);
            }
            return answer;
        };
    }
    void showElder(const char *changed) { m_tmf->put(u"salesLead"_s, mergePatch(m_hidden, parse(changed))); }

private Q_SLOTS:
    void init()
    {
        m_tmf = std::make_unique<FakeTmf>();
        m_tmf->keepsIds = false;
        m_tmf->hasEtags = false;
        m_tmf->doublesPosts = true;
        m_bench = std::make_unique<Workbench>(m_tmf->origin());
    }
    void cleanup()
    {
        m_bench.reset();
        m_tmf.reset();
    }

    void shouldOfferToDeleteWhatAProxyDoubled()
    {
        const QString id = m_bench->create(Lead, parse("{'name':'Fibre'}"));
        QCOMPARE(m_bench->sync().twins, 1);
        QCOMPARE(countThere(), 2);
        QCOMPARE(m_bench->record(Lead, id).serverId, u"made-1"_s);
        QCOMPARE(m_bench->twins().size(), 1);
        QCOMPARE(m_bench->twins().first().twinOf, id);
        QCOMPARE(m_bench->sync().twins, 1);
        QCOMPARE(countThere(), 2); // nothing is deleted by itself

        m_bench->decide(What::DeleteTwin, Lead, m_bench->twins().first().localId);
        QCOMPARE(m_bench->sync().twins, 0);
        QCOMPARE(countThere(), 1);
        QVERIFY(!there(u"made-1"_s).isEmpty());
        const SyncSummary last = m_bench->sync();
        QCOMPARE(last.pulled + last.pushed + last.waiting, 0);
    }

    void shouldBringToTheElderWhatTheYoungerHasGot()
    {
        hideElder();
        const QString id = m_bench->create(Lead, parse("{'name':'Fibre','rating':'warm'}"));
        m_bench->sync();
        QCOMPARE(m_bench->record(Lead, id).serverId, u"made-2"_s);
        m_bench->update(Lead, id, parse("{'rating':'hot'}"));
        m_bench->sync();
        QCOMPARE(there(u"made-2"_s).value("rating"_L1).toString(), u"hot"_s);

        showElder("{'priority':'high'}");
        m_bench->update(Lead, id, parse("{'description':'By the lake'}"));
        m_bench->sync();
        m_bench->sync();
        QCOMPARE(m_bench->record(Lead, id).serverId, u"made-1"_s);
        QCOMPARE(m_bench->record(Lead, id).sync, SyncState::Synced);
        QCOMPARE(there(u"made-1"_s).value("rating"_L1).toString(), u"hot"_s);
        QCOMPARE(there(u"made-1"_s).value("description"_L1).toString(), u"By the lake"_s);
        QCOMPARE(there(u"made-1"_s).value("priority"_L1).toString(), u"high"_s);
        QCOMPARE(m_bench->twins().size(), 1);
        m_bench->decide(What::DeleteTwin, Lead, m_bench->twins().first().localId);
        m_bench->sync();
        QCOMPARE(countThere(), 1);
    }

    void shouldNotDeleteWhatSomebodyChangedSinceTheUserSawIt()
    {
        m_bench->create(Lead, parse("{'name':'Fibre'}"));
        m_bench->sync();
        const QString second = m_bench->twins().first().localId;
        m_tmf->change(u"salesLead"_s, u"made-2"_s, parse("{'rating':'cold'}"));
        m_bench->decide(What::DeleteTwin, Lead, second);
        QCOMPARE(m_bench->sync().conflicts, 1);
        QCOMPARE(countThere(), 2);
    }

    void shouldKeepBothWhereTheUserWantsThem()
    {
        m_bench->create(Lead, parse("{'name':'Fibre'}"));
        m_bench->sync();
        m_bench->decide(What::KeepTwin, Lead, m_bench->twins().first().localId);
        for (int times = 0; times < 2; ++times) {
            m_tmf->change(u"salesLead"_s, u"made-2"_s, {{u"rating"_s, u"r%1"_s.arg(times)}});
            QCOMPARE(m_bench->sync().twins, 0);
        }
        QVERIFY(m_bench->twins().isEmpty());
        QCOMPARE(countThere(), 2);
    }

    void shouldAskNoLongerWhereSomebodyElseDeletedOne_data()
    {
        QTest::addColumn<QString>("gone");
        QTest::newRow("the second") << u"made-2"_s;
        QTest::newRow("the first") << u"made-1"_s;
    }
    void shouldAskNoLongerWhereSomebodyElseDeletedOne()
    {
        QFETCH(QString, gone);
        m_bench->create(Lead, parse("{'name':'Fibre'}"));
        m_bench->sync();
        m_tmf->remove(u"salesLead"_s, gone);
        QCOMPARE(m_bench->sync().twins, 0);
        QVERIFY(m_bench->twins().isEmpty());
        QCOMPARE(countThere(), 1);
    }

    void shouldNotTakeAColleaguesForATwin()
    {
        m_bench->create(Lead, parse("{'name':'Fibre'}"));
        m_tmf->doublesPosts = false;
        m_bench->sync();
        Workbench colleague(m_tmf->origin());
        colleague.create(Lead, parse("{'name':'Fibre'}"));
        colleague.sync();
        QCOMPARE(m_bench->sync().twins, 0);
        QCOMPARE(colleague.sync().twins, 0);
        QCOMPARE(countThere(), 2);
    }

private:
    QJsonObject m_hidden;
    std::unique_ptr<FakeTmf> m_tmf;
    std::unique_ptr<Workbench> m_bench;
};

SALESBENCH_TEST(TwinSyncTest)
#include "twinsynctest.moc"
