// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/backgroundcheckpoints.h"

#include "models/store/rawquery.h"

#include <QFile>

#include <sqlite3.h>

namespace salesbench {

namespace {

/// So few pages the writer moves while its clients wait.
constexpr int Few = 64;

/// What came during one time is moved the next time; a writer that is as quick as this leaves it at that.
constexpr int MostTimes = 8;

/// How many pages of the log are in the file now.
int checkpoint(sqlite3 *handle)
{
    int moved = 0;
    sqlite3_wal_checkpoint_v2(handle, nullptr, SQLITE_CHECKPOINT_PASSIVE, nullptr, &moved);
    return moved;
}

void catchUp(sqlite3 *handle)
{
    int before = 0;
    for (int time = 0; time < MostTimes; ++time) {
        const int now = checkpoint(handle);
        if (now - before < Few)
            return;
        before = now;
    }
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
    // Only who has read the file knows that it has a log.
    sqlite3_exec(handle, "PRAGMA schema_version", nullptr, nullptr, nullptr);
    for (m_wanted.acquire(); !m_ending; m_wanted.acquire()) {
        catchUp(handle);
        m_state = State::Moved;
    }
    sqlite3_close(handle);
}

} // namespace salesbench
