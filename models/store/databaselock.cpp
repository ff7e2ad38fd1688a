// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/databaselock.h"

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

/// Milliseconds; it is a single write after the file was made.
constexpr int TimeToSignIt = 200;

bool isUnsigned(const QLockFile &lock)
{
    qint64 process = 0;
    QString host;
    QString program;
    return lock.error() == QLockFile::LockFailedError && !lock.getLockInfo(&process, &host, &program);
}

} // namespace

std::unique_ptr<QLockFile> databaseLock(const QString &path)
{
    auto lock = std::make_unique<QLockFile>(path + ".lock"_L1);
    lock->setStaleLockTime(0);
    return lock;
}

bool take(QLockFile &lock)
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

} // namespace salesbench
