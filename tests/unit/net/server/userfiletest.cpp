// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/server/userfile.h"
#include "tests/support/testcase.h"

#include <QFile>
#include <QTemporaryDir>

using namespace salesbench;
using namespace Qt::StringLiterals;

class UserFileTest : public QObject {
    Q_OBJECT

    QString file() const { return m_folder->filePath(u"users.json"_s); }
    void write(const QByteArray &content, QFile::Permissions permissions)
    {
        QFile users(file());
        QVERIFY(users.open(QFile::WriteOnly | QFile::Truncate));
        users.write(content);
        QVERIFY(users.setPermissions(permissions));
    }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void shouldAddSomebodyWhoCanSignIn()
    {
        const auto ann = addUser(file(), u"Ann"_s, Role::Representative, u"P-1"_s);
        const auto sue = addUser(file(), u"Sue"_s, Role::Supervisor, {});
        QVERIFY(ann && sue);
        QVERIFY(*ann != *sue);
        QCOMPARE(QByteArray::fromBase64(*ann, QByteArray::Base64UrlEncoding).size(), 32);
        const auto users = readUsers(file());
        QVERIFY(users);
        QCOMPARE(userOf(*users, "Bearer " + *ann)->name, u"Ann"_s);
        QCOMPARE(userOf(*users, "Bearer " + *ann)->partyId, u"P-1"_s);
        QCOMPARE(userOf(*users, "Bearer " + *sue)->role, Role::Supervisor);
        QFile content(file());
        QVERIFY(content.open(QFile::ReadOnly));
        QVERIFY(!content.readAll().contains(*ann));
    }

    void shouldKeepTheFilePrivate()
    {
        QVERIFY(addUser(file(), u"Sue"_s, Role::Supervisor, {}));
        const QFile::Permissions others =
            QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
        QCOMPARE(QFile::permissions(file()) & others, QFile::Permissions());
    }

    void shouldRemove()
    {
        QVERIFY(addUser(file(), u"Ann"_s, Role::Supervisor, {}));
        QVERIFY(addUser(file(), u"Sue"_s, Role::Supervisor, {}));
        QVERIFY(removeUser(file(), u"Ann"_s));
        const auto users = readUsers(file());
        QCOMPARE(users->size(), 1);
        QCOMPARE(users->first().name, u"Sue"_s);
        const auto again = removeUser(file(), u"Ann"_s);
        QVERIFY(!again);
        QVERIFY(again.error().sentence.contains(u"Ann"_s));
    }

    void shouldNotAddTwiceNorWithoutAParty()
    {
        QVERIFY(addUser(file(), u"Ann"_s, Role::Supervisor, {}));
        QVERIFY(!addUser(file(), u"Ann"_s, Role::Supervisor, {}));
        QVERIFY(!addUser(file(), u"Bob"_s, Role::Representative, {}));
        QCOMPARE(readUsers(file())->size(), 1);
    }

    void shouldRefuseAFileThatOthersCanRead_data()
    {
        QTest::addColumn<int>("permission");
        QTest::newRow("others read") << int(QFile::ReadOther);
        QTest::newRow("the group reads") << int(QFile::ReadGroup);
        QTest::newRow("others write") << int(QFile::WriteOther);
    }

    void shouldRefuseAFileThatOthersCanRead()
    {
        QFETCH(int, permission);
        QVERIFY(addUser(file(), u"Ann"_s, Role::Supervisor, {}));
        QVERIFY(QFile::setPermissions(file(), QFile::ReadOwner | QFile::Permission(permission)));
        const auto users = readUsers(file());
        QVERIFY(!users);
        QVERIFY2(users.error().sentence.contains(u"chmod 600"_s), qPrintable(users.error().sentence));
        QVERIFY(!addUser(file(), u"Bob"_s, Role::Supervisor, {}));
        QVERIFY(!removeUser(file(), u"Ann"_s));
    }

    void shouldLeaveAFileThatIsWrongAsItIs()
    {
        write("{}", QFile::ReadOwner | QFile::WriteOwner);
        QVERIFY(!addUser(file(), u"Ann"_s, Role::Supervisor, {}));
        QFile content(file());
        QVERIFY(content.open(QFile::ReadOnly));
        QCOMPARE(content.readAll(), "{}");
    }

    void shouldSayThatThePlaceCannotBeWritten()
    {
        const auto added = addUser(u"/nowhere/users.json"_s, u"Ann"_s, Role::Supervisor, {});
        QVERIFY(!added);
        QVERIFY(added.error().sentence.contains(u"/nowhere/users.json"_s));
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
};

SALESBENCH_TEST(UserFileTest)
#include "userfiletest.moc"
