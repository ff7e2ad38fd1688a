// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/start.h"

#include "app/workbench/demoserver.h"
#include "app/workbench/forgetprofile.h"
#include "app/workbench/profilelist.h"
#include "resources/demo/demodata.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/startdialog.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QLocale>
#include <QSettings>
#include <QStandardPaths>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

struct StartText {
    Q_DECLARE_TR_FUNCTIONS(salesbench::Start)
};

/// A folder that no other server or person has. The digest keeps apart what a file's name cannot.
QString folderFor(const QString &address, const Person &person)
{
    const QByteArray key = (address + u'\n' + person.partyId).toUtf8();
    const QByteArray digest = QCryptographicHash::hash(key, QCryptographicHash::Sha256).toHex().first(16);
    const QDir all(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation));
    return all.filePath(u"servers/"_s + QString::fromLatin1(digest));
}

Person withId(Person person)
{
    if (person.partyId.isEmpty())
        person.partyId = person.name;
    return person;
}

/// The settings keep less of a person than the demo knows.
Person demoPersonLike(const Person &person)
{
    for (const Person &known : DemoData::team()) {
        if (known.partyId == person.partyId)
            return known;
    }
    return demoPerson(person.role);
}

/// A server that was connected to is a profile by now, and stands among the others.
StartChoice asProfile(const StartChoice &choice, const StartOffer &offer)
{
    StartChoice result = choice;
    const QString folder = planFor(choice).options.profile;
    const bool isListed =
        std::ranges::find(offer.profiles, folder, &KnownProfile::folder) != offer.profiles.end();
    if (choice.workspace == StartChoice::Workspace::Server && isListed) {
        result.workspace = StartChoice::Workspace::Profile;
        result.folder = folder;
    }
    return result;
}

/// Why @p choice cannot be opened; empty when it can.
QString refusal(const StartChoice &choice)
{
    if (choice.workspace != StartChoice::Workspace::Server)
        return {};
    const Result<void> usable = ServerAddress::parse(choice.address).and_then([&](const ServerAddress &) {
        return checkMethod(choice.method);
    });
    return usable ? QString() : usable.error().sentence;
}

} // namespace

StartOffer startOffer(const QString &open)
{
    const QDateTime now = Surroundings::real().now();
    const DemoData::Options demo = DemoData::Options::forLeads(UsualDemoLeads, now);
    const QLocale locale;
    ProfileList list = knownProfiles();
    for (KnownProfile &profile : list.profiles)
        profile.isOpen = profile.folder == open;
    return {.demoPeople = DemoData::team(),
            .demoText = StartText::tr("%1 sample leads, %2 opportunities and %3 quotes.")
                            .arg(locale.toString(demo.leads), locale.toString(demo.opportunities),
                                 locale.toString(demo.quotes)),
            .today = now.toLocalTime().date(),
            .profiles = list.profiles,
            .notice = list.notice,
            .isSwitch = !open.isEmpty()};
}

DeskPlan planFor(const StartChoice &choice)
{
    DeskPlan plan;
    switch (choice.workspace) {
    case StartChoice::Workspace::Demo:
        plan.options.demo = true;
        plan.user = demoPersonLike(choice.user);
        break;
    case StartChoice::Workspace::Server:
        plan.user = withId(choice.user);
        plan.options.server = choice.address;
        plan.options.profile = folderFor(choice.address, *plan.user);
        // Without a token it is as the profile knows.
        if (choice.method.kind != SignInMethod::Kind::Token || !choice.token.isEmpty())
            plan.signIn = Credential(choice.method, choice.token.toUtf8());
        break;
    case StartChoice::Workspace::Profile:
        return planForProfile(choice.folder);
    }
    return plan;
}

DeskPlan planForProfile(const QString &folder)
{
    DeskPlan plan;
    plan.options.profile = folder;
    return plan;
}

std::optional<DeskPlan> givenPlan(const Options &options)
{
    const bool isGiven = options.demo || !options.server.isEmpty() || !options.profile.isEmpty()
        || !options.screenshots.isEmpty();
    return isGiven ? std::optional(DeskPlan{.options = options, .user = {}, .signIn = {}}) : std::nullopt;
}

std::optional<DeskPlan> keptPlan()
{
    const StartChoice choice = readStartChoice(QSettings());
    const bool isGone =
        choice.workspace == StartChoice::Workspace::Profile && !QFileInfo(choice.folder).isDir();
    return choice.askAgain || isGone ? std::nullopt : std::optional(planFor(choice));
}

std::optional<DeskPlan> askForPlan(const DeskTools &tools, const Desk *open)
{
    QSettings settings;
    const QString folder = open ? open->folder() : QString();
    QWidget *window = open ? &open->window() : nullptr;
    for (;;) {
        const StartOffer offer = startOffer(folder);
        StartDialog dialog(offer, asProfile(readStartChoice(settings), offer), window);
        QObject::connect(&dialog, &StartDialog::forgetRequested, &dialog, [&](const KnownProfile &profile) {
            dialog.setEnabled(false); // events go on meanwhile
            forgetProfile(profile, tools.dialogs, tools.secrets, &dialog);
            dialog.setEnabled(true);
            dialog.setProfiles(startOffer(folder).profiles);
        });
        if (dialog.exec() != QDialog::Accepted)
            return {};
        const StartChoice choice = dialog.choice();
        keepStartChoice(settings, choice);
        const QString why = refusal(choice);
        if (why.isEmpty())
            return planFor(choice);
        tools.dialogs.tell(window, dialog.windowTitle(), why);
    }
}

} // namespace salesbench
