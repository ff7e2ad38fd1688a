// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/serverlink.h"

#include "models/domain/whendone.h"

#include <QtConcurrent>

using namespace Qt::StringLiterals;

namespace salesbench {

using Connection = WorkspaceStatus::Connection;

ServerLink::ServerLink(OpenProfile &profile, WorkspaceStatus &status, QObject *parent)
    : QObject(parent)
    , m_profile(profile)
    , m_status(status)
    , m_service(profile.workspace->journal(), Surroundings::real())
{
    connect(&m_service, &SyncService::snapshot, this, &ServerLink::takeSnapshot);
    connect(&m_status, &WorkspaceStatus::syncRequested, &m_service, &SyncService::syncNow);
    connect(&m_status, &WorkspaceStatus::cancelRequested, &m_service, &SyncService::cancel);
    connect(&profile.workspace->edits(), &WorkspaceEdits::recorded, &m_service, &SyncService::noteEdits);
}

ServerLink::~ServerLink()
{
    m_ending = true;
    m_starting.waitForFinished();
}

void ServerLink::start(const QByteArray &token, std::optional<int> leads)
{
    // Nothing that is right can be lost; so that a start without a network is not forgotten.
    if (m_profile.remembered.isEmpty() && !m_profile.choice.isEmpty())
        keepServer(m_profile);
    if (m_profile.choice.demo)
        startDemo(leads);
    else if (!m_profile.choice.isEmpty())
        startAtServer(token);
}

void ServerLink::setToken(const QByteArray &token)
{
    if (m_address.isValid())
        connectWith(m_address, token);
}

void ServerLink::connectWith(const ServerAddress &address, const QByteArray &token)
{
    m_address = address;
    m_service.start(address, token);
}

void ServerLink::startAtServer(const QByteArray &token)
{
    ServerChoice choice = m_profile.choice;
    if (!token.isEmpty())
        choice.tokenFile.clear();
    const Result<SignIn> signIn = signInAt(choice);
    if (signIn)
        return connectWith(signIn->address, token.isEmpty() ? signIn->token : token);
    const auto address = ServerAddress::parse(choice.server, choice.quoteServer);
    if (address)
        m_address = *address; // a token given later opens it
    showProblem(address ? Connection::SignIn : Connection::Unusable, signIn.error());
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
        connectWith(*address, m_demo->token());
}

void ServerLink::showFilling(qint64 done, qint64 total)
{
    WorkspaceStatus::Snapshot snapshot;
    snapshot.connection = Connection::Connecting;
    snapshot.server = tr("the demo's server");
    snapshot.progress = WorkspaceStatus::Progress{tr("Making the demo"), done, total};
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
