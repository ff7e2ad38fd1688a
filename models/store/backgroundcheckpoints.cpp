// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/backgroundcheckpoints.h"

#include "models/store/rawquery.h"

#include <QFile>

#include <sqlite3.h>

#include <optional>

namespace salesbench {

namespace {

/// So few pages the writer moves while its clients wait.
constexpr int Few = 64;

/// What came during one time is moved the next time; a writer that is as quick as this leaves it at that.
constexpr int MostTimes = 8;

/// Of the log, of which each is moved by itself.
constexpr int Parts = 8;

/// How many pages of the log are in the file now; nothing where the disk did not take them. The kernel
/// forgets what it could not write, and the next time would promise too much: the log must then be kept.
std::optional<int> checkpoint(sqlite3 *handle)
{
    int moved = 0;
    const int code = sqlite3_wal_checkpoint_v2(handle, nullptr, SQLITE_CHECKPOINT_PASSIVE, nullptr, &moved);
    return code == SQLITE_OK || code == SQLITE_BUSY ? std::optional(moved) : std::nullopt;
}

bool catchUp(sqlite3 *handle)
{
    int before = 0;
    for (int time = 0; time < MostTimes; ++time) {
        const std::optional<int> now = checkpoint(handle);
        if (!now)
            return false;
        if (*now - before < Few)
            break;
        before = *now;
    }
    return true;
}

/// By itself SQLite would bring the file to the disk only with the last part, and all at once.
bool movePart(sqlite3 *handle)
{
    sqlite3_file *file = nullptr;
    sqlite3_file_control(handle, "main", SQLITE_FCNTL_FILE_POINTER, static_cast<void *>(&file));
    return file && file->pMethods && checkpoint(handle)
        && file->pMethods->xSync(file, SQLITE_SYNC_NORMAL) == SQLITE_OK;
}

} // namespace

BackgroundCheckpoints::BackgroundCheckpoints(Database &database, int pages, std::function<void()> failed)
    : m_database(database)
    , m_most(pages)
    , m_part(pages / Parts)
    , m_failed(std::move(failed))
    , m_next(m_part)
    , m_thread([this, path = database.path()] { run(path); })
{
    const auto note = [](void *self, sqlite3 *, const char *, int pages) {
        static_cast<BackgroundCheckpoints *>(self)->noteLog(pages);
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
    if (m_state == State::Failed) // who opens the file next moves all of the log again
        sqlite3_db_config(sqliteHandle(m_database), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
}

void BackgroundCheckpoints::noteLog(int pages)
{
    if (pages < m_pages) // SQLite has begun it anew
        m_next = m_part;
    m_pages = pages;
}

void BackgroundCheckpoints::afterCommit()
{
    if (m_state == State::Moved) {
        noteLog(0); // until the next commit tells
        if (checkpoint(sqliteHandle(m_database)))
            m_state = State::Idle;
        else
            fail();
    } else if (m_state == State::Idle && m_pages > m_next) {
        m_whole = m_pages > m_most;
        m_next = m_pages + m_part;
        m_state = State::Moving;
        m_wanted.release();
    }
}

void BackgroundCheckpoints::fail()
{
    m_state = State::Failed;
    if (m_failed)
        m_failed();
}

void BackgroundCheckpoints::run(const QString &path)
{
    sqlite3 *handle = nullptr;
    sqlite3_open_v2(QFile::encodeName(path).constData(), &handle, SQLITE_OPEN_READWRITE, nullptr);
    // Only who has read the file knows that it has a log.
    sqlite3_exec(handle, "PRAGMA schema_version", nullptr, nullptr, nullptr);
    for (m_wanted.acquire(); !m_ending; m_wanted.acquire()) {
        if (!(m_whole ? catchUp(handle) : movePart(handle))) {
            fail();
            break;
        }
        m_state = m_whole ? State::Moved : State::Idle;
    }
    sqlite3_close(handle);
}

} // namespace salesbench
