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
    case Workspace::Profile:
        return u"profile"_s;
    }
    return {};
}

Workspace workspaceFrom(const QString &text)
{
    return text == "server"_L1 ? Workspace::Server
        : text == "profile"_L1 ? Workspace::Profile
                               : Workspace::Demo;
}

Role roleFrom(const QString &text)
{
    return text == salesbench::toText(Role::Supervisor) ? Role::Supervisor : Role::Representative;
}

constexpr QLatin1StringView MethodGroup{"start/signIn"};

SignInMethod readMethod(const QSettings &settings)
{
    const auto value = [&settings](const QString &name) {
        return settings.value(MethodGroup + name).toString();
    };
    const QString kind = value(u"Kind"_s);
    using Kind = SignInMethod::Kind;
    return {.kind = kind == "browser"_L1 ? Kind::Browser : kind == "client"_L1 ? Kind::Client : Kind::Token,
            .authorizationUrl = value(u"Page"_s),
            .tokenUrl = value(u"TokenUrl"_s),
            .clientId = value(u"ClientId"_s),
            .scope = value(u"Scope"_s)};
}

void keepMethod(QSettings &settings, const SignInMethod &method)
{
    const auto keep = [&settings](const QString &name, const QString &value) {
        settings.setValue(MethodGroup + name, value);
    };
    using Kind = SignInMethod::Kind;
    keep(u"Kind"_s, method.kind == Kind::Browser ? u"browser"_s : method.kind == Kind::Client ? u"client"_s : u"token"_s);
    keep(u"Page"_s, method.authorizationUrl);
    keep(u"TokenUrl"_s, method.tokenUrl);
    keep(u"ClientId"_s, method.clientId);
    keep(u"Scope"_s, method.scope);
}

} // namespace

StartChoice readStartChoice(const QSettings &settings)
{
    StartChoice choice;
    choice.workspace = workspaceFrom(settings.value(u"start/workspace"_s).toString());
    choice.address = settings.value(u"start/address"_s).toString();
    choice.method = readMethod(settings);
    choice.user.partyId = settings.value(u"start/userId"_s).toString();
    choice.user.name = settings.value(u"start/userName"_s).toString();
    choice.user.role = roleFrom(settings.value(u"start/userRole"_s).toString());
    choice.folder = settings.value(u"start/folder"_s).toString();
    choice.askAgain = settings.value(u"start/askAgain"_s, true).toBool();
    return choice;
}

void keepStartChoice(QSettings &settings, const StartChoice &choice)
{
    settings.setValue(u"start/workspace"_s, toText(choice.workspace));
    settings.setValue(u"start/address"_s, choice.address);
    keepMethod(settings, choice.method);
    settings.setValue(u"start/userId"_s, choice.user.partyId);
    settings.setValue(u"start/userName"_s, choice.user.name);
    settings.setValue(u"start/userRole"_s, QString(salesbench::toText(choice.user.role)));
    settings.setValue(u"start/folder"_s, choice.folder);
    settings.setValue(u"start/askAgain"_s, choice.askAgain);
}

} // namespace salesbench
