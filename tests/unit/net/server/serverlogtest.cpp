// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/server/serverlog.h"
#include "tests/support/testcase.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

#include <sys/stat.h>

using namespace salesbench;
using namespace Qt::StringLiterals;

class ServerLogTest : public QObject {
    Q_OBJECT

    QString file() const { return m_folder->filePath(u"log"_s); }
    QByteArrayList lines() const
    {
        QFile log(file());
        return log.open(QFile::ReadOnly) ? log.readAll().trimmed().split('\n') : QByteArrayList();
    }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void shouldWriteOneObjectALine()
    {
        {
            const auto log = ServerLog::open(file());
            QVERIFY(log);
            (*log)->write(LogLine("a").add("text", u"\"\\\n\u0001\u007fé"_s).add("number", qint64(-7)));
            (*log)->write(LogLine("b").addMilliseconds("ms", 1.5));
        }
        QCOMPARE(lines().size(), 2);
        const QJsonObject first = QJsonDocument::fromJson(lines().at(0)).object();
        QCOMPARE(first.value("event"_L1).toString(), u"a"_s);
        QCOMPARE(first.value("text"_L1).toString(), u"\"\\\n\u0001\u007fé"_s);
        QCOMPARE(first.value("number"_L1).toInt(), -7);
        QVERIFY(QDateTime::fromString(first.value("time"_L1).toString(), Qt::ISODateWithMs).isValid());
        QCOMPARE(QJsonDocument::fromJson(lines().at(1)).object().value("ms"_L1).toDouble(), 1.5);
    }

    void shouldAddToAFileThatIsThere()
    {
        for (int i = 0; i < 2; ++i)
            (*ServerLog::open(file()))->write(LogLine("a"));
        QCOMPARE(lines().size(), 2);
    }

    void shouldNotWaitForWhoReads()
    {
        const QString pipe = m_folder->filePath(u"pipe"_s);
        QCOMPARE(::mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
        QFile reader(pipe); // and writer, so that neither side waits for the other to open it
        QVERIFY(reader.open(QFile::ReadWrite | QFile::Unbuffered));
        const auto log = ServerLog::open(pipe);
        QVERIFY(log);
        const QByteArray text(1000, 'a');
        // Three times as much as may wait: the writing thread may have taken that much for itself.
        for (int i = 0; i < 12000; ++i)
            (*log)->write(LogLine("a").add("text", text));
        QVERIFY((*log)->lost() > 0);
        QVERIFY((*log)->lost() < 9000);
    }

    void shouldNameAPlaceThatCannotBeWritten()
    {
        const auto log = ServerLog::open(u"/nowhere/log"_s);
        QVERIFY(!log);
        QCOMPARE(log.error().kind, Problem::Kind::BadInput);
        QVERIFY(log.error().sentence.contains(u"/nowhere/log"_s));
    }

    void shouldWriteNowhereUnlessTold()
    {
        ServerLog log;
        log.write(LogLine("a"));
        QCOMPARE(log.lost(), 0);
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
};

SALESBENCH_TEST(ServerLogTest)
#include "serverlogtest.moc"
