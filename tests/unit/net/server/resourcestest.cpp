// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testcase.h"
#include "tests/unit/net/server/runningserver.h"

#include <QTcpSocket>

#include <array>

using namespace salesbench;
using namespace salesbench::testing;
using namespace Qt::StringLiterals;

/// What every resource does alike, over real sockets.
class ResourcesTest : public QObject {
    Q_OBJECT

    const ServedResource &resource() const
    {
        QFETCH_GLOBAL(int, kind);
        return servedResource(static_cast<ResourceKind>(kind));
    }
    QString path() const { return resource().path(); }
    QByteArray minimal() const { return RunningServer::minimal(resource().type.kind); }
    QString pathOf(const HttpAnswer &created) const
    {
        return QString::fromLatin1(created.headers.value("location"));
    }
    HttpAnswer create() { return m_server->client().post(path(), minimal()); }

private Q_SLOTS:
    void initTestCase_data()
    {
        QTest::addColumn<int>("kind");
        for (const ServedResource &served : servedResources())
            QTest::newRow(served.type.name.data()) << static_cast<int>(served.type.kind);
    }
    void init() { m_server = std::make_unique<RunningServer>(); }
    void cleanup() { m_server.reset(); }

    /// The order in which conformance kits ask.
    void shouldServeAsAKitAsks()
    {
        HttpClient &client = m_server->client();
        const HttpAnswer created = create();
        QCOMPARE(created.status, 201);
        const QJsonObject document = created.object();
        const QString id = document.value("id"_L1).toString();
        QVERIFY(!id.isEmpty());
        QCOMPARE(document.value("href"_L1).toString(), pathOf(created));
        QCOMPARE(created.headers.value("content-type"), "application/json;charset=utf-8");

        const HttpAnswer list = client.get(path());
        QCOMPARE(list.status, 200);
        QCOMPARE(list.array().size(), 1);
        QCOMPARE(client.get(path() + u'/' + id).object(), document);
        for (const QString &attribute : document.keys()) {
            const QJsonObject selected = client.get(path() + u'/' + id + u"?fields="_s + attribute).object();
            QVERIFY(selected.contains(attribute));
            QVERIFY(selected.contains("id"_L1) && selected.contains("href"_L1) && selected.size() <= 3);
            if (document.value(attribute).isString()) {
                const QString filter = u'?' + attribute + u'=' + document.value(attribute).toString();
                QCOMPARE(client.get(path() + filter).array().size(), 1);
            }
        }
        const HttpAnswer patched = client.patch(path() + u'/' + id, R"({"description":"b"})");
        QCOMPARE(patched.status, 200);
        QCOMPARE(patched.object().value("description"_L1).toString(), u"b"_s);
        const HttpAnswer removed = client.remove(path() + u'/' + id);
        QCOMPARE(removed.status, 204);
        QVERIFY(removed.body.isEmpty());
        QCOMPARE(client.get(path() + u'/' + id).status, 404);
        QCOMPARE(client.get(path() + u"/7d5f5f06-bd0e-4d0c-a0dc-000000000000"_s).status, 404);
    }

    void shouldRefuseABodyWithoutWhatIsMandatory()
    {
        const HttpAnswer answer = m_server->client().post(path(), R"({"description":"a"})");
        QCOMPARE(answer.status, 400);
        const QJsonObject error = answer.object();
        const QString attribute = resource().type.kind == ResourceKind::Quote ? u"quoteItem"_s : u"name"_s;
        QVERIFY(error.value("message"_L1).toString().startsWith(attribute));
        QCOMPARE(error.value("status"_L1).toString(), u"400"_s);
        QCOMPARE(error.value("@type"_L1).toString(), u"Error"_s);
        QVERIFY(!error.value("code"_L1).toString().isEmpty()
                && !error.value("reason"_L1).toString().isEmpty());
    }

    void shouldRefuseAWrongTypeInAPatchAndChangeNothing()
    {
        const HttpAnswer created = create();
        const HttpAnswer answer = m_server->client().patch(pathOf(created), R"({"description":5,"x":1})");
        QCOMPARE(answer.status, 400);
        QVERIFY(answer.object().value("message"_L1).toString().startsWith(u"description"_s));
        QCOMPARE(m_server->client().get(pathOf(created)).body, created.body);
    }

