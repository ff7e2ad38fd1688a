// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/http/httppipeline.h"
#include "tests/support/testcase.h"

#include <QTest>

using namespace salesbench;

class HttpPipelineTest : public QObject {
    Q_OBJECT

    const QVector<HttpRequest> m_requests{{.method = "PATCH",
                                           .path = "/a%2F1",
                                           .query = {},
                                           .headers = {{"If-Match", "\"7\""}},
                                           .body = "{\"a\":\"\r\n\r\n\"}"},
                                          {.method = "GET",
                                           .path = "/b",
                                           .query = "c=d,e",
                                           .headers = {{"Accept", "application/json"}},
                                           .body = {}}};
    const QVector<HttpResponse> m_responses{{.status = 200, .headers = {{"ETag", "\"8\""}}, .body = "{}"},
                                            {.status = 204, .headers = {}, .body = {}},
                                            {.status = 404, .headers = {}, .body = "{\"code\":\"404\"}"}};

private Q_SLOTS:
    void shouldBringRequestsAsTheyWere()
    {
        const auto requests = requestsIn(toPipeline(m_requests));
        QVERIFY(requests);
        QCOMPARE(requests->size(), 2);
        for (qsizetype i = 0; i < 2; ++i) {
            QCOMPARE(requests->at(i).method, m_requests.at(i).method);
            QCOMPARE(requests->at(i).path, m_requests.at(i).path);
            QCOMPARE(requests->at(i).query, m_requests.at(i).query);
            QCOMPARE(requests->at(i).body, m_requests.at(i).body);
        }
        QCOMPARE(requests->first().header("if-match"), "\"7\"");
    }

    void shouldBringResponsesInTheirOrder()
    {
        const QVector<HttpResponse> responses = responsesIn(toPipeline(m_responses));
        QCOMPARE(responses.size(), 3);
        for (qsizetype i = 0; i < 3; ++i) {
            QCOMPARE(responses.at(i).status, m_responses.at(i).status);
            QCOMPARE(responses.at(i).body, m_responses.at(i).body);
        }
        QCOMPARE(responses.first().header("ETag"), "\"8\"");
    }

    void shouldKeepTheResponsesBeforeABreak()
    {
        const QByteArray whole = toPipeline(m_responses);
        const QByteArray first = toPipeline(QVector{m_responses.first()});
        for (qsizetype size = first.size(); size < whole.size(); ++size) {
            const QVector<HttpResponse> responses = responsesIn(whole.left(size));
            QVERIFY(!responses.isEmpty() && responses.size() < 3);
            QCOMPARE(responses.first().body, "{}");
        }
        QVERIFY(responsesIn(whole.left(first.size() - 1)).isEmpty());
    }

    void shouldRefuseWhatIsNotWholeRequests_data()
    {
        QTest::addColumn<QByteArray>("pipeline");
        QTest::newRow("a document") << QByteArray("{\"name\":\"a\"}");
        QTest::newRow("responses") << toPipeline(m_responses);
        QTest::newRow("one that breaks off") << toPipeline(m_requests).chopped(1);
        QTest::newRow("one behind a whole one") << toPipeline(m_requests) + "GET";
        QTest::newRow("a longer body than there is")
            << QByteArray("POST / HTTP/1.1\r\nContent-Length: 99999999999\r\n\r\n{}");
    }

    void shouldRefuseWhatIsNotWholeRequests()
    {
        QFETCH(const QByteArray, pipeline);
        QVERIFY(!requestsIn(pipeline));
    }
};

SALESBENCH_TEST(HttpPipelineTest)

#include "httppipelinetest.moc"
