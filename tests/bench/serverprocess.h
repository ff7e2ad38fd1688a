// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QProcess>
#include <QStringList>
#include <QTcpSocket>

#include <optional>

namespace salesbench::bench {

/// A program that says "listening on …", in a process of its own; ended with this.
class ServerProcess {
public:
    /// Nothing where it does not come to listen; what it complains of goes to standard error.
    static std::unique_ptr<ServerProcess> start(const QString &program, const QStringList &arguments);
    ~ServerProcess();

    const QString &origin() const { return m_origin; } ///< "http://127.0.0.1:40519"
    double startTime() const { return m_startTime; } ///< milliseconds until it listened
    double residentMemory() const; ///< MiB
    double processorTime() const; ///< seconds that it has computed until now

    /// Asks it to end and waits.
    void stop();

private:
    ServerProcess() = default;

    QProcess m_process;
    QString m_origin;
    double m_startTime = 0;
};

/// What a program of this build is called by; it stands beside this one.
QString programBeside(const QString &name);

/// Speaks HTTP over one connection, as plainly as possible.
class Caller {
public:
    Caller(const QString &origin, QByteArray token);

    struct Answer {
        QByteArray head; ///< with the empty line behind it
        QByteArray body;
        bool isGood() const { return head.startsWith("HTTP/1.1 2"); }
    };
    /// Ends the process where nothing comes back.
    Answer get(const QByteArray &target);

    /// The answer to the next request is not waited for.
    void ask(const QByteArray &target);
    Answer await();

private:
    QTcpSocket m_socket;
    QByteArray m_host;
    QByteArray m_token;
};

} // namespace salesbench::bench
