// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QProcess>

#include <chrono>
#include <functional>
#include <memory>

namespace salesbench::faults {

using Log = std::function<void(const QString &)>;

/// For what does not take long when all is well.
inline constexpr std::chrono::milliseconds Patience{60'000};

/// Goes on with all that happens until @p isSo; false where it is not within @p most.
bool waitUntil(const std::function<bool()> &isSo, std::chrono::milliseconds most);

/// salesbench-server on one database and one port, as often as it is killed.
class ServerProcess {
public:
    ServerProcess(QString database, Log log);
    ~ServerProcess();

    /// Begins to; isUp() says when.
    void start();
    void kill();

    bool isRunning() const { return m_process != nullptr; }
    bool isUp() const { return m_isUp; }
    bool hasCrashed() const { return m_hasCrashed; } ///< ended without being killed
    quint16 port() const { return m_port; } ///< known once it was up

private:
    void listen();

    QString m_database;
    Log m_log;
    std::unique_ptr<QProcess> m_process;
    QByteArray m_said;
    quint16 m_port = 0;
    bool m_isUp = false;
    bool m_hasCrashed = false;
};

/// One run of salesbench without a window.
class WorkbenchProcess {
public:
    /// @p home is where it keeps what no profile does.
    WorkbenchProcess(const QString &home, const QStringList &arguments);

    void kill(); ///< SIGKILL
    bool wait(std::chrono::milliseconds most);
    QObject *context() { return &m_process; }

    /// False where it ended just before.
    bool wasKilled() const { return m_isToDie && m_process.exitStatus() == QProcess::CrashExit; }
    bool hasCrashed() const { return !m_isToDie && m_process.exitStatus() == QProcess::CrashExit; }
    int exitCode() const { return m_process.exitCode(); }
    QByteArray output() { return m_process.readAllStandardOutput(); }
    QByteArray errors() { return m_process.readAllStandardError(); }

private:
    QProcess m_process;
    bool m_isToDie = false;
};

} // namespace salesbench::faults
