// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/tokenfile.h"
#include "tests/support/testcase.h"

#include <QFile>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace salesbench;

class TokenFileTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    QString file(const QByteArray &content) const
    {
        const QString path = m_folder.filePath(u"token"_s);
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("cannot write");
        return path;
    }

private Q_SLOTS:
    void shouldTrimTheToken()
    {
        QCOMPARE(readTokenFile(file(" se.cr-et_~+/= \r\n")).value(), "se.cr-et_~+/=");
    }

    void shouldRefuseWhatIsNoToken_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("white") << QByteArray(" \n");
        QTest::newRow("two words") << QByteArray("se cret");
        QTest::newRow("two lines") << QByteArray("se\r\ncret");
        QTest::newRow("not ASCII") << QByteArray("s\xc3\xa9");
        QTest::newRow("huge") << QByteArray(1'000'000, 'a');
    }

    void shouldRefuseWhatIsNoToken()
    {
        QFETCH(QByteArray, content);
        const QString path = file(content);

        const auto token = readTokenFile(path);

        QVERIFY(!token);
        QCOMPARE(token.error().kind, Problem::Kind::BadInput);
        QVERIFY(token.error().sentence.contains(path));
        QVERIFY(!token.error().sentence.contains(u"cret"_s));
    }

    void shouldSayThatTheFileCannotBeRead_data()
    {
        QTest::addColumn<QString>("path");
        QTest::newRow("missing") << m_folder.filePath(u"nothing"_s);
        QTest::newRow("folder") << m_folder.path();
    }

    void shouldSayThatTheFileCannotBeRead()
    {
        QFETCH(QString, path);

        const auto token = readTokenFile(path);

        QVERIFY(!token);
        QVERIFY2(token.error().sentence.contains(path), qPrintable(token.error().sentence));
        QVERIFY(!token.error().detail.isEmpty());
    }
};

SALESBENCH_TEST(TokenFileTest)
#include "tokenfiletest.moc"
