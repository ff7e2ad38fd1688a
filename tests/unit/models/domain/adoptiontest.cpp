// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/adoption.h"
#include "tests/support/kinds.h"
#include "tests/support/parse.h"
#include "tests/support/testcase.h"

#include <QJsonArray>

using namespace salesbench;
using namespace salesbench::testing;
using namespace Qt::StringLiterals;

class AdoptionTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void shouldTellOwnWorkFromSomebodyElses()
    {
        const QVector<QJsonObject> attempted{parse("{'name':'a','rating':'cold','priority':'1'}"),
                                             parse("{'name':'b','rating':'cold','priority':'2'}")};
        // The second attempt arrived, and somebody changed the rating and the priority.
        const QJsonObject found =
            parse("{'id':'l','name':'b','rating':'hot','priority':'9','status':'acknowledged'}");
        QCOMPARE(arrived(Lead, attempted, found), parse("{'name':'b','rating':'cold','priority':'1'}"));
    }

    void shouldKnowThatACreationLeavesInItsFirstState()
    {
        const QVector<QJsonObject> attempted{
            parse("{'name':'a','status':'inProgress','statusChangeReason':'why'}")};
        QCOMPARE(arrived(Lead, attempted, parse("{'id':'l','name':'a','status':'acknowledged'}")),
                 parse("{'name':'a','status':'acknowledged'}"));
    }

    void shouldNotTakeALinkForSentThatMayHaveBeenLeftOut()
    {
        const QVector<QJsonObject> attempted{parse("{'name':'a','salesOpportunity':{'id':'o'}}")};
        QVERIFY(!arrived(Lead, attempted, parse("{'id':'l','name':'a'}")).contains("salesOpportunity"_L1));
    }

    void shouldKeepBothSidesOfAChangeApart()
    {
        const QJsonObject base =
            baseBeside(parse("{'name':'a','rating':'cold'}"), parse("{'name':'mine','rating':'cold'}"),
                       parse("{'id':'l','name':'theirs','rating':'hot'}"));
        QCOMPARE(base, parse("{'id':'l','name':'a','rating':'hot'}"));
    }

    void shouldCountNothingAsKnownToWhoDeletes()
    {
        const QJsonObject there = parse("{'id':'l','name':'a','rating':'hot','note':[{'id':'m'}]}");
        QCOMPARE(baseBesideDeletion(parse("{'name':'a'}"), there, u"m"_s),
                 parse("{'id':'l','name':'a','note':[{'id':'m'}]}"));
        QCOMPARE(baseBesideDeletion(parse("{'name':'a'}"), there, u"other"_s),
                 parse("{'id':'l','name':'a'}"));
    }

    void shouldTakeWhatAnAttemptLeftForKnown()
    {
        const QVector<QJsonObject> attempted{parse("{'name':'b','rating':'cold'}")};
        QCOMPARE(
            baseAfter(parse("{'name':'a','rating':'cold'}"), attempted, parse("{'name':'b','rating':'hot'}")),
            parse("{'name':'b','rating':'cold'}"));
    }

    void shouldKnowAStateFromAnAttemptByItsReason()
    {
        const QJsonObject base = parse("{'status':'acknowledged'}");
        const QJsonObject ours = parse("{'status':'inProgress','statusChangeReason':'mine'}");
        QCOMPARE(baseAfter(base, {ours}, ours), ours);
        QCOMPARE(baseAfter(base, {ours}, parse("{'status':'inProgress'}")), base);
        QCOMPARE(baseAfter(base, {ours}, parse("{'status':'pending','statusChangeReason':'mine'}")), base);
    }

    void shouldMarkBeforeAllNotes()
    {
        const QJsonObject marked =
            withMarker(parse("{'note':[{'id':'n'},{'text':'no id'}]}"), u"l"_s, u"x"_s);
        QCOMPARE(markers(marked), QStringList({u"l"_s, u"n"_s}));
        QCOMPARE(marked.value("note"_L1).toArray().first().toObject(), parse("{'id':'l','text':'x'}"));
        QVERIFY(markers(parse("{'name':'a'}")).isEmpty());
    }
};

SALESBENCH_TEST(AdoptionTest)
#include "adoptiontest.moc"
