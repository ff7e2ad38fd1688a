// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/backup.h"

#include "models/store/rawquery.h"

#include <sqlite3.h>

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <fcntl.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

struct BackupText {
    Q_DECLARE_TR_FUNCTIONS(salesbench::Backup)
};

tl::unexpected<Problem> cannotWrite(const QString &copy, const QString &detail)
{
    return tl::unexpected(Problem{Problem::Kind::Storage,
                                  BackupText::tr("The copy %1 could not be written.").arg(copy), detail});
}

Result<void> checkPlaces(const QString &file, const QString &copy)
{
    if (!QFileInfo::exists(file))
        return badInput(BackupText::tr("There is no database %1.").arg(file));
    if (QFileInfo::exists(copy))
        return badInput(BackupText::tr("%1 is there already. Give the copy another name.").arg(copy));
    return {};
}

/// In one step, so that it is the state of one moment: in WAL mode a reader holds up no writer.
Result<void> copyPages(Database &database, const QString &to)
{
    sqlite3 *target = nullptr;
    int code = sqlite3_open(to.toUtf8().constData(), &target);
    if (code == SQLITE_OK) {
        sqlite3_backup *backup = sqlite3_backup_init(target, "main", sqliteHandle(database), "main");
        const int step = backup ? sqlite3_backup_step(backup, -1) : SQLITE_ERROR;
        sqlite3_backup_finish(backup);
        code = step == SQLITE_DONE ? SQLITE_OK : step;
    }
    // One file, that needs no other beside it.
    if (code == SQLITE_OK)
        code = sqlite3_exec(target, "PRAGMA journal_mode=DELETE", nullptr, nullptr, nullptr);
    const QString detail = QString::fromUtf8(code == SQLITE_OK ? "" : sqlite3_errstr(code));
    sqlite3_close(target);
    return code == SQLITE_OK ? Result<void>() : cannotWrite(to, detail);
}

/// On the disk, not only on its way there.
bool flushToDisk(const QString &path)
{
    const int file = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC);
    if (file < 0)
        return false;
    const bool done = ::fsync(file) == 0;
    ::close(file);
    return done;
}

} // namespace

Result<void> backUp(const QString &file, const QString &copy)
{
    if (const Result<void> checked = checkPlaces(file, copy); !checked)
        return checked;
    Database::Options options;
    options.readOnly = true;
    const Result<std::unique_ptr<Database>> database = Database::open(file, {}, options);
    if (!database)
        return tl::unexpected(database.error());
    const QString part = copy + ".part"_L1;
    QFile::remove(part);
    const Result<void> copied = copyPages(**database, part);
    const bool kept = copied && flushToDisk(part) && QFile::rename(part, copy)
        && flushToDisk(QFileInfo(copy).absolutePath());
    if (kept)
        return {};
    QFile::remove(part);
    return copied ? cannotWrite(copy, {}) : copied;
}

} // namespace salesbench
