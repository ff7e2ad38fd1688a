// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/list/recordchanges.h"
#include "tests/support/fakedesk.h"
#include "tests/support/testcase.h"

#include <QJsonArray>

using namespace salesbench;
using namespace salesbench::testing;
using namespace Qt::StringLiterals;

class RecordChangesTest : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<FakeDesk> desk;

    QString add(const QJsonObject &document) { return desk->workspace.add(ResourceKind::SalesLead, document); }
    Record find(const QString &id) const { return desk->workspace.find(ResourceKind::SalesLead, id); }

    ListRow row(const QString &id) const
    {
        const Record record = find(id);
        return {record.row, record.localId, record.serverId, record.sync,
                summarize(record.kind, record.local, DefaultOwnerRole)};
    }

private Q_SLOTS:
    void init() { desk = std::make_unique<FakeDesk>(); }

    void shouldRateAllButThoseThatAreSo()
    {
        const QString warm = add({{u"name"_s, u"Warm one"_s}, {u"rating"_s, u"warm"_s}});
        const QString hot = add({{u"name"_s, u"Hot one"_s}, {u"rating"_s, u"hot"_s}});

        const auto change = chooseForAll(ResourceKind::SalesLead, {row(warm), row(hot)}, Field::Rating, u"hot"_s);

        QVERIFY(change);
        QCOMPARE(change->edits.size(), 1);
        QCOMPARE(change->edits.first().id, warm);
        QCOMPARE(change->edits.first().content, (QJsonObject{{u"rating"_s, u"hot"_s}}));
        QCOMPARE(change->title, u"Rate “Warm one” hot"_s);
    }

    void shouldSetThePriorityOfMany()
    {
        QVector<ListRow> rows;
        for (int i = 0; i < 3; ++i)
            rows.append(row(add({{u"name"_s, u"Lead"_s}})));
        const auto change = chooseForAll(ResourceKind::SalesLead, rows, Field::Priority, u"low"_s);
        QVERIFY(change);
        QCOMPARE(change->edits.size(), 3);
        QCOMPARE(change->title, u"Set the priority of 3 leads to low"_s);
    }

    void shouldSayWhereThereIsNothingToChange()
    {
        const QString hot = add({{u"name"_s, u"Hot one"_s}, {u"rating"_s, u"hot"_s}});
        const auto change = chooseForAll(ResourceKind::SalesLead, {row(hot)}, Field::Rating, u"hot"_s);
        QVERIFY(!change);
        QCOMPARE(change.error().kind, Problem::Kind::NotAllowed);
    }

    void shouldFindTheMovesThatAllMayMake()
    {
        const ListRow fresh = row(add({{u"status"_s, u"acknowledged"_s}}));
        const ListRow begun = row(add({{u"status"_s, u"inProgress"_s}}));
        const ListRow waiting = row(add({{u"status"_s, u"pending"_s}}));
        const ListRow strange = row(add({{u"status"_s, u"dreaming"_s}}));
        const auto moves = [](const QVector<ListRow> &rows) { return commonMoves(ResourceKind::SalesLead, rows); };
        QCOMPARE(moves({begun, waiting}), QVector{State::Rejected});
        QVERIFY(moves({fresh}).contains(State::InProgress));
        QVERIFY(moves({fresh, strange}).isEmpty());
        QVERIFY(moves({}).isEmpty());
    }

    void shouldAcceptLeadsWithTheirOpportunities()
    {
        const Record one = find(add({{u"name"_s, u"One"_s}, {u"status"_s, u"inProgress"_s}}));
        const Record two = find(add({{u"name"_s, u"Two"_s}, {u"status"_s, u"inProgress"_s}}));
        const auto change = moveAll({one, two}, State::Accepted, {}, desk->context());
        QVERIFY(change);
        QCOMPARE(change->edits.size(), 4);
        QCOMPARE(change->title, u"Accept and convert: 2 leads"_s);
    }

    void shouldMoveAllOrNothing()
    {
        const Record begun = find(add({{u"status"_s, u"inProgress"_s}}));
        const Record done = find(add({{u"status"_s, u"accepted"_s}}));
        QVERIFY(!moveAll({begun, done}, State::Pending, {}, desk->context()));
        QVERIFY(!moveAll({begun}, State::Rejected, {}, desk->context()));
        QVERIFY(moveAll({begun}, State::Rejected, u"No budget"_s, desk->context()));
        QVERIFY(!moveAll({}, State::Pending, {}, desk->context()));
    }

    void shouldClaimTheFreeOnesAmongThem()
    {
        const Record free = find(add({{u"name"_s, u"Free"_s}}));
        const QJsonArray owned{QJsonObject{{u"id"_s, u"p2"_s}, {u"role"_s, u"salesRepresentative"_s}}};
        const Record taken = find(add({{u"name"_s, u"Taken"_s}, {u"relatedParty"_s, owned}}));
        const auto change = claimAll({taken, free}, desk->session);
        QVERIFY(change);
        QCOMPARE(change->edits.size(), 1);
        QCOMPARE(change->edits.first().id, free.localId);
        QCOMPARE(change->title, u"Claim “Free”"_s);
        QVERIFY(!claimAll({taken}, desk->session));
        QVERIFY(!claimAll({}, desk->session));
    }

    void shouldDeleteAllAsOne()
    {
        const Change change = deleteAll(ResourceKind::Quote, {row(add({})), row(add({}))});
        QCOMPARE(change.edits.size(), 2);
        QCOMPARE(change.edits.first().op, Edit::Op::Delete);
        QCOMPARE(change.title, u"Delete 2 quotes"_s);
    }
};

SALESBENCH_TEST(RecordChangesTest)
#include "recordchangestest.moc"
