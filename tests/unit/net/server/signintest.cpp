// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testcase.h"
#include "tests/unit/net/server/runningserver.h"

using namespace salesbench;
using namespace salesbench::testing;
using namespace Qt::StringLiterals;

namespace {

QByteArray owned(const QByteArray &name, const QByteArray &partyId)
{
    return "{\"name\":\"" + name + "\",\"relatedParty\":[{\"id\":\"" + partyId
        + "\",\"role\":\"salesRepresentative\",\"@referredType\":\"Individual\"}]}";
}

const QByteArray Claim =
    R"({"relatedParty":[{"id":"ann","role":"salesRepresentative","@referredType":"Individual"}]})";
const QByteArray Free = R"({"name":"free"})";

} // namespace

/// Who may do what, over real sockets.
class SignInTest : public QObject {
    Q_OBJECT

    static QVector<ServerUser> users()
    {
        return {{u"Ann"_s, u"ann"_s, Role::Representative, tokenDigest("ann-token")},
                {u"Sue"_s, u"sue"_s, Role::Supervisor, tokenDigest("sue-token")},
                {u"ERP"_s, {}, Role::Integration, tokenDigest("erp-token")}};
    }
    static QString pathOf(const HttpAnswer &created)
    {
        return QString::fromLatin1(created.headers.value("location"));
    }

private Q_SLOTS:
    void init()
    {
        m_server = std::make_unique<RunningServer>(users());
        HttpClient sue = m_server->clientOf("sue-token");
        m_annsLead = pathOf(sue.post(LeadPath, owned("anns", "ann")));
        m_bobsLead = pathOf(sue.post(LeadPath, owned("bobs", "bob")));
        m_freeLead = pathOf(sue.post(LeadPath, Free));
    }
    void cleanup() { m_server.reset(); }

    void shouldAskToSignIn()
    {
        const HttpAnswer without = m_server->client().get(LeadPath);
        QCOMPARE(without.status, 401);
        QCOMPARE(without.headers.value("www-authenticate"), R"(Bearer realm="salesbench")");
        const HttpAnswer wrong = m_server->clientOf("ann-token2").get(LeadPath);
        QCOMPARE(wrong.status, 401);
        QVERIFY(wrong.headers.value("www-authenticate").contains("invalid_token"));
        QVERIFY(!wrong.body.contains("ann-token2"));
        QCOMPARE(m_server->client().get(u"/health"_s).status, 200);
        QCOMPARE(m_server->client().get(u"/openapi.json"_s).object().value("openapi"_L1).toString(),
                 u"3.0.3"_s);
    }

    void shouldShowARepresentativeTheirsAndNobodys()
    {
        HttpClient ann = m_server->clientOf("ann-token");
        QCOMPARE(ann.get(m_annsLead).status, 200);
        QCOMPARE(ann.get(m_freeLead).status, 200);
        QCOMPARE(ann.get(m_bobsLead).status, 404);
        QCOMPARE(ann.patch(m_bobsLead, "{}").status, 404);
        QCOMPARE(ann.remove(m_bobsLead).status, 404);
    }

    void shouldNotLeakByCountFilterOrSort_data()
    {
        QTest::addColumn<QByteArray>("total");
        QTest::newRow("") << QByteArray("2");
        QTest::newRow("?status=acknowledged") << QByteArray("2");
        QTest::newRow("?name=bobs") << QByteArray("0");
        QTest::newRow("?relatedParty.id=bob") << QByteArray("0");
        QTest::newRow("?sort=name") << QByteArray("2");
        QTest::newRow("?sort=-creationDate&limit=1") << QByteArray("2");
    }

    void shouldNotLeakByCountFilterOrSort()
    {
        QFETCH(QByteArray, total);
        const HttpAnswer page =
            m_server->clientOf("ann-token").get(LeadPath + QString::fromLatin1(QTest::currentDataTag()));
        QCOMPARE(page.headers.value("x-total-count"), total);
        QVERIFY(!page.body.contains("bobs"));
    }

    void shouldLetARepresentativeClaimAndChangeTheirOwn()
    {
        HttpClient ann = m_server->clientOf("ann-token");
        QCOMPARE(ann.patch(m_freeLead, R"({"rating":"hot"})").status, 403);
        QCOMPARE(ann.patch(m_freeLead, Claim).status, 200);
        QCOMPARE(ann.patch(m_freeLead, R"({"rating":"hot"})").status, 200);
        QCOMPARE(ann.patch(m_annsLead, owned("anns", "bob")).status, 403);
        QCOMPARE(ann.remove(m_annsLead).status, 403);
        QCOMPARE(ann.post(LeadPath, owned("new", "bob")).status, 403);
        QCOMPARE(ann.post(LeadPath, owned("new", "ann")).status, 201);
    }

    void shouldLetASupervisorAssignAndDelete()
    {
        HttpClient sue = m_server->clientOf("sue-token");
        QCOMPARE(sue.patch(m_bobsLead, Claim).status, 200);
        QCOMPARE(m_server->clientOf("ann-token").get(m_bobsLead).status, 200);
        QCOMPARE(sue.remove(m_bobsLead).status, 204);
        QCOMPARE(sue.get(LeadPath).headers.value("x-total-count"), "2");
    }

    void shouldLetAnIntegrationChangeAllButTheOwner()
    {
        HttpClient erp = m_server->clientOf("erp-token");
        QCOMPARE(erp.patch(m_bobsLead, R"({"rating":"hot"})").status, 200);
        const HttpAnswer refused = erp.patch(m_bobsLead, Claim);
        QCOMPARE(refused.status, 403);
        QVERIFY(refused.object().value("message"_L1).toString().contains(u"relatedParty"_s));
        QCOMPARE(erp.remove(m_bobsLead).status, 403);
        QCOMPARE(erp.post(LeadPath, Free).status, 201);
    }

    void shouldKeepIdempotencyKeysApartByUser()
    {
        const HttpHeaders key{{"Idempotency-Key", "k"}};
        const HttpAnswer anns = m_server->clientOf("ann-token").post(LeadPath, Free, key);
        const HttpAnswer sues = m_server->clientOf("sue-token").post(LeadPath, Free, key);
        QCOMPARE(sues.status, 201);
        QVERIFY(pathOf(anns) != pathOf(sues));
    }

private:
    std::unique_ptr<RunningServer> m_server;
    QString m_annsLead;
    QString m_bobsLead;
    QString m_freeLead;
};

SALESBENCH_TEST(SignInTest)
#include "signintest.moc"
