// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testcase.h"
#include "tests/unit/net/server/runningserver.h"

using namespace salesbench;
using namespace salesbench::testing;
using namespace Qt::StringLiterals;

namespace {

HttpHeaders typed(const QByteArray &type)
{
    return {{"Content-Type", type}};
}

const HttpHeaders Merge = typed("application/merge-patch+json");
const HttpHeaders Steps = typed("application/json-patch+json");

} // namespace

/// The ways to change a document of any resource, over real sockets.
class PatchTest : public QObject {
    Q_OBJECT

    const ServedResource &resource() const
    {
        QFETCH_GLOBAL(int, kind);
        return servedResource(static_cast<ResourceKind>(kind));
    }
    QByteArray with(const char *more) const
    {
        return RunningServer::minimal(resource().type.kind).chopped(1) + ',' + more + '}';
    }
    HttpAnswer patch(const QByteArray &body, const HttpHeaders &headers)
    {
        return m_server->client().patch(m_path, body, headers);
    }
    HttpAnswer get() { return m_server->client().get(m_path); }

private Q_SLOTS:
    void initTestCase_data()
    {
        QTest::addColumn<int>("kind");
        for (const ServedResource &served : servedResources())
            QTest::newRow(served.type.name.data()) << static_cast<int>(served.type.kind);
    }
    void init()
    {
        m_server = std::make_unique<RunningServer>();
        const HttpAnswer created = m_server->client().post(
            resource().path(),
            with(R"("x":{"a":1,"b":[1,2]},"note":[{"id":"1","text":"one"},{"id":"2","text":"two"}])"));
        QCOMPARE(created.status, 201);
        m_path = QString::fromLatin1(created.headers.value("location"));
        m_etag = created.etag();
    }
    void cleanup() { m_server.reset(); }

    void shouldMergeWhateverTheNameOfMerging_data()
    {
        QTest::addColumn<QByteArray>("type");
        for (const char *type :
             {"application/merge-patch+json", "application/json", "Application/JSON; charset=UTF-8",
              "application/merge-patch+json;charset=utf-8"})
            QTest::newRow(type) << QByteArray(type);
    }

