// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/conflict.h"
#include "tests/support/parse.h"
#include "tests/support/testcase.h"

#include <QJsonArray>

using namespace salesbench;
using namespace salesbench::testing;
using namespace Qt::StringLiterals;

class ConflictTest : public QObject {
    Q_OBJECT

    using Verdict = ConflictPart::Verdict;

    static Record record(const char *base, const char *local, const char *remote, ResourceKind kind = ResourceKind::SalesLead)
    {
        Record result;
        result.kind = kind;
        result.sync = SyncState::Conflict;
        result.base = parse(base);
        result.local = parse(local);
        result.remote = parse(remote);
        return result;
    }
    /// "rating:open priority:theirs", elements as "note[n1]:open".
    static QString verdicts(const Record &record)
    {
        static const char *const words[] = {"mine", "theirs", "same", "open"};
        QStringList texts;
        for (const ConflictPart &part : conflictParts(record)) {
            const QString key = part.isElement ? u"[%1]"_s.arg(part.key) : QString();
            texts.append(part.attribute + key + u':' + QLatin1StringView(words[int(part.verdict)]));
        }
        return texts.join(u' ');
    }
    /// With every open part as it is here, or as the server has it.
    static QJsonObject settledAll(const Record &record, bool mine)
    {
        const QVector<ConflictPart> parts = conflictParts(record);
        QVector<QJsonValue> chosen;
        for (const ConflictPart &part : parts)
            chosen.append(mine ? part.mine : part.theirs);
        return settledDocument(record, parts, chosen);
    }

private Q_SLOTS:
    void shouldPutWhatIsOpenFirstAndTellWhoChangedTheRest()
    {
        const Record lead =
            record("{'id': 'a', 'name': 'N', 'nextStep': 'x', 'priority': 'low', 'rating': 'warm', 'type': 't'}",
                   "{'id': 'a', 'name': 'Mine', 'nextStep': 'y', 'priority': 'low', 'rating': 'hot', 'type': 't'}",
                   "{'id': 'b', 'name': 'N', 'nextStep': 'y', 'priority': 'high', 'rating': 'cold', 'type': 't'}");
        QCOMPARE(verdicts(lead), u"rating:open name:mine nextStep:same priority:theirs"_s);
        QCOMPARE(settledAll(lead, true),
                 parse("{'id': 'b', 'name': 'Mine', 'nextStep': 'y', 'priority': 'high', 'rating': 'hot'"
                       ", 'type': 't'}"));
        QCOMPARE(settledAll(lead, false).value("rating"_L1).toString(), u"cold"_s);
    }

    void shouldTakeAnAttributeThatOneSideRemovedOut()
    {
        const Record lead = record("{'nextStep': 'x'}", "{}", "{'nextStep': 'y'}");
        QCOMPARE(verdicts(lead), u"nextStep:open"_s);
        QCOMPARE(settledAll(lead, true), QJsonObject());
    }

    void shouldKeepAnAmountTogether()
    {
        const Record lead = record("{'estimatedRevenue': {'unit': 'EUR', 'value': 1}}",
                                   "{'estimatedRevenue': {'unit': 'EUR', 'value': 2}}",
                                   "{'estimatedRevenue': {'unit': 'INR', 'value': 1}}");
        QCOMPARE(verdicts(lead), u"estimatedRevenue:open"_s);
        QCOMPARE(settledAll(lead, true), lead.local);
        QCOMPARE(settledAll(lead, false), lead.remote);
    }

    void shouldAskForAStateTogetherWithItsReason()
    {
        const Record lead = record("{'status': 'inProgress'}", "{'status': 'pending'}",
                                   "{'status': 'rejected', 'statusChangeReason': 'No budget'}");
        const QVector<ConflictPart> parts = conflictParts(lead);
        QCOMPARE(parts.size(), 1);
        QVERIFY(parts[0].withReason);
        QCOMPARE(parts[0].theirs.toObject(), lead.remote);
        QCOMPARE(settledAll(lead, false), lead.remote);
    }

    /// The merge keeps these two together in any document.
    void shouldTakeWhatTheServerAloneChangedBesideWhatItHasInCommon()
    {
        const Record quote = record("{'state': 'inProgress', 'status': 'a'}", "{'state': 'pending', 'status': 'b'}",
                                    "{'state': 'rejected', 'status': 'a', 'statusChangeReason': 'r'}", ResourceKind::Quote);
        QCOMPARE(verdicts(quote), u"state:open status:mine statusChangeReason:theirs"_s);
        QVERIFY(!conflictParts(quote).first().withReason);
        QCOMPARE(settledAll(quote, true), parse("{'state': 'pending', 'status': 'b', 'statusChangeReason': 'r'}"));
        QCOMPARE(settledAll(quote, false).value("state"_L1).toString(), u"rejected"_s);
    }

