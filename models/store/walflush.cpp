// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/walflush.h"

#include <QCoreApplication>
#include <QFile>

#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

struct WalFlushText {
    Q_DECLARE_TR_FUNCTIONS(salesbench::WalFlush)
};

tl::unexpected<Problem> notFlushed(const QString &path, int error)
{
    return tl::unexpected(Problem{Problem::Kind::Storage,
                                  WalFlushText::tr("%1 cannot be brought to the disk.").arg(path),
                                  QString::fromLocal8Bit(std::strerror(error))});
}

} // namespace

WalFlush::WalFlush(const QString &path)
    : m_path(path)
    , m_file(::open(QFile::encodeName(path + "-wal"_L1).constData(), O_RDONLY | O_CLOEXEC))
{
}

WalFlush::~WalFlush()
{
    if (m_file >= 0)
        ::close(m_file);
}

Result<std::unique_ptr<WalFlush>> WalFlush::takeOver(Database &database)
{
    // Reading makes SQLite make the log where there is none; it keeps that file as long as it is open.
    database.single(u"SELECT count(*) FROM sqlite_master"_s);
    std::unique_ptr<WalFlush> flush(new WalFlush(database.path()));
    if (flush->m_file < 0)
        return notFlushed(database.path(), errno);
    return database.execute(u"PRAGMA synchronous=NORMAL"_s).map([&] { return std::move(flush); });
}

Result<void> WalFlush::flush()
{
    const qint64 commits = m_commits;
    const bool isCommitting = commits % 2 == 1;
    if (m_error == 0 && !isCommitting && m_flushed >= commits)
        return {};
    if (m_error == 0 && ::fdatasync(m_file) != 0)
        m_error = errno;
    if (m_error != 0)
        return notFlushed(m_path, m_error);
    qint64 flushed = m_flushed;
    while (flushed < commits && !m_flushed.compare_exchange_weak(flushed, commits)) { }
    return {};
}

} // namespace salesbench
