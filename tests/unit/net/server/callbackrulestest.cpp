// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/server/callbackrules.h"
#include "tests/support/testcase.h"

using namespace salesbench;
using namespace Qt::StringLiterals;

class CallbackRulesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void shouldPostToLoopbackUnlessToldOtherwise_data()
    {
        QTest::addColumn<bool>("allowed");
        QTest::newRow("http://127.0.0.1:8080/a?b=c") << true;
        QTest::newRow("https://localhost/a") << true;
        QTest::newRow("http://LOCALHOST/a") << true;
        QTest::newRow("http://[::1]:9/a") << true;
        QTest::newRow("http://127.9.9.9/") << true;
        QTest::newRow("http://10.0.0.7/") << false;
        QTest::newRow("http://0.0.0.0/") << false;
        QTest::newRow("http://169.254.169.254/latest/meta-data") << false;
        QTest::newRow("http://localhost.example.com/") << false;
        QTest::newRow("http://127.0.0.1.example.com/") << false;
        QTest::newRow("http://localhost@example.com/") << false;
        QTest::newRow("http://ann:secret@localhost/") << false;
        QTest::newRow("file:///etc/passwd") << false;
        QTest::newRow("ftp://localhost/") << false;
        QTest::newRow("//localhost/") << false;
        QTest::newRow("localhost") << false;
        QTest::newRow("http:///a") << false;
        QTest::newRow("") << false;
    }

    void shouldPostToLoopbackUnlessToldOtherwise()
    {
        QFETCH(bool, allowed);
        const auto url = CallbackRules().check(QString::fromLatin1(QTest::currentDataTag()));
        QCOMPARE(url.has_value(), allowed);
        if (!allowed) {
            QCOMPARE(url.error().status, 400);
            QVERIFY(url.error().message.startsWith(u"callback: "_s));
        }
    }

    void shouldPostOnlyToWhatItIsTold_data()
    {
        QTest::addColumn<bool>("allowed");
        QTest::newRow("https://hooks.example.com/a") << true;
        QTest::newRow("http://HOOKS.example.com:99/a") << true;
        QTest::newRow("https://10.0.0.7:8443/") << true;
        QTest::newRow("https://10.0.0.7/") << false;
        QTest::newRow("https://secure.example.com/") << true;
        QTest::newRow("http://secure.example.com/") << false;
        QTest::newRow("http://[fd00::1]:80/") << true;
        QTest::newRow("http://example.com/") << false;
        QTest::newRow("http://localhost/") << false;
    }

    void shouldPostOnlyToWhatItIsTold()
    {
        QFETCH(bool, allowed);
        const auto rules = CallbackRules::onlyTo(
            {u"hooks.example.com"_s, u"10.0.0.7:8443"_s, u"secure.example.com:443"_s, u"[fd00::1]"_s});
        QVERIFY(rules);
        QCOMPARE(rules->check(QString::fromLatin1(QTest::currentDataTag())).has_value(), allowed);
    }

    void shouldSayWhichHostIsNotAllowed()
    {
        const QString message = CallbackRules().check(u"http://hooks.example.com/a"_s).error().message;
        QVERIFY2(message.contains(u"hooks.example.com"_s), qPrintable(message));
        QVERIFY(message.contains(u"--allow-callback"_s));
    }

    void shouldNameWhatIsNoHost_data()
    {
        QTest::addColumn<int>("nothing");
        for (const char *host : {"", "http://a", "a/b", "a b", "u@a", "a?b", "a:99999"})
            QTest::newRow(host) << 0;
    }

    void shouldNameWhatIsNoHost()
    {
        const auto rules = CallbackRules::onlyTo({QString::fromLatin1(QTest::currentDataTag())});
        QVERIFY(!rules);
        QCOMPARE(rules.error().kind, Problem::Kind::BadInput);
        QVERIFY(rules.error().sentence.contains(QString::fromLatin1(QTest::currentDataTag())));
    }
};

SALESBENCH_TEST(CallbackRulesTest)
#include "callbackrulestest.moc"
