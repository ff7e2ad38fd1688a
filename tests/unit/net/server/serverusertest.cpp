// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/server/serveruser.h"
#include "tests/support/testcase.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace salesbench;
using namespace Qt::StringLiterals;

namespace {

const QByteArray Digest = tokenDigest("secret");

QByteArray entry(const QByteArray &name, const QByteArray &role, const QByteArray &token = Digest)
{
    return "{\"name\":\"" + name + "\",\"partyId\":\"P-1\",\"role\":\"" + role + "\",\"token\":\"" + token
        + "\"}";
}

} // namespace

class ServerUserTest : public QObject {
    Q_OBJECT

    Result<QVector<ServerUser>> read(const QByteArray &content)
    {
        QFile file(m_folder.filePath(u"users.json"_s));
        if (!file.open(QFile::WriteOnly) || file.write(content) != content.size())
            qFatal("The users file could not be written.");
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
        file.close();
        return readUsers(file.fileName());
    }

private Q_SLOTS:
    void shouldReadUsers()
    {
        const auto users = read('[' + entry("Ann", "representative") + ','
                                + entry("ERP", "integration", Digest.toUpper()) + ']');
        QVERIFY(users);
        QCOMPARE(users->size(), 2);
        QCOMPARE(users->at(0).name, u"Ann"_s);
        QCOMPARE(users->at(0).partyId, u"P-1"_s);
        QCOMPARE(users->at(0).role, Role::Representative);
        QCOMPARE(users->at(1).role, Role::Integration);
        QCOMPARE(users->at(1).tokenSha256, Digest);
    }

    void shouldSayWhatIsWrongInTheFile_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("word");
        QTest::newRow("no JSON") << QByteArray("users") << u"JSON array"_s;
        QTest::newRow("object") << entry("Ann", "supervisor") << u"JSON array"_s;
        QTest::newRow("nobody") << QByteArray("[]") << u"nobody"_s;
        QTest::newRow("no name") << '[' + entry("", "supervisor") + ']' << u"name"_s;
        QTest::newRow("no role") << '[' + entry("Ann", "queen") + ']' << u"role"_s;
        QTest::newRow("the token itself") << '[' + entry("Ann", "supervisor", "secret") + ']' << u"SHA-256"_s;
        QTest::newRow("representative without party")
            << "[{\"name\":\"Ann\",\"role\":\"representative\",\"token\":\"" + Digest + "\"}]"
            << u"partyId"_s;
        QTest::newRow("twice") << '[' + entry("Ann", "supervisor") + ',' + entry("Ann", "supervisor") + ']'
                               << u"twice"_s;
        QTest::newRow("no object") << QByteArray("[1]") << u"name"_s;
    }

    void shouldSayWhatIsWrongInTheFile()
    {
        QFETCH(QByteArray, content);
        QFETCH(QString, word);
        const auto users = read(content);
        QVERIFY(!users);
        QCOMPARE(users.error().kind, Problem::Kind::BadInput);
        QVERIFY2(users.error().sentence.contains(word), qPrintable(users.error().sentence));
        QVERIFY(users.error().sentence.contains(u"users.json"_s));
    }

    void shouldNameAFileThatIsNotThere()
    {
        const auto users = readUsers(m_folder.filePath(u"none.json"_s));
        QVERIFY(!users);
        QVERIFY(users.error().sentence.contains(u"none.json"_s));
    }

    void shouldKnowAUserByTheToken_data()
    {
        QTest::addColumn<QByteArray>("authorization");
        QTest::addColumn<QString>("name");
        QTest::newRow("right") << QByteArray("Bearer secret") << u"Ann"_s;
        QTest::newRow("scheme in other letters") << QByteArray("bEARER secret") << u"Ann"_s;
        QTest::newRow("other user") << QByteArray("Bearer hidden") << u"Bob"_s;
        QTest::newRow("wrong") << QByteArray("Bearer Secret") << QString();
        QTest::newRow("digest instead") << "Bearer " + Digest << QString();
        QTest::newRow("empty token") << QByteArray("Bearer ") << QString();
        QTest::newRow("other scheme") << QByteArray("Basic secret") << QString();
        QTest::newRow("nothing") << QByteArray() << QString();
    }

    void shouldKnowAUserByTheToken()
    {
        QFETCH(QByteArray, authorization);
        const QVector<ServerUser> users{
            {.name = u"Ann"_s, .partyId = {}, .role = Role::Supervisor, .tokenSha256 = Digest},
            {.name = u"Bob"_s,
             .partyId = {},
             .role = Role::Supervisor,
             .tokenSha256 = tokenDigest("hidden")}};
        const auto user = userOf(users, authorization);
        QTEST(user ? user->name : QString(), "name");
    }

private:
    QTemporaryDir m_folder;
};

SALESBENCH_TEST(ServerUserTest)
#include "serverusertest.moc"
