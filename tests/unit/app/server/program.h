// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>

#include <csignal>

namespace salesbench::testing {

inline const QString Leads = QStringLiteral("/tmf-api/sales/v4/salesLead");

/// The program as a user starts it.
class Program {
public:
    explicit Program(const QStringList &arguments)
    {
        m_process.start(QStringLiteral(SALESBENCH_SERVER_PROGRAM), arguments);
    }
    ~Program() { end(SIGKILL); }

    /// Empty where the program ended instead.
    QString origin()
    {
        while (!m_out.contains('\n') && m_process.waitForReadyRead(30'000))
            m_out += m_process.readAllStandardOutput();
        const QString line = QString::fromUtf8(m_out).trimmed();
        return line.startsWith(QLatin1StringView("listening on ")) ? line.mid(13) : QString();
    }

    void signal(int number)
    {
        if (m_process.state() == QProcess::Running)
            ::kill(static_cast<pid_t>(m_process.processId()), number);
    }
    int end(int number)
    {
        signal(number);
        return exitCode();
    }
    bool hasEnded() const { return m_process.state() == QProcess::NotRunning; }

    int exitCode()
    {
        m_process.waitForFinished();
        return m_process.exitStatus() == QProcess::NormalExit ? m_process.exitCode() : -1;
    }

    QByteArray output() { return m_out += m_process.readAllStandardOutput(); }
    QString complaint() { return QString::fromUtf8(m_process.readAllStandardError()); }

private:
    QProcess m_process;
    QByteArray m_out;
};

} // namespace salesbench::testing
