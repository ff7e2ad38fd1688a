// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/profile.h"

#include "app/workbench/tokenfile.h"

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

QJsonObject toJson(const ServerChoice &choice)
{
    return {{u"server"_s, choice.server},
            {u"quoteServer"_s, choice.quoteServer},
            {u"tokenFile"_s, choice.tokenFile},
            {u"demo"_s, choice.demo}};
}

ServerChoice fromJson(const QJsonObject &json)
{
    return {.server = json.value("server"_L1).toString(),
            .quoteServer = json.value("quoteServer"_L1).toString(),
            .tokenFile = json.value("tokenFile"_L1).toString(),
            .demo = json.value("demo"_L1).toBool()};
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
            choice.tokenFile = remembered.tokenFile;
    }
    if (!options.tokenFile.isEmpty())
        choice.tokenFile = QFileInfo(options.tokenFile).absoluteFilePath();
    return choice;
}

Result<SignIn> signInAt(const ServerChoice &choice)
{
    const Result<ServerAddress> address = ServerAddress::parse(choice.server, choice.quoteServer);
    if (!address)
        return tl::unexpected(address.error());
    if (choice.tokenFile.isEmpty())
        return SignIn{*address, {}};
    return readTokenFile(choice.tokenFile).map([&](const QByteArray &token) {
        return SignIn{*address, token};
    });
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
