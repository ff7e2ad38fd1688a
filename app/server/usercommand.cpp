// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/usercommand.h"

#include "net/server/userfile.h"

#include <QStringList>

namespace salesbench {

namespace {

QString listOf(const QVector<ServerUser> &users)
{
    QStringList lines;
    for (const ServerUser &user : users)
        lines.append(QStringList{user.name, toText(user.role), user.partyId}.join(u'\t').trimmed());
    return lines.join(u'\n');
}

} // namespace

Result<QString> runUserCommand(const QString &file, const UserCommand &command)
{
    switch (command.action) {
    case UserCommand::Action::Add:
        return addUser(file, command.name, command.role, command.partyId).map([](const QByteArray &token) {
            return QString::fromLatin1(token);
        });
    case UserCommand::Action::List:
        return readUsers(file).map(listOf);
    case UserCommand::Action::Remove:
        return removeUser(file, command.name).map([] { return QString(); });
    }
    return QString();
}

} // namespace salesbench
