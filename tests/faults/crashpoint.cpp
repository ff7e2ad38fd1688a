// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/crashpoint.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <mutex>

#include <sqlite3.h>

namespace salesbench::faults::crashpoint {

namespace {

struct Plan {
    std::mutex mutex;
    QString file;
    QString to;
    int left = 0; ///< 0: none
    bool fired = false;
};

Plan &plan()
{
    static Plan single;
    return single;
}

/// Pragmas come by the real clock, in idle moments, and change nothing that counts.
bool counts(sqlite3 *connection, const char *sql)
{
    return sqlite3_db_readonly(connection, "main") == 0 && qstrnicmp(sql, "PRAGMA", 6) != 0
        && plan().file == QString::fromUtf8(sqlite3_db_filename(connection, "main"));
}

int beforeStatement(unsigned, void *connection, void *, void *sql)
{
    const std::lock_guard lock(plan().mutex);
    if (plan().left == 0 || !counts(static_cast<sqlite3 *>(connection), static_cast<const char *>(sql)))
        return 0;
    if (--plan().left == 0) {
        copy(plan().file, plan().to);
        plan().fired = true;
    }
    return 0;
}

int watch(sqlite3 *connection, const char **, const sqlite3_api_routines *)
{
    return sqlite3_trace_v2(connection, SQLITE_TRACE_STMT, beforeStatement, connection);
}

} // namespace

void install()
{
    sqlite3_auto_extension(reinterpret_cast<void (*)()>(watch));
}

void arm(const QString &file, int statements, const QString &to)
{
    const std::lock_guard lock(plan().mutex);
    plan().file = file;
    plan().to = to;
    plan().left = statements;
    plan().fired = false;
}

void disarm()
{
    const std::lock_guard lock(plan().mutex);
    plan().left = 0;
    plan().fired = false;
}

bool hasFired()
{
    const std::lock_guard lock(plan().mutex);
    return std::exchange(plan().fired, false);
}

void copy(const QString &file, const QString &to)
{
    QDir().mkpath(to);
    for (const char *end : {"", "-wal"}) {
        const QString from = file + QLatin1StringView(end);
        if (QFile::exists(from))
            QFile::copy(from, QDir(to).filePath(QFileInfo(from).fileName()));
    }
}

} // namespace salesbench::faults::crashpoint
