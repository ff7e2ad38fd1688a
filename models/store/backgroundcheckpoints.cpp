// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/backgroundcheckpoints.h"

#include "models/store/rawquery.h"

#include <QFile>

#include <sqlite3.h>

namespace salesbench {

namespace {

/// What came during the first time is moved during the second, so that little is left for the writer.
constexpr int Times = 2;

void checkpoint(sqlite3 *handle)
{
    sqlite3_wal_checkpoint_v2(handle, nullptr, SQLITE_CHECKPOINT_PASSIVE, nullptr, nullptr);
}

} // namespace

BackgroundCheckpoints::BackgroundCheckpoints(Database &database, int pages)
    : m_database(database)
    , m_most(pages)
    , m_thread([this, path = database.path()] { run(path); })
{
    const auto note = [](void *self, sqlite3 *, const char *, int pages) {
        static_cast<BackgroundCheckpoints *>(self)->m_pages = pages;
        return SQLITE_OK;
    };
    sqlite3_wal_hook(sqliteHandle(database), note, this);
}

BackgroundCheckpoints::~BackgroundCheckpoints()
{
    m_ending = true;
    m_wanted.release();
    m_thread.join();
    sqlite3_wal_hook(sqliteHandle(m_database), nullptr, nullptr);
}

void BackgroundCheckpoints::afterCommit()
{
    if (m_pages <= m_most || m_state == State::Moving)
        return;
    if (m_state == State::Moved) {
        checkpoint(sqliteHandle(m_database));
        m_state = State::Idle;
        m_pages = 0; // until the next commit tells
    } else {
        m_state = State::Moving;
        m_wanted.release();
    }
}

void BackgroundCheckpoints::run(const QString &path)
{
    sqlite3 *handle = nullptr;
    sqlite3_open_v2(QFile::encodeName(path).constData(), &handle, SQLITE_OPEN_READWRITE, nullptr);
    for (m_wanted.acquire(); !m_ending; m_wanted.acquire()) {
        for (int time = 0; time < Times; ++time)
            checkpoint(handle);
        m_state = State::Moved;
    }
    sqlite3_close(handle);
}

} // namespace salesbench
