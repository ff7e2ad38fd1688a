// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/server/serveruser.h"

#include "net/server/userfile.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSet>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

struct ServerUserText {
    Q_DECLARE_TR_FUNCTIONS(salesbench::ServerUser)
};

bool equalInConstantTime(const QByteArray &a, const QByteArray &b)
{
    if (a.size() != b.size())
        return false;
    int difference = 0;
    for (qsizetype i = 0; i < a.size(); ++i)
        difference |= a.at(i) ^ b.at(i);
    return difference == 0;
}

/// What is wrong with @p entry; empty when nothing is.
QString objection(const QJsonObject &entry)
{
    static const QRegularExpression digest(u"^[0-9a-fA-F]{64}$"_s);
    if (entry.value("name"_L1).toString().isEmpty())
        return ServerUserText::tr("name is missing");
    const std::optional<Role> role = roleFromText(entry.value("role"_L1).toString());
    if (!role)
        return ServerUserText::tr("role must be representative, supervisor or integration");
    if (*role == Role::Representative && entry.value("partyId"_L1).toString().isEmpty())
        return ServerUserText::tr("a representative needs a partyId");
    if (!digest.match(entry.value("token"_L1).toString()).hasMatch())
        return ServerUserText::tr("token must be the SHA-256 of the token, 64 hexadecimal digits");
    return {};
}

ServerUser toUser(const QJsonObject &entry)
{
    return {.name = entry.value("name"_L1).toString(),
            .partyId = entry.value("partyId"_L1).toString(),
            .role = *roleFromText(entry.value("role"_L1).toString()),
            .tokenSha256 = entry.value("token"_L1).toString().toLatin1().toLower()};
}

Result<QVector<ServerUser>> toUsers(const QString &file, const QJsonArray &entries)
{
    QVector<ServerUser> users;
    QSet<QString> names;
    for (const QJsonValue &entry : entries) {
        const QString what = objection(entry.toObject());
        if (!what.isEmpty())
            return badInput(ServerUserText::tr("In the users file %1, entry %2: %3.")
                                .arg(file)
                                .arg(users.size() + 1)
                                .arg(what));
        users.append(toUser(entry.toObject()));
        if (names.contains(users.constLast().name))
            return badInput(
                ServerUserText::tr("The users file %1 names %2 twice.").arg(file, users.constLast().name));
        names.insert(users.constLast().name);
    }
    if (users.isEmpty())
        return badInput(ServerUserText::tr("The users file %1 names nobody.").arg(file));
    return users;
}

} // namespace

std::optional<ServerUser> ServerUsers::named(const QString &name) const
{
    if (noAuth)
        return name.isEmpty() ? std::optional(
                   ServerUser{.name = {}, .partyId = {}, .role = Role::Supervisor, .tokenSha256 = {}})
                              : std::nullopt;
    const auto found =
        std::find_if(known.begin(), known.end(), [&](const ServerUser &user) { return user.name == name; });
    return found == known.end() ? std::nullopt : std::optional(*found);
}

std::optional<ServerUser> userOf(const QVector<ServerUser> &users, const QByteArray &authorization)
{
    constexpr QByteArrayView scheme("bearer ");
    if (authorization.first(std::min(authorization.size(), scheme.size())).toLower() != scheme)
        return {};
    const QByteArray digest = tokenDigest(authorization.mid(scheme.size()).trimmed());
    std::optional<ServerUser> found;
    for (const ServerUser &user : users) {
        if (equalInConstantTime(user.tokenSha256, digest))
            found = user;
    }
    return found;
}

Result<QJsonArray> readUserEntries(const QString &name)
{
    QFile file(name);
    if (!file.open(QFile::ReadOnly))
        return badInput(ServerUserText::tr("The users file %1 cannot be read.").arg(name),
                        file.errorString());
    if (file.permissions() & (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther))
        return badInput(
            ServerUserText::tr("Others can read the users file %1. Make it private first: chmod 600.")
                .arg(name));
    QJsonParseError error;
    const QJsonDocument json = QJsonDocument::fromJson(file.readAll(), &error);
    if (!json.isArray())
        return badInput(ServerUserText::tr("The users file %1 is not a JSON array of users.").arg(name),
                        error.errorString());
    return json.array();
}

Result<QVector<ServerUser>> readUsers(const QString &name)
{
    return readUserEntries(name).and_then([&](const QJsonArray &entries) { return toUsers(name, entries); });
}

QByteArray tokenDigest(const QByteArray &token)
{
    return QCryptographicHash::hash(token, QCryptographicHash::Sha256).toHex();
}

} // namespace salesbench
