// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/server/querymatch.h"
#include "tests/support/testcase.h"
#include "tests/unit/net/server/runningserver.h"

#include <QRandomGenerator>

using namespace salesbench;
using namespace salesbench::testing;
using namespace Qt::StringLiterals;

/// Lists over real sockets, beside a plain evaluation of the same documents.
class ListTest : public QObject {
    Q_OBJECT

    static QStringList idsOf(const QJsonArray &documents)
    {
        QStringList ids;
        for (const QJsonValue &document : documents)
            ids.append(document["id"_L1].toString());
        return ids;
    }

    static QJsonObject randomLead(QRandomGenerator &random, int number)
    {
        const auto pick = [&](const QStringList &values) {
            return values.at(random.bounded(values.size()));
        };
        QJsonObject lead{{u"id"_s, u"L%1"_s.arg(number)},
                         {u"name"_s, pick({u"b"_s, u"a"_s, u"B"_s, u"ä"_s, u"a b"_s})}};
        if (random.bounded(3) > 0)
            lead.insert(u"rating"_s, pick({u"hot"_s, u"warm"_s, u"cold"_s}));
        if (random.bounded(3) > 0)
            lead.insert(u"estimatedRevenue"_s,
                        QJsonObject{{u"unit"_s, u"EUR"_s}, {u"value"_s, random.bounded(40) / 2.0}});
        QJsonArray parties;
        for (int i = random.bounded(3); i > 0; --i)
            parties.append(QJsonObject{{u"id"_s, QString::number(random.bounded(4))},
                                       {u"@referredType"_s, u"Individual"_s}});
        if (!parties.isEmpty())
            lead.insert(u"relatedParty"_s, parties);
        return lead;
    }

    QStringList expected(const QByteArray &text) const
    {
        const TmfQuery query = *TmfQuery::parse(text);
        QVector<QJsonObject> found;
        for (const QJsonObject &document : m_documents) {
            if (matches(document, query.conditions))
                found.append(document);
        }
        if (!query.sort.isEmpty()) {
            std::stable_sort(found.begin(), found.end(), [&](const QJsonObject &a, const QJsonObject &b) {
                return sortsBefore(sortKeyOf(a, query.sort), sortKeyOf(b, query.sort), query.sort);
            });
        }
        QStringList ids;
        for (const QJsonObject &document : found)
            ids.append(document.value("id"_L1).toString());
        return ids;
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_server = std::make_unique<RunningServer>();
        QRandomGenerator random(7);
        for (int i = 0; i < 60; ++i) {
            const HttpAnswer created =
                m_server->client().post(LeadPath, QJsonDocument(randomLead(random, i)).toJson());
            QCOMPARE(created.status, 201);
            m_documents.append(created.object());
        }
    }
    void cleanupTestCase() { m_server.reset(); }

    void shouldAnswerLikeAPlainEvaluation_data()
    {
        QTest::addColumn<QByteArray>("filter");
        QTest::addColumn<QByteArray>("sort");
        const QByteArrayList filters{"",
                                     "rating=hot",
                                     "rating=hot,cold",
                                     "name=a&rating=warm",
                                     "name=a%20b",
                                     "name=%22a%22",
                                     "status=acknowledged",
                                     "status=rejected",
                                     "id=L3,L9",
                                     "unknown=1",
                                     "relatedParty.id=2",
                                     "relatedParty.id=1;rating=hot",
                                     "estimatedRevenue.value.gt=5&estimatedRevenue.value.lte=12",
                                     "name%3E%3Db",
                                     "id=L1,L2,L3,L4,L5,L6,L7,L8,L9,L10",
                                     "rating.eq=cold"};
        const QByteArrayList sorts{"",
                                   "sort=id",
                                   "sort=-id",
                                   "sort=name",
                                   "sort=-rating,name",
                                   "sort=estimatedRevenue.value",
                                   "sort=-relatedParty.id",
                                   "sort=creationDate",
                                   "sort=-status"};
        for (const QByteArray &filter : filters) {
            for (const QByteArray &sort : sorts)
                QTest::newRow(QByteArray(filter + " " + sort).constData()) << filter << sort;
        }
    }

    void shouldAnswerLikeAPlainEvaluation()
    {
        QFETCH(QByteArray, filter);
        QFETCH(QByteArray, sort);
        const QByteArray query = filter + '&' + sort;
        const QStringList all = expected(query);
        for (const auto &[offset, limit] :
             {std::pair(0, 100), std::pair(0, 7), std::pair(5, 10), std::pair(55, 10)}) {
            const QByteArray paging =
                "&offset=" + QByteArray::number(offset) + "&limit=" + QByteArray::number(limit);
            const HttpAnswer answer =
                m_server->client().get(LeadPath + u'?' + QString::fromLatin1(query + paging));
            QCOMPARE(idsOf(answer.array()), all.mid(offset, limit));
            QCOMPARE(answer.headers.value("x-total-count").toInt(), all.size());
            QCOMPARE(answer.headers.value("x-result-count").toInt(), all.mid(offset, limit).size());
            QCOMPARE(answer.status, all.mid(offset, limit).size() == all.size() ? 200 : 206);
        }
    }

