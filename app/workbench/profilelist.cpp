// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/profilelist.h"

#include "app/workbench/person.h"
#include "app/workbench/profile.h"
#include "models/store/workspace.h"

#include <QCoreApplication>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLockFile>
#include <QSaveFile>
#include <QStandardPaths>

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace salesbench {

namespace {

constexpr auto LockPatience = 500ms; ///< another workbench writes some hundred bytes

struct ProfileListText {
    Q_DECLARE_TR_FUNCTIONS(salesbench::ProfileList)
};

QDir usualPlace()
{
    return QDir(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation));
}

QString listFile()
{
    return usualPlace().filePath(u"profiles.json"_s);
}

QString workspaceIn(const QString &folder)
{
    return QDir(folder).filePath(Workspace::FileName);
}

QString usualDemo()
{
    Options options;
    options.demo = true;
    return profileFolder(options);
}

QJsonObject toJson(const KnownProfile &profile)
{
    QJsonObject json{{u"folder"_s, profile.folder},
                     {u"server"_s, profile.server},
                     {u"lastUsed"_s, profile.lastUsed.toUTC().toString(Qt::ISODateWithMs)},
                     {u"lastSync"_s, profile.lastSync.toUTC().toString(Qt::ISODateWithMs)},
                     {u"pending"_s, profile.pending}};
    if (profile.signIn)
        json.insert(u"signIn"_s, toText(*profile.signIn));
    return json;
}

KnownProfile fromJson(const QJsonObject &json)
{
    const auto time = [&json](QLatin1StringView name) {
        return QDateTime::fromString(json.value(name).toString(), Qt::ISODateWithMs);
    };
    KnownProfile profile{.folder = json.value("folder"_L1).toString(),
                         .server = json.value("server"_L1).toString(),
                         .user = {},
                         .signIn = {},
                         .lastUsed = time("lastUsed"_L1),
                         .lastSync = time("lastSync"_L1),
                         .pending = json.value("pending"_L1).toInt()};
    if (json.contains("signIn"_L1))
        profile.signIn = signInKindFrom(json.value("signIn"_L1).toString());
    return profile;
}

/// What the file has; a notice where it has something else.
ProfileList readList()
{
    QFile file(listFile());
    if (!file.exists())
        return {};
    const bool opened = file.open(QIODevice::ReadOnly);
    const QJsonDocument document = QJsonDocument::fromJson(opened ? file.readAll() : QByteArray());
    ProfileList list;
    for (const QJsonValue entry : document.array())
        list.profiles.append(fromJson(entry.toObject()));
    if (!document.isArray())
        list.notice = ProfileListText::tr(
            "The list of your profiles cannot be read. Those in the usual place are shown all "
            "the same; one in a folder of your own comes back once it was opened by --profile.");
    return list;
}

/// Unknown to the list: it was damaged, or another program made the profile.
void addUnlisted(const QString &folder, QVector<KnownProfile> &profiles)
{
    if (std::ranges::find(profiles, folder, &KnownProfile::folder) != profiles.end())
        return;
    KnownProfile profile;
    profile.folder = folder;
    profile.lastUsed = QFileInfo(workspaceIn(folder)).lastModified();
    profiles.append(profile);
}

bool isThere(const KnownProfile &profile)
{
    return !profile.folder.isEmpty() && QFile::exists(workspaceIn(profile.folder));
}

tl::unexpected<Problem> notKept(const QString &why)
{
    return tl::unexpected(Problem{
        .kind = Problem::Kind::Storage,
        .sentence = ProfileListText::tr(
                        "The list of your profiles cannot be written (%1). The next start may not show "
                        "this one.")
                        .arg(why),
        .detail = why});
}

Result<void> writeList(const QVector<KnownProfile> &profiles)
{
    QJsonArray entries;
    for (const KnownProfile &profile : profiles)
        entries.append(toJson(profile));
    QSaveFile file(listFile());
    if (!file.open(QIODevice::WriteOnly))
        return notKept(file.errorString());
    file.write(QJsonDocument(entries).toJson());
    return file.commit() ? Result<void>() : notKept(file.errorString());
}

} // namespace

ProfileList knownProfiles()
{
    ProfileList list = readList();
    addUnlisted(profileFolder({}), list.profiles);
    const QDir servers(usualPlace().filePath(u"servers"_s));
    for (const QString &name : servers.entryList(QDir::Dirs | QDir::NoDotAndDotDot))
        addUnlisted(servers.absoluteFilePath(name), list.profiles);
    list.profiles.removeIf([](const KnownProfile &profile) { return !isThere(profile); });
    for (KnownProfile &profile : list.profiles)
        profile.user = personAt(profile.folder, {}, {});
    std::ranges::stable_sort(list.profiles, std::ranges::greater(), &KnownProfile::lastUsed);
    return list;
}

Result<void> keepProfile(const KnownProfile &profile)
{
    if (profile.folder == usualDemo())
        return {};
    usualPlace().mkpath(u"."_s);
    QLockFile lock(listFile() + ".lock"_L1);
    if (!lock.tryLock(LockPatience))
        return notKept(ProfileListText::tr("nothing can be written beside it now"));
    ProfileList list = readList();
    if (!list.notice.isEmpty()) {
        QFile::remove(listFile() + ".damaged"_L1);
        QFile::rename(listFile(), listFile() + ".damaged"_L1);
    }
    list.profiles.removeIf(
        [&](const KnownProfile &known) { return known.folder == profile.folder || !isThere(known); });
    list.profiles.prepend(profile);
    return writeList(list.profiles);
}

} // namespace salesbench
