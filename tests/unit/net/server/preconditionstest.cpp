// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/server/preconditions.h"
#include "tests/support/testcase.h"

#include <QTest>

using namespace salesbench;
using namespace Qt::StringLiterals;

namespace {

HttpRequest with(const QByteArray &header, const QByteArray &value)
{
    HttpRequest request;
    if (!value.isNull())
        request.headers.append(HttpHeader{header, value});
    return request;
}

} // namespace

class PreconditionsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void shouldNameEveryRevisionDifferently()
    {
        QCOMPARE(etagOf(7), "\"7\"");
        QVERIFY(etagOf(7) != etagOf(8));
    }

    void shouldCheckIfMatch_data()
    {
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<bool>("holds");
        QTest::newRow("absent") << QByteArray() << true;
        QTest::newRow("any") << QByteArray("*") << true;
        QTest::newRow("same") << QByteArray("\"7\"") << true;
        QTest::newRow("among others") << QByteArray("\"1\", \"7\"") << true;
        QTest::newRow("other") << QByteArray("\"1\"") << false;
        QTest::newRow("weak") << QByteArray("W/\"7\"") << false;
        QTest::newRow("without quotes") << QByteArray("7") << false;
        QTest::newRow("empty") << QByteArray("") << false;
    }

    void shouldCheckIfMatch()
    {
        QFETCH(QByteArray, header);
        const auto checked = checkIfMatch(with("if-match", header), etagOf(7));
        QTEST(checked.has_value(), "holds");
        if (!checked)
            QCOMPARE(checked.error().status, 412);
    }

    void shouldCheckIfNoneMatch_data()
    {
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<bool>("known");
        QTest::newRow("absent") << QByteArray() << false;
        QTest::newRow("any") << QByteArray("*") << true;
        QTest::newRow("same") << QByteArray("\"7\"") << true;
        QTest::newRow("weak") << QByteArray("W/\"7\"") << true;
        QTest::newRow("other") << QByteArray("\"8\"") << false;
    }

    void shouldCheckIfNoneMatch()
    {
        QFETCH(QByteArray, header);
        QTEST(isKnownToClient(with("If-None-Match", header), etagOf(7)), "known");
    }

    void shouldCheckAccept_data()
    {
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<bool>("accepted");
        QTest::newRow("absent") << QByteArray() << true;
        QTest::newRow("everything") << QByteArray("*/*") << true;
        QTest::newRow("JSON") << QByteArray("application/json") << true;
        QTest::newRow("JSON in UTF-8") << QByteArray("Application/JSON; charset=utf-8") << true;
        QTest::newRow("among others") << QByteArray("text/html, application/*;q=0.5") << true;
        QTest::newRow("page") << QByteArray("text/html") << false;
        QTest::newRow("JSON not") << QByteArray("application/json; q=0, text/html") << false;
    }

    void shouldCheckAccept()
    {
        QFETCH(QByteArray, header);
        const auto checked = checkAccept(with("Accept", header));
        QTEST(checked.has_value(), "accepted");
        if (!checked)
            QCOMPARE(checked.error().status, 406);
    }

    void shouldCheckTheContentType()
    {
        const QByteArrayList types{"application/json"};
        QVERIFY(checkContentType({}, types));
        QVERIFY(checkContentType(with("content-type", "application/JSON;charset=utf-8"), types));
        const auto refusal = checkContentType(with("content-type", "text/plain"), types);
        QVERIFY(!refusal);
        QCOMPARE(refusal.error().status, 415);
    }
};

SALESBENCH_TEST(PreconditionsTest)
#include "preconditionstest.moc"
