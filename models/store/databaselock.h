// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLockFile>

#include <memory>

namespace salesbench {

/// The lock that whoever has the database file @p path open for writing holds; not taken yet.
std::unique_ptr<QLockFile> databaseLock(const QString &path);

/// Takes @p lock, or returns false where somebody holds it or it cannot be made; its error() tells which.
bool take(QLockFile &lock);

} // namespace salesbench
