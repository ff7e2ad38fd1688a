// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/serverlink.h"

#include "models/domain/whendone.h"
#include "net/client/browsersignin.h"

#include <QPointer>
#include <QtConcurrent>

using namespace Qt::StringLiterals;

namespace salesbench {

using Connection = WorkspaceStatus::Connection;

ServerLink::ServerLink(OpenProfile &profile, WorkspaceStatus &status, Secrets &secrets, OpenBrowser openBrowser,
                       QObject *parent)
    : QObject(parent)
    , m_profile(profile)
    , m_status(status)
    , m_keeper(secrets, profile.user)
    , m_openBrowser(std::move(openBrowser))
    , m_cancelBrowser(std::make_shared<CancelSignal>())
    , m_service(profile.workspace->journal(), Surroundings::real())
{
    connect(&m_service, &SyncService::snapshot, this, &ServerLink::takeSnapshot);
    connect(&m_service, &SyncService::renewed, this, &ServerLink::takeTokens);
    connect(&m_status, &WorkspaceStatus::syncRequested, &m_service, &SyncService::syncNow);
    connect(&m_status, &WorkspaceStatus::cancelRequested, &m_service, &SyncService::cancel);
    connect(&m_status, &WorkspaceStatus::cancelRequested, this, [this] { m_cancelBrowser->set(); });
    connect(&profile.workspace->edits(), &WorkspaceEdits::recorded, &m_service, &SyncService::noteEdits);
}

ServerLink::~ServerLink()
{
    m_ending = true;
    m_cancelBrowser->set();
    m_starting.waitForFinished();
}

void ServerLink::start(const std::optional<Credential> &given, std::optional<int> leads)
{
    if (given && given->method != m_profile.choice.method) {
        m_profile.choice.method = given->method;
        m_profile.choice.tokenFile.clear();
    }
    // Nothing that is right can be lost; so that a start without a network is not forgotten.
    if (m_profile.remembered.isEmpty() && !m_profile.choice.isEmpty())
        keepServer(m_profile);
    if (m_profile.choice.demo)
        startDemo(leads);
    else if (!m_profile.choice.isEmpty())
        startAtServer(given);
}

void ServerLink::startAtServer(const std::optional<Credential> &given)
{
    const auto address = ServerAddress::parse(m_profile.choice.server, m_profile.choice.quoteServer);
    if (!address)
        return showProblem(Connection::Unusable, address.error());
    m_address = *address; // a sign-in given later opens it
    if (given && given->hasSecrets())
        return signIn(*given);
    showConnecting(address->host());
    whenDone(m_keeper.credential(m_profile.choice), this,
             [this, mayAsk = given.has_value()](const Result<Credential> &kept) { takeKept(kept, mayAsk); });
}

void ServerLink::takeKept(const Result<Credential> &kept, bool mayAsk)
{
    if (m_credential)
        return; // given in the meantime
    if (!kept)
        return showProblem(Connection::SignIn, kept.error());
    if (mayAsk && kept->lacksPerson())
        return signIn(*kept);
    connectWith(*kept);
}

void ServerLink::signIn(const Credential &given)
{
    if (!m_address.isValid())
        return;
    if (given.lacksPerson()) {
        askInBrowser(given);
        return;
    }
    connectWith(given);
    keep();
}

QCoro::Task<void> ServerLink::askInBrowser(Credential credential)
{
    m_cancelBrowser->set(); // an earlier one is not waited for any more
    m_cancelBrowser = std::make_shared<CancelSignal>();
    m_credential = credential;
    showConnecting(m_address.host(), WorkspaceStatus::Progress{tr("Waiting for your browser"), 0, -1});
    const QPointer<ServerLink> self(this);
    const ServerConnection via{.address = {},
                               .token = {},
                               .network = std::make_shared<QNetworkAccessManager>(),
                               .cancel = m_cancelBrowser,
                               .timeout = SyncTiming().timeout};
    // With a name: GCC 12 ends a nameless aggregate twice where something is awaited in the same breath.
    const BrowserSignIn request{
        .credential = credential, .via = via, .openBrowser = m_openBrowser, .now = Surroundings::real().now};
    const RestResult<OAuthTokens> tokens = co_await signInByBrowser(request);
    if (!self || via.cancel != m_cancelBrowser)
        co_return;
    if (tokens)
        signIn({credential.method, credential.secret, *tokens});
    else
        showProblem(Connection::SignIn, tokens.error().problem);
}

void ServerLink::connectWith(const Credential &credential)
{
    m_credential = credential;
    m_service.start(m_address, credential);
}

void ServerLink::takeTokens(const OAuthTokens &tokens)
{
    if (!m_credential || m_credential->method.kind != SignInMethod::Kind::Browser)
        return;
    const bool isAnother = m_credential->tokens.refresh != tokens.refresh;
    m_credential->tokens = tokens;
    if (isAnother)
        keep();
}

void ServerLink::keep()
{
    whenDone(m_keeper.keep(m_profile.choice, *m_credential), this, [this](const QString &note) {
        if (!note.isEmpty() && note != m_note)
            Q_EMIT noted(note);
        m_note = note;
    });
    // An address that is new waits until it has proved to be right.
    if (m_profile.choice != m_profile.remembered && m_profile.choice.sameServer(m_profile.remembered))
        keepServer(m_profile);
}

QFuture<Result<void>> ServerLink::signOut()
{
    m_cancelBrowser->set();
    m_service.cancel();
    m_credential.reset();
    const QFuture<Result<void>> forgotten = m_keeper.forget(m_profile.choice);
    keepServer(m_profile);
    return forgotten;
}

void ServerLink::startDemo(std::optional<int> leads)
{
    DemoServer::Options options = demoOptions(m_profile, leads);
    options.progress = [this](qint64 done, qint64 total) {
        QMetaObject::invokeMethod(this, [this, done, total] { showFilling(done, total); });
        return !m_ending;
    };
    showFilling(0, -1);
    m_starting = QtConcurrent::run([options]() -> Demo {
        return DemoServer::start(options).map([](std::unique_ptr<DemoServer> server) {
            return std::shared_ptr<DemoServer>(std::move(server));
        });
    });
    whenDone(m_starting, this, [this](const Demo &demo) { takeDemo(demo); });
}

void ServerLink::takeDemo(const Demo &demo)
{
    if (!demo)
        return showProblem(Connection::Offline, demo.error());
    m_demo = *demo;
    m_starting = {}; // else it would hold the server beyond this object's members
    if (const auto address = ServerAddress::parse(m_demo->origin()))
        m_service.start(*address, m_demo->token());
}

void ServerLink::showFilling(qint64 done, qint64 total)
{
    showConnecting(tr("the demo's server"), WorkspaceStatus::Progress{tr("Making the demo"), done, total});
}

void ServerLink::showConnecting(const QString &server, const std::optional<WorkspaceStatus::Progress> &progress)
{
    WorkspaceStatus::Snapshot snapshot = m_status.now();
    snapshot.connection = Connection::Connecting;
    snapshot.server = server;
    snapshot.problem.reset();
    snapshot.progress = progress;
    m_status.set(snapshot);
}

void ServerLink::takeSnapshot(const WorkspaceStatus::Snapshot &snapshot)
{
    if (snapshot.connection == Connection::Online && m_profile.choice != m_profile.remembered)
        keepServer(m_profile);
    m_status.set(snapshot);
}

void ServerLink::showProblem(Connection connection, const Problem &problem)
{
    WorkspaceStatus::Snapshot snapshot = m_status.now();
    snapshot.connection = connection;
    snapshot.problem = problem;
    snapshot.progress.reset();
    m_status.set(snapshot);
}

} // namespace salesbench
