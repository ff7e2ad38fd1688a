// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/problem.h"

#include <QByteArray>

#include <atomic>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <thread>

namespace salesbench {

/// One line of the log in the making: a JSON object whose members stand in the order of adding. "time" and
/// "event" come first.
class LogLine {
public:
    explicit LogLine(QByteArrayView event);

    LogLine &add(QByteArrayView name, const QByteArray &utf8);
    LogLine &add(QByteArrayView name, const QString &text) { return add(name, text.toUtf8()); }
    LogLine &add(QByteArrayView name, qint64 number);
    LogLine &addMilliseconds(QByteArrayView name, double milliseconds);

    QByteArray text() const { return m_text + "}\n"; }

private:
    QByteArray &member(QByteArrayView name);

    QByteArray m_text;
};

/// Writes lines from a thread of its own. Who writes one never waits for who reads them: where too many
/// wait, further ones are counted instead.
class ServerLog {
public:
    /// Nowhere.
    ServerLog() = default;

    /// @p path is a file, which is added to, or "-" for standard error. BadInput where it cannot be written.
    static Result<std::shared_ptr<ServerLog>> open(const QString &path);

    /// Writes what waits, unless nobody takes it.
    ~ServerLog();

    void write(const LogLine &line);

    qint64 lost();

private:
    Q_DISABLE_COPY_MOVE(ServerLog)
    void run();
    bool writeOut(const QByteArray &text);
    void passOn(qsizetype written);

    int m_file = -1;
    bool m_closes = false;
    std::thread m_thread;
    std::mutex m_mutex;
    std::condition_variable m_arrived;
    QByteArray m_waiting;
    qint64 m_lost = 0;
    qsizetype m_gathered = 0; ///< bytes that the kernel may still keep to itself; of the thread
    std::atomic<bool> m_ending = false;
};

} // namespace salesbench
