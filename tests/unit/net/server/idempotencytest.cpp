// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/serveranswers.h"
#include "models/store/serverdocuments.h"
#include "tests/support/testcase.h"
#include "tests/unit/net/server/runningserver.h"

#include <QTimeZone>

using namespace salesbench;
using namespace salesbench::testing;
using namespace Qt::StringLiterals;

/// What a repeated POST gets; that it is once, whatever happens between, ResourcesTest shows.
class IdempotencyTest : public QObject {
    Q_OBJECT

    static QVector<ServerUser> users()
    {
        return {{u"Sue"_s, u"sue"_s, Role::Supervisor, tokenDigest("sue")},
                {u"ERP"_s, {}, Role::Integration, tokenDigest("erp")}};
    }
    HttpAnswer post(const QByteArray &token, const QString &path, const QByteArray &body)
    {
        return m_server->clientOf(token).post(path, body, {{"Idempotency-Key", "k"}});
    }
    static bool isReplayed(const HttpAnswer &answer)
    {
        return answer.headers.contains("idempotency-replayed");
    }

private Q_SLOTS:
    void init() { m_server = std::make_unique<RunningServer>(users()); }
    void cleanup() { m_server.reset(); }

    void shouldKeepTheKeysOfUsersAndPathsApart()
    {
        const HttpAnswer first = post("sue", LeadPath, R"({"name":"a"})");
        for (const HttpAnswer &other :
             {post("erp", LeadPath, R"({"name":"b"})"), post("sue", OpportunityPath, R"({"name":"c"})")}) {
            QCOMPARE(other.status, 201);
            QVERIFY(!isReplayed(other));
        }
        QCOMPARE(post("sue", LeadPath, R"({"name":"a"})").body, first.body);
    }

    void shouldCompareBodiesAsValues()
    {
        const HttpAnswer first = post("sue", LeadPath, R"({"name":"a","x":1,"y":null})");
        const HttpAnswer again = post("sue", LeadPath, R"({ "x" : 1.0, "name" : "\u0061" })");
        QCOMPARE(again.status, 201);
        QVERIFY(isReplayed(again));
        QCOMPARE(again.body, first.body);
        const HttpAnswer other = post("sue", LeadPath, R"({"name":"a","x":2})");
        QCOMPARE(other.status, 422);
        QVERIFY(other.object().value("message"_L1).toString().startsWith(u"Idempotency-Key"_s));
    }

    void shouldNotKeepARefusal()
    {
        QCOMPARE(post("sue", LeadPath, R"({"description":"a"})").status, 400);
        QCOMPARE(m_server->clientOf("sue").post(LeadPath, R"({"name":"a","id":"7"})").status, 201);
        QCOMPARE(post("sue", LeadPath, R"({"name":"b","id":"7"})").status, 409);
        const HttpAnswer made = post("sue", LeadPath, R"({"name":"b"})");
        QCOMPARE(made.status, 201);
        QVERIFY(!isReplayed(made));
    }

    void shouldKeepAnswersForADayAndThenForgetThem()
    {
        QTemporaryDir folder;
        const auto database = *Database::open(folder.filePath(u"s.sqlite"_s), ServerDocuments::migrations());
        const QDateTime then(QDate(2026, 3, 2), QTime(9, 0), QTimeZone::utc());
        QVERIFY(keepAnswer(*database, u"s"_s, u"k"_s,
                           {.request = "r", .status = 201, .headers = "", .body = ""}, then));
        QVERIFY(forgetAnswersBefore(*database, then));
        QVERIFY(findAnswer(*database, u"s"_s, u"k"_s)->has_value());
        QVERIFY(forgetAnswersBefore(*database, then.addSecs(1)));
        QVERIFY(!findAnswer(*database, u"s"_s, u"k"_s)->has_value());
    }

private:
    std::unique_ptr<RunningServer> m_server;
};

SALESBENCH_TEST(IdempotencyTest)
#include "idempotencytest.moc"
