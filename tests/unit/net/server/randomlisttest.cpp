// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testcase.h"
#include "tests/unit/net/server/plainlist.h"
#include "tests/unit/net/server/runningserver.h"

using namespace salesbench;
using namespace salesbench::testing;
using namespace Qt::StringLiterals;

/// Filters, sorting and paging of every resource over real sockets, beside a plain evaluation of the same
/// documents.
class RandomListTest : public QObject {
    Q_OBJECT

    static constexpr int Documents = 60;
    static constexpr int Queries = 300;

    static QVector<ServerUser> users()
    {
        return {{u"One"_s, u"1"_s, Role::Representative, tokenDigest("one")},
                {u"Sue"_s, u"sue"_s, Role::Supervisor, tokenDigest("sue")}};
    }

    const ServedResource &resource() const
    {
        QFETCH_GLOBAL(int, kind);
        return servedResource(static_cast<ResourceKind>(kind));
    }

    static QStringList idsOf(const HttpAnswer &answer)
    {
        QStringList ids;
        const QJsonArray documents = answer.array();
        for (const QJsonValue &document : documents)
            ids.append(document["id"_L1].toString());
        return ids;
    }

    void fill()
    {
        HttpClient sue = m_server->clientOf("sue");
        QRandomGenerator random(7);
        const QStringList states{
            resource().type.stateAttribute == "status"_L1 ? u"inProgress"_s : u"pending"_s, u"cancelled"_s};
        for (int i = 0; i < Documents; ++i) {
            HttpAnswer written = sue.post(resource().path(), QJsonDocument(randomBody(random, i)).toJson());
            QCOMPARE(written.status, 201);
            if (i % 3 > 0)
                written = sue.patch(
                    QString::fromLatin1(written.headers.value("location")),
                    QJsonDocument(QJsonObject{{resource().type.stateAttribute, states.at(i % 3 - 1)}})
                        .toJson());
            QVERIFY2(written.status < 300, written.body.constData());
            m_documents.append(written.object());
        }
    }

    void compare(HttpClient &client, const QVector<QJsonObject> &documents, QRandomGenerator &random)
    {
        const PlainQuery query =
            PlainQuery::random(random, resource().type.stateAttribute, resource().type.creationDateAttribute);
        const QStringList all = plainList(documents, query);
        const int offset = random.bounded(2) == 0 ? 0 : random.bounded(20);
        const int limit = random.bounded(2) == 0 ? 100 : random.bounded(12);
        const QByteArray text = query.text(random) + "&offset=" + QByteArray::number(offset)
            + "&limit=" + QByteArray::number(limit);
        const HttpAnswer answer = client.get(resource().path() + u'?' + QString::fromLatin1(text));
        const QStringList page = all.mid(offset, limit);
        QVERIFY2(idsOf(answer) == page,
                 qPrintable(QString::fromLatin1(text) + u"\nfound    "_s + idsOf(answer).join(u' ')
                            + u"\nexpected "_s + page.join(u' ')));
        QCOMPARE(answer.status, page.size() == all.size() ? 200 : 206);
        QCOMPARE(answer.headers.value("x-total-count").toInt(), all.size());
        QCOMPARE(answer.headers.value("x-result-count").toInt(), page.size());
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
        m_documents.clear();
        m_server = std::make_unique<RunningServer>(users());
    }
    void cleanup() { m_server.reset(); }

    void shouldAnswerLikeAPlainEvaluation()
    {
        fill();
        HttpClient supervisor = m_server->clientOf("sue");
        HttpClient representative = m_server->clientOf("one");
        const QVector<QJsonObject> visible = visibleTo(m_documents, u"1"_s);
        QVERIFY(visible.size() > 5 && visible.size() < m_documents.size());
        QRandomGenerator random(11);
        for (int i = 0; i < Queries && !QTest::currentTestFailed(); ++i) {
            if (i % 4 == 0)
                compare(representative, visible, random);
            else
                compare(supervisor, m_documents, random);
        }
    }

private:
    std::unique_ptr<RunningServer> m_server;
    QVector<QJsonObject> m_documents;
};

SALESBENCH_TEST(RandomListTest)
#include "randomlisttest.moc"
