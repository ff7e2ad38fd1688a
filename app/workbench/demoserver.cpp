// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/demoserver.h"

#include <QCoreApplication>
#include <QDir>
#include <QRandomGenerator>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

struct DemoServerText {
    Q_DECLARE_TR_FUNCTIONS(salesbench::DemoServer)
};

QByteArray randomToken()
{
    std::array<quint32, 8> bits{};
    QRandomGenerator::system()->fillRange(bits.data(), bits.size());
    return QByteArray(reinterpret_cast<const char *>(bits.data()), sizeof(bits)).toHex();
}

ServerUser userWith(const QByteArray &token, const Person &person)
{
    return {.name = person.name,
            .partyId = person.partyId,
            .role = person.role,
            .tokenSha256 = tokenDigest(token)};
}

Result<QString> databaseIn(const QString &directory)
{
    if (QDir().mkpath(directory))
        return QDir(directory).filePath(u"server.sqlite"_s);
    return tl::unexpected(
        Problem{.kind = Problem::Kind::Storage,
                .sentence = DemoServerText::tr("The folder %1 cannot be made or written.").arg(directory),
                .detail = {}});
}

} // namespace

DemoServer::DemoServer(std::unique_ptr<EmbeddedServer> server, QByteArray token)
    : m_server(std::move(server))
    , m_token(std::move(token))
{
}

Result<std::unique_ptr<DemoServer>> DemoServer::start(const Options &options)
{
    const Result<QString> database = databaseIn(options.directory);
    if (!database)
        return tl::unexpected(database.error());
    auto demo = DemoData::Options::forLeads(options.leads, options.surroundings.now());
    demo.ownerRole = options.ownerRole;
    if (const Result<bool> filled = fillWithDemo(*database, demo, options.progress); !filled)
        return tl::unexpected(filled.error());
    const QByteArray token = randomToken();
    Result<std::unique_ptr<EmbeddedServer>> server =
        EmbeddedServer::start({.database = *database,
                               .users = {userWith(token, options.user)},
                               .ownerRole = options.ownerRole,
                               .surroundings = options.surroundings});
    if (!server)
        return tl::unexpected(server.error());
    return std::unique_ptr<DemoServer>(new DemoServer(std::move(*server), token));
}

Person demoPerson(Role role)
{
    const QVector<Person> &team = DemoData::team();
    const auto found =
        std::find_if(team.begin(), team.end(), [role](const Person &p) { return p.role == role; });
    return found == team.end() ? team.first() : *found;
}

} // namespace salesbench
