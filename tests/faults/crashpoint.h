// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace salesbench::faults {

/// Ends a workbench in the middle of what it writes: before one of its SQL statements the file and its log
/// are copied as they stand, which is what a process that is killed there leaves behind.
///
/// One workspace at a time. install() once, before a database is opened.
namespace crashpoint {

void install();

/// Before the @p statements-th statement from now on of the connection that writes @p file, copies it to the
/// folder @p to.
void arm(const QString &file, int statements, const QString &to);
void disarm();
/// True once after it has happened; it is disarmed then.
bool hasFired();

/// The file of a workspace that rests, and its log.
void copy(const QString &file, const QString &to);

} // namespace crashpoint

} // namespace salesbench::faults
