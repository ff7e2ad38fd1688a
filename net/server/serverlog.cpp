// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/server/serverlog.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFile>

#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

struct ServerLogText {
    Q_DECLARE_TR_FUNCTIONS(salesbench::ServerLog)
};

/// Some ten thousand lines.
constexpr qsizetype MostWaiting = 4 * 1024 * 1024;

/// So long more lines may join the first one: to wake a thread for each would cost more than to write it.
constexpr std::chrono::milliseconds Gathering{20};

/// What a pipe takes whole once it says that it takes anything.
constexpr qsizetype Piece = 4096;

/// How long the end of the program waits for who reads the log.
constexpr int LastWait = 1000;

/// After so many bytes the disk begins to take them. Left to itself the kernel gathers half a minute's lines,
/// and the next flush of the database, on the same file system, waits behind them all.
constexpr qsizetype Gathered = 256 * 1024;

/// "2026-10-07T12:00:00.123Z"; all but the milliseconds is put into words once a second.
QByteArray timeNow()
{
    thread_local qint64 second = 0;
    thread_local QByteArray words;
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    if (now / 1000 != second) {
        second = now / 1000;
        words = QDateTime::fromSecsSinceEpoch(second, Qt::UTC).toString(Qt::ISODate).toLatin1().chopped(1);
    }
    return words + '.' + QByteArray::number(now % 1000 + 1000).mid(1) + 'Z';
}

void appendText(QByteArray &line, QByteArrayView utf8)
{
    line += '"';
    for (const char c : utf8) {
        const auto code = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\')
            line.append('\\').append(c);
        else if (code < 0x20 || code == 0x7f)
            line.append("\\u00").append(QByteArray(1, c).toHex());
        else
            line += c;
    }
    line += '"';
}

} // namespace

LogLine::LogLine(QByteArrayView event)
{
    m_text.reserve(256);
    m_text.append("{\"time\":\"").append(timeNow()).append('"');
    add("event", event.toByteArray());
}

QByteArray &LogLine::member(QByteArrayView name)
{
    m_text += ',';
    appendText(m_text, name);
    return m_text += ':';
}

LogLine &LogLine::add(QByteArrayView name, const QByteArray &utf8)
{
    appendText(member(name), utf8);
    return *this;
}

LogLine &LogLine::add(QByteArrayView name, qint64 number)
{
    member(name) += QByteArray::number(number);
    return *this;
}

LogLine &LogLine::addMilliseconds(QByteArrayView name, double milliseconds)
{
    member(name) += QByteArray::number(milliseconds, 'f', 3);
    return *this;
}

Result<std::shared_ptr<ServerLog>> ServerLog::open(const QString &path)
{
    auto log = std::make_shared<ServerLog>();
    log->m_closes = path != "-"_L1;
    log->m_file = log->m_closes
        ? ::open(QFile::encodeName(path).constData(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0640)
        : STDERR_FILENO;
    if (log->m_file < 0)
        return tl::unexpected(Problem{Problem::Kind::BadInput,
                                      ServerLogText::tr("The log %1 cannot be written.").arg(path),
                                      QString::fromLocal8Bit(std::strerror(errno))});
    log->m_thread = std::thread([log = log.get()] { log->run(); });
    return log;
}

ServerLog::~ServerLog()
{
    {
        const std::lock_guard lock(m_mutex);
        m_ending = true;
        m_arrived.notify_all();
    }
    if (m_thread.joinable())
        m_thread.join();
    if (m_closes)
        ::close(m_file);
}

void ServerLog::write(const LogLine &line)
{
    if (m_file < 0)
        return;
    const QByteArray text = line.text();
    const std::lock_guard lock(m_mutex);
    if (m_waiting.size() + text.size() > MostWaiting) {
        ++m_lost;
        return;
    }
    if (m_waiting.isEmpty())
        m_arrived.notify_one();
    m_waiting += text;
}

qint64 ServerLog::lost()
{
    const std::lock_guard lock(m_mutex);
    return m_lost;
}

void ServerLog::run()
{
    std::unique_lock lock(m_mutex);
    for (bool taken = true; taken;) {
        m_arrived.wait(lock, [this] { return m_ending || !m_waiting.isEmpty(); });
        if (m_waiting.isEmpty())
            return;
        m_arrived.wait_for(lock, Gathering, [this] { return m_ending.load(); });
        const QByteArray text = std::exchange(m_waiting, {});
        lock.unlock();
        taken = writeOut(text);
        lock.lock();
    }
}

/// False where nobody will take any more.
bool ServerLog::writeOut(const QByteArray &text)
{
    for (qsizetype done = 0; done < text.size();) {
        pollfd ready{m_file, POLLOUT, 0};
        if (::poll(&ready, 1, LastWait) == 0) {
            if (m_ending)
                return false;
            continue;
        }
        const auto size = static_cast<size_t>(std::min(Piece, text.size() - done));
        const ssize_t written = ::write(m_file, text.constData() + done, size);
        if (written < 0 && errno != EINTR && errno != EAGAIN)
            return false;
        done += std::max<ssize_t>(written, 0);
    }
    passOn(text.size());
    return true;
}

void ServerLog::passOn(qsizetype written)
{
    m_gathered += written;
    if (m_gathered < Gathered)
        return;
    m_gathered = 0;
    // Waits for a full queue at most; does nothing to what is no file.
    ::sync_file_range(m_file, 0, 0, SYNC_FILE_RANGE_WRITE);
}

} // namespace salesbench
