// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/server/userfile.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QSaveFile>

#include <array>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

struct UserFileText {
    Q_DECLARE_TR_FUNCTIONS(salesbench::UserFile)
};

/// 256 bits, in letters that need no escaping anywhere.
QByteArray newToken()
{
    std::array<quint32, 8> bits{};
    QRandomGenerator::system()->fillRange(bits.data(), bits.size());
    return QByteArray(reinterpret_cast<const char *>(bits.data()), sizeof(bits))
        .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

Result<void> writeEntries(const QString &name, const QJsonArray &entries)
{
    QSaveFile file(name);
    const QByteArray json = QJsonDocument(entries).toJson();
    if (!file.open(QFile::WriteOnly) || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)
        || file.write(json) != json.size() || !file.commit())
        return badInput(UserFileText::tr("The users file %1 cannot be written.").arg(name),
                        file.errorString());
    return {};
}

Result<QJsonArray> entriesOf(const QString &file)
{
    return QFile::exists(file) ? readUserEntries(file) : QJsonArray();
}

qsizetype entryOf(const QJsonArray &entries, const QString &name)
{
    for (qsizetype i = 0; i < entries.size(); ++i) {
        if (entries.at(i)["name"_L1].toString() == name)
            return i;
    }
    return -1;
}

} // namespace

std::optional<Role> roleFromText(const QString &text)
{
    for (Role role : {Role::Representative, Role::Supervisor, Role::Integration}) {
        if (text == toText(role))
            return role;
    }
    return {};
}

Result<QByteArray> addUser(const QString &file, const QString &name, Role role, const QString &partyId)
{
    Result<QJsonArray> entries = entriesOf(file);
    if (!entries)
        return tl::unexpected(entries.error());
    if (entryOf(*entries, name) >= 0)
        return badInput(UserFileText::tr("The users file %1 already has a user %2.").arg(file, name));
    if (role == Role::Representative && partyId.isEmpty())
        return badInput(
            UserFileText::tr("A representative needs --party-id, by which documents name their owner."));
    const QByteArray token = newToken();
    entries->append(QJsonObject{{u"name"_s, name},
                                {u"partyId"_s, partyId},
                                {u"role"_s, toText(role)},
                                {u"token"_s, QString::fromLatin1(tokenDigest(token))}});
    return writeEntries(file, *entries).map([&] { return token; });
}

Result<void> removeUser(const QString &file, const QString &name)
{
    Result<QJsonArray> entries = readUserEntries(file);
    if (!entries)
        return tl::unexpected(entries.error());
    const qsizetype place = entryOf(*entries, name);
    if (place < 0)
        return badInput(UserFileText::tr("The users file %1 has no user %2.").arg(file, name));
    entries->removeAt(place);
    return writeEntries(file, *entries);
}

} // namespace salesbench
