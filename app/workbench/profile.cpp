// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/profile.h"

#include <QCoreApplication>
#include <QDir>
#include <QJsonObject>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

const QString Setting = u"server"_s;

struct ProfileText {
    Q_DECLARE_TR_FUNCTIONS(salesbench::Profile)
};

const QVector<std::pair<SignInMethod::Kind, QString>> MethodNames{{SignInMethod::Kind::Token, u"token"_s},
                                                                  {SignInMethod::Kind::Client, u"client"_s},
                                                                  {SignInMethod::Kind::Browser, u"browser"_s}};

QJsonObject methodToJson(const SignInMethod &method)
{
    return {{u"kind"_s, toText(method.kind)},
            {u"authorizationUrl"_s, method.authorizationUrl},
            {u"tokenUrl"_s, method.tokenUrl},
            {u"clientId"_s, method.clientId},
            {u"scope"_s, method.scope}};
}

SignInMethod methodFromJson(const QJsonObject &json)
{
    return {.kind = signInKindFrom(json.value("kind"_L1).toString()),
            .authorizationUrl = json.value("authorizationUrl"_L1).toString(),
            .tokenUrl = json.value("tokenUrl"_L1).toString(),
            .clientId = json.value("clientId"_L1).toString(),
            .scope = json.value("scope"_L1).toString()};
}

QJsonObject toJson(const ServerChoice &choice)
{
    return {{u"server"_s, choice.server},
            {u"quoteServer"_s, choice.quoteServer},
            {u"tokenFile"_s, choice.tokenFile},
            {u"demo"_s, choice.demo},
            {u"signIn"_s, methodToJson(choice.method)},
            {u"keepsSecret"_s, choice.keepsSecret}};
}

ServerChoice fromJson(const QJsonObject &json)
{
    return {.server = json.value("server"_L1).toString(),
            .quoteServer = json.value("quoteServer"_L1).toString(),
            .tokenFile = json.value("tokenFile"_L1).toString(),
            .demo = json.value("demo"_L1).toBool(),
            .method = methodFromJson(json.value("signIn"_L1).toObject()),
            .keepsSecret = json.value("keepsSecret"_L1).toBool()};
}

Result<void> checkUnmixed(const Options &options, const ServerChoice &remembered)
{
    if (options.demo && !remembered.isEmpty() && !remembered.demo) {
        return badInput(
            ProfileText::tr("This profile belongs to the server %1. Choose another --profile for the demo.")
                .arg(remembered.server));
    }
    if (!options.server.isEmpty() && remembered.demo)
        return badInput(
            ProfileText::tr("This profile holds the demo. Choose another --profile for the server %1.")
                .arg(options.server));
    return {};
}

} // namespace

QString toText(SignInMethod::Kind kind)
{
    return MethodNames.at(qsizetype(kind)).second;
}

SignInMethod::Kind signInKindFrom(const QString &text)
{
    for (const auto &[kind, known] : MethodNames) {
        if (known == text)
            return kind;
    }
    return SignInMethod::Kind::Token;
}

QString profileFolder(const Options &options)
{
    if (!options.profile.isEmpty())
        return QDir(options.profile).absolutePath();
    const QDir all(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation));
    return all.filePath(options.demo ? u"demo"_s : u"profile"_s);
}

Result<ServerChoice> chooseServer(const Options &options, const ServerChoice &remembered)
{
    if (const Result<void> unmixed = checkUnmixed(options, remembered); !unmixed)
        return tl::unexpected(unmixed.error());
    ServerChoice choice = remembered;
    choice.demo = options.demo || remembered.demo;
    if (!options.server.isEmpty()) {
        choice = {
            .server = options.server, .quoteServer = options.quoteServer, .tokenFile = {}, .demo = false};
        if (choice.sameServer(remembered))
            choice = remembered;
    }
    if (options.method && *options.method != choice.method) {
        choice.method = *options.method;
        choice.tokenFile.clear();
        choice.keepsSecret = false;
    }
    if (!options.tokenFile.isEmpty()) {
        choice.tokenFile = QFileInfo(options.tokenFile).absoluteFilePath();
        if (choice.method.kind == SignInMethod::Kind::Browser) // in which nobody takes part where a file is given
            choice.method = {};
    }
    return choice;
}

QFuture<Result<ServerChoice>> rememberedServer(SyncJournal &journal)
{
    return journal.setting(Setting).then([](const Result<QJsonValue> &value) -> Result<ServerChoice> {
        if (!value)
            return tl::unexpected(value.error());
        return fromJson(value->toObject());
    });
}

QFuture<Result<void>> rememberServer(SyncJournal &journal, const ServerChoice &choice)
{
    return journal.setSetting(Setting, toJson(choice));
}

} // namespace salesbench
