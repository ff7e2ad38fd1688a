// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/serverprocess.h"

#include "tests/bench/bench.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QUrl>

#include <unistd.h>

using namespace Qt::StringLiterals;

namespace salesbench::bench {

namespace {

constexpr int Patience = 600'000; ///< milliseconds: a first start fills a database
constexpr auto Listening = "listening on ";

/// The fields of a file below /proc/<process>.
QList<QByteArray> fieldsOf(qint64 process, const QString &name)
{
    QFile file(u"/proc/%1/%2"_s.arg(process).arg(name));
    return file.open(QFile::ReadOnly) ? file.readAll().simplified().split(' ') : QList<QByteArray>();
}

} // namespace

std::unique_ptr<ServerProcess> ServerProcess::start(const QString &program, const QStringList &arguments)
{
    std::unique_ptr<ServerProcess> server(new ServerProcess);
    QElapsedTimer timer;
    timer.start();
    server->m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    server->m_process.start(program, arguments);
    while (!server->m_process.canReadLine()) {
        if (!server->m_process.waitForReadyRead(Patience))
            return {};
    }
    server->m_startTime = elapsed(timer);
    const QByteArray line = server->m_process.readLine().trimmed();
    if (!line.startsWith(Listening))
        return {};
    server->m_origin = QString::fromLatin1(line.mid(qstrlen(Listening)));
    return server;
}

ServerProcess::~ServerProcess()
{
    stop();
}

void ServerProcess::stop()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.terminate();
    m_process.waitForFinished(-1);
}

double ServerProcess::residentMemory() const
{
    const double pages = fieldsOf(m_process.processId(), u"statm"_s).value(1).toDouble();
    return pages * static_cast<double>(sysconf(_SC_PAGESIZE)) / (1024 * 1024);
}

double ServerProcess::processorTime() const
{
    const QList<QByteArray> fields = fieldsOf(m_process.processId(), u"stat"_s);
    return (fields.value(13).toDouble() + fields.value(14).toDouble())
        / static_cast<double>(sysconf(_SC_CLK_TCK));
}

QString programBeside(const QString &name)
{
    return QDir(QCoreApplication::applicationDirPath()).filePath(name);
}

Caller::Caller(const QString &origin, QByteArray token)
    : m_token(std::move(token))
{
    const QUrl url(origin);
    m_host = url.authority().toLatin1();
    m_socket.connectToHost(url.host(), static_cast<quint16>(url.port()));
    m_socket.waitForConnected(Patience);
}

Caller::Answer Caller::get(const QByteArray &target)
{
    ask(target);
    return await();
}

void Caller::ask(const QByteArray &target)
{
    m_socket.write("GET " + target + " HTTP/1.1\r\nHost: " + m_host
                   + (m_token.isEmpty() ? QByteArray() : "\r\nAuthorization: Bearer " + m_token)
                   + "\r\n\r\n");
    m_socket.flush();
}

Caller::Answer Caller::await()
{
    QByteArray all;
    qsizetype headEnd = -1;
    qsizetype end = 0;
    while (headEnd < 0 || all.size() < end) {
        if (!m_socket.waitForReadyRead(Patience))
            qFatal("The server did not answer: %s", qPrintable(m_socket.errorString()));
        all += m_socket.readAll();
        if (headEnd < 0 && (headEnd = all.indexOf("\r\n\r\n")) >= 0) {
            const qsizetype length = all.indexOf("Content-Length: ");
            const qsizetype size = all.mid(length + 16, all.indexOf('\r', length) - length - 16).toLongLong();
            end = headEnd + 4 + size;
        }
    }
    return {all.left(headEnd + 4), all.mid(headEnd + 4)};
}

} // namespace salesbench::bench
