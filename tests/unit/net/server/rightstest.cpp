// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/server/rights.h"
#include "tests/support/testcase.h"

#include <QTest>

using namespace salesbench;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(salesbench::Role)

namespace {

constexpr auto Rep = Role::Representative;
constexpr auto Boss = Role::Supervisor;
constexpr auto System = Role::Integration;

ServerUser user(Role role)
{
    return {.name = u"x"_s, .partyId = u"me"_s, .role = role, .tokenSha256 = {}};
}

} // namespace

class RightsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void shouldLetARepresentativeReadTheirsAndNobodys()
    {
        QVERIFY(mayRead(user(Rep), u"me"_s));
        QVERIFY(mayRead(user(Rep), {}));
        QVERIFY(!mayRead(user(Rep), u"other"_s));
        QVERIFY(mayRead(user(Boss), u"other"_s));
        QVERIFY(mayRead(user(System), u"other"_s));
    }

    void shouldListNoMoreThanCanBeRead()
    {
        QCOMPARE(visibleOwner(user(Rep)).value(), u"me"_s);
        QVERIFY(!visibleOwner(user(Boss)));
        QVERIFY(!visibleOwner(user(System)));
    }

    void shouldLimitForWhomOneCreates()
    {
        QVERIFY(mayCreate(user(Rep), u"me"_s));
        QVERIFY(mayCreate(user(Rep), {}));
        QCOMPARE(mayCreate(user(Rep), u"other"_s).error().status, 403);
        QVERIFY(mayCreate(user(Boss), u"other"_s));
        QVERIFY(mayCreate(user(System), u"other"_s));
    }

    void shouldLimitWhatAPatchDoesToTheOwner_data()
    {
        QTest::addColumn<Role>("role");
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        QTest::addColumn<bool>("may");
        QTest::newRow("own stays own") << Rep << u"me"_s << u"me"_s << true;
        QTest::newRow("claims") << Rep << u""_s << u"me"_s << true;
        QTest::newRow("gives up") << Rep << u"me"_s << u""_s << true;
        QTest::newRow("hands on") << Rep << u"me"_s << u"other"_s << false;
        QTest::newRow("assigns a free one") << Rep << u""_s << u"other"_s << false;
        QTest::newRow("changes a free one") << Rep << u""_s << u""_s << false;
        QTest::newRow("supervisor assigns") << Boss << u""_s << u"other"_s << true;
        QTest::newRow("supervisor moves") << Boss << u"me"_s << u"other"_s << true;
        QTest::newRow("integration changes") << System << u"other"_s << u"other"_s << true;
        QTest::newRow("integration assigns") << System << u""_s << u"other"_s << false;
        QTest::newRow("integration frees") << System << u"other"_s << u""_s << false;
    }

    void shouldLimitWhatAPatchDoesToTheOwner()
    {
        QFETCH(Role, role);
        QFETCH(QString, before);
        QFETCH(QString, after);
        const auto allowed = mayPatch(user(role), before, after);
        QTEST(allowed.has_value(), "may");
        if (!allowed) {
            QCOMPARE(allowed.error().status, 403);
            QVERIFY(allowed.error().message.startsWith(u"relatedParty"_s));
        }
    }

    void shouldLetOnlySupervisorsDelete()
    {
        QVERIFY(mayDelete(user(Boss)));
        QCOMPARE(mayDelete(user(Rep)).error().status, 403);
        QCOMPARE(mayDelete(user(System)).error().status, 403);
    }
};

SALESBENCH_TEST(RightsTest)
#include "rightstest.moc"
