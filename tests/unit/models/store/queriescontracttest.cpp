// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/models/store/queriesroom.h"

using namespace salesbench;
using namespace salesbench::testing;
using namespace Qt::StringLiterals;

/// What WorkspaceQueries promises, of both makes of workspace.
class QueriesContractTest : public QueriesRoom {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { addContractWorkspaces(); }
    void init() { begin(); }
    void cleanup() { end(); }

    void shouldCountValues()
    {
        QCOMPARE(values(Field::Status), (QStringList{u"pending|pending|3"_s, u"accepted|accepted|1"_s}));
        QCOMPARE(values(Field::Rating, 2), (QStringList{u"hot|hot|2"_s, u"||1"_s}));
        QCOMPARE(values(Field::OwnerId),
                 (QStringList{u"p1|Mara Lindqvist|2"_s, u"||1"_s, u"P1|Anil Deshmukh|1"_s}));
        QCOMPARE(values(Field::Channel), (QStringList{u"web|web|2"_s, u"||1"_s, u"Partner|Partner|1"_s}));
    }

    void shouldSumByCurrency()
    {
        QCOMPARE(*await(queries().sums({})), (QMap<QString, double>{{u"EUR"_s, 220.5}, {u"INR"_s, 9000}}));
        ListQuery hot;
        hot.filter.anyOf = {{Field::Rating, {u"hot"_s}}};
        QCOMPARE(*await(queries().sums(hot)), (QMap<QString, double>{{u"EUR"_s, 200.5}}));
    }

    void shouldSearchAllKindsNewestFirst()
    {
        m_workspace->add(ResourceKind::Quote, parse("{'id': '9', 'description': 'Fibre for Amber'}"));
        QCOMPARE(hits(u"fib"_s), u"salesLead3 salesLead2 quote9"_s);
        QCOMPARE(hits(u"fib"_s, 1), u"salesLead3 quote9"_s);
        QCOMPARE(hits(u"amb FIBRE"_s), u"salesLead2 quote9"_s);
        QCOMPARE(hits(u"radios"_s), QString());
        QCOMPARE(hits(u" \"* "_s), QString());
    }

    void shouldFindARareWordBehindManyThatBeginAlike()
    {
        m_workspace->add(Lead, parse("{'id': 'rare', 'name': 'Fibrous cable'}"));
        for (int i = 0; i < 120; ++i)
            m_workspace->add(Lead, {{u"id"_s, u"f%1"_s.arg(i)}, {u"name"_s, u"Fibre %1"_s.arg(i)}});
        QCOMPARE(hits(u"fibro"_s), u"salesLeadrare"_s);
        QCOMPARE(hits(u"fibro cab"_s), u"salesLeadrare"_s);
        QCOMPARE(hits(u"fibr"_s, 2), u"salesLeadf119 salesLeadf118"_s);
        QCOMPARE(hits(u"fibrz"_s), QString());
    }

    void shouldShowTheWordsAroundTheMatch()
    {
        const SearchHit hit = await(queries().search(u"mull"_s, 1))->first();
        QCOMPARE(hit.excerpt, u"The fibre offer went to Müller"_s);
        QCOMPARE(hit.row.summary.text(Field::Name), u"Ibex depot"_s);
    }

    void shouldFindARecordByEitherId()
    {
        const Record byLocal = *await(queries().record(Lead, m_ids[1]));
        QCOMPARE(byLocal.serverId, u"2"_s);
        QCOMPARE(byLocal.local.value("name"_L1).toString(), u"Amber fibre"_s);
        QCOMPARE(byLocal.base, byLocal.local);
        QCOMPARE(await(queries().record(Lead, u"2"_s))->localId, m_ids[1]);
    }

    void shouldSayThatThereIsNoSuchRecord()
    {
        QCOMPARE(await(queries().record(ResourceKind::Quote, u"2"_s)).error().kind, Problem::Kind::NotFound);
        QCOMPARE(await(queries().record(Lead, QString())).error().kind, Problem::Kind::NotFound);
    }

    void shouldTellWhatIsUnsent()
    {
        record({Edit::Op::Update, Lead, m_ids[0], parse("{'rating': 'cold', 'name': 'Ibex'}")});
        const Record found = *await(queries().record(Lead, m_ids[0]));
        QCOMPARE(found.unsent, (QSet<QString>{u"rating"_s, u"name"_s}));
        QCOMPARE(found.base.value("rating"_L1).toString(), u"hot"_s);
    }

    void shouldListWhatAnEditChanged()
    {
        record({Edit::Op::Update, Lead, m_ids[3],
                parse("{'name': 'zebra', 'note': [{'id': 'n', 'text': 'crossing'}]}")});
        QCOMPARE(ids(sorted({up(Field::Name)})), u"2 3 1 4"_s);
        QCOMPARE(hits(u"cross"_s), u"salesLead4"_s);
        QCOMPARE(hits(u"radio"_s), QString());
    }

