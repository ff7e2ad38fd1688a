// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/server/apidescription.h"
#include "tests/support/testcase.h"
#include "tests/unit/net/server/runningserver.h"

using namespace salesbench;
using namespace salesbench::testing;
using namespace Qt::StringLiterals;

namespace {

struct Wrong {
    const char *name;
    int status;
    QByteArray method;
    QString below; ///< behind the resource's path
    QByteArray body = {};
    HttpHeaders headers = {};
    QByteArray token = "sue";
};

QVector<Wrong> allWrong()
{
    const QByteArray own = R"([{"id":"one","role":"salesRepresentative","@referredType":"Individual"}])";
    return {
        {"a number", 400, "GET", u"?limit=ten"_s},
        {"a date", 400, "GET", u"?validFor.startDateTime.gt=soon"_s},
        {"an expression", 400, "GET", u"?name.regex=("_s},
        {"no JSON", 400, "POST", {}, "{"},
        {"no object", 400, "POST", {}, "[]"},
        {"nothing", 400, "POST", {}, ""},
        {"something missing", 400, "POST", {}, "{}"},
        {"malformed steps",
         400,
         "PATCH",
         u"/there"_s,
         "{}",
         {{"Content-Type", "application/json-patch+json"}}},
        {"nobody", 401, "GET", {}, {}, {}, ""},
        {"a stranger", 401, "GET", u"/there"_s, {}, {}, "stranger"},
        {"no rights", 403, "DELETE", u"/there"_s, {}, {}, "one"},
        {"nothing there", 404, "GET", u"/nowhere"_s},
        {"nothing to change", 404, "PATCH", u"/nowhere"_s, "{}"},
        {"nothing to delete", 404, "DELETE", u"/nowhere"_s},
        {"no path", 404, "GET", u"/there/below"_s},
        {"no method of a list", 405, "PATCH", {}, "{}"},
        {"no method of a document", 405, "POST", u"/there"_s, "{}"},
        {"no method at all", 405, "PUT", u"/there"_s, "{}"},
        {"not JSON alone", 406, "GET", {}, {}, {{"Accept", "text/xml"}}},
        {"taken", 409, "POST", {}, "taken"},
        {"a failed test",
         409,
         "PATCH",
         u"/there"_s,
         R"([{"op":"test","path":"/id","value":"x"}])",
         {{"Content-Type", "application/json-patch+json"}}},
        {"stale", 412, "PATCH", u"/there"_s, "{}", {{"If-Match", "\"0\""}}},
        {"stale to delete", 412, "DELETE", u"/there"_s, {}, {{"If-Match", "\"0\""}}},
        {"too large", 413, "POST", {}, "{\"name\":\"" + QByteArray(2 * 1024 * 1024, 'x') + "\"}"},
        {"another kind", 415, "POST", {}, "{}", {{"Content-Type", "text/plain"}}},
        {"another kind of patch", 415, "PATCH", u"/there"_s, "{}", {{"Content-Type", "text/plain"}}},
        {"nowhere to go",
         422,
         "PATCH",
         u"/there"_s,
         R"([{"op":"remove","path":"/x/y"}])",
         {{"Content-Type", "application/json-patch+json"}}},
    };
}

} // namespace

/// Every refusal that a client of any resource can meet, in TMF630's form, and described.
class ErrorsTest : public QObject {
    Q_OBJECT

    static QVector<ServerUser> users()
    {
        return {{u"One"_s, u"one"_s, Role::Representative, tokenDigest("one")},
                {u"Sue"_s, u"sue"_s, Role::Supervisor, tokenDigest("sue")}};
    }
    const ServedResource &resource() const
    {
        QFETCH_GLOBAL(int, kind);
        return servedResource(static_cast<ResourceKind>(kind));
    }
    QByteArray there() const
    {
        return RunningServer::minimal(resource().type.kind).chopped(1) + ",\"id\":\"there\"}";
    }

    /// The statuses that openapi.json has for a request.
    static QStringList described(const QString &path, const QByteArray &method)
    {
        static const QJsonObject paths =
            QJsonDocument::fromJson(ApiDescription().json()).object().value("paths"_L1).toObject();
        return paths.value(path)[QString::fromLatin1(method).toLower()]["responses"_L1].toObject().keys();
    }

private Q_SLOTS:
    void initTestCase_data()
    {
        QTest::addColumn<int>("kind");
        for (const ServedResource &served : servedResources())
            QTest::newRow(served.type.name.data()) << static_cast<int>(served.type.kind);
    }
    void init()
    {
        m_server = std::make_unique<RunningServer>(users());
        QCOMPARE(m_server->clientOf("sue").post(resource().path(), there()).status, 201);
    }
    void cleanup() { m_server.reset(); }

    void shouldRefuseInTheFormOfTmf630()
    {
        for (const Wrong &wrong : allWrong()) {
            const QByteArray body = wrong.body == "taken" ? there() : wrong.body;
            const HttpAnswer answer =
                m_server->clientOf(wrong.token)
                    .send(wrong.method, resource().path() + wrong.below, body, wrong.headers);
            const QByteArray got =
                wrong.name + QByteArray(": ") + QByteArray::number(answer.status) + answer.body;
            QVERIFY2(answer.status == wrong.status, got.constData());
            const QJsonObject error = answer.object();
            for (QLatin1StringView attribute : {"code"_L1, "reason"_L1, "message"_L1, "status"_L1})
                QVERIFY2(!error.value(attribute).toString().isEmpty(), wrong.name);
            QCOMPARE(error.value("@type"_L1).toString(), u"Error"_s);
            QCOMPARE(error.value("status"_L1).toString(), QString::number(wrong.status));
            QCOMPARE(answer.headers.value("content-type"), "application/json;charset=utf-8");
            QCOMPARE(answer.headers.contains("allow"), wrong.status == 405);
            QCOMPARE(answer.headers.contains("www-authenticate"), wrong.status == 401);
        }
    }

    void shouldDescribeWhatItAnswers()
    {
        for (const Wrong &wrong : allWrong()) {
            const bool document = wrong.below.startsWith(u'/');
            const QString path = document ? QString(resource().path() + u"/{id}"_s) : resource().path();
            if (wrong.status != 405 && !wrong.below.endsWith(u"/below"_s))
                QVERIFY2(described(path, wrong.method).contains(QString::number(wrong.status)), wrong.name);
        }
        QVERIFY(described(resource().path(), "GET").contains(u"206"_s));
        QVERIFY(described(resource().path() + u"/{id}"_s, "GET").contains(u"304"_s));
    }

private:
    std::unique_ptr<RunningServer> m_server;
};

SALESBENCH_TEST(ErrorsTest)
#include "errorstest.moc"
