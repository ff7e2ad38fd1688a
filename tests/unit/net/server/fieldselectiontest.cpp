// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/server/fieldselection.h"
#include "tests/support/parse.h"
#include "tests/support/testcase.h"

using namespace salesbench;
using namespace salesbench::testing;
using namespace Qt::StringLiterals;

class FieldSelectionTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void shouldSelect_data()
    {
        QTest::addColumn<QStringList>("fields");
        QTest::addColumn<QByteArray>("expected");
        const auto row = [](const char *name, const QStringList &fields, const char *expected) {
            QTest::newRow(name) << fields << QByteArray(expected);
        };
        row("none", {}, "{'id':'1','href':'/1'}");
        row("one", {u"name"_s}, "{'id':'1','href':'/1','name':'a'}");
        row("unknown", {u"x"_s}, "{'id':'1','href':'/1'}");
        row("inside an object", {u"money.value"_s}, "{'id':'1','href':'/1','money':{'value':5}}");
        row("through a list", {u"party.name"_s}, "{'id':'1','href':'/1','party':[{'name':'Ann'}]}");
        row("two inside", {u"party.name"_s, u"party.id"_s},
            "{'id':'1','href':'/1','party':[{'id':'7','name':'Ann'},{'id':'8'}]}");
        row("the whole counts more", {u"money.value"_s, u"money"_s},
            "{'id':'1','href':'/1','money':{'unit':'EUR','value':5}}");
        row("nothing inside", {u"money.x"_s, u"name.x"_s, u"party.x"_s}, "{'id':'1','href':'/1'}");
        row("an absent value", {u"gone"_s}, "{'id':'1','href':'/1','gone':null}");
        row("an empty list", {u"note"_s}, "{'id':'1','href':'/1','note':[]}");
    }

    void shouldSelect()
    {
        QFETCH(QStringList, fields);
        QFETCH(QByteArray, expected);
        const QJsonObject document =
            parse("{'id':'1','href':'/1','name':'a','money':{'unit':'EUR','value':5},"
                  "'party':[{'id':'7','name':'Ann'},{'id':'8'},3],'gone':null,'note':[]}");
        const QByteArray json = QJsonDocument(document).toJson();
        QCOMPARE(QJsonDocument::fromJson(selectFields(json, fields)).object(), parse(expected.constData()));
    }

    void shouldLeaveADocumentAsItIsWithoutFields()
    {
        QCOMPARE(selectFields("{ \"id\": 1 }", {}), "{ \"id\": 1 }");
    }
};

SALESBENCH_TEST(FieldSelectionTest)
#include "fieldselectiontest.moc"
