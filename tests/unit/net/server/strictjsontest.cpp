// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/server/strictjson.h"
#include "tests/support/testcase.h"

#include <QTest>

using namespace salesbench;
using namespace Qt::StringLiterals;

class StrictJsonTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void shouldRefuse_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("no JSON") << QByteArray("{name:1}");
        QTest::newRow("a comma too many") << QByteArray(R"({"a":1,})");
        QTest::newRow("two values") << QByteArray("{} {}");
        QTest::newRow("list") << QByteArray("[]");
        QTest::newRow("text") << QByteArray(R"("a")");
        QTest::newRow("byte order mark") << QByteArray("\xef\xbb\xbf{}");
        QTest::newRow("not UTF-8") << QByteArray("{\"a\":\"\xff\"}");
        QTest::newRow("overlong UTF-8") << QByteArray("{\"a\":\"\xc0\xaf\"}");
        QTest::newRow("lone high surrogate") << QByteArray(R"({"a":"\ud800"})");
        QTest::newRow("lone low surrogate") << QByteArray(R"({"a":"\udc00x"})");
        QTest::newRow("two high surrogates") << QByteArray(R"({"a":"\ud800\ud800"})");
        QTest::newRow("nought") << QByteArray(R"({"a":"\u0000"})");
        QTest::newRow("nought in a name") << QByteArray(R"({"\u0000":1})");
        QTest::newRow("beyond a double") << QByteArray(R"({"a":1e999})");
        QTest::newRow("below a double") << QByteArray(R"({"a":-1e999})");
        QTest::newRow("long beyond a double") << QByteArray("{\"a\":" + QByteArray(400, '9') + "}");
        QTest::newRow("too deep") << QByteArray("{\"a\":" + QByteArray(64, '[') + QByteArray(64, ']') + "}");
        QTest::newRow("very deep") << QByteArray("{\"a\":" + QByteArray(100'000, '['));
        QTest::newRow("bare nought") << QByteArray("{\"a\":\"\0\"}", 9);
        QTest::newRow("bare nought in a name") << QByteArray("{\"\0\":1}", 7);
        QTest::newRow("bare line end in a text") << QByteArray("{\"a\":\"x\ny\"}");
        QTest::newRow("unknown escape") << QByteArray("{\"a\":\"\\x\"}");
        QTest::newRow("escaped bare nought") << QByteArray("{\"a\":\"\\\0\"}", 10);
        QTest::newRow("cut off after u") << QByteArray("{\"a\":\"\\u");
        QTest::newRow("cut off in an escape") << QByteArray("{\"a\":\"\\u00e");
        QTest::newRow("cut off in a pair") << QByteArray("{\"a\":\"\\ud83d\\ud");
        QTest::newRow("no digits") << QByteArray("{\"a\":\"\\uwxyz\"}");
        QTest::newRow("open text") << QByteArray("{\"a\":\"\\");
    }

    void shouldRefuse()
    {
        QFETCH(QByteArray, body);
        const auto object = parseObject(body);
        QVERIFY(!object);
        QCOMPARE(object.error().status, 400);
        QVERIFY(!object.error().message.isEmpty());
    }

    void shouldAccept_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("pair of surrogates") << QByteArray(R"({"a":"\ud83d\ude00"})");
        QTest::newRow("every short escape") << QByteArray("{\"a\":\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"}");
        QTest::newRow("escaped backslash before u") << QByteArray(R"({"a":"\\u0000"})");
        QTest::newRow("deep enough") << QByteArray("{\"a\":" + QByteArray(63, '[') + QByteArray(63, ']')
                                                   + "}");
        QTest::newRow("brackets in a text") << QByteArray("{\"a\":\"" + QByteArray(100, '[') + "\"}");
        QTest::newRow("many neighbours") << QByteArray("{\"a\":[" + QByteArray("[],").repeated(200) + "[]]}");
        QTest::newRow("large number") << QByteArray(R"({"a":1e300})");
        QTest::newRow("space around") << QByteArray(" \n{ } \n");
    }

    void shouldAccept()
    {
        QFETCH(QByteArray, body);
        const auto object = parseObject(body);
        QVERIFY2(object, qPrintable(object ? QString() : object.error().message));
    }

    void shouldLetTheLastOfEqualNamesWin()
    {
        QCOMPARE(parseObject(R"({"a":1,"b":2,"a":3})")->value("a"_L1).toInt(), 3);
    }
};

SALESBENCH_TEST(StrictJsonTest)
#include "strictjsontest.moc"
