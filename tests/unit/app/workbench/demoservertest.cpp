// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/demoserver.h"
#include "tests/support/fixedsurroundings.h"
#include "tests/support/httpclient.h"
#include "tests/support/testcase.h"

#include <QFile>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace salesbench;
using salesbench::testing::fixedSurroundings;
using salesbench::testing::HttpClient;

namespace {

const QString Leads = u"/tmf-api/sales/v4/salesLead?limit=1"_s;

} // namespace

class DemoServerTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    DemoServer::Options options(int leads, Role role) const
    {
        DemoServer::Options result{.directory = m_folder.filePath(u"deep/demo"_s)};
        result.leads = leads;
        result.user = demoPerson(role);
        result.surroundings = fixedSurroundings();
        return result;
    }

private Q_SLOTS:
    void shouldFillAnEmptyDatabaseOnly()
    {
        // GIVEN a demo that was started with 40 leads once
        QVERIFY(DemoServer::start(options(40, Role::Supervisor)));

        // WHEN it is started with another number
        const auto server = DemoServer::start(options(7, Role::Supervisor));

        // THEN the documents are still there
        QVERIFY(server);
        const auto answer = HttpClient((*server)->origin(), (*server)->token()).get(Leads);
        QCOMPARE(answer.headers.value("x-total-count"), "40");
    }

    void shouldLetInNobodyWithoutItsToken()
    {
        // GIVEN the token of an earlier start
        auto server = DemoServer::start(options(40, Role::Supervisor));
        QVERIFY(server);
        const QByteArray former = (*server)->token();
        server->reset();

        // WHEN
        server = DemoServer::start(options(40, Role::Supervisor));

        // THEN it opens nothing any more
        QVERIFY(server);
        QCOMPARE(former.size(), 64);
        QVERIFY(former != (*server)->token());
        QCOMPARE(HttpClient((*server)->origin()).get(Leads).status, 401);
        QCOMPARE(HttpClient((*server)->origin(), former).get(Leads).status, 401);
    }

    void shouldServeInTheRoleOfItsUser()
    {
        // GIVEN the demo of a representative, who does not see everybody's leads
        const auto server = DemoServer::start(options(40, Role::Representative));

        QVERIFY(server);
        const auto answer = HttpClient((*server)->origin(), (*server)->token()).get(Leads);
        const int seen = answer.headers.value("x-total-count").toInt();
        QVERIFY2(seen > 0 && seen < 40, qPrintable(QString::number(seen)));
    }

    void shouldSayThatTheFolderCannotBeMade()
    {
        QFile file(m_folder.filePath(u"file"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        DemoServer::Options inFile = options(1, Role::Supervisor);
        inFile.directory = file.fileName() + u"/demo"_s;

        const auto server = DemoServer::start(inFile);

        QVERIFY(!server);
        QCOMPARE(server.error().kind, Problem::Kind::Storage);
        QVERIFY(server.error().sentence.contains(inFile.directory));
    }

    void shouldKnowAPersonForEachRole()
    {
        QCOMPARE(demoPerson(Role::Representative).role, Role::Representative);
        QCOMPARE(demoPerson(Role::Supervisor).role, Role::Supervisor);
    }
};

SALESBENCH_TEST(DemoServerTest)
#include "demoservertest.moc"
