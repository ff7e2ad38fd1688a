// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/person.h"

#include "app/workbench/demoserver.h"

#include <QDir>
#include <QSettings>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

const QString PartyId = u"person/partyId"_s;
const QString Name = u"person/name"_s;
const QString RoleKey = u"person/role"_s;
const QString Title = u"person/title"_s;

// A file of its own, because the workspace wants to know its author when it is opened.
QString fileIn(const QString &folder)
{
    return QDir(folder).filePath(u"person.ini"_s);
}

Role roleFrom(const QString &text)
{
    for (Role role : {Role::Supervisor, Role::Integration}) {
        if (text == toText(role))
            return role;
    }
    return Role::Representative;
}

std::optional<Person> remembered(const QString &folder)
{
    const QSettings file(fileIn(folder), QSettings::IniFormat);
    const Person person{.partyId = file.value(PartyId).toString(),
                        .name = file.value(Name).toString(),
                        .role = roleFrom(file.value(RoleKey).toString()),
                        .title = file.value(Title).toString()};
    return person.name.isEmpty() ? std::nullopt : std::optional(person);
}

Person accountHolder()
{
    const QString account = qEnvironmentVariable("USER", u"salesbench"_s);
    return {.partyId = account, .name = account, .role = Role::Representative, .title = {}};
}

} // namespace

Person personAt(const QString &folder, const Options &options, const std::optional<Person> &chosen)
{
    if (chosen)
        return *chosen;
    if (options.role)
        return demoPerson(*options.role);
    if (const std::optional<Person> person = remembered(folder))
        return *person;
    return options.demo ? demoPerson(Role::Representative) : accountHolder();
}

void rememberPerson(const QString &folder, const Person &person)
{
    QSettings file(fileIn(folder), QSettings::IniFormat);
    file.setValue(PartyId, person.partyId);
    file.setValue(Name, person.name);
    file.setValue(RoleKey, QString(toText(person.role)));
    file.setValue(Title, person.title);
}

} // namespace salesbench
