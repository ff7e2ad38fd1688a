// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/client/requestbatch.h"
#include "net/client/operations.h"
#include "net/http/httppipeline.h"
#include "tests/support/fakeserver.h"
#include "tests/support/testcase.h"

#include <qcoro/qcorotask.h>

#include <QTest>

using namespace salesbench;
using namespace salesbench::testing;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr ResourceKind Lead = ResourceKind::SalesLead;
using Documents = QVector<RestResult<RemoteDocument>>;

/// What a server answers to anything: the document that the path names.
HttpResponse documentAt(const QByteArray &path)
{
    return {.status = 200,
            .headers = {{"ETag", "\"1\""}},
            .body = "{\"id\":\"" + path.mid(path.lastIndexOf('/') + 1) + "\"}"};
}

FakeAnswer alone(const FakeRequest &request)
{
    const HttpResponse answer = documentAt(request.url.path().toLatin1());
    return {.status = answer.status, .body = answer.body, .headers = {"ETag: \"1\""}};
}

FakeAnswer together(const QVector<HttpResponse> &answers)
{
    return {.status = 200,
            .body = toPipeline(answers),
            .headers = {QByteArray("Content-Type: ") + ResponsesType}};
}

QCoro::Task<Documents> getBoth(ServerConnection connection, ResourceKind second)
{
    auto one = getDocument(connection, Lead, u"a"_s);
    auto two = getDocument(connection, second, u"b"_s);
    Documents documents;
    documents.append(co_await one);
    documents.append(co_await two);
    co_return documents;
}

QCoro::Task<Documents> patchAll(ServerConnection connection, QStringList ids)
{
    const QJsonObject patch{{u"name"_s, u"New"_s}};
    std::vector<QCoro::Task<RestResult<RemoteDocument>>> asked;
    for (const QString &id : ids)
        asked.push_back(patchDocument(connection, Lead, id, patch, u"\"1\""_s));
    Documents documents;
    for (auto &task : asked)
        documents.append(co_await task);
    co_return documents;
}

QCoro::Task<Documents> patchBoth(ServerConnection connection)
{
    return patchAll(std::move(connection), {u"a"_s, u"b"_s});
}

QCoro::Task<QVector<RestResult<RestAnswer>>> deleteBoth(ServerConnection connection)
{
    auto one = deleteDocument(connection, Lead, u"a"_s, {});
    auto two = deleteDocument(connection, Lead, u"b"_s, {});
    QVector<RestResult<RestAnswer>> answers;
    answers.append(co_await one);
    answers.append(co_await two);
    co_return answers;
}

} // namespace

class RequestBatchTest : public QObject {
    Q_OBJECT

    ServerConnection connection(const QString &server, const QString &quotes = {})
    {
        ServerConnection made{.address = *ServerAddress::parse(server, quotes),
                              .token = "secret",
                              .network = std::make_shared<QNetworkAccessManager>(),
                              .cancel = std::make_shared<CancelSignal>(),
                              .timeout = 500ms};
        made.batch = std::make_shared<RequestBatch>(made);
        return made;
    }
    ServerConnection connection() { return connection(m_server->origin()); }
    Documents get(const ServerConnection &connection, ResourceKind second = Lead)
    {
        return QCoro::waitFor(getBoth(connection, second));
    }
    Documents patch(const ServerConnection &connection) { return QCoro::waitFor(patchBoth(connection)); }

    /// Answers batches with @p answer, and what goes alone with what it asks for.
    void answerBatches(std::function<FakeAnswer(const QVector<HttpRequest> &)> answer)
    {
        m_server->answer([answer](const FakeRequest &request) {
            if (!request.url.path().endsWith(u"/batch"_s))
                return alone(request);
            const auto parts = requestsIn(request.body);
            return answer(parts.value_or(QVector<HttpRequest>()));
        });
    }
    void answerAll()
    {
        answerBatches([](const QVector<HttpRequest> &parts) {
            QVector<HttpResponse> answers;
            for (const HttpRequest &part : parts)
                answers.append(documentAt(part.path));
            return together(answers);
        });
    }
    QStringList paths() const
    {
        QStringList result;
        for (const FakeRequest &request : m_server->requests())
            result.append(request.url.path());
        return result;
    }

private Q_SLOTS:
    void init() { m_server = std::make_unique<FakeServer>(); }
    void cleanup() { m_server.reset(); }