    void shouldMergeWhateverTheNameOfMerging()
    {
        QFETCH(QByteArray, type);
        const QJsonObject before = get().object();
        const HttpAnswer answer = patch(R"({"x":{"a":null,"c":3,"b":[9]},"y":null})", typed(type));
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.object().value("x"_L1).toObject(),
                 QJsonDocument::fromJson(R"({"b":[9],"c":3})").object());
        QCOMPARE(answer.object(), get().object());
        QCOMPARE(answer.object().keys(), before.keys());
        QVERIFY(answer.etag() != m_etag);
    }

    void shouldDoWhatAJsonPatchSays()
    {
        const HttpAnswer answer = patch(R"([{"op":"test","path":"/note/1/text","value":"two"},
            {"op":"replace","path":"/note/1/text","value":"deux"},{"op":"add","path":"/note/-","value":{"id":"3","text":"three"}},
            {"op":"remove","path":"/x"},{"op":"copy","from":"/note/0/text","path":"/description"}])",
                                        Steps);
        QVERIFY2(answer.status == 200, answer.body.constData());
        const QJsonObject document = get().object();
        QCOMPARE(document, answer.object());
        QCOMPARE(document.value("note"_L1)[1]["text"_L1].toString(), u"deux"_s);
        QCOMPARE(document.value("note"_L1).toArray().size(), 3);
        QCOMPARE(document.value("description"_L1).toString(), u"one"_s);
        QVERIFY(!document.contains("x"_L1));
    }

    void shouldDoAllOfAPatchOrNothing_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<bool>("steps");
        const auto row = [](int status, bool steps, const char *body) {
            QTest::newRow(body) << status << steps;
        };
        row(400, false, R"([])");
        row(400, false, R"({"x":)");
        row(400, false, R"({"x":2,"note":"none"})");
        row(400, false, R"({"x":2,"id":"other"})");
        row(400, false, R"({"x":2,"href":"/other"})");
        row(400, true, R"({"x":2})");
        row(400, true, R"([{"op":"add","path":"/x","value":2},{"op":"strip","path":"/x"}])");
        row(400, true, R"([{"op":"add","path":"/x","value":2},{"op":"add","path":"/note","value":{}}])");
        row(400, true, R"([{"op":"remove","path":"/x"},{"op":"remove","path":"/id"}])");
        row(409, true, R"([{"op":"remove","path":"/x"},{"op":"test","path":"/note/0/id","value":"2"}])");
        row(422, true, R"([{"op":"remove","path":"/x"},{"op":"remove","path":"/note/2"}])");
    }

    void shouldDoAllOfAPatchOrNothing()
    {
        QFETCH(int, status);
        QFETCH(bool, steps);
        const HttpAnswer answer = patch(QTest::currentDataTag(), steps ? Steps : Merge);
        QCOMPARE(answer.status, status);
        QVERIFY(!answer.object().value("reason"_L1).toString().isEmpty());
        QCOMPARE(get().etag(), m_etag);
    }

    void shouldObeyTheLifecycleWhateverThePatch()
    {
        const QByteArray attribute(resource().type.stateAttribute.data(),
                                   resource().type.stateAttribute.size());
        const QByteArray legal =
            resource().type.lifecycle.allows(resource().type.lifecycle.initial(), State::Pending)
            ? "pending"
            : "inProgress";
        const auto move = [&](const QByteArray &state) {
            return patch("[{\"op\":\"replace\",\"path\":\"/" + attribute + "\",\"value\":\"" + state + "\"}]",
                         Steps);
        };
        const HttpAnswer refused = move("accepted");
        QCOMPARE(refused.status, 409);
        QVERIFY(refused.object().value("message"_L1).toString().contains(u"accepted"_s));
        QCOMPARE(move(legal).status, 200);
        QCOMPARE(get().object().value(resource().type.stateAttribute).toString(), QString::fromLatin1(legal));
    }

    void shouldLetNobodyTakeAwayAState()
    {
        const QByteArray attribute(resource().type.stateAttribute.data(),
                                   resource().type.stateAttribute.size());
        const QJsonValue before = get().object().value(resource().type.stateAttribute);
        const HttpAnswer answer = patch("{\"" + attribute + "\":null}", Merge);
        QCOMPARE(answer.status, 409);
        QVERIFY2(answer.object().value("message"_L1).toString().endsWith(u"cannot be taken away."_s),
                 answer.body.constData());
        QCOMPARE(get().object().value(resource().type.stateAttribute), before);
    }

    void shouldTreatNullAsAbsentInsideLists()
    {
        const HttpAnswer answer = patch(R"({"note":[{"id":"1","text":"one","author":null}]})", Merge);
        QVERIFY2(answer.status == 200, answer.body.constData());
        QVERIFY(!answer.object().value("note"_L1)[0].toObject().contains("author"_L1));
    }

    void shouldRefuseOtherKindsOfPatch_data()
    {
        QTest::addColumn<bool>("dummy");
        for (const char *type :
             {"application/json-patch-query+json", "application/xml", "text/plain", "json"})
            QTest::newRow(type) << true;
    }

    void shouldRefuseOtherKindsOfPatch()
    {
        const HttpAnswer answer = patch(R"({"x":2})", typed(QTest::currentDataTag()));
        QCOMPARE(answer.status, 415);
        QVERIFY(answer.headers.value("accept-patch").contains("application/json-patch+json"));
        QCOMPARE(get().etag(), m_etag);
    }

    void shouldLookAtIfMatchBeforeThePatch()
    {
        HttpHeaders stale = Steps;
        stale.append(std::pair<QByteArray, QByteArray>("If-Match", "\"0\""));
        QCOMPARE(patch(R"([{"op":"remove","path":"/nowhere"}])", stale).status, 412);
        HttpHeaders weak = Merge;
        weak.append(std::pair<QByteArray, QByteArray>("If-Match", "W/" + m_etag));
        QCOMPARE(patch(R"({"x":2})", weak).status, 412);
        HttpHeaders fresh = Steps;
        fresh.append(std::pair<QByteArray, QByteArray>("If-Match", "\"0\", " + m_etag));
        QCOMPARE(patch(R"([{"op":"remove","path":"/x"}])", fresh).status, 200);
    }

private:
    std::unique_ptr<RunningServer> m_server;
    QString m_path;
    QByteArray m_etag;
};

SALESBENCH_TEST(PatchTest)
#include "patchtest.moc"
