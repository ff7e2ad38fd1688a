// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/server/embeddedserver.h"
#include "net/server/demofill.h"
#include "tests/support/httpclient.h"
#include "tests/support/testcase.h"

#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTimeZone>

using namespace salesbench;
using namespace salesbench::testing;
using namespace Qt::StringLiterals;

namespace {

const QString Leads = u"/tmf-api/sales/v4/salesLead"_s;

/// A lead with a long text, and a search in it that has to remember a hundred places at once.
QByteArray wordyLead()
{
    QByteArray text;
    for (quint32 random = 1; text.size() < 200'000; random = random * 1'664'525 + 1'013'904'223)
        text += random >> 31 ? 'a' : 'b';
    return QJsonDocument({{u"name"_s, u"a"_s}, {u"description"_s, QString::fromLatin1(text)}}).toJson();
}
const QByteArray SlowFilter = "description.regex=%5Bab%5D*a%5Bab%5D%7B100%7Dc";

} // namespace

class EmbeddedServerTest : public QObject {
    Q_OBJECT

    QString file() const { return m_folder->filePath(u"server.sqlite"_s); }
    Result<std::unique_ptr<EmbeddedServer>> start(const QString &listen = u"127.0.0.1:0"_s)
    {
        return EmbeddedServer::start({.database = file(), .listen = listen, .users = {}, .noAuth = true});
    }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void shouldServeADocumentThroughItsLife()
    {
        const auto server = start();
        QVERIFY(server);
        HttpClient client((*server)->origin());

        const HttpAnswer created = client.post(Leads, R"({"name":"Fibre for the harbour"})");
        QCOMPARE(created.status, 201);
        const QString path = QString::fromLatin1(created.headers.value("location"));
        QCOMPARE(client.get(path).body, created.body);

        const HttpAnswer patched = client.patch(path, R"({"rating":"hot"})");
        QCOMPARE(patched.status, 200);
        QCOMPARE(patched.object().value("rating"_L1).toString(), u"hot"_s);
        QVERIFY(patched.etag() != created.etag());

        QCOMPARE(client.remove(path).status, 204);
        QCOMPARE(client.get(path).status, 404);
    }

    void shouldKeepWhatItAnsweredAcrossARestart()
    {
        QString path;
        {
            const auto server = start();
            path = QString::fromLatin1(
                HttpClient((*server)->origin()).post(Leads, R"({"name":"a"})").headers.value("location"));
        }
        const auto again = start();
        QCOMPARE(HttpClient((*again)->origin()).get(path).status, 200);
    }

    void shouldServeTheDemoAndNotFillTwice()
    {
        const QDateTime now(QDate(2026, 3, 2), QTime(9, 0), QTimeZone::utc());
        const DemoData::Options demo = DemoData::Options::forLeads(50, now);
        QVERIFY(fillWithDemo(file(), demo).value());
        QVERIFY(!fillWithDemo(file(), demo).value());
        const auto server = start();
        const HttpAnswer page = HttpClient((*server)->origin()).get(Leads + u"?limit=20&offset=40"_s);
        QCOMPARE(page.status, 206);
        QCOMPARE(page.headers.value("x-total-count"), "50");
        QCOMPARE(page.array().size(), 10);
    }

    void shouldBeginAnewWithADemoThatWasStopped()
    {
        const QDateTime now(QDate(2026, 3, 2), QTime(9, 0), QTimeZone::utc());
        const DemoData::Options demo = DemoData::Options::forLeads(50, now);

        const Result<bool> stopped = fillWithDemo(file(), demo, [](qint64, qint64) { return false; });

        QVERIFY(!stopped);
        QCOMPARE(stopped.error().kind, Problem::Kind::Cancelled);
        QVERIFY(!QFile::exists(file()));
        QVERIFY(fillWithDemo(file(), demo).value());
    }

    void shouldFillAnEmptyDatabaseThatIsThere()
    {
        const QDateTime now(QDate(2026, 3, 2), QTime(9, 0), QTimeZone::utc());
        QVERIFY(start());

        QVERIFY(fillWithDemo(file(), DemoData::Options::forLeads(20, now)).value());

        const auto server = start();
        QCOMPARE(HttpClient((*server)->origin()).get(Leads).headers.value("x-total-count"), "20");
    }

    void shouldNotWaitForALongSearchWhenItStops()
    {
        const QString log = m_folder->filePath(u"log"_s);
        EmbeddedServer::Options options{.database = file(), .noAuth = true, .log = ServerLog::open(log).value()};
        options.limits.grace = std::chrono::milliseconds(50);
        Result<std::unique_ptr<EmbeddedServer>> server = EmbeddedServer::start(options);
        for (int i = 0; i < 20; ++i)
            QCOMPARE(HttpClient((*server)->origin()).post(Leads, wordyLead()).status, 201);
        QTcpSocket socket;
        socket.connectToHost(u"127.0.0.1"_s, (*server)->port());
        QVERIFY(socket.waitForConnected());
        socket.write("GET " + Leads.toLatin1() + '?' + SlowFilter + " HTTP/1.1\r\nHost: a\r\n\r\n");
        QVERIFY(socket.waitForBytesWritten());
        QCOMPARE(HttpClient((*server)->origin()).get(u"/health"_s).status, 200);

        server->reset();
        options.log.reset();

        QFile file(log);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray lines = file.readAll();
        QVERIFY2(lines.contains("\"status\":503"), lines.constData());
    }

    void shouldNameAnAddressThatIsTaken()
    {
        const auto first = start();
        m_folder = std::make_unique<QTemporaryDir>();
        const auto second = start(u"127.0.0.1:%1"_s.arg((*first)->port()));
        QVERIFY(!second);
        QVERIFY(second.error().sentence.contains(QString::number((*first)->port())));
    }

    void shouldRefuseToDoWithoutSignInOnTheNetwork()
    {
        const auto server = start(u"0.0.0.0:0"_s);
        QVERIFY(!server);
        QCOMPARE(server.error().kind, Problem::Kind::BadInput);
    }

    void shouldRefuseToStartWithoutUsers()
    {
        const auto server = EmbeddedServer::start({.database = file()});
        QVERIFY(!server);
    }

    void shouldNameAFileThatIsInUse()
    {
        const auto first = start();
        const auto second = start();
        QVERIFY(!second);
        QCOMPARE(second.error().kind, Problem::Kind::Storage);
        QVERIFY(second.error().sentence.contains(file()));
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
};

SALESBENCH_TEST(EmbeddedServerTest)
#include "embeddedservertest.moc"