    void shouldCarryManyAndAnswerEach()
    {
        answerAll();
        const Documents documents = get(connection());
        QCOMPARE(documents.at(0)->serverId, u"a"_s);
        QCOMPARE(documents.at(1)->serverId, u"b"_s);
        QCOMPARE(documents.at(1)->etag, u"\"1\""_s);
        QCOMPARE(paths(), QStringList{u"/tmf-api/batch"_s});
        QCOMPARE(m_server->requests().first().headers.value("authorization"), "Bearer secret");
        QVERIFY(!m_server->requests().first().body.contains("secret"));
    }

    void shouldLetOneGoAlone()
    {
        answerAll();
        const auto document = QCoro::waitFor(getDocument(connection(), Lead, u"a"_s));
        QCOMPARE(document->serverId, u"a"_s);
        QCOMPARE(paths(), QStringList{u"/tmf-api/sales/v4/salesLead/a"_s});
    }

    void shouldKeepTheGuardOfEach()
    {
        QByteArray guard;
        answerBatches([&guard](const QVector<HttpRequest> &parts) {
            guard = parts.at(1).header("If-Match");
            return together({documentAt("/a"), {.status = 412, .headers = {}, .body = "{}"}});
        });
        const Documents documents = patch(connection());
        QCOMPARE(guard, "\"1\"");
        QVERIFY(documents.at(0));
        QCOMPARE(documents.at(1).error().status, 412);
    }

    /// An older server, or something before it that knows nothing of batches.
    void shouldLetAllGoAloneWhereBatchesAreUnknown_data()
    {
        QTest::addColumn<int>("status");
        for (const int status : {302, 400, 403, 404, 405, 406, 415, 501})
            QTest::addRow("%d", status) << status;
    }

    void shouldLetAllGoAloneWhereBatchesAreUnknown()
    {
        QFETCH(const int, status);
        answerBatches([status](const QVector<HttpRequest> &) { return FakeAnswer{.status = status}; });
        const ServerConnection connection = this->connection();
        QVERIFY(get(connection).at(1));
        QVERIFY(patch(connection).at(1));
        QCOMPARE(m_server->count("POST"), 1);
        QCOMPARE(m_server->count("GET"), 2);
        QCOMPARE(m_server->count("PATCH"), 2);
    }

    void shouldSendNoneAgainBecauseOthersWereRefused()
    {
        answerBatches([](const QVector<HttpRequest> &parts) {
            return parts.size() == MostInPipeline ? FakeAnswer{.status = 404} : FakeAnswer{.silent = true};
        });
        QStringList ids;
        for (size_t i = 0; i < MostInPipeline + 2; ++i)
            ids.append(QString::number(i));
        ServerConnection patient = connection();
        patient.timeout = 5s; // many go alone, and few at a time
        patient.batch = std::make_shared<RequestBatch>(patient);
        const Documents documents = QCoro::waitFor(patchAll(patient, ids));
        QCOMPARE(m_server->count("PATCH"), int(MostInPipeline));
        QVERIFY(documents.first());
        QVERIFY(documents.last().error().unknown);
    }

    void shouldLetThoseGoAloneThatAreTooLongTogether()
    {
        answerBatches([](const QVector<HttpRequest> &) { return FakeAnswer{.status = 413}; });
        const ServerConnection connection = this->connection();
        QVERIFY(patch(connection).at(1));
        get(connection);
        QCOMPARE(m_server->count("POST"), 2);
    }

    void shouldLeaveAllInDoubtWhereNoAnswerComes()
    {
        answerBatches([](const QVector<HttpRequest> &) { return FakeAnswer{.hangUp = true}; });
        for (const auto &document : patch(connection()))
            QVERIFY(document.error().unknown);
        QCOMPARE(m_server->requests().size(), 1); // Qt has not sent it again
    }

    void shouldLeaveAllInDoubtWhereTheServerIsSilent()
    {
        answerBatches([](const QVector<HttpRequest> &) { return FakeAnswer{.silent = true}; });
        for (const auto &document : patch(connection())) {
            QVERIFY(document.error().unknown);
            QVERIFY2(document.error().problem.sentence.contains(u"did not answer in time"_s),
                     qPrintable(document.error().problem.sentence));
        }
    }

    void shouldLeaveTheRestInDoubtWhereTheAnswerBreaksOff()
    {
        answerBatches([](const QVector<HttpRequest> &) { return together({documentAt("/a")}); });
        const Documents documents = patch(connection());
        QCOMPARE(documents.at(0)->serverId, u"a"_s);
        QVERIFY(documents.at(1).error().unknown);
    }