    void shouldKeepAttributesThatItDoesNotKnow()
    {
        QJsonObject body = QJsonDocument::fromJson(minimal()).object();
        body.insert(u"nextStep"_s, QJsonArray{1, QJsonObject{{u"deep"_s, true}}});
        const HttpAnswer created = m_server->client().post(path(), QJsonDocument(body).toJson());
        QCOMPARE(m_server->client().get(pathOf(created)).object().value("nextStep"_L1),
                 body.value("nextStep"_L1));
    }

    /// TMF630's polymorphism: the classes are the client's, and whatever they add.
    void shouldKeepClassesAndWhatTheyAdd()
    {
        QJsonObject body = QJsonDocument::fromJson(minimal()).object();
        body.insert(u"@type"_s, u"SpecialThing"_s);
        body.insert(u"@baseType"_s, resource().type.typeName);
        body.insert(u"@schemaLocation"_s, u"https://example.org/special.json"_s);
        body.insert(u"relatedParty"_s,
                    QJsonArray{QJsonObject{{u"id"_s, u"7"_s},
                                           {u"@referredType"_s, u"Organization"_s},
                                           {u"@baseType"_s, u"PartyRef"_s},
                                           {u"tier"_s, u"gold"_s}}});
        const HttpAnswer created = m_server->client().post(path(), QJsonDocument(body).toJson());
        QCOMPARE(created.status, 201);
        QVERIFY(m_server->client().patch(pathOf(created), R"({"description":"b"})").status == 200);
        const QJsonObject kept = m_server->client().get(pathOf(created)).object();
        for (const QString &attribute : {u"@type"_s, u"@baseType"_s, u"@schemaLocation"_s, u"relatedParty"_s})
            QCOMPARE(kept.value(attribute), body.value(attribute));
        QCOMPARE(
            m_server->client().get(path() + u"?@type=SpecialThing&relatedParty.tier=gold"_s).array().size(),
            1);
    }

    void shouldTakeAnIdThatIsFreeOnce()
    {
        QJsonObject body = QJsonDocument::fromJson(minimal()).object();
        body.insert(u"id"_s, u"mine_1~.-"_s);
        const QByteArray json = QJsonDocument(body).toJson();
        QCOMPARE(m_server->client().post(path(), json).object().value("id"_L1).toString(), u"mine_1~.-"_s);
        QCOMPARE(m_server->client().post(path(), json).status, 409);
        body.insert(u"id"_s, u"not mine"_s);
        QCOMPARE(m_server->client().post(path(), QJsonDocument(body).toJson()).status, 400);
    }

    void shouldGuardWritesByIfMatch()
    {
        HttpClient &client = m_server->client();
        const HttpAnswer created = create();
        const QString path = pathOf(created);
        QVERIFY(created.etag().startsWith('"'));
        const HttpAnswer patched =
            client.patch(path, R"({"description":"b"})", {{"If-Match", created.etag()}});
        QCOMPARE(patched.status, 200);
        QCOMPARE(client.get(path).etag(), patched.etag());
        QCOMPARE(client.patch(path, R"({"description":"c"})", {{"If-Match", created.etag()}}).status, 412);
        QCOMPARE(client.remove(path, {{"If-Match", created.etag()}}).status, 412);
        QCOMPARE(client.get(path).body, patched.body);
        QCOMPARE(client.remove(path, {{"If-Match", patched.etag()}}).status, 204);
    }

    void shouldAnswer304ForWhatTheClientHas()
    {
        const HttpAnswer created = create();
        const HttpAnswer answer =
            m_server->client().get(pathOf(created), {{"If-None-Match", created.etag()}});
        QCOMPARE(answer.status, 304);
        QCOMPARE(answer.etag(), created.etag());
        QVERIFY(answer.body.isEmpty());
    }

    void shouldKeepTheETagWhenNothingChanges()
    {
        const HttpAnswer created = create();
        const HttpAnswer patched = m_server->client().patch(pathOf(created), R"({"unknown":null})");
        QCOMPARE(patched.status, 200);
        QCOMPARE(patched.etag(), created.etag());
    }

    void shouldRefuseAnIllegalMoveNamingBothStates()
    {
        const HttpAnswer created = create();
        const Lifecycle &lifecycle = resource().type.lifecycle;
        const QByteArray attribute(resource().type.stateAttribute.data(),
                                   resource().type.stateAttribute.size());
        const HttpAnswer answer =
            m_server->client().patch(pathOf(created), "{\"" + attribute + "\":\"accepted\"}");
        QCOMPARE(answer.status, 409);
        const QString message = answer.object().value("message"_L1).toString();
        QVERIFY(message.contains(toText(lifecycle.initial())) && message.contains(u"accepted"_s));
        QCOMPARE(m_server->client().patch(pathOf(created), "{\"" + attribute + "\":\"won\"}").status, 400);
    }

