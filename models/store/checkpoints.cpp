// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/checkpoints.h"

#include "models/store/rawquery.h"

#include <sqlite3.h>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

constexpr int WhenIdle = 500;
constexpr int AtLatest = 16'000;

} // namespace

Checkpoints::Checkpoints(Database &database)
    : m_database(database)
{
    const auto note = [](void *self, sqlite3 *, const char *, int pages) {
        static_cast<Checkpoints *>(self)->m_pages = pages;
        return SQLITE_OK;
    };
    sqlite3_wal_hook(sqliteHandle(database), note, this);
}

Checkpoints::~Checkpoints()
{
    sqlite3_wal_hook(sqliteHandle(m_database), nullptr, nullptr);
}

void Checkpoints::afterCommit()
{
    if (m_pages > AtLatest)
        run();
}

void Checkpoints::whenIdle()
{
    if (m_pages < WhenIdle)
        return;
    run();
    m_database.execute(u"PRAGMA shrink_memory"_s); // what a long pull needed
}

/// What readers still use stays in the log until the next time.
void Checkpoints::run()
{
    m_database.execute(u"PRAGMA wal_checkpoint(PASSIVE)"_s);
    m_pages = 0;
}

} // namespace salesbench
