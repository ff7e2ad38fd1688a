// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakeserver.h"
#include "tests/support/httpclient.h"
#include "tests/support/testcase.h"
#include "tests/unit/app/server/program.h"

#include <QTemporaryDir>

using namespace salesbench;
using namespace salesbench::testing;
using namespace Qt::StringLiterals;

namespace {

const QString Hub = u"/tmf-api/sales/v4/hub"_s;

/// Creates leads without waiting for one before the next, until told to stop or refused.
class Load : public QObject {
public:
    explicit Load(const QString &origin)
        : m_request(QUrl(origin + Leads))
    {
        m_request.setHeader(QNetworkRequest::ContentTypeHeader, QByteArray("application/json"));
        for (int i = 0; i < 6; ++i)
            create();
    }

    void stop() { m_stopped = true; }
    /// The ids of those that the server said it has.
    const QStringList &answered() const { return m_answered; }
    bool isIdle() const { return m_open == 0; }

private:
    void create()
    {
        ++m_open;
        QNetworkReply *reply = m_network.post(m_request, QByteArray(R"({"name":"a"})"));
        connect(reply, &QNetworkReply::finished, this, [this, reply] {
            --m_open;
            reply->deleteLater();
            const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
            const QJsonObject document = QJsonDocument::fromJson(reply->readAll()).object();
            if (status == 201 && document.contains("id"_L1))
                m_answered.append(document.value("id"_L1).toString());
            if (status == 201 && !m_stopped)
                create();
        });
    }

    QNetworkAccessManager m_network;
    QNetworkRequest m_request;
    QStringList m_answered;
    int m_open = 0;
    bool m_stopped = false;
};

/// Remembers of which leads it was told.
class Listener : public FakeServer {
public:
    Listener()
    {
        answer([this](const FakeRequest &request) {
            const QJsonObject event = QJsonDocument::fromJson(request.body).object();
            if (event.value("eventType"_L1).toString() == "SalesLeadCreateEvent"_L1)
                m_told.insert(event.value("event"_L1)["salesLead"_L1]["id"_L1].toString());
            return FakeAnswer{.status = 204};
        });
    }
    QByteArray subscription() const { return R"({"callback":")" + origin().toLatin1() + R"("})"; }
    const QSet<QString> &told() const { return m_told; }

private:
    QSet<QString> m_told;
};

} // namespace

/// The program under load, killed, stopped and copied.
class ServerOperationTest : public QObject {
    Q_OBJECT

    QString file() const { return m_folder->filePath(u"server.sqlite"_s); }
    QStringList arguments(const QString &file) const
    {
        return {u"--listen"_s,
                u"127.0.0.1:0"_s,
                u"--database"_s,
                file,
                u"--no-auth"_s,
                u"--log"_s,
                m_folder->filePath(u"log"_s)};
    }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void shouldHaveEveryAnsweredWriteAndItsEventAfterBeingKilled()
    {
        Listener listener;
        QStringList answered;
        for (int round = 0; round < 3; ++round) {
            Program program(arguments(file()));
            const QString origin = program.origin();
            if (round == 0)
                QCOMPARE(HttpClient(origin).post(Hub, listener.subscription()).status, 201);
            Load load(origin);
            QTRY_VERIFY_WITH_TIMEOUT(load.answered().size() >= 100, 60'000);
            QCOMPARE(program.end(SIGKILL), -1);
            QTRY_VERIFY(load.isIdle());
            answered += load.answered();
        }
        Program program(arguments(file()));
        HttpClient client(program.origin());
        for (const QString &id : std::as_const(answered))
            QCOMPARE(client.get(Leads + u'/' + id).status, 200);
        const QSet<QString> written(answered.begin(), answered.end());
        QCOMPARE(written.size(), answered.size());
        QTRY_VERIFY_WITH_TIMEOUT(listener.told().contains(written), 60'000);
    }

    void shouldKeepTheEventsOfASubscriberThatWasAway()
    {
        Listener listener;
        const quint16 port = listener.serverPort();
        QStringList answered;
        {
            Program program(arguments(file()));
            const QString origin = program.origin();
            QCOMPARE(HttpClient(origin).post(Hub, listener.subscription()).status, 201);
            listener.close();
            Load load(origin);
            QTRY_VERIFY_WITH_TIMEOUT(load.answered().size() >= 50, 60'000);
            QCOMPARE(program.end(SIGKILL), -1);
            QTRY_VERIFY(load.isIdle());
            answered = load.answered();
        }
        QVERIFY(listener.listen(QHostAddress::LocalHost, port));
        Program program(arguments(file()));
        QVERIFY(!program.origin().isEmpty());
        QTRY_VERIFY_WITH_TIMEOUT(listener.told().contains(QSet<QString>(answered.begin(), answered.end())),
                                 60'000);
    }

    void shouldAnswerWhatIsInFlightWhenAskedToEnd()
    {
        Program program(arguments(file()));
        const QString origin = program.origin();
        QTcpSocket socket;
        socket.connectToHost(u"127.0.0.1"_s, static_cast<quint16>(QUrl(origin).port()));
        QVERIFY(socket.waitForConnected());
        socket.write("POST " + Leads.toLatin1()
                     + " HTTP/1.1\r\nHost: a\r\nContent-Length: 12\r\n"
                       "Expect: 100-continue\r\n\r\n");
        QTRY_VERIFY(socket.bytesAvailable() > 0); // the server has begun to read the request
        program.signal(SIGTERM);
        socket.readAll();
        socket.write(R"({"name":"a"})");
        QVERIFY(socket.flush());
        QCOMPARE(program.exitCode(), 0);
        QTRY_COMPARE(socket.state(), QAbstractSocket::UnconnectedState);
        const QByteArray answer = socket.readAll();
        QVERIFY2(answer.startsWith("HTTP/1.1 201"), answer.constData());
        QVERIFY(answer.contains("Connection: close"));
    }

    void shouldCopyWhatIsServedUnderLoad()
    {
        const QString copy = m_folder->filePath(u"copy.sqlite"_s);
        Program program(arguments(file()));
        Load load(program.origin());
        QTRY_VERIFY_WITH_TIMEOUT(load.answered().size() >= 50, 60'000);
        const QStringList before = load.answered();
        Program copying({u"--database"_s, file(), u"--backup"_s, copy});
        QTRY_VERIFY_WITH_TIMEOUT(copying.hasEnded(), 60'000);
        QVERIFY2(copying.exitCode() == 0, qPrintable(copying.complaint()));
        load.stop();
        QTRY_VERIFY(load.isIdle());

        Program again(arguments(copy));
        HttpClient client(again.origin());
        for (const QString &id : before)
            QCOMPARE(client.get(Leads + u'/' + id).status, 200);
        QVERIFY(client.get(Leads).headers.value("x-total-count").toInt() <= load.answered().size());
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
};

SALESBENCH_TEST(ServerOperationTest)
#include "serveroperationtest.moc"
