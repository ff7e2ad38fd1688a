// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/http/httppipeline.h"
#include "tests/support/testcase.h"
#include "tests/unit/net/server/runningserver.h"

#include <QCryptographicHash>

using namespace salesbench;
using namespace salesbench::testing;
using namespace Qt::StringLiterals;

namespace {

const QString BatchPath = u"/tmf-api/batch"_s;
const QByteArray LeadList = LeadPath.toLatin1();

HttpRequest creation(const QByteArray &name)
{
    return {.method = "POST",
            .path = LeadList,
            .query = {},
            .headers = {{"Content-Type", "application/json"}},
            .body = "{\"id\":\"" + name + "\",\"name\":\"" + name + "\"}"};
}

HttpRequest get(const QByteArray &id)
{
    return {.method = "GET", .path = LeadList + '/' + id, .query = {}, .headers = {}, .body = {}};
}

HttpRequest change(const QByteArray &id, const QByteArray &etag)
{
    return {.method = "PATCH",
            .path = LeadList + '/' + id,
            .query = {},
            .headers = {{"Content-Type", "application/merge-patch+json"}, {"If-Match", etag}},
            .body = R"({"description":"Changed"})"};
}

/// Whose token is their name.
ServerUser user(const QString &name, Role role)
{
    const QByteArray hash = QCryptographicHash::hash(name.toUtf8(), QCryptographicHash::Sha256).toHex();
    return {.name = name, .partyId = name, .role = role, .tokenSha256 = hash};
}

QJsonObject object(const HttpResponse &response)
{
    return QJsonDocument::fromJson(response.body).object();
}

} // namespace

class BatchTest : public QObject {
    Q_OBJECT

    static HttpAnswer post(HttpClient client, const QVector<HttpRequest> &requests)
    {
        return client.post(BatchPath, toPipeline(requests), {{"Content-Type", RequestsType}});
    }
    QVector<HttpResponse> answers(const QVector<HttpRequest> &requests)
    {
        const HttpAnswer answer = post(m_server->clientOf({}), requests);
        return answer.status == 200 ? responsesIn(answer.body) : QVector<HttpResponse>();
    }

private Q_SLOTS:
    void init() { m_server = std::make_unique<RunningServer>(); }
    void cleanup() { m_server.reset(); }

    void shouldAnswerEachInItsPlace()
    {
        const QVector<HttpResponse> made = answers({creation("a"), get("none"), creation("b")});
        QCOMPARE(made.size(), 3);
        QCOMPARE(made.at(0).status, 201);
        QCOMPARE(object(made.at(0))["name"_L1], u"a"_s);
        QCOMPARE(made.at(1).status, 404);
        QCOMPARE(made.at(2).status, 201);
        QCOMPARE(object(made.at(2))["name"_L1], u"b"_s);
        QCOMPARE(m_server->client().get(LeadPath).array().size(), 2);
    }

    void shouldGuardEachByItself()
    {
        const QByteArray etag = answers({creation("a"), creation("b")}).at(0).header("ETag");
        const QVector<HttpResponse> changed = answers({change("a", etag), change("b", "\"0\"")});
        QCOMPARE(changed.at(0).status, 200);
        QCOMPARE(changed.at(1).status, 412);
        QCOMPARE(object(answers({get("a"), get("b")}).at(0))["description"_L1], u"Changed"_s);
        QVERIFY(!object(answers({get("a"), get("b")}).at(1)).contains("description"_L1));
    }

    /// What a part says of who asks counts for nothing.
    void shouldTakeTheSignInOfTheWhole()
    {
        RunningServer server({user(u"anna"_s, Role::Representative), user(u"sue"_s, Role::Supervisor)});
        HttpRequest others = creation("a");
        others.body =
            R"({"id":"a","name":"a","relatedParty":[{"id":"bob","role":"salesRepresentative","@referredType":"Individual"}]})";
        QCOMPARE(post(server.clientOf({}), {others, get("b")}).status, 401);
        QCOMPARE(responsesIn(post(server.clientOf("sue"), {others, get("a")}).body).at(0).status, 201);
        QCOMPARE(server.clientOf("sue").get(LeadPath + u"/a"_s).status, 200);

        HttpRequest disguised = get("a");
        disguised.headers.append(HttpHeader{"Authorization", "Bearer sue"});
        QCOMPARE(responsesIn(post(server.clientOf("anna"), {disguised}).body).at(0).status, 404);
    }

    void shouldRefuseWhatIsNoBatch_data()
    {
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("status");
        const QByteArray type = RequestsType;
        HttpRequest head = get("a");
        head.method = "HEAD";
        HttpRequest nested = creation("a");
        nested.path = BatchPath.toLatin1();
        QTest::newRow("another media type")
            << QByteArray("application/json") << toPipeline(QVector{get("a")}) << 415;
        QTest::newRow("nothing") << type << QByteArray() << 400;
        QTest::newRow("a document") << type << QByteArray("{}") << 400;
        QTest::newRow("a broken request") << type << toPipeline(QVector{creation("a")}).chopped(1) << 400;
        QTest::newRow("HEAD, whose answer has no end") << type << toPipeline(QVector{head}) << 400;
        QTest::newRow("a batch in a batch") << type << toPipeline(QVector{nested}) << 400;
        nested.path += '/';
        QTest::newRow("one by another name") << type << toPipeline(QVector{nested}) << 400;
        HttpRequest endless = get("a");
        endless.query = QByteArray(16 * 1024, 'a');
        QTest::newRow("a line without end") << type << toPipeline(QVector{endless}) << 400;
        QTest::newRow("too many") << type << toPipeline(QVector<HttpRequest>(65, get("a"))) << 413;
    }

    void shouldRefuseWhatIsNoBatch()
    {
        QFETCH(const QByteArray, type);
        QFETCH(const QByteArray, body);
        QFETCH(const int, status);
        const HttpAnswer answer = m_server->client().post(BatchPath, body, {{"Content-Type", type}});
        QCOMPARE(answer.status, status);
        QVERIFY(!answer.object()["reason"_L1].toString().isEmpty());
        QVERIFY(m_server->client().get(LeadPath).array().isEmpty());
    }

private:
    std::unique_ptr<RunningServer> m_server;
};

SALESBENCH_TEST(BatchTest)

#include "batchtest.moc"
