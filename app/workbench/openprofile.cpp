// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/openprofile.h"

#include "app/workbench/person.h"

#include <QDir>
#include <QSettings>

#include <qcoro/qcorofuture.h>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

constexpr QLatin1StringView OwnerRoleKey{"ownerRole"};

QCoro::Task<Result<ServerChoice>> askForServer(SyncJournal *journal)
{
    co_return co_await rememberedServer(*journal);
}

} // namespace

Result<OpenProfile> openProfile(const Options &options, const std::optional<Person> &chosen)
{
    OpenProfile profile{
        .folder = profileFolder(options), .user = {}, .workspace = {}, .choice = {}, .remembered = {}};
    profile.user = personAt(profile.folder, options, chosen);
    Result<std::unique_ptr<Workspace>> workspace = Workspace::open(
        profile.folder,
        {.surroundings = Surroundings::real(), .ownerRole = ownerRoleSetting(), .author = profile.user.name});
    if (!workspace)
        return tl::unexpected(workspace.error());
    profile.workspace = std::move(*workspace);
    rememberPerson(profile.folder, profile.user);
    const Result<ServerChoice> remembered = QCoro::waitFor(askForServer(&profile.workspace->journal()));
    if (!remembered)
        return tl::unexpected(remembered.error());
    const Result<ServerChoice> choice = chooseServer(options, *remembered);
    if (!choice)
        return tl::unexpected(choice.error());
    profile.remembered = *remembered;
    profile.choice = *choice;
    return profile;
}

DemoServer::Options demoOptions(const OpenProfile &profile, std::optional<int> leads)
{
    DemoServer::Options options{.directory = QDir(profile.folder).filePath(u"server"_s)};
    options.leads = leads.value_or(UsualDemoLeads);
    options.user = profile.user;
    options.ownerRole = ownerRoleSetting();
    return options;
}

QString ownerRoleSetting()
{
    return QSettings().value(OwnerRoleKey, QString(DefaultOwnerRole)).toString();
}

void keepOwnerRole(const QString &role)
{
    QSettings().setValue(OwnerRoleKey, role);
}

QFuture<Result<void>> keepServer(OpenProfile &profile)
{
    profile.remembered = profile.choice;
    return rememberServer(profile.workspace->journal(), profile.choice);
}

} // namespace salesbench
