// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/desk.h"
#include "tests/support/deskroom.h"
#include "tests/support/fakeauthserver.h"
#include "tests/support/faketmf.h"
#include "tests/support/testcase.h"
#include "tests/support/uiroom.h"
#include "tests/support/workspacecontract.h"
#include "ui/shell/appearance.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/noticebar.h"

#include <QDirIterator>

using namespace Qt::StringLiterals;
using namespace salesbench;
using namespace salesbench::testing;

using Connection = WorkspaceStatus::Connection;
using Kind = SignInMethod::Kind;

/// Signing in at a server, from the window to the wire.
class DeskSignInTest : public QObject {
    Q_OBJECT

    OwnSettings m_settings;
    Appearance m_appearance{[] { return false; }};
    std::unique_ptr<DeskRoom> m_room;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<FakeTmf> m_tmf;
    std::unique_ptr<FakeAuthServer> m_auth;
    std::unique_ptr<Desk> m_desk;
    int m_browsers = 0;

    void open(const std::optional<Credential> &signIn = {}, const QString &tokenFile = {})
    {
        m_desk.reset();
        DeskPlan plan;
        plan.options.profile = m_folder->filePath(u"profile"_s);
        plan.options.server = m_tmf->origin();
        plan.user = Person{u"p1"_s, u"Mara Lindqvist"_s, Role::Representative, {}};
        plan.options.tokenFile = tokenFile;
        plan.signIn = signIn;
        m_desk = std::move(Desk::open(plan, m_room->tools()).value());
        m_desk->window().show();
    }

    void addLead() const
    {
        const Change change{u"Create"_s,
                            {{Edit::Op::Create, ResourceKind::SalesLead, u"lead"_s, {{u"name"_s, u"One"_s}}}}};
        Options options;
        options.profile = m_folder->filePath(u"profile"_s);
        const OpenProfile profile = std::move(openProfile(options).value());
        QVERIFY(await(profile.workspace->edits().record(change)));
    }

    Credential asPerson() const { return {m_auth->method(Kind::Browser), m_auth->secret}; }
    Connection connection() const { return m_desk->status().now().connection; }
    QString problem() const
    {
        const auto &problem = m_desk->status().now().problem;
        return problem ? problem->sentence : QString();
    }
    QString notice() const { return m_desk->window().findChild<NoticeBar *>(u"notice"_s)->text(); }
    QByteArray allSecrets() const
    {
        QByteArray all;
        for (const QByteArray &secret : m_room->keychain->secrets)
            all += secret;
        return all;
    }

    /// The server wants what the sign-in server gave.
    void wantTokensOfAuth()
    {
        m_tmf->instead = [this](const FakeRequest &request) -> std::optional<FakeAnswer> {
            return m_auth->accepts(request) ? std::nullopt : std::optional(FakeAnswer{.status = 401, .body = "{}"});
        };
    }
    void wantToken(const QByteArray &token)
    {
        m_tmf->instead = [token](const FakeRequest &request) -> std::optional<FakeAnswer> {
            const bool known = request.headers.value("authorization") == "Bearer " + token;
            return known ? std::nullopt : std::optional(FakeAnswer{.status = 401, .body = "{}"});
        };
    }

private Q_SLOTS:
    void init()
    {
        m_room = std::make_unique<DeskRoom>(m_appearance);
        m_folder = std::make_unique<QTemporaryDir>();
        m_tmf = std::make_unique<FakeTmf>();
        m_auth = std::make_unique<FakeAuthServer>();
        m_browsers = 0;
        m_room->browser = [this](const QUrl &url) {
            ++m_browsers;
            return m_auth->consent(url);
        };
    }
    void cleanup()
    {
        m_desk.reset();
        QSettings().clear();
    }

    void shouldKnowATokenAtTheNextStart()
    {
        wantToken("secret");
        open(QByteArray("secret"));
        QTRY_COMPARE(connection(), Connection::Online);
        QVERIFY(allSecrets().contains("secret"));
        QVERIFY(notice().isEmpty());

        open();
        QTRY_COMPARE(connection(), Connection::Online);
    }

    void shouldSayThatATokenIsKeptInMemoryOnly()
    {
        m_room->keychain->refusal = u"locked"_s;
        wantToken("secret");
        open(QByteArray("secret"));
        QTRY_VERIFY2(notice().contains(u"memory only"_s), qPrintable(notice()));
        QTRY_COMPARE(connection(), Connection::Online);

        open(); // in the same run of the program
        QTRY_COMPARE(connection(), Connection::Online);
    }

    void shouldSayThatTheKeychainGivesNothing()
    {
        wantToken("secret");
        open(QByteArray("secret"));
        QTRY_COMPARE(connection(), Connection::Online);

        m_room->keychain->refusal = u"denied"_s;
        open();
        QTRY_COMPARE(connection(), Connection::SignIn);
        QVERIFY2(problem().contains(u"denied"_s), qPrintable(problem()));
        m_room->keychain->refusal.clear();
        Q_EMIT m_desk->window().signInEntered({}, u"secret"_s);
        QTRY_COMPARE(connection(), Connection::Online);
        QCOMPARE(m_desk->signIn()->secret, "secret");
    }

    void shouldWriteNoSecretIntoTheProfile()
    {
        wantTokensOfAuth();
        open(asPerson());
        QTRY_COMPARE(connection(), Connection::Online);
        m_desk.reset();
        QDirIterator files(m_folder->path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        int count = 0;
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray content = file.readAll();
            for (const QByteArray &secret : {m_auth->secret, QByteArray("refresh-"), QByteArray("access-")})
                QVERIFY2(!content.contains(secret), qPrintable(file.fileName()));
            ++count;
        }
        QVERIFY(count > 0);
    }

