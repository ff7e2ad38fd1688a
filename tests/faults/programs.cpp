// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/programs.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QTimer>

#include <csignal>
#include <sys/prctl.h>

using namespace Qt::StringLiterals;

namespace salesbench::faults {

namespace {

constexpr std::chrono::milliseconds Wake{20};

/// The program that was built with this one.
QString beside(const QString &name)
{
    return QCoreApplication::applicationDirPath() + u'/' + name;
}

/// It ends with this program, however that ends.
void endWithUs(QProcess &process)
{
    process.setChildProcessModifier([] { prctl(PR_SET_PDEATHSIG, SIGKILL); });
}

} // namespace

bool waitUntil(const std::function<bool()> &isSo, std::chrono::milliseconds most)
{
    const QDeadlineTimer deadline(most);
    QTimer wake;
    wake.start(Wake);
    while (!isSo() && !deadline.hasExpired())
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    return isSo();
}

ServerProcess::ServerProcess(QString database, Log log)
    : m_database(std::move(database))
    , m_log(std::move(log))
{
}

ServerProcess::~ServerProcess()
{
    kill();
}

void ServerProcess::start()
{
    m_said.clear();
    m_process = std::make_unique<QProcess>();
    endWithUs(*m_process);
    m_process->setProcessChannelMode(QProcess::MergedChannels);
    QObject::connect(m_process.get(), &QProcess::readyRead, m_process.get(), [this] { listen(); });
    QObject::connect(m_process.get(), &QProcess::finished, m_process.get(), [this] {
        m_isUp = false;
        m_hasCrashed = true;
        m_log(u"the server ended by itself"_s);
    });
    m_process->start(beside(u"salesbench-server"_s),
                     {u"--no-auth"_s, u"--listen"_s, u"127.0.0.1:%1"_s.arg(m_port), u"--log"_s, u"none"_s,
                      u"--database"_s, m_database});
}

void ServerProcess::listen()
{
    m_said += m_process->readAll();
    const qsizetype end = m_said.indexOf('\n');
    if (end < 0)
        return;
    const QByteArray line = m_said.left(end);
    m_log(u"server: "_s + QString::fromUtf8(m_said.trimmed()));
    m_said.clear();
    if (!line.startsWith("listening on "))
        return;
    m_port = static_cast<quint16>(line.mid(line.lastIndexOf(':') + 1).toUShort());
    m_isUp = true;
}

void ServerProcess::kill()
{
    if (!m_process)
        return;
    m_process->disconnect();
    m_process->kill();
    m_process->waitForFinished();
    m_process.release()->deleteLater(); // this may be inside one of its signals
    m_isUp = false;
    m_log(u"the server is killed"_s);
}

WorkbenchProcess::WorkbenchProcess(const QString &home, const QStringList &arguments)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"HOME"_s, home);
    environment.remove(u"XDG_CONFIG_HOME"_s);
    environment.remove(u"XDG_DATA_HOME"_s);
    m_process.setProcessEnvironment(environment);
    endWithUs(m_process);
    m_process.start(beside(u"salesbench"_s), arguments);
}

void WorkbenchProcess::kill()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_isToDie = true;
    m_process.kill();
}

bool WorkbenchProcess::wait(std::chrono::milliseconds most)
{
    return waitUntil([this] { return m_process.state() == QProcess::NotRunning; }, most);
}

} // namespace salesbench::faults