    void shouldTakeARefusalOfTheWholeForEach()
    {
        answerBatches([](const QVector<HttpRequest> &) {
            return FakeAnswer{.status = 503, .headers = {"Retry-After: 7"}};
        });
        for (const auto &document : patch(connection())) {
            QCOMPARE(document.error().status, 503);
            QCOMPARE(document.error().retryAfter, 7s);
        }
    }

    void shouldLeaveWritesInDoubtWhereSomethingElseAnswers_data()
    {
        QTest::addColumn<FakeAnswer>("answer");
        QTest::newRow("a page that asks to sign in to the hotel's network") << FakeAnswer{
            .status = 200, .body = "<html>Welcome</html>", .headers = {"Content-Type: text/html"}};
        QTest::newRow("a queue") << FakeAnswer{.status = 202};
        QTest::newRow("nothing") << FakeAnswer{.status = 204};
    }

    void shouldLeaveWritesInDoubtWhereSomethingElseAnswers()
    {
        QFETCH(const FakeAnswer, answer);
        answerBatches([answer](const QVector<HttpRequest> &) { return answer; });
        for (const auto &document : patch(connection()))
            QVERIFY(document.error().unknown);
        for (const auto &deletion : QCoro::waitFor(deleteBoth(connection())))
            QVERIFY(deletion.error().unknown);
        const ServerConnection reading = connection();
        QCOMPARE(get(reading).at(1)->serverId, u"b"_s); // asking again does no harm
        QVERIFY(patch(reading).at(1));
    }

    void shouldBeOfflineWhereNobodyListens()
    {
        const ServerConnection connection = this->connection();
        m_server->close();
        for (const auto &document : patch(connection)) {
            QVERIFY(document.error().offline);
            QVERIFY(!document.error().unknown);
        }
    }

    void shouldEndWhenItIsStopped()
    {
        answerBatches([](const QVector<HttpRequest> &) { return FakeAnswer{.silent = true}; });
        const ServerConnection connection = this->connection();
        QTimer::singleShot(50ms, connection.cancel.get(), &CancelSignal::set);
        for (const auto &document : get(connection))
            QCOMPARE(document.error().problem.kind, Problem::Kind::Cancelled);
    }

    void shouldSendNothingMoreOnceItIsStopped()
    {
        answerAll();
        const ServerConnection connection = this->connection();
        auto asked = patchBoth(connection);
        connection.cancel->set();
        for (const auto &document : QCoro::waitFor(std::move(asked))) {
            QCOMPARE(document.error().problem.kind, Problem::Kind::Cancelled);
            QVERIFY(!document.error().unknown);
        }
        QCOMPARE(m_server->requests().size(), 0);
    }

    void shouldCarryNothingToAnotherServer()
    {
        FakeServer quotes;
        quotes.answer(alone);
        answerAll();
        const Documents documents = get(connection(m_server->origin(), quotes.origin()), ResourceKind::Quote);
        QCOMPARE(documents.at(1)->serverId, u"b"_s);
        QCOMPARE(quotes.requests().size(), 1);
        QCOMPARE(paths(), QStringList{u"/tmf-api/sales/v4/salesLead/a"_s});
    }

    /// A proxy takes the prefix away before the server sees it; within a batch nobody does.
    void shouldLeaveAProxysPrefixOutside_data()
    {
        QTest::addColumn<QString>("prefix");
        QTest::newRow("a word") << u"/crm"_s;
        QTest::newRow("with a space") << u"/my%20crm"_s;
    }

    void shouldLeaveAProxysPrefixOutside()
    {
        QFETCH(const QString, prefix);
        QByteArrayList parts;
        answerBatches([&parts](const QVector<HttpRequest> &requests) {
            for (const HttpRequest &request : requests)
                parts.append(request.path);
            return together({documentAt("/a"), documentAt("/b")});
        });
        get(connection(m_server->origin() + prefix + u"/tmf-api/sales/v4/"_s));
        QCOMPARE(m_server->requests().first().url.path(QUrl::FullyEncoded), prefix + u"/tmf-api/batch"_s);
        QCOMPARE(parts.first(), "/tmf-api/sales/v4/salesLead/a");
    }

    void shouldKeepAwayFromPathsThatAreNotTheStandards()
    {
        answerAll();
        QVERIFY(get(connection(m_server->origin() + u"/own/place/of/leads/"_s)).at(1));
        QCOMPARE(m_server->count("POST"), 0);
    }

private:
    std::unique_ptr<FakeServer> m_server;
};

SALESBENCH_TEST(RequestBatchTest)

#include "requestbatchtest.moc"