    void shouldSignInByTheBrowserOnce()
    {
        wantTokensOfAuth();
        open(asPerson());
        QTRY_COMPARE(connection(), Connection::Online);
        QVERIFY(allSecrets().contains("refresh-1"));
        QVERIFY(!allSecrets().contains("access-1"));

        open();
        QTRY_COMPARE(connection(), Connection::Online);
        QCOMPARE(m_browsers, 1);
        QTRY_VERIFY(allSecrets().contains("refresh-2"));
    }

    void shouldNotAskThePersonWhoIsKnown()
    {
        wantTokensOfAuth();
        open(asPerson());
        QTRY_COMPARE(connection(), Connection::Online);
        open(Credential(asPerson().method, {}));
        QTRY_COMPARE(connection(), Connection::Online);
        QCOMPARE(m_browsers, 1);
    }

    void shouldOpenNoBrowserUnasked()
    {
        wantTokensOfAuth();
        open(asPerson());
        QTRY_COMPARE(connection(), Connection::Online);
        m_room->keychain->secrets.clear();
        open();
        QTRY_COMPARE(connection(), Connection::SignIn);
        QVERIFY2(problem().contains(u"with your browser"_s), qPrintable(problem()));
        QCOMPARE(m_browsers, 1);
    }

    void shouldSayThatNoBrowserOpens()
    {
        m_room->browser = {};
        open(asPerson());
        QTRY_COMPARE(connection(), Connection::SignIn);
        QVERIFY2(problem().contains(u"No browser"_s), qPrintable(problem()));
        QVERIFY(allSecrets().isEmpty());
    }

    void shouldSignOutAndKeepTheDocuments()
    {
        // GIVEN somebody who is signed in
        wantToken("secret");
        open(QByteArray("secret"));
        QTRY_COMPARE(connection(), Connection::Online);

        // WHEN they sign out, but want to keep the documents
        QSignalSpy out(m_desk.get(), &Desk::signedOut);
        m_room->dialogs.answers = {true, false};
        Q_EMIT m_desk->window().signOutRequested();

        // THEN the token is nowhere any more
        QTRY_COMPARE(out.size(), 1);
        QVERIFY(!out.first().first().toBool());
        QVERIFY(m_room->keychain->secrets.isEmpty());
        QVERIFY(!m_desk->signIn());
        QVERIFY(m_room->dialogs.asked.first().contains(QUrl(m_tmf->origin()).authority()));
        QVERIFY(m_room->dialogs.asked.last().contains(u"Everything in them is on the server"_s));
        open();
        QTRY_COMPARE(connection(), Connection::SignIn);
    }

    void shouldForgetTheTokenFileToo()
    {
        const QString name = m_folder->filePath(u"token"_s);
        QFile file(name);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("secret") == 6 && file.flush());
        wantToken("secret");
        open({}, name);
        QTRY_COMPARE(connection(), Connection::Online);
        QSignalSpy out(m_desk.get(), &Desk::signedOut);
        Q_EMIT m_desk->window().signOutRequested();
        QTRY_COMPARE(out.size(), 1);
        open();
        QTRY_COMPARE(connection(), Connection::SignIn);
        QVERIFY(file.exists());
    }

    void shouldAskBeforeItRemovesWhatWasNotSent()
    {
        addLead();
        m_tmf->server().close();
        open();
        QTRY_COMPARE(connection(), Connection::Offline);
        QSignalSpy out(m_desk.get(), &Desk::signedOut);
        Q_EMIT m_desk->window().signOutRequested();
        QTRY_COMPARE(out.size(), 1);
        QVERIFY(out.first().first().toBool());
        QVERIFY2(m_room->dialogs.asked.last().contains(u"1 document has changes that were never sent"_s),
                 qPrintable(m_room->dialogs.asked.last()));
    }

    void shouldNotSignOutWhoWouldRatherNot()
    {
        wantToken("secret");
        open(QByteArray("secret"));
        QTRY_COMPARE(connection(), Connection::Online);
        QSignalSpy out(m_desk.get(), &Desk::signedOut);
        m_room->dialogs.yes = false;
        Q_EMIT m_desk->window().signOutRequested();
        QCOMPARE(m_room->dialogs.asked.size(), 1);
        QVERIFY(!m_room->keychain->secrets.isEmpty());
        QVERIFY(out.isEmpty());
    }

    void shouldSayThatTheKeychainKeepsTheToken()
    {
        wantToken("secret");
        open(QByteArray("secret"));
        QTRY_COMPARE(connection(), Connection::Online);
        m_room->keychain->refusal = u"locked"_s;
        QSignalSpy out(m_desk.get(), &Desk::signedOut);
        Q_EMIT m_desk->window().signOutRequested();
        QTRY_COMPARE(out.size(), 1);
        QVERIFY(m_room->dialogs.told.first().contains(u"still in the keychain"_s));
    }

    void shouldStopWaitingForTheBrowser()
    {
        m_room->browser = [](const QUrl &) { return true; };
        open(asPerson());
        QTRY_VERIFY(m_desk->status().now().progress.has_value());
        Q_EMIT const_cast<WorkspaceStatus &>(m_desk->status()).cancelRequested();
        QTRY_COMPARE(connection(), Connection::SignIn);
        QVERIFY2(problem().contains(u"stopped"_s), qPrintable(problem()));
    }

    void shouldEndWhileItWaitsForTheBrowser()
    {
        m_room->browser = [](const QUrl &) { return true; };
        open(asPerson());
        QTRY_VERIFY(m_desk->status().now().progress.has_value());
        m_desk.reset();
        QCoreApplication::processEvents();
    }
};

SALESBENCH_TEST(DeskSignInTest)
#include "desksignintest.moc"
