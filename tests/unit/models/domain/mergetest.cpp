// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/merge.h"
#include "tests/support/parse.h"
#include "tests/support/testcase.h"

using namespace salesbench;
using namespace Qt::StringLiterals;
using salesbench::testing::parse;

class MergeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void shouldPatchAsTheRfcSays_data()
    {
        QTest::addColumn<QJsonObject>("target");
        QTest::addColumn<QJsonObject>("patch");
        QTest::addColumn<QJsonObject>("result");
        const auto row = [](const char *target, const char *patch, const char *result) {
            QTest::newRow(patch) << parse(target) << parse(patch) << parse(result);
        };
        row("{'a':'b'}", "{'a':'c'}", "{'a':'c'}");
        row("{'a':'b'}", "{'b':'c'}", "{'a':'b','b':'c'}");
        row("{'a':'b','b':'c'}", "{'a':null}", "{'b':'c'}");
        row("{'a':['b']}", "{'a':'c'}", "{'a':'c'}");
        row("{'a':'c'}", "{'a':['b']}", "{'a':['b']}");
        row("{'a':{'b':'c'}}", "{'a':{'b':'d','c':null}}", "{'a':{'b':'d'}}");
        row("{'a':[{'b':'c'}]}", "{'a':[1]}", "{'a':[1]}");
        row("{'e':null}", "{'a':1}", "{'e':null,'a':1}");
        row("{}", "{'a':{'bb':{'ccc':null}}}", "{'a':{'bb':{}}}");
    }

    void shouldPatchAsTheRfcSays()
    {
        QFETCH(QJsonObject, target);
        QFETCH(QJsonObject, patch);
        QTEST(mergePatch(target, patch), "result");
    }

    void shouldFindThePatchBetweenTwoDocuments()
    {
        const QJsonObject from = parse("{'a':1,'b':{'c':1,'d':2},'e':[1],'f':'x','g':{'h':1}}");
        const QJsonObject to = parse("{'a':1.0,'b':{'c':1,'d':3},'e':[1,2],'g':7,'i':{'j':1}}");

        const QJsonObject patch = diffPatch(from, to);

        QCOMPARE(patch, parse("{'b':{'d':3},'e':[1,2],'f':null,'g':7,'i':{'j':1}}"));
        QCOMPARE(mergePatch(from, patch), to);
        QVERIFY(diffPatch(to, to).isEmpty());
    }

    void shouldNameChangedAttributes()
    {
        QCOMPARE(changedAttributes(parse("{'a':1,'b':[{'c':2}],'d':1,'n':null}"),
                                   parse("{'a':1.0,'b':[{'c':2.0}],'e':1}")),
                 (QSet<QString>{u"d"_s, u"e"_s}));
    }

    void shouldCompareUnderNamesOfAnyAlphabet()
    {
        // The order of the names by UTF-16 is another one than that by UTF-8.
        const QJsonObject from = parse("{'a':1,'\xf0\x9f\x98\x80':1,'\xef\xbd\x9e':1,'\xc3\xa9':1}");
        QJsonObject to;
        for (const QString &name : {u"\U0001F600"_s, u"\uFF5E"_s, u"b"_s, u"\u00E9"_s})
            to.insert(name, 1);

        QCOMPARE(changedAttributes(from, to), (QSet<QString>{u"a"_s, u"b"_s}));
        to.insert(u"\uFF5E"_s, 2);
        QCOMPARE(diffPatch(from, to),
                 (QJsonObject{{u"a"_s, QJsonValue::Null}, {u"b"_s, 1}, {u"\uFF5E"_s, 2}}));
        to.insert(u"\U0001F600"_s, 2);
        QCOMPARE(changesBetween(from, to).size(), 4);
    }

    void shouldNameWhatPeopleChanged()
    {
        QCOMPARE(editedAttributes(parse("{'id':'l','href':'/a','name':'n','creationDate':'2026-01-01'}"),
                                  parse("{'id':'1','href':'/b','name':'m','rating':'hot'}")),
                 (QSet<QString>{u"name"_s, u"rating"_s}));
    }

    void shouldMergeAttributeByAttribute()
    {
        const QJsonObject base =
            parse("{'name':'n','rating':'cold','priority':'low','type':'t','description':'d'}");
        const QJsonObject local = parse("{'name':'n','rating':'hot','priority':'high','type':'u'}");
        const QJsonObject remote =
            parse("{'name':'m','rating':'cold','priority':'medium','type':'u','description':'d'}");

        const MergeResult result = mergeThreeWays(base, local, remote);

        QCOMPARE(result.merged, parse("{'name':'m','rating':'hot','priority':'high','type':'u'}"));
        QCOMPARE(result.conflicts, QStringList{u"priority"_s});
        const LocalChanges here = localChanges(base, local, remote);
        QCOMPARE(here.conflicts, result.conflicts);
        QCOMPARE(patchOf(here.changes), parse("{'description':null,'priority':'high','rating':'hot'}"));
    }

    void shouldTakeWhatTheServerOwnsFromTheServer()
    {
        const MergeResult result =
            mergeThreeWays(parse("{'id':'1','href':'/a','statusChangeDate':'2026-01-01T00:00:00Z'}"),
                           parse("{'id':'l','href':'/b','statusChangeDate':'2026-01-02T00:00:00Z'}"),
                           parse("{'id':'1','href':'/c','statusChangeDate':'2026-01-03T00:00:00Z'}"));

        QCOMPARE(result.merged, parse("{'id':'1','href':'/c','statusChangeDate':'2026-01-03T00:00:00Z'}"));
        QVERIFY(result.conflicts.isEmpty());
        QVERIFY(localChanges(parse("{'creationDate':'1','quoteDate':'1'}"),
                             parse("{'creationDate':'2','quoteDate':'2'}"), {})
                    .changes.isEmpty());
        QCOMPARE(mergeThreeWays({}, parse("{'id':'l'}"), parse("{}")).merged, parse("{'id':'l'}"));
    }

    void shouldKeepStatusAndReasonTogether()
    {
        const QJsonObject base = parse("{'status':'inProgress','statusChangeReason':'qualified'}");
        const QJsonObject local = parse("{'status':'rejected','statusChangeReason':'too small'}");

        // The server changed neither: ours.
        QCOMPARE(mergeThreeWays(base, local, base).merged, local);
        QVERIFY(mergeThreeWays(base, local, base).conflicts.isEmpty());
        // The server moved elsewhere: both attributes are in question, none is mixed.
        const MergeResult moved =
            mergeThreeWays(base, local, parse("{'status':'pending','statusChangeReason':'qualified'}"));
        QCOMPARE(moved.merged, local);
        QCOMPARE(moved.conflicts, (QStringList{u"status"_s, u"statusChangeReason"_s}));
        // The same move with another reason.
        QCOMPARE(
            mergeThreeWays(base, local, parse("{'status':'rejected','statusChangeReason':'no'}")).conflicts,
            QStringList{u"statusChangeReason"_s});
        // The same move for the same reason.
        QVERIFY(localChanges(base, local, local).changes.isEmpty());
        // Only the server moved.
        QCOMPARE(mergeThreeWays(base, base, local).merged, local);
    }

    void shouldAskForBothWhereEachSideChangedHalfOfStatusAndReason()
    {
        const QJsonObject base = parse("{'status':'inProgress','statusChangeReason':'qualified'}");
        const QJsonObject moved = parse("{'status':'pending','statusChangeReason':'qualified'}");
        const QJsonObject explained = parse("{'status':'inProgress','statusChangeReason':'asked'}");

        for (const auto &[local, remote] : {std::pair(moved, explained), std::pair(explained, moved)}) {
            const MergeResult result = mergeThreeWays(base, local, remote);
            QCOMPARE(result.conflicts, (QStringList{u"status"_s, u"statusChangeReason"_s}));
            QCOMPARE(result.merged, local);
            QCOMPARE(patchOf(localChanges(base, local, base).changes), diffPatch(base, local));
        }
    }

    void shouldNotTakeAnotherSpellingForAChange()
    {
        const QJsonObject base = parse("{'rating':null,'salesLeadItem':1}");
        const QJsonObject local = parse("{'rating':'hot','salesLeadItem':2}");
        const LocalChanges here = localChanges(base, local, parse("{'salesLeadItem':1.0}"));
        QVERIFY(here.conflicts.isEmpty());
        QCOMPARE(patchOf(here.changes), local);
    }

    void shouldPutOnlyTheMembersThatChangedIntoTheServersObject()
    {
        const LocalChanges here = localChanges(parse("{'x':{'a':1,'b':1}}"), parse("{'x':{'a':2,'b':1}}"),
                                               parse("{'x':{'b':1,'a':1}}"));
        QCOMPARE(patchOf(here.changes), parse("{'x':{'a':2}}"));
    }

    void shouldTreatMoneyAsOneValue()
    {
        const MergeResult result = mergeThreeWays(parse("{'estimatedRevenue':{'unit':'EUR','value':1}}"),
                                                  parse("{'estimatedRevenue':{'unit':'EUR','value':2}}"),
                                                  parse("{'estimatedRevenue':{'unit':'USD','value':1}}"));

        QCOMPARE(result.conflicts, QStringList{u"estimatedRevenue"_s});
        QCOMPARE(result.merged, parse("{'estimatedRevenue':{'unit':'EUR','value':2}}"));
    }

    void shouldMergeListsByKey_data()
    {
        QTest::addColumn<QString>("attribute");
        QTest::addColumn<QJsonObject>("lists");
        QTest::addColumn<bool>("conflict");
        const auto row = [](const char *name, QString attribute, const char *lists, bool conflict) {
            QTest::newRow(name) << attribute << parse(lists) << conflict;
        };
        row("both add", u"note"_s, R"({'base': [{'id':'1','text':'a'}],
            'local': [{'id':'1','text':'a'},{'id':'2','text':'b'}], 'remote': [{'id':'1','text':'a'},{'id':'3','text':'c'}],
            'merged': [{'id':'1','text':'a'},{'id':'3','text':'c'},{'id':'2','text':'b'}]})",
            false);
        row("one removes, one edits another", u"note"_s,
            R"({'base': [{'id':'1','text':'a'},{'id':'2','text':'b'}],
            'local': [{'id':'2','text':'b'}], 'remote': [{'id':'1','text':'a'},{'id':'2','text':'c'}],
            'merged': [{'id':'2','text':'c'}]})",
            false);
        row("both edit one", u"note"_s, R"({'base': [{'id':'1','text':'a'}], 'local': [{'id':'1','text':'b'}],
            'remote': [{'id':'1','text':'c'}], 'merged': [{'id':'1','text':'b'}]})",
            true);
        row("one removes what the other edits", u"quoteItem"_s,
            R"({'base': [{'id':'1','quantity':1},{'id':'2'}],
            'local': [{'id':'2'}], 'remote': [{'id':'1','quantity':3},{'id':'2'}], 'merged': [{'id':'2'}]})",
            true);
        row("one edits what the other removes", u"quoteItem"_s,
            R"({'base': [{'id':'1','quantity':1},{'id':'2'}],
            'local': [{'id':'1','quantity':3},{'id':'2'}], 'remote': [{'id':'2'}],
            'merged': [{'id':'2'},{'id':'1','quantity':3}]})",
            true);
        row("notes without ids", u"note"_s, R"({'base': [],
            'local': [{'text':'a','date':'2026-01-01T00:00:00.000Z'}], 'remote': [{'text':'a','date':'2026-01-01T00:00:00Z','author':'s'}],
            'merged': [{'text':'a','date':'2026-01-01T00:00:00.000Z'}]})",
            true);
        row("different contacts", u"prospectContact"_s, R"({
            'local': [{'mediumType':'email','characteristic':{'emailAddress':'a@b.example'}}],
            'remote': [{'mediumType':'phone','characteristic':{'phoneNumber':'1'}}],
            'merged': [{'mediumType':'phone','characteristic':{'phoneNumber':'1'}},
                       {'mediumType':'email','characteristic':{'emailAddress':'a@b.example'}}]})",
            false);
        row("parties of two roles", u"relatedParty"_s, R"({'base': [{'id':'1','role':'prospect'}],
            'local': [{'id':'1','role':'prospect'},{'id':'2','role':'salesRepresentative'}],
            'remote': [{'id':'1','role':'prospect'},{'id':'3','role':'partner'}],
            'merged': [{'id':'1','role':'prospect'},{'id':'3','role':'partner'},{'id':'2','role':'salesRepresentative'}]})",
            false);
        row("two new owners", u"relatedParty"_s, R"({'base': [{'id':'1','role':'salesRepresentative'}],
            'local': [{'id':'2','role':'salesRepresentative'}], 'remote': [{'id':'3','role':'salesRepresentative'}],
            'merged': [{'id':'2','role':'salesRepresentative'}]})",
            true);
        row("parties of one role", u"relatedParty"_s,
            R"({'base': [{'id':'1','role':'buyer'},{'id':'2','role':'buyer'}],
            'local': [{'id':'1','role':'buyer'},{'id':'2','role':'buyer'},{'id':'3','role':'buyer'}],
            'remote': [{'id':'2','role':'buyer'}],
            'merged': [{'id':'2','role':'buyer'},{'id':'3','role':'buyer'}]})",
            false);
        row("both make a quote", u"quote"_s, R"({
            'local': [{'id':'q1'}], 'remote': [{'id':'q2'}], 'merged': [{'id':'q2'},{'id':'q1'}]})",
            false);
        row("no key", u"agreement"_s, R"({'base': [1], 'local': [1,2], 'remote': [1,3], 'merged': [1,2]})",
            true);
        row("not a list any more", u"note"_s, R"({'base': [], 'local': [{'text':'a'}], 'remote': 'x',
            'merged': [{'text':'a'}]})",
            true);
    }

    void shouldMergeListsByKey()
    {
        QFETCH(QString, attribute);
        QFETCH(QJsonObject, lists);
        QFETCH(bool, conflict);
        const auto document = [&](const char16_t *side) {
            const QJsonValue list = lists.value(QString::fromUtf16(side));
            return list.isUndefined() ? QJsonObject() : QJsonObject{{attribute, list}};
        };

        const MergeResult result = mergeThreeWays(document(u"base"), document(u"local"), document(u"remote"));

        QCOMPARE(result.merged, document(u"merged"));
        QCOMPARE(result.conflicts, conflict ? QStringList{attribute} : QStringList());
    }

    void shouldKeepTwinsOfOneKeyApart()
    {
        const QJsonObject base = parse("{'note':[{'text':'a'},{'text':'a'}]}");
        const QJsonObject local = parse("{'note':[{'text':'a'},{'text':'a'},{'text':'b'}]}");
        const QJsonObject remote = parse("{'note':[{'text':'a'},{'text':'a'},{'text':'c'}]}");

        QCOMPARE(mergeThreeWays(base, local, remote).merged,
                 parse("{'note':[{'text':'a'},{'text':'a'},{'text':'c'},{'text':'b'}]}"));
    }

    void shouldNeverAskAboutATotal()
    {
        const MergeResult result =
            mergeThreeWays(parse("{'quoteTotalPrice':[1]}"), parse("{'quoteTotalPrice':[2]}"),
                           parse("{'quoteTotalPrice':[3]}"));

        QVERIFY(result.conflicts.isEmpty());
        QCOMPARE(result.merged, parse("{'quoteTotalPrice':[2]}"));
    }
};

SALESBENCH_TEST(MergeTest)
#include "mergetest.moc"
