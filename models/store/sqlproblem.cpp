// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/sqlproblem.h"

#include <QCoreApplication>
#include <QSqlError>

namespace salesbench {

namespace {

enum SqliteCode {
    Busy = 5,
    Locked = 6,
    ReadOnly = 8,
    Interrupt = 9,
    IoError = 10,
    Corrupt = 11,
    Full = 13,
    CannotOpen = 14,
    NotADatabase = 26
};

QString sentence(int code, const QString &file)
{
    const auto tr = [](const char *text) {
        return QCoreApplication::translate("Storage", text);
    };
    switch (code) {
    case Busy:
    case Locked:
        return tr("The file %1 is in use by another program. Close it and try again.").arg(file);
    case ReadOnly:
        return tr("The file %1 cannot be written: it or its folder is read-only.").arg(file);
    case IoError:
        return tr("The disk reported an error at the file %1. Check the disk and try again.").arg(file);
    case Corrupt:
    case NotADatabase:
        return tr("The file %1 is damaged. Start again: it is then set aside and a new one is made.")
            .arg(file);
    case Full:
        return tr("The disk is full, so the file %1 could not be written. Make room and try again.")
            .arg(file);
    case CannotOpen:
        return tr("The file %1 cannot be opened. Check that its folder exists and can be written.").arg(file);
    default:
        return tr("The file %1 could not be read or written.").arg(file);
    }
}

} // namespace

int sqliteCode(const QSqlError &error)
{
    // The extended codes carry the primary one in their low byte.
    return error.nativeErrorCode().toInt() & 0xff;
}

bool isDamage(const QSqlError &error)
{
    const int code = sqliteCode(error);
    return code == Corrupt || code == NotADatabase;
}

Problem storageProblem(const QSqlError &error, const QString &file)
{
    const int code = sqliteCode(error);
    if (code == Interrupt)
        return {Problem::Kind::Cancelled, QCoreApplication::translate("Storage", "Reading was stopped."), {}};
    return {Problem::Kind::Storage, sentence(code, file), error.text()};
}

} // namespace salesbench
