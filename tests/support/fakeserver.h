// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QPointer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>
#include <QUrl>
#include <QUrlQuery>

#include <functional>

namespace salesbench::testing {

struct FakeRequest {
    QByteArray verb;
    QUrl url;
    QHash<QByteArray, QByteArray> headers; ///< names in lower case
    QByteArray body;
    int query(const QString &name, int otherwise) const
    {
        const QString text = QUrlQuery(url).queryItemValue(name);
        return text.isEmpty() ? otherwise : text.toInt();
    }
};

struct FakeAnswer {
    int status = 200;
    QByteArray body = {};
    QList<QByteArray> headers = {}; ///< whole lines: "ETag: \"1\""
    bool hangUp = false; ///< reads the request and closes the connection
    bool silent = false; ///< never answers
    int delayMs = 0;
};

/// An HTTP server that answers from a script and remembers what it was asked. Loopback only.
class FakeServer : public QTcpServer {
public:
    using Handler = std::function<FakeAnswer(const FakeRequest &)>;

    FakeServer()
    {
        connect(this, &QTcpServer::newConnection, this, [this] {
            while (QTcpSocket *socket = nextPendingConnection()) {
                socket->write(greeting);
                serve(socket);
            }
        });
        listen(QHostAddress::LocalHost);
    }

    /// Said to whoever connects, before a word is read: nobody who wants TLS goes on from there.
    QByteArray greeting;

    QString origin() const { return QStringLiteral("http://127.0.0.1:%1").arg(serverPort()); }

    /// Every request goes to @p handler.
    void answer(Handler handler) { m_handler = std::move(handler); }

    const QList<FakeRequest> &requests() const { return m_requests; }
    void forget() { m_requests.clear(); }
    int count(const QByteArray &verb) const
    {
        return int(std::count_if(m_requests.begin(), m_requests.end(),
                                 [&](const FakeRequest &r) { return r.verb == verb; }));
    }

private:
    void serve(QTcpSocket *socket)
    {
        auto buffer = std::make_shared<QByteArray>();
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        connect(socket, &QTcpSocket::readyRead, this, [this, socket, buffer] {
            buffer->append(socket->readAll());
            while (takeRequest(socket, *buffer)) { }
        });
    }

    bool takeRequest(QTcpSocket *socket, QByteArray &buffer)
    {
        const qsizetype end = buffer.indexOf("\r\n\r\n");
        if (end < 0)
            return false;
        QList<QByteArray> lines = buffer.left(end).split('\n');
        const QList<QByteArray> first = lines.takeFirst().trimmed().split(' ');
        if (first.size() < 2)
            return false;
        FakeRequest request{first.at(0), QUrl(QString::fromLatin1(first.at(1))), {}, {}};
        for (const QByteArray &line : std::as_const(lines)) {
            const qsizetype colon = line.indexOf(':');
            request.headers.insert(line.left(colon).toLower(), line.mid(colon + 1).trimmed());
        }
        const qsizetype length = request.headers.value("content-length").toLongLong();
        if (buffer.size() < end + 4 + length)
            return false;
        request.body = buffer.mid(end + 4, length);
        buffer.remove(0, end + 4 + length);
        m_requests.append(request);
        reply(socket, m_handler ? m_handler(request) : FakeAnswer{404, "{}", {}, false, false, 0});
        return true;
    }

    void reply(QTcpSocket *socket, const FakeAnswer &answer)
    {
        if (answer.silent)
            return;
        if (answer.hangUp) {
            socket->disconnectFromHost();
            return;
        }
        QByteArray text = "HTTP/1.1 " + QByteArray::number(answer.status)
            + " Said\r\nContent-Length: " + QByteArray::number(answer.body.size()) + "\r\n";
        for (const QByteArray &line : answer.headers)
            text += line + "\r\n";
        text += "\r\n" + answer.body;
        QTimer::singleShot(answer.delayMs, socket, [socket, text] { socket->write(text); });
    }

    Handler m_handler;
    QList<FakeRequest> m_requests;
};

} // namespace salesbench::testing
