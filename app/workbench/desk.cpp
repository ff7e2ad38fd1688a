// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/desk.h"

#include "app/workbench/profilelist.h"
#include "app/workbench/removeprofile.h"
#include "app/workbench/team.h"
#include "models/domain/whendone.h"
#include "resources/demo/demodata.h"
#include "ui/leads/leadspage.h"
#include "ui/opportunities/opportunitiespage.h"
#include "ui/quotes/quotespage.h"
#include "ui/shell/mainwindow.h"

#include <qcoro/qcorofuture.h>

#include <algorithm>

namespace salesbench {

namespace {

Session sessionOf(const OpenProfile &profile)
{
    return {.user = profile.user,
            .team = profile.choice.demo ? DemoData::team() : QVector<Person>{profile.user},
            .ownerRole = ownerRoleSetting()};
}

QString hostOf(const QString &server)
{
    const Result<ServerAddress> address = ServerAddress::parse(server);
    return address ? address->host() : QString();
}

QCoro::Task<Result<SyncJournal::Counts>> countWork(SyncJournal *journal)
{
    co_return co_await journal->counts();
}

} // namespace

Result<std::unique_ptr<Desk>> Desk::open(const DeskPlan &plan, const DeskTools &tools)
{
    Result<OpenProfile> profile = openProfile(plan.options, plan.user);
    if (!profile)
        return tl::unexpected(profile.error());
    std::unique_ptr<Desk> desk(new Desk(std::move(*profile), tools));
    desk->m_link->start(plan.signIn, plan.options.leads);
    desk->showSignIn();
    return desk;
}

Desk::Desk(OpenProfile profile, const DeskTools &tools)
    : m_profile(std::move(profile))
    , m_context{.queries = m_profile.workspace->queries(),
                .edits = m_profile.workspace->edits(),
                .status = m_status,
                .dialogs = tools.dialogs,
                .session = sessionOf(m_profile),
                .surroundings = Surroundings::real()}
    , m_link(std::make_unique<ServerLink>(m_profile, m_status, tools.secrets, tools.openBrowser))
    , m_window(std::make_unique<MainWindow>(m_context, tools.appearance))
{
    if (!m_profile.choice.demo)
        m_team = std::make_unique<Team>(m_context.queries, m_context.session);
    addPages();
    connect(m_window.get(), &MainWindow::signInEntered, this, &Desk::takeSignIn);
    connect(m_window.get(), &MainWindow::signOutRequested, this, &Desk::signOut);
    connect(m_window.get(), &MainWindow::ownerRoleEntered, this, &Desk::takeOwnerRole);
    connect(m_window.get(), &MainWindow::switchWorkspaceRequested, this, &Desk::switchRequested);
    connect(m_window.get(), &MainWindow::profileChosen, this, &Desk::profileRequested);
    connect(m_link.get(), &ServerLink::noted, m_window.get(), &MainWindow::notify);
    if (const QString notice = m_profile.workspace->notice(); !notice.isEmpty())
        m_window->notify(notice);
}

Desk::~Desk() = default;

/// The demo signs in by itself.
void Desk::showSignIn()
{
    const bool signsIn = !m_profile.choice.isEmpty() && !m_profile.choice.demo;
    m_window->setSignIn(signsIn ? std::optional(m_profile.choice.method) : std::nullopt);
}

void Desk::addPages()
{
    m_window->addPage(MainWindow::Leads, new LeadsPage(m_context));
    m_window->addPage(MainWindow::Opportunities, new OpportunitiesPage(m_context));
    m_window->addPage(MainWindow::Quotes, new QuotesPage(m_context));
}

void Desk::takeSignIn(const SignInMethod &method, const QString &secret)
{
    m_link->signIn({method, secret.toUtf8()});
}

void Desk::signOut()
{
    const QString text =
        tr("Sign out of %1? What signs you in is removed from this computer. The documents stay, and with them what "
           "was not sent yet.");
    if (!m_context.dialogs.confirm(m_window.get(), tr("Sign out"), text.arg(m_status.now().server), tr("Sign Out")))
        return;
    whenDone(m_link->signOut(), this, [this](const Result<void> &forgotten) {
        if (!forgotten)
            m_context.dialogs.tell(m_window.get(), tr("Sign out"), forgotten.error().sentence);
        whenDone(m_profile.workspace->journal().counts(), this,
                 [this](const Result<SyncJournal::Counts> &counts) { offerRemoval(counts); });
    });
}

/// Where it is not known what was not sent, nothing is removed.
void Desk::offerRemoval(const Result<SyncJournal::Counts> &counts)
{
    const auto asks = [this](const QString &text, const QString &action) {
        return m_context.dialogs.confirm(m_window.get(), tr("Remove the documents"), text, action);
    };
    bool removes = false;
    const QString unsent = counts ? unsentText(*counts) : QString();
    if (counts && unsent.isEmpty())
        removes =
            asks(tr("Remove the documents from this computer, too? Everything in them is on the server."),
                 tr("Remove"));
    else if (counts)
        removes =
            asks(tr("%1 Remove the documents from this computer, too? Those changes are lost for good then.")
                     .arg(unsent),
                 tr("Remove All the Same"));
    Q_EMIT signedOut(removes);
}

void Desk::takeOwnerRole(const QString &role)
{
    keepOwnerRole(role);
    Q_EMIT reopenRequested();
}

/// As the list has it, with what the profile knows better.
KnownProfile Desk::listed() const
{
    const QVector<KnownProfile> known = knownProfiles().profiles;
    const auto found = std::ranges::find(known, m_profile.folder, &KnownProfile::folder);
    KnownProfile profile = found == known.end() ? KnownProfile() : *found;
    const ServerChoice &choice = m_profile.choice;
    profile.folder = m_profile.folder;
    profile.user = m_profile.user;
    profile.server = choice.demo ? tr("Demo") : hostOf(choice.server);
    profile.signIn.reset();
    if (!choice.demo && !choice.isEmpty())
        profile.signIn = choice.method.kind;
    profile.lastUsed = m_context.surroundings.now();
    return profile;
}

void Desk::enterList()
{
    if (const Result<void> kept = keepProfile(listed()); !kept)
        m_window->notify(kept.error().sentence);
    QVector<KnownProfile> known = knownProfiles().profiles;
    for (KnownProfile &profile : known)
        profile.isOpen = profile.folder == m_profile.folder;
    m_window->setProfiles(known);
}

void Desk::keepLast() const
{
    KnownProfile profile = listed();
    if (const QDateTime lastSync = m_status.now().lastSync; lastSync.isValid())
        profile.lastSync = lastSync;
    const Result<SyncJournal::Counts> counts = QCoro::waitFor(countWork(&m_profile.workspace->journal()));
    if (counts && profile.signIn)
        profile.pending = counts->waiting;
    keepProfile(profile);
}

} // namespace salesbench
