// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/removeprofile.h"

#include "models/store/databaselock.h"
#include "models/store/workspace.h"

#include <QCoreApplication>
#include <QDir>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

struct RemoveProfileText {
    Q_DECLARE_TR_FUNCTIONS(salesbench::RemoveProfile)
};

tl::unexpected<Problem> notRemoved(const QString &sentence)
{
    return tl::unexpected(Problem{.kind = Problem::Kind::Storage, .sentence = sentence, .detail = {}});
}

} // namespace

/// What the server has no place for is nowhere else.
QString unsentText(const SyncJournal::Counts &counts)
{
    const int unsent = counts.waiting + counts.localOnly;
    if (unsent == 0)
        return {};
    return unsent == 1 ? RemoveProfileText::tr("1 document has changes that were never sent.")
                       : RemoveProfileText::tr("%1 documents have changes that were never sent.")
                             .arg(QLocale().toString(unsent));
}

Result<void> removeProfile(const QString &folder)
{
    const QDir profile(folder);
    if (!profile.exists())
        return {};
    const QString file(Workspace::FileName);
    const std::unique_ptr<QLockFile> lock = databaseLock(profile.filePath(file));
    if (!take(*lock))
        return notRemoved(
            RemoveProfileText::tr("The documents in %1 were not removed: another workbench has them open.").arg(folder));
    const QStringList ours{file,
                           file + "-wal"_L1,
                           file + "-shm"_L1,
                           file + "-journal"_L1,
                           file + ".version-*"_L1,
                           u"person.ini"_s};
    for (const QString &name : profile.entryList(ours, QDir::Files)) {
        if (!QFile::remove(profile.filePath(name)))
            return notRemoved(RemoveProfileText::tr("The file %1 could not be removed.").arg(profile.filePath(name)));
    }
    lock->unlock();
    QDir().rmdir(folder);
    return {};
}

} // namespace salesbench