    void shouldSayWhereNoWayLeadsToMyState()
    {
        const Record closed = record("{'status': 'inProgress'}", "{'status': 'pending'}", "{'status': 'rejected'}");
        QVERIFY(!conflictParts(closed).first().canBeMine);
        const Record open = record("{'status': 'acknowledged'}", "{'status': 'accepted'}", "{'status': 'inProgress'}");
        QVERIFY(conflictParts(open).first().canBeMine);
        // A state that only the server moved on is nobody's question.
        const Record theirs = record("{'status': 'inProgress', 'rating': 'hot'}", "{'status': 'inProgress'}",
                                     "{'status': 'accepted', 'rating': 'cold'}");
        QCOMPARE(verdicts(theirs), u"rating:open status:theirs"_s);
    }

    void shouldAskAboutAStateThatCannotFollowAlthoughTheServerKeptIts()
    {
        const Record lead = record("{'status': 'LEAD'}", "{'status': 'inProgress'}", "{'status': 'LEAD'}");
        QCOMPARE(verdicts(lead), u"status:open"_s);
        QVERIFY(!conflictParts(lead).first().canBeMine);
    }

    void shouldGoThroughAListElementByElement()
    {
        const Record lead = record("{'note': [{'id': '1', 'text': 'a'}, {'id': '2', 'text': 'b'}]}",
                                   "{'note': [{'id': '1', 'text': 'mine'}, {'id': '2', 'text': 'b'}, {'id': '4', 'text': 'd'}]}",
                                   "{'note': [{'id': '1', 'text': 'theirs'}, {'id': '3', 'text': 'c'}]}");
        QCOMPARE(verdicts(lead), u"note[1]:open note[3]:theirs note[2]:theirs note[4]:mine"_s);
        QCOMPARE(settledAll(lead, true),
                 parse("{'note': [{'id': '1', 'text': 'mine'}, {'id': '3', 'text': 'c'}, {'id': '4', 'text': 'd'}]}"));
        QCOMPARE(settledAll(lead, false).value("note"_L1).toArray().first().toObject(),
                 parse("{'id': '1', 'text': 'theirs'}"));
    }

    void shouldPutAnElementBackThatTheServerRemoved()
    {
        const Record lead = record("{'note': [{'id': '1', 'text': 'a'}]}", "{'note': [{'id': '1', 'text': 'b'}]}",
                                   "{'note': []}");
        QCOMPARE(verdicts(lead), u"note[1]:open"_s);
        QCOMPARE(settledAll(lead, true), lead.local);
        QCOMPARE(settledAll(lead, false), lead.remote);
    }

    void shouldTellAnElementWithoutANameFromTheWholeList()
    {
        const Record quote = record("{'quoteItem': [{'quantity': 1}]}", "{'quoteItem': [{'quantity': 2}]}",
                                    "{'quoteItem': [{'quantity': 3}]}", ResourceKind::Quote);
        QVERIFY(conflictParts(quote).first().isElement);
        QCOMPARE(settledAll(quote, true)["quoteItem"_L1][0]["quantity"_L1].toInt(), 2);
    }

    void shouldAddAQuoteUpAnewWhereItsLinesAreNotTheServers()
    {
        const char *const line = "{'quoteItem': [{'id': '1', 'quantity': %1, 'quoteItemPrice': [{'priceType': 'oneTime', "
                                 "'price': {'taxRate': 0, 'dutyFreeAmount': {'unit': 'EUR', 'value': 10}}}]}], "
                                 "'quoteTotalPrice': [{'name': '%2'}]}";
        const auto quote = [line](int quantity, const char *total) {
            return QString::fromLatin1(line).arg(quantity).arg(QLatin1StringView(total)).toLatin1();
        };
        const Record both = record(quote(1, "base").constData(), quote(2, "mine").constData(), quote(3, "theirs").constData(), ResourceKind::Quote);
        QCOMPARE(verdicts(both), u"quoteItem[1]:open"_s);
        QCOMPARE(settledAll(both, false), both.remote);
        const QJsonObject mine = settledAll(both, true);
        QCOMPARE(mine["quoteTotalPrice"_L1][0]["price"_L1]["dutyFreeAmount"_L1]["value"_L1].toDouble(), 20.0);
    }

    void shouldTellWhatTheServerChangedOfWhatIsDeletedHere()
    {
        Record lead = record("{'rating': 'hot', 'name': 'N'}", "{'rating': 'cold', 'name': 'N'}",
                             "{'rating': 'warm', 'name': 'N'}");
        lead.deleted = true;
        QCOMPARE(verdicts(lead), u"rating:theirs"_s);
        QVERIFY(!isGoneThere(lead));
    }

    void shouldKnowADocumentThatTheServerDeleted()
    {
        QVERIFY(isGoneThere(record("{'rating': 'hot'}", "{'rating': 'cold'}", "{}")));
        QVERIFY(!isGoneThere(record("{'rating': 'hot'}", "{'rating': 'cold'}", "{'rating': 'warm'}")));
    }
};

SALESBENCH_TEST(ConflictTest)
#include "conflicttest.moc"