    void shouldLinkToTheOtherPages()
    {
        const HttpAnswer answer =
            m_server->client().get(LeadPath + u"?rating=hot,warm,cold&offset=10&limit=10"_s);
        const QByteArray link = answer.headers.value("link");
        const auto leadsTo = [&](int offset, const char *relation) {
            const QByteArray expected = "<http://127.0.0.1:" + QByteArray::number(m_server->port())
                + LeadPath.toLatin1() + "?rating=hot,warm,cold&offset=" + QByteArray::number(offset)
                + "&limit=10>; rel=\"" + relation + '"';
            return link.contains(expected);
        };
        QVERIFY2(leadsTo(10, "self"), link.constData());
        QVERIFY(leadsTo(0, "first"));
        QVERIFY(leadsTo(0, "prev"));
        QVERIFY(leadsTo(20, "next"));
        QVERIFY(leadsTo((answer.headers.value("x-total-count").toInt() - 1) / 10 * 10, "last"));
        QVERIFY(!m_server->client().get(LeadPath).headers.contains("link"));
    }

    void shouldGiveAnEmptyPageForLimitNought()
    {
        const HttpAnswer answer = m_server->client().get(LeadPath + u"?limit=0"_s);
        QCOMPARE(answer.status, 206);
        QVERIFY(answer.array().isEmpty());
        QCOMPARE(answer.headers.value("x-total-count"), "60");
    }

    /// An equals sign and a bracket that stand for a greater sign would end the link early.
    void shouldKeepItsLinksWhole()
    {
        const QByteArray link =
            m_server->client().get(LeadPath + u"?name>0;limit=5&sort=-name"_s).headers.value("link");
        QVERIFY2(link.contains("?name%3E0&sort=-name&offset=5&limit=5>; rel=\"next\""), link.constData());
    }

    void shouldLetALinkBeFollowed()
    {
        QStringList ids;
        QString path = LeadPath + u"?sort=name&limit=25&fields=none"_s;
        while (!path.isEmpty()) {
            const HttpAnswer answer = m_server->client().get(path);
            ids += idsOf(answer.array());
            static const QRegularExpression next(u"<http://[^/]*([^>]*)>; rel=\"next\""_s);
            path = next.match(QString::fromLatin1(answer.headers.value("link"))).captured(1);
        }
        QCOMPARE(ids, expected("sort=name"));
    }

    void shouldTakeMoreConditionsThanAStatementCould()
    {
        QByteArray query = "name=a";
        for (int i = 0; i < 400; ++i)
            query += "&creationDate.gt=2020-01-01";
        const HttpAnswer answer = m_server->client().get(LeadPath + u'?' + QString::fromLatin1(query));
        QCOMPARE(idsOf(answer.array()), expected("name=a"));
    }

    void shouldBeEmptyPastTheEnd()
    {
        for (const QString &offset : {u"60"_s, u"9223372036854775807"_s}) {
            const HttpAnswer answer = m_server->client().get(LeadPath + u"?sort=rating&offset="_s + offset);
            QCOMPARE(answer.status, 206);
            QCOMPARE(answer.array().size(), 0);
            QCOMPARE(answer.headers.value("x-total-count"), "60");
            QCOMPARE(answer.headers.value("x-result-count"), "0");
        }
    }

    void shouldNameABadNumber()
    {
        const HttpAnswer answer = m_server->client().get(LeadPath + u"?limit=ten"_s);
        QCOMPARE(answer.status, 400);
        QVERIFY(answer.object().value("message"_L1).toString().contains(u"limit"_s));
    }

    void shouldSelectFieldsOfEveryDocument()
    {
        for (const QJsonValue &document : m_server->client().get(LeadPath + u"?fields=name"_s).array())
            QCOMPARE(document.toObject().keys(), QStringList({u"href"_s, u"id"_s, u"name"_s}));
        for (const QJsonValue &document : m_server->client().get(LeadPath + u"?fields=none"_s).array())
            QCOMPARE(document.toObject().keys(), QStringList({u"href"_s, u"id"_s}));
        for (const QJsonValue &document :
             m_server->client().get(LeadPath + u"?fields=estimatedRevenue.value"_s).array())
            QVERIFY(!document["estimatedRevenue"_L1].toObject().contains("unit"_L1));
    }

private:
    std::unique_ptr<RunningServer> m_server;
    QVector<QJsonObject> m_documents;
};

SALESBENCH_TEST(ListTest)
#include "listtest.moc"
