// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/start.h"

#include "app/workbench/demoserver.h"
#include "app/workbench/lastworkspace.h"
#include "resources/demo/demodata.h"
#include "ui/shell/startdialog.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QLocale>
#include <QSettings>
#include <QStandardPaths>

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

StartOffer startOffer()
{
    const DemoData::Options demo = DemoData::Options::forLeads(UsualDemoLeads, Surroundings::real().now());
    const QLocale locale;
    StartOffer offer;
    offer.demoPeople = DemoData::team();
    offer.demoText = StartText::tr("%1 sample leads, %2 opportunities and %3 quotes.")
                         .arg(locale.toString(demo.leads), locale.toString(demo.opportunities),
                              locale.toString(demo.quotes));
    if (const std::optional<LastWorkspace> last = lastWorkspace()) {
        offer.lastName = last->name;
        offer.lastSync = last->lastSync;
        offer.lastPending = last->pending;
    }
    return offer;
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
    case StartChoice::Workspace::Last:
        plan.options.profile = lastWorkspace() ? lastWorkspace()->folder : QString();
        break;
    }
    return plan;
}

std::optional<DeskPlan> planWithoutAsking(const Options &options)
{
    if (options.demo || !options.server.isEmpty() || !options.profile.isEmpty()
        || !options.screenshots.isEmpty())
        return DeskPlan{.options = options, .user = {}, .signIn = {}};
    const StartChoice choice = readStartChoice(QSettings());
    return choice.askAgain ? std::nullopt : std::optional(planFor(choice));
}

std::optional<DeskPlan> askForPlan(Dialogs &dialogs)
{
    QSettings settings;
    for (;;) {
        StartDialog dialog(startOffer(), readStartChoice(settings));
        if (dialog.exec() != QDialog::Accepted)
            return {};
        const StartChoice choice = dialog.choice();
        keepStartChoice(settings, choice);
        const QString why = refusal(choice);
        if (why.isEmpty())
            return planFor(choice);
        dialogs.tell(nullptr, dialog.windowTitle(), why);
    }
}

} // namespace salesbench