    void shouldNotListWhatIsToBeDeleted()
    {
        record({Edit::Op::Delete, Lead, m_ids[1], {}});
        QCOMPARE(ids(ListQuery()), u"4 3 1"_s);
        QCOMPARE(hits(u"amber"_s), u"salesLead4"_s);
        ListFilter unsent;
        unsent.unsentOnly = true;
        QCOMPARE(ids(unsent), QString());
        QVERIFY(await(queries().record(Lead, m_ids[1]))->deleted);
    }

    void shouldTellTheHistoryNewestFirst()
    {
        record({Edit::Op::Update, Lead, m_ids[0], parse("{'rating': 'warm'}")});
        record({Edit::Op::Update, Lead, m_ids[0], parse("{'rating': 'cold'}")});
        const QVector<AuditEntry> entries = *await(queries().history(Lead, m_ids[0], 9));
        QCOMPARE(entries.size(), 2);
        QCOMPARE(entries[0].attribute, u"rating"_s);
        QCOMPARE(entries[0].before, QJsonValue(u"warm"_s));
        QCOMPARE(entries[0].after, QJsonValue(u"cold"_s));
        QCOMPARE(entries[0].who, u"Mara Lindqvist"_s);
        QCOMPARE(entries[0].when, QDateTime({2026, 10, 7}, {12, 0}, QTimeZone::utc()));
        QCOMPARE(await(queries().history(Lead, m_ids[0], 1))->size(), 1);
        QCOMPARE(await(queries().history(Lead, u"unknown"_s, 9))->size(), 0);
    }

    void shouldTellWhatIsPending()
    {
        record({Edit::Op::Update, Lead, m_ids[0], parse("{'rating': 'warm'}")});
        record({Edit::Op::Delete, Lead, m_ids[1], {}});
        const QVector<PendingChange> changes = *await(queries().pending(9));
        QCOMPARE(changes.size(), 2);
        QCOMPARE(changes[0].op, Edit::Op::Update);
        QCOMPARE(changes[0].name, u"ibex uplink"_s);
        QCOMPARE(changes[0].localId, m_ids[0]);
        QCOMPARE(changes[0].state, SyncState::Waiting);
        QCOMPARE(changes[0].when, QDateTime({2026, 10, 7}, {12, 0}, QTimeZone::utc()));
        QCOMPARE(changes[1].op, Edit::Op::Delete);
        QCOMPARE(changes[1].name, u"Amber fibre"_s);
        QCOMPARE(await(queries().pending(1))->size(), 1);
    }

    void shouldTellFirstWhatNeedsTheUser()
    {
        // GIVEN two changes that wait, one that stays here, and behind them one that was refused
        for (const QString &id : std::as_const(m_ids))
            record({Edit::Op::Update, Lead, id, parse("{'rating': 'warm'}")});
        m_workspace->refuse(m_ids[3], u"400 no"_s);
        m_workspace->keepHere(m_ids[2]);
        const auto pending = [this](int limit, const QVector<SyncState> &states = {}) {
            QStringList ids;
            const QVector<PendingChange> changes = *await(queries().pending(limit, states));
            for (const PendingChange &change : changes)
                ids.append(change.localId);
            return ids;
        };

        // THEN the refused one comes first, also where not all are asked for
        QCOMPARE(pending(9), QStringList({m_ids[3], m_ids[0], m_ids[1]}));
        QCOMPARE(pending(2), QStringList({m_ids[3], m_ids[0]}));
        QCOMPARE(pending(9, {SyncState::Waiting, SyncState::Refused}),
                 QStringList({m_ids[0], m_ids[1], m_ids[3]}));
        QCOMPARE(pending(9, {SyncState::LocalOnly}), QStringList({m_ids[2]}));
        QVERIFY(pending(9, {SyncState::Conflict}).isEmpty());

        // AND all are counted
        const QMap<SyncState, qint64> counts = *await(queries().pendingCounts());
        QCOMPARE(counts.value(SyncState::Waiting), 2);
        QCOMPARE(counts.value(SyncState::Refused), 1);
        QCOMPARE(counts.value(SyncState::LocalOnly), 1);
        QCOMPARE(counts.value(SyncState::Conflict), 0);
    }

    void shouldSayWhichRowsChanged()
    {
        QCoreApplication::processEvents();
        QSignalSpy changed(&queries(), &WorkspaceQueries::changed);
        record({Edit::Op::Update, Lead, m_ids[0], parse("{'rating': 'warm'}")});
        QTRY_COMPARE(changed.size(), 1);
        QCOMPARE(changed[0][0].value<ResourceKind>(), Lead);
        QCOMPARE(changed[0][1].value<QVector<RowId>>(), order({}).last(1));
    }

    void shouldAnswerNothingOnceCancelled()
    {
        QFuture<Result<ListHead>> future = queries().head({}, 1);
        future.cancel();
        QTRY_VERIFY(future.isFinished());
        QVERIFY(future.isCanceled());
    }
};

SALESBENCH_TEST(QueriesContractTest)
#include "queriescontracttest.moc"
