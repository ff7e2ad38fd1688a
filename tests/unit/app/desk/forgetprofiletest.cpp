// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/forgetprofile.h"
#include "app/workbench/openprofile.h"
#include "app/workbench/signinkeeper.h"
#include "tests/support/deskroom.h"
#include "tests/support/testcase.h"
#include "tests/support/uiroom.h"
#include "tests/support/workspacecontract.h"
#include "ui/shell/appearance.h"

#include <QDir>

using namespace Qt::StringLiterals;
using namespace salesbench;
using namespace salesbench::testing;

class ForgetProfileTest : public QObject {
    Q_OBJECT

    OwnSettings m_settings;
    Appearance m_appearance{[] {
        return false;
    }};
    std::unique_ptr<DeskRoom> m_room;
    std::unique_ptr<QTemporaryDir> m_place;
    KnownProfile m_profile;

    OpenProfile open() const
    {
        Options options;
        options.profile = m_profile.folder;
        options.server = u"https://sales.example"_s;
        return std::move(openProfile(options, m_profile.user).value());
    }
    /// With a token in the keychain.
    void make()
    {
        OpenProfile profile = open();
        await(SignInKeeper(m_room->secrets, profile.user).keep(profile.choice, QByteArray("secret")));
        await(keepServer(profile));
        QCOMPARE(m_room->keychain->secrets.size(), 1);
    }
    void add(ResourceKind kind, const QString &id) const
    {
        const OpenProfile profile = open();
        const Change change{u"Create"_s, {{Edit::Op::Create, kind, id, {{u"name"_s, u"One"_s}}}}};
        QVERIFY(await(profile.workspace->edits().record(change)));
    }
    /// The server has no place for it.
    void keepHere(ResourceKind kind, const QString &id) const
    {
        const OpenProfile profile = open();
        SyncJournal &journal = profile.workspace->journal();
        const auto due = await(journal.due(QDateTime::currentDateTimeUtc(), 9));
        const qint64 last = due->first().lastSequence;
        await(journal.markSending(kind, id, last));
        Outcome outcome;
        outcome.kind = Outcome::Kind::LocalOnly;
        QVERIFY(await(journal.settle(kind, id, last, outcome)));
    }
    bool forget() { return forgetProfile(m_profile, m_room->dialogs, m_room->secrets, nullptr); }
    bool isThere() const { return QFile::exists(QDir(m_profile.folder).filePath(u"workspace.sqlite"_s)); }
    QString asked() const { return m_room->dialogs.asked.join(u'|'); }

private Q_SLOTS:
    void init()
    {
        m_room = std::make_unique<DeskRoom>(m_appearance);
        m_place = std::make_unique<QTemporaryDir>();
        m_profile.folder = m_place->filePath(u"profile"_s);
        m_profile.server = u"sales.example"_s;
        m_profile.user = {u"p1"_s, u"Mara Lindqvist"_s, Role::Representative, {}};
        make();
    }

    void shouldRemoveTheDocumentsAndTheSignIn()
    {
        QVERIFY(forget());
        QVERIFY(!QDir(m_profile.folder).exists());
        QVERIFY(m_room->keychain->secrets.isEmpty());
        QVERIFY2(asked().contains(u"Mara Lindqvist at sales.example"_s), qPrintable(asked()));
        QVERIFY2(asked().contains(u"Nothing in it waits to be sent"_s), qPrintable(asked()));
    }

    void shouldSayHowManyChangesWouldBeLost()
    {
        add(ResourceKind::SalesLead, u"a"_s);
        add(ResourceKind::SalesLead, u"b"_s);
        m_room->dialogs.yes = false;

        QVERIFY(!forget());

        QVERIFY2(asked().contains(u"2 documents have changes that were never sent"_s), qPrintable(asked()));
        QVERIFY2(asked().contains(u"lost for good"_s), qPrintable(asked()));
        QVERIFY(isThere());
        QCOMPARE(m_room->keychain->secrets.size(), 1);
        m_room->dialogs.yes = true;
        QVERIFY(forget());
        QVERIFY(!isThere());
    }

    void shouldCountWhatStaysHere()
    {
        add(ResourceKind::Quote, u"q"_s);
        keepHere(ResourceKind::Quote, u"q"_s);
        m_room->dialogs.yes = false;
        QVERIFY(!forget());
        QVERIFY2(asked().contains(u"1 document has changes that were never sent"_s), qPrintable(asked()));
    }

    void shouldRemoveNothingThatSomebodyHasOpen()
    {
        const OpenProfile somebody = open();
        QVERIFY(!forget());
        QVERIFY(asked().isEmpty());
        QVERIFY2(m_room->dialogs.told.first().contains(u"already open in another Salesbench"_s),
                 qPrintable(m_room->dialogs.told.first()));
        QVERIFY(isThere());
        QCOMPARE(m_room->keychain->secrets.size(), 1);
    }

    void shouldSayThatTheKeychainKeepsTheToken()
    {
        m_room->keychain->refusal = u"locked"_s;
        QVERIFY(forget());
        QVERIFY(m_room->dialogs.told.first().contains(u"still in the keychain"_s));
        QVERIFY(!isThere());
    }
};

SALESBENCH_TEST(ForgetProfileTest)
#include "forgetprofiletest.moc"
