// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/client/serveraddress.h"
#include "tests/support/testcase.h"

using namespace salesbench;
using namespace Qt::StringLiterals;

class ServerAddressTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void shouldCompleteAddresses_data()
    {
        QTest::addColumn<QString>("server");
        QTest::addColumn<QString>("quoteServer");
        QTest::addColumn<QString>("leads");
        QTest::addColumn<QString>("quotes");
        const QString standard = u"http://h:8699/tmf-api/sales/v4/salesLead"_s;
        const QString quotes = u"http://h:8699/tmf-api/quoteManagement/v4/quote"_s;
        QTest::newRow("origin") << u"http://h:8699"_s << QString() << standard << quotes;
        QTest::newRow("origin and slash") << u"http://h:8699/"_s << QString() << standard << quotes;
        QTest::newRow("full") << u"http://h:8699/tmf-api/sales/v4"_s << QString() << standard << quotes;
        QTest::newRow("full and slash") << u"http://h:8699/tmf-api/sales/v4/"_s << QString() << standard << quotes;
        QTest::newRow("other path") << u"https://h/api/salesManagement/v4"_s << QString()
                                    << u"https://h/api/salesManagement/v4/salesLead"_s
                                    << u"https://h/tmf-api/quoteManagement/v4/quote"_s;
        QTest::newRow("other quotes") << u"http://h:8699"_s << u"https://q/x/"_s << standard << u"https://q/x/quote"_s;
        QTest::newRow("quote origin") << u"http://h:8699"_s << u"https://q"_s << standard
                                      << u"https://q/tmf-api/quoteManagement/v4/quote"_s;
    }

    void shouldCompleteAddresses()
    {
        QFETCH(QString, server);
        QFETCH(QString, quoteServer);
        const Result<ServerAddress> address = ServerAddress::parse(server, quoteServer);
        QVERIFY(address.has_value());
        QTEST(address->list(ResourceKind::SalesLead).toString(), "leads");
        QTEST(address->list(ResourceKind::Quote).toString(), "quotes");
    }

    void shouldRefuseWhatIsNoAddress_data()
    {
        QTest::addColumn<QString>("server");
        for (const QString &text : {u""_s, u"localhost:8699"_s, u"ftp://h"_s, u"http://"_s, u"http://a b"_s,
                                    u"http://u:p@h"_s, u"http://h/?x=1"_s, u"http://h/#x"_s, u"/path"_s})
            QTest::newRow(qPrintable(u'<' + text + u'>')) << text;
    }

    void shouldRefuseWhatIsNoAddress()
    {
        QFETCH(QString, server);
        const Result<ServerAddress> address = ServerAddress::parse(server);
        QVERIFY(!address.has_value());
        QCOMPARE(address.error().kind, Problem::Kind::BadInput);
        QVERIFY(!address.error().sentence.contains(u"u:p"_s));
        QVERIFY(!ServerAddress::parse(u"http://h"_s, u"nonsense"_s).has_value());
    }

    void shouldKeepStrangeIdsInTheirPlace()
    {
        const ServerAddress address = *ServerAddress::parse(u"http://h"_s);
        const auto path = [&](const QString &id) {
            return address.document(ResourceKind::SalesLead, id).path(QUrl::FullyEncoded).section(u'/', -1);
        };
        QCOMPARE(path(u"a/b?c#d e"_s), u"a%2Fb%3Fc%23d%20e"_s);
        QCOMPARE(path(u"100%"_s), u"100%25"_s);
        QCOMPARE(path(u"plain-1"_s), u"plain-1"_s);
    }

    void shouldNameHostAndPort()
    {
        QCOMPARE(ServerAddress::parse(u"http://h:8699"_s)->host(), u"h:8699"_s);
        QCOMPARE(ServerAddress::parse(u"https://h"_s)->host(), u"h"_s);
    }
};

SALESBENCH_TEST(ServerAddressTest)
#include "serveraddresstest.moc"
