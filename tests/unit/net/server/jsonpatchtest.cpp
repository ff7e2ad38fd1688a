// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/server/jsonpatch.h"
#include "tests/support/parse.h"
#include "tests/support/testcase.h"

#include <QJsonDocument>

using namespace salesbench;
using namespace salesbench::testing;
using namespace Qt::StringLiterals;

namespace {

QJsonArray list(QByteArray text)
{
    return QJsonDocument::fromJson(text.replace('\'', '"')).array();
}

const char Sample[] = "{'a':1,'b':[1,2,3],'c':{'d':'x','e/f':2,'g~h':3,'':4}}";

} // namespace

/// RFC 6902, with the statuses of this server.
class JsonPatchTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void shouldApply_data()
    {
        QTest::addColumn<QByteArray>("patch");
        QTest::addColumn<QByteArray>("expected");
        const auto row = [](const char *name, const char *patch, const char *expected) {
            QTest::newRow(name) << QByteArray(patch) << QByteArray(expected);
        };
        row("nothing", "[]", "{'a':1,'b':[1,2],'c':{'d':'x'}}");
        row("add a member", "[{'op':'add','path':'/x','value':null}]",
            "{'a':1,'b':[1,2],'c':{'d':'x'},'x':null}");
        row("add in place", "[{'op':'add','path':'/a','value':[7]}]", "{'a':[7],'b':[1,2],'c':{'d':'x'}}");
        row("add before", "[{'op':'add','path':'/b/0','value':0}]", "{'a':1,'b':[0,1,2],'c':{'d':'x'}}");
        row("add behind by number", "[{'op':'add','path':'/b/2','value':0}]",
            "{'a':1,'b':[1,2,0],'c':{'d':'x'}}");
        row("add behind", "[{'op':'add','path':'/b/-','value':0}]", "{'a':1,'b':[1,2,0],'c':{'d':'x'}}");
        row("remove", "[{'op':'remove','path':'/b/0'},{'op':'remove','path':'/c'}]", "{'a':1,'b':[2]}");
        row("replace", "[{'op':'replace','path':'/c/d','value':{'y':1}}]",
            "{'a':1,'b':[1,2],'c':{'d':{'y':1}}}");
        row("replace all", "[{'op':'replace','path':'','value':{'z':1}}]", "{'z':1}");
        row("move", "[{'op':'move','from':'/b/1','path':'/c/m'}]", "{'a':1,'b':[1],'c':{'d':'x','m':2}}");
        row("move to itself", "[{'op':'move','from':'/c','path':'/c'}]", "{'a':1,'b':[1,2],'c':{'d':'x'}}");
        row("copy into itself", "[{'op':'copy','from':'/c','path':'/c/n'}]",
            "{'a':1,'b':[1,2],'c':{'d':'x','n':{'d':'x'}}}");
        row("test", "[{'op':'test','path':'/c','value':{'d':'x'}},{'op':'remove','path':'/c'}]",
            "{'a':1,'b':[1,2]}");
        row("test numbers by value",
            "[{'op':'test','path':'/b','value':[1.0,2e0]},{'op':'remove','path':'/b'}]",
            "{'a':1,'c':{'d':'x'}}");
        row("unknown members", "[{'op':'remove','path':'/b','note':'x'}]", "{'a':1,'c':{'d':'x'}}");
    }

    void shouldApply()
    {
        QFETCH(QByteArray, patch);
        QFETCH(QByteArray, expected);
        const auto result = applyJsonPatch(parse("{'a':1,'b':[1,2],'c':{'d':'x'}}"), list(patch));
        QVERIFY2(result, result ? "" : qPrintable(result.error().message));
        QCOMPARE(*result, parse(expected.constData()));
    }

    void shouldUnescapePointers()
    {
        const auto result = applyJsonPatch(
            parse(Sample),
            list("[{'op':'test','path':'/c/e~1f','value':2},{'op':'test','path':'/c/g~0h','value':3},"
                 "{'op':'test','path':'/c/','value':4},{'op':'remove','path':'/c'}]"));
        QVERIFY(result);
        QCOMPARE(*result, parse("{'a':1,'b':[1,2,3]}"));
    }

    void shouldRefuse_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("patch");
        const auto row = [](int status, const char *patch) {
            QTest::newRow(patch) << status << QByteArray(patch);
        };
        row(400, "[5]");
        row(400, "[{}]");
        row(400, "[{'op':'add','path':'/x'}]");
        row(400, "[{'op':'test','path':'/a'}]");
        row(400, "[{'op':'put','path':'/x','value':1}]");
        row(400, "[{'op':'add','path':'x','value':1}]");
        row(400, "[{'op':'add','path':'/~2','value':1}]");
        row(400, "[{'op':'add','path':5,'value':1}]");
        row(400, "[{'op':'move','path':'/x'}]");
        row(400, "[{'op':'move','from':'/c','path':'/c/d'}]");
        row(400, "[{'op':'replace','path':'','value':[]}]");
        row(400, "[{'op':'remove','path':''}]");
        row(409, "[{'op':'test','path':'/a','value':2}]");
        row(409, "[{'op':'test','path':'/a','value':'1'}]");
        row(409, "[{'op':'test','path':'/b','value':[1,2]}]");
        row(409, "[{'op':'test','path':'/c','value':{'d':'x'}}]");
        row(409, "[{'op':'remove','path':'/a'},{'op':'test','path':'/b','value':null}]");
        row(422, "[{'op':'remove','path':'/x'}]");
        row(422, "[{'op':'replace','path':'/x','value':1}]");
        row(422, "[{'op':'test','path':'/x','value':1}]");
        row(422, "[{'op':'add','path':'/x/y','value':1}]");
        row(422, "[{'op':'add','path':'/a/y','value':1}]");
        row(422, "[{'op':'add','path':'/b/4','value':1}]");
        row(422, "[{'op':'add','path':'/b/01','value':1}]");
        row(422, "[{'op':'replace','path':'/b/-','value':1}]");
        row(422, "[{'op':'replace','path':'/b/3','value':1}]");
        row(422, "[{'op':'remove','path':'/b/-1'}]");
        row(422, "[{'op':'remove','path':'/b/99999999999999999999'}]");
        row(422, "[{'op':'copy','from':'/x','path':'/y'}]");
    }

    void shouldRefuse()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, patch);
        const auto result = applyJsonPatch(parse(Sample), list(patch));
        QVERIFY(!result);
        QCOMPARE(result.error().status, status);
    }

    void shouldNameTheOperationThatFailed()
    {
        const auto result = applyJsonPatch(
            parse(Sample), list("[{'op':'remove','path':'/a'},{'op':'remove','path':'/b/7'}]"));
        QVERIFY(result.error().message.startsWith(u"[1] remove /b/7: "_s));
    }

    void shouldNotLetADocumentGrowBeyondMeasure()
    {
        QJsonArray doubling;
        for (int i = 0; i < 40; ++i)
            doubling.append(
                QJsonObject{{u"op"_s, u"copy"_s}, {u"from"_s, u"/c"_s}, {u"path"_s, u"/c/n%1"_s.arg(i)}});
        QCOMPARE(applyJsonPatch(parse(Sample), doubling).error().status, 413);
        QJsonArray many;
        for (qsizetype i = 0; i <= MaximumPatchOperations; ++i)
            many.append(parse("{'op':'add','path':'/x','value':1}"));
        QCOMPARE(applyJsonPatch(parse(Sample), many).error().status, 413);
        many.removeLast();
        QVERIFY(applyJsonPatch(parse(Sample), many));
    }

    void shouldNotLetALongTextMultiply()
    {
        QJsonArray copies{
            QJsonObject{{u"op"_s, u"add"_s}, {u"path"_s, u"/t"_s}, {u"value"_s, QString(900'000, u'x')}}};
        for (int i = 0; i < 20; ++i)
            copies.append(
                QJsonObject{{u"op"_s, u"copy"_s}, {u"from"_s, u"/t"_s}, {u"path"_s, u"/t%1"_s.arg(i)}});
        QCOMPARE(applyJsonPatch(parse(Sample), copies).error().status, 413);
    }
};

SALESBENCH_TEST(JsonPatchTest)
#include "jsonpatchtest.moc"
