// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testcase.h"
#include "tests/unit/net/server/runningserver.h"

using namespace salesbench;
using namespace salesbench::testing;
using namespace Qt::StringLiterals;

/// Versions of a quote, over real sockets.
class VersionsTest : public QObject {
    Q_OBJECT

    HttpAnswer post(const QString &external, const QString &version)
    {
        QJsonObject body = QJsonDocument::fromJson(RunningServer::minimal(ResourceKind::Quote)).object();
        body.insert(u"externalId"_s, external);
        if (!version.isEmpty())
            body.insert(u"version"_s, version);
        return m_server->client().post(QuotePath, QJsonDocument(body).toJson());
    }
    HttpAnswer patch(const HttpAnswer &created, const QByteArray &body)
    {
        return m_server->client().patch(QString::fromLatin1(created.headers.value("location")), body);
    }
    void reject(const HttpAnswer &created)
    {
        for (const char *state : {"approved", "rejected"})
            QCOMPARE(patch(created, QByteArray("{\"state\":\"") + state + "\"}").status, 200);
    }
    static QString message(const HttpAnswer &answer)
    {
        return answer.object().value("message"_L1).toString();
    }

private Q_SLOTS:
    void init() { m_server = std::make_unique<RunningServer>(); }
    void cleanup() { m_server.reset(); }

    void shouldTakeTheNextVersionOfARejectedQuote()
    {
        const HttpAnswer first = post(u"E"_s, u"1"_s);
        reject(first);
        const HttpAnswer second = post(u"E"_s, u"2"_s);
        QCOMPARE(second.status, 201);
        QCOMPARE(second.object().value("version"_L1).toString(), u"2"_s);
        QCOMPARE(second.object().value("state"_L1).toString(), u"inProgress"_s);
        QVERIFY(second.object().value("id"_L1) != first.object().value("id"_L1));
        QCOMPARE(m_server->client().get(QuotePath + u"?externalId=E&sort=-version"_s).array().size(), 2);
    }

    void shouldNeedTheOneBeforeToBeRejected()
    {
        const HttpAnswer first = post(u"E"_s, u"1"_s);
        const HttpAnswer early = post(u"E"_s, u"2"_s);
        QCOMPARE(early.status, 409);
        QVERIFY2(message(early).contains(u"it is inProgress"_s), qPrintable(message(early)));
        QVERIFY(message(early).startsWith(u"version"_s));
        reject(first);
        QCOMPARE(post(u"E"_s, u"3"_s).status, 409);
        QCOMPARE(post(u"E"_s, u"2"_s).status, 201);
    }

    void shouldHaveEachVersionOnce()
    {
        reject(post(u"E"_s, u"1"_s));
        QCOMPARE(post(u"E"_s, u"1"_s).status, 409);
        QCOMPARE(post(u"E"_s, {}).status, 409); // without one it is the first
        QCOMPARE(post(u"F"_s, {}).status, 201);
        QCOMPARE(post(u"F"_s, u"1"_s).status, 409);
    }

    void shouldTellThingsApartByTheirExternalId()
    {
        QCOMPARE(post(u"E"_s, u"1"_s).status, 201);
        QCOMPARE(post(u"F"_s, u"1"_s).status, 201);
        QCOMPARE(post({}, u"1"_s).status, 201);
        QCOMPARE(post({}, u"1"_s).status, 201);
        QCOMPARE(post(u"G"_s, u"4"_s).status, 201); // its earlier versions are kept elsewhere
    }

    void shouldNotLetAPatchTakeAVersion()
    {
        const HttpAnswer first = post(u"E"_s, u"1"_s);
        const HttpAnswer other = post(u"F"_s, u"1"_s);
        QCOMPARE(patch(other, R"({"externalId":"E"})").status, 409);
        QCOMPARE(patch(other, R"({"externalId":"E","version":"2"})").status, 409);
        QCOMPARE(patch(other, R"({"description":"b"})").status, 200);
        reject(first);
        QCOMPARE(patch(other, R"({"externalId":"E","version":"2"})").status, 200);
        QCOMPARE(patch(first, R"({"description":"late"})").status, 200);
    }

    void shouldLetLeadsShareAnExternalId()
    {
        for (int i = 0; i < 2; ++i)
            QCOMPARE(m_server->client().post(LeadPath, R"({"name":"a","externalId":"E"})").status, 201);
    }

private:
    std::unique_ptr<RunningServer> m_server;
};

SALESBENCH_TEST(VersionsTest)
#include "versionstest.moc"
