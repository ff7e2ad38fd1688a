// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/sync/eventlistener.h"
#include "tests/support/httpclient.h"
#include "tests/support/testcase.h"

using namespace Qt::StringLiterals;
using namespace salesbench;
using namespace salesbench::testing;

class EventListenerTest : public QObject {
    Q_OBJECT

    std::mutex m_mutex;
    QVector<DocumentKey> m_heard;
    std::unique_ptr<EventListener> m_listener;

    int post(const QString &path, const QByteArray &event)
    {
        const QUrl url(m_listener->callback());
        return HttpClient(url.adjusted(QUrl::RemovePath).toString()).post(path, event).status;
    }
    QString path() const { return QUrl(m_listener->callback()).path(); }

private Q_SLOTS:
    void init()
    {
        m_heard.clear();
        m_listener = std::move(*EventListener::start([this](const DocumentKey &key) {
            const std::lock_guard lock(m_mutex);
            m_heard.append(key);
        }));
    }

    void shouldHearOfEveryResource_data()
    {
        QTest::addColumn<QByteArray>("event");
        QTest::addColumn<DocumentKey>("subject");
        QTest::newRow("lead") << QByteArray(
            R"({"eventType":"SalesLeadCreateEvent","event":{"salesLead":{"id":"a"}}})")
                              << DocumentKey{ResourceKind::SalesLead, u"a"_s};
        QTest::newRow("opportunity") << QByteArray(R"({"event":{"salesOpportunity":{"id":"b"}}})")
                                     << DocumentKey{ResourceKind::SalesOpportunity, u"b"_s};
        QTest::newRow("quote, a number for an id")
            << QByteArray(R"({"event":{"quote":{"id":7}}})") << DocumentKey{ResourceKind::Quote, u"7"_s};
    }
    void shouldHearOfEveryResource()
    {
        QFETCH(QByteArray, event);
        QFETCH(DocumentKey, subject);
        QCOMPARE(post(path(), event), 201);
        QCOMPARE(post(path() + u"/salesLeadCreateEvent"_s, event), 201);
        QCOMPARE(m_heard, QVector<DocumentKey>(2, subject));
    }

    void shouldHearNothingElse()
    {
        const QByteArray event = R"({"event":{"salesLead":{"id":"a"}}})";
        QCOMPARE(post(u"/listener"_s, event), 404);
        QCOMPARE(post(path() + u"x"_s, event), 404);
        QCOMPARE(post(path(), "{"), 400);
        QCOMPARE(post(path(), R"({"event":{"product":{"id":"a"}}})"), 400);
        QCOMPARE(post(path(), R"({"event":{"salesLead":{}}})"), 400);
        const QUrl url(m_listener->callback());
        QCOMPARE(HttpClient(url.adjusted(QUrl::RemovePath).toString()).get(path()).status, 405);
        QVERIFY(m_heard.isEmpty());
    }

    void shouldHaveAnotherSecretEachTime()
    {
        const QString before = path();
        init();
        QVERIFY(path() != before);
    }
};

SALESBENCH_TEST(EventListenerTest)
#include "eventlistenertest.moc"
