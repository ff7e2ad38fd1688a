// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/knownprofile.h"
#include "tests/support/testcase.h"

using namespace Qt::StringLiterals;
using namespace salesbench;

class KnownProfileTest : public QObject {
    Q_OBJECT

    const QDate Today{2026, 11, 26};
    KnownProfile m_profile;

private Q_SLOTS:
    void init()
    {
        m_profile = {};
        m_profile.server = u"sales.example"_s;
        m_profile.user = {u"p1"_s, u"Mara <Lindqvist>"_s, Role::Representative, {}};
    }

    void shouldNameItByServerAndPerson()
    {
        QCOMPARE(profileTitle(m_profile), u"sales.example"_s);
        QCOMPARE(profileName(m_profile), u"Mara <Lindqvist> at sales.example"_s);
        m_profile.server.clear();
        QCOMPARE(profileTitle(m_profile), u"Workspace of Mara <Lindqvist>"_s);
        QCOMPARE(profileName(m_profile), u"Workspace of Mara <Lindqvist>"_s);
    }

    void shouldTellHowItStands()
    {
        QCOMPARE(profileStory(m_profile, Today), u"Mara &lt;Lindqvist&gt;."_s);
        m_profile.lastUsed = QDateTime({2026, 11, 26}, {13, 58});
        QCOMPARE(profileStory(m_profile, Today), u"Mara &lt;Lindqvist&gt;, used today 13:58."_s);
        m_profile.pending = 1;
        QVERIFY(profileStory(m_profile, Today).contains(u"<b style='color:#"));
        QVERIFY(profileStory(m_profile, Today).contains(u">1 change pending.<"));
        m_profile.pending = 3;
        m_profile.isOpen = true;
        QVERIFY(profileStory(m_profile, Today).startsWith(u"Mara &lt;Lindqvist&gt;, open now."));
        QVERIFY(profileStory(m_profile, Today).contains(u">3 changes pending.<"));
    }

    void shouldTellMoments()
    {
        QCOMPARE(momentText(QDateTime({2026, 11, 26}, {8, 5}), Today), u"today 08:05"_s);
        QCOMPARE(momentText(QDateTime({2026, 11, 25}, {8, 5}), Today), u"25 Nov 08:05"_s);
        QCOMPARE(momentText(QDateTime({2025, 11, 25}, {8, 5}), Today), u"25 Nov 2025"_s);
    }

    void shouldHaveWordsForEverySignIn()
    {
        using Kind = SignInMethod::Kind;
        QStringList words;
        for (Kind kind : {Kind::Token, Kind::Client, Kind::Browser})
            words.append(signInText(kind));
        QVERIFY(!words.contains(QString()));
        QCOMPARE(words.removeDuplicates(), 0);
    }
};

SALESBENCH_TEST(KnownProfileTest)
#include "knownprofiletest.moc"
