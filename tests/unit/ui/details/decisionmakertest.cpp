// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/details/decisionmaker.h"
#include "tests/support/fakedesk.h"
#include "tests/support/kinds.h"
#include "tests/support/parse.h"
#include "tests/support/testcase.h"

#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace salesbench;
using namespace salesbench::testing;

class DecisionMakerTest : public QObject {
    Q_OBJECT

    using What = Decision::What;

    QString edited()
    {
        const QString id =
            desk->workspace.add(Lead, parse("{'name': 'Depot', 'rating': 'warm', 'status': 'inProgress'}"));
        record({Edit::Op::Update, Lead, id, parse("{'rating': 'hot'}")});
        return id;
    }
    void record(const Edit &edit)
    {
        const qsizetype before = desk->workspace.changes().size();
        desk->workspace.edits().record({u"Edit"_s, {edit}});
        QTRY_COMPARE(desk->workspace.changes().size(), before + 1);
    }
    QVector<What> made() const
    {
        QVector<What> result;
        for (const Decision &decision : desk->workspace.decisions())
            result.append(decision.what);
        return result;
    }

private Q_SLOTS:
    void init()
    {
        desk = std::make_unique<FakeDesk>();
        context = std::make_unique<Context>(desk->context());
        window = std::make_unique<QWidget>();
        maker = new DecisionMaker(*context, window.get());
    }

    void shouldTryAgainWithoutAsking()
    {
        const QString id = edited();
        desk->workspace.setSync(Lead, id, SyncState::Refused, u"400 no"_s);
        QSignalSpy done(maker, &DecisionMaker::done);
        maker->retry(Lead, id);
        QTRY_COMPARE(done.size(), 1);
        QCOMPARE(made(), QVector<What>{What::Retry});
        QCOMPARE(desk->workspace.decisions().first().title, u"Try “Depot” again"_s);
        QVERIFY(desk->dialogs.asked.isEmpty());
    }

    void shouldNameWhatIsLostBeforeItIs()
    {
        const QString id = edited();
        maker->discard(Lead, id);
        QTRY_COMPARE(made(), QVector<What>{What::Discard});
        QVERIFY2(desk->dialogs.asked.first().contains(u"Rating: Hot → Warm"_s), qPrintable(desk->dialogs.asked.first()));
        QCOMPARE(desk->workspace.find(Lead, id).local.value("rating"_L1).toString(), u"warm"_s);
    }

    void shouldKeepEverythingWhereTheUserSaysNo()
    {
        const QString id = edited();
        desk->dialogs.yes = false;
        maker->discard(Lead, id);
        QTRY_COMPARE(desk->dialogs.asked.size(), 1);
        QTest::qWait(0);
        QVERIFY(made().isEmpty());
    }

    void shouldNameWhoRefersToACreationThatGoes()
    {
        const QString id = edited();
        record({Edit::Op::Create, Opportunity, u"o"_s, parse("{'name': 'Deal'}")});
        record({Edit::Op::Update, Lead, id, parse("{'salesOpportunity': {'id': 'o'}}")});
        maker->discard(Opportunity, u"o"_s);
        QTRY_COMPARE(made(), QVector<What>{What::Discard});
        QVERIFY(desk->dialogs.asked.first().contains(u"“Deal” was made here"_s));
        QVERIFY(desk->dialogs.asked.first().contains(u"“Depot”"_s));
    }

    void shouldRecreateWhatTheServerDeleted()
    {
        const QString id = edited();
        desk->workspace.contradict(Lead, id, {});
        maker->recreate(Lead, id);
        QTRY_COMPARE(made(), QVector<What>{What::Recreate});
        QVERIFY(desk->workspace.find(Lead, id).serverId.isEmpty());
    }

    void shouldSayWhatCannotBeDone()
    {
        QSignalSpy failed(maker, &DecisionMaker::failed);
        maker->retry(Lead, u"nobody"_s);
        QTRY_COMPARE(failed.size(), 1);
        maker->recreate(Lead, edited());
        QTRY_COMPARE(failed.size(), 2);
        QCOMPARE(failed.last().first().value<Problem>().kind, Problem::Kind::NotAllowed);
    }

private:
    std::unique_ptr<FakeDesk> desk;
    std::unique_ptr<Context> context;
    std::unique_ptr<QWidget> window;
    DecisionMaker *maker = nullptr;
};

SALESBENCH_TEST(DecisionMakerTest)
#include "decisionmakertest.moc"