    void shouldHonourAnIdempotencyKey()
    {
        const HttpHeaders key{{"Idempotency-Key", "k-1"}};
        const HttpAnswer first = m_server->client().post(path(), minimal(), key);
        QVERIFY(!first.headers.contains("idempotency-replayed"));
        m_server->restart();
        const HttpAnswer again = m_server->client().post(path(), "  " + minimal(), key);
        QCOMPARE(again.status, 201);
        QCOMPARE(again.body, first.body);
        QCOMPARE(again.etag(), first.etag());
        QCOMPARE(again.headers.value("location"), first.headers.value("location"));
        QCOMPARE(again.headers.value("idempotency-replayed"), "true");
        QCOMPARE(m_server->client().get(path()).headers.value("x-total-count"), "1");
        QByteArray other = minimal();
        other.replace("\"a\"", "\"other\"");
        QCOMPARE(m_server->client().post(path(), other, key).status, 422);
    }

    void shouldMakeOneDocumentOfTwoRequestsAtOnce()
    {
        const QByteArray request = "POST " + path().toLatin1()
            + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\nIdempotency-Key: k\r\nContent-Length: "
            + QByteArray::number(minimal().size()) + "\r\n\r\n" + minimal();
        std::array<QTcpSocket, 4> sockets;
        for (QTcpSocket &socket : sockets) {
            socket.connectToHost(u"127.0.0.1"_s, m_server->port());
            QVERIFY(socket.waitForConnected());
            socket.write(request);
            socket.flush();
        }
        int replayed = 0;
        for (QTcpSocket &socket : sockets) {
            QVERIFY(socket.state() == QAbstractSocket::UnconnectedState || socket.waitForDisconnected());
            const QByteArray answer = socket.readAll();
            QVERIFY2(answer.startsWith("HTTP/1.1 201"), answer.constData());
            replayed += answer.contains("Idempotency-Replayed: true") ? 1 : 0;
        }
        QCOMPARE(replayed, 3);
        QCOMPARE(m_server->client().get(path()).headers.value("x-total-count"), "1");
    }

    void shouldRefuseMethodsAndBodiesThatAreNotForIt()
    {
        HttpClient &client = m_server->client();
        const HttpAnswer put = client.send("PUT", path(), "{}", {});
        QCOMPARE(put.status, 405);
        QCOMPARE(put.headers.value("allow"), "GET, HEAD, POST, OPTIONS");
        QCOMPARE(client.remove(path()).status, 405);
        QCOMPARE(client.post(path() + u"/1"_s, minimal()).status, 405);
        QCOMPARE(client.post(path(), minimal(), {{"Content-Type", "text/plain"}}).status, 415);
        QCOMPARE(client.get(path(), {{"Accept", "text/html"}}).status, 406);
        QCOMPARE(client.get(path() + u"/a/b"_s).status, 404);
        QCOMPARE(client.get(path() + u'/').status, 200);
        const HttpAnswer options = client.send("OPTIONS", path() + u"/1"_s, {}, {});
        QCOMPARE(options.status, 204);
        QCOMPARE(options.headers.value("allow"), "GET, HEAD, PATCH, DELETE, OPTIONS");
        QVERIFY(options.headers.value("accept-patch").contains("application/json-patch+json"));
        const HttpAnswer list = client.send("OPTIONS", path(), {}, {});
        QVERIFY(!list.headers.contains("accept-patch"));
    }

    void shouldAnswerHeadAsGetWithoutTheBody()
    {
        const HttpAnswer created = create();
        const HttpAnswer head = m_server->client().send("HEAD", pathOf(created), {}, {});
        QCOMPARE(head.status, 200);
        QCOMPARE(head.etag(), created.etag());
        QCOMPARE(head.headers.value("content-length"), QByteArray::number(created.body.size()));
        QVERIFY(head.body.isEmpty());
    }

    void shouldTellWhatIsNotFoundFromAnotherResource()
    {
        const QString id = create().object().value("id"_L1).toString();
        for (const ServedResource &other : servedResources()) {
            const int expected = other.type.kind == resource().type.kind ? 200 : 404;
            QCOMPARE(m_server->client().get(other.path() + u'/' + id).status, expected);
        }
    }

private:
    std::unique_ptr<RunningServer> m_server;
};

SALESBENCH_TEST(ResourcesTest)
#include "resourcestest.moc"
