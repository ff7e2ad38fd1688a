// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/startchoice.h"

#include <QSettings>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

using Workspace = StartChoice::Workspace;

QString toText(Workspace workspace)
{
    switch (workspace) {
    case Workspace::Demo:
        return u"demo"_s;
    case Workspace::Server:
        return u"server"_s;
    case Workspace::Last:
        return u"last"_s;
    }
    return {};
}

Workspace workspaceFrom(const QString &text)
{
    return text == "server"_L1 ? Workspace::Server : text == "last"_L1 ? Workspace::Last : Workspace::Demo;
}

Role roleFrom(const QString &text)
{
    return text == salesbench::toText(Role::Supervisor) ? Role::Supervisor : Role::Representative;
}

} // namespace

StartChoice readStartChoice(const QSettings &settings)
{
    StartChoice choice;
    choice.workspace = workspaceFrom(settings.value(u"start/workspace"_s).toString());
    choice.address = settings.value(u"start/address"_s).toString();
    choice.user.partyId = settings.value(u"start/userId"_s).toString();
    choice.user.name = settings.value(u"start/userName"_s).toString();
    choice.user.role = roleFrom(settings.value(u"start/userRole"_s).toString());
    choice.askAgain = settings.value(u"start/askAgain"_s, true).toBool();
    return choice;
}

void keepStartChoice(QSettings &settings, const StartChoice &choice)
{
    settings.setValue(u"start/workspace"_s, toText(choice.workspace));
    settings.setValue(u"start/address"_s, choice.address);
    settings.setValue(u"start/userId"_s, choice.user.partyId);
    settings.setValue(u"start/userName"_s, choice.user.name);
    settings.setValue(u"start/userRole"_s, QString(salesbench::toText(choice.user.role)));
    settings.setValue(u"start/askAgain"_s, choice.askAgain);
}

} // namespace salesbench
