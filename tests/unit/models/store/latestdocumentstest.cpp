// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/latestdocuments.h"
#include "tests/support/parse.h"
#include "tests/support/testcase.h"

#include <QTest>

using namespace salesbench;
using namespace salesbench::testing;
using namespace Qt::StringLiterals;

class LatestDocumentsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void shouldSayEachTimeWhatTheTextSays()
    {
        LatestDocuments documents;
        for (int times = 0; times < 3; ++times) {
            QCOMPARE(documents.parse(R"({"name":"a"})"), parse("{'name':'a'}"));
            QCOMPARE(documents.parse(R"({"name":"b"})"), parse("{'name':'b'}"));
            QCOMPARE(documents.parse("{"), QJsonObject());
            QCOMPARE(documents.parse({}), QJsonObject());
        }
    }

    void shouldNotBeChangedByWhoHasADocument()
    {
        LatestDocuments documents;
        QJsonObject document = documents.parse(R"({"name":"a"})");
        document.insert("name"_L1, u"b"_s);
        QCOMPARE(documents.parse(R"({"name":"a"})"), parse("{'name':'a'}"));
    }
};

SALESBENCH_TEST(LatestDocumentsTest)
#include "latestdocumentstest.moc"
