// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/databaselock.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

/// Milliseconds; it is a single write after the file was made.
constexpr int TimeToSignIt = 200;

std::unique_ptr<QLockFile> lockFile(const QString &path)
{
    auto lock = std::make_unique<QLockFile>(path);
    lock->setStaleLockTime(0);
    return lock;
}

bool isUnsigned(const QLockFile &lock)
{
    qint64 process = 0;
    QString host;
    QString program;
    return lock.error() == QLockFile::LockFailedError && !lock.getLockInfo(&process, &host, &program);
}

/// Also where nobody signed it.
bool takeUnsigned(QLockFile &lock)
{
    if (lock.tryLock(0))
        return true;
    // Who was killed between making the file and writing into it who they are leaves one that QLockFile takes
    // for a living one's for ever. It does not remove what a living one holds.
    if (!isUnsigned(lock))
        return false;
    if (lock.tryLock(TimeToSignIt))
        return true;
    return isUnsigned(lock) && lock.removeStaleLockFile() && lock.tryLock(0);
}

/// QLockFile holds a second lock while it removes a stale one. Who is killed then leaves that behind, too.
bool removeSecond(const QLockFile &lock)
{
    const QString path = lock.fileName() + ".rmlock"_L1;
    if (!QFile::exists(path))
        return false;
    const std::unique_ptr<QLockFile> second = lockFile(path);
    return takeUnsigned(*second);
}

} // namespace

std::unique_ptr<QLockFile> databaseLock(const QString &path)
{
    return lockFile(path + ".lock"_L1);
}

bool take(QLockFile &lock)
{
    return takeUnsigned(lock) || (removeSecond(lock) && takeUnsigned(lock));
}

} // namespace salesbench
