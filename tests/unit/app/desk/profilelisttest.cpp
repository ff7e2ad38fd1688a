// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/profilelist.h"
#include "app/workbench/person.h"
#include "tests/support/testcase.h"
#include "tests/support/uiroom.h"

#include <QDir>
#include <QStandardPaths>
#include <QTimeZone>

using namespace Qt::StringLiterals;
using namespace salesbench;
using namespace salesbench::testing;

class ProfileListTest : public QObject {
    Q_OBJECT

    std::unique_ptr<OwnSettings> m_settings;
    std::unique_ptr<QTemporaryDir> m_elsewhere;

    static QString usual(const QString &name)
    {
        return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + u'/' + name;
    }
    static void write(const QString &name, const QByteArray &content)
    {
        QDir().mkpath(QFileInfo(name).path());
        QFile file(name);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
    }
    static QByteArray read(const QString &name)
    {
        QFile file(name);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    static void makeWorkspace(const QString &folder, const Person &person)
    {
        write(folder + u"/workspace.sqlite", {});
        rememberPerson(folder, person);
    }
    static QStringList folders()
    {
        QStringList result;
        for (const ProfileList list = knownProfiles(); const KnownProfile &profile : list.profiles)
            result.append(profile.folder);
        return result;
    }

    const Person Mara{u"p1"_s, u"Mara Lindqvist"_s, Role::Representative, {}};
    const Person Ingrid{u"p3"_s, u"Ingrid Solheim"_s, Role::Supervisor, u"Head of sales"_s};
    const QDateTime Noon{{2026, 11, 20}, {12, 0}, QTimeZone::utc()};

    KnownProfile profile(const QString &name, const Person &person, const QDateTime &used) const
    {
        KnownProfile result;
        result.folder = m_elsewhere->filePath(name);
        result.server = u"sales.example"_s;
        result.user = person;
        result.signIn = SignInMethod::Kind::Browser;
        result.lastUsed = used;
        result.lastSync = used.addSecs(-60);
        result.pending = 3;
        makeWorkspace(result.folder, person);
        return result;
    }

private Q_SLOTS:
    void init()
    {
        m_settings = std::make_unique<OwnSettings>();
        m_elsewhere = std::make_unique<QTemporaryDir>();
    }

    void shouldKnowNoneAtFirst()
    {
        QVERIFY(knownProfiles().profiles.isEmpty());
        QVERIFY(knownProfiles().notice.isEmpty());
    }

    void shouldTellTheLastUsedFirst()
    {
        const KnownProfile older = profile(u"one"_s, Mara, Noon);
        const KnownProfile newer = profile(u"two"_s, Ingrid, Noon.addDays(1));
        QVERIFY(keepProfile(newer));
        QVERIFY(keepProfile(older));

        QCOMPARE(knownProfiles().profiles, (QVector<KnownProfile>{newer, older}));
    }

    void shouldReplaceWhatWasKeptOfTheSameFolder()
    {
        KnownProfile kept = profile(u"one"_s, Mara, Noon);
        QVERIFY(keepProfile(kept));
        kept.signIn.reset();
        kept.pending = 0;
        kept.lastSync = {};
        QVERIFY(keepProfile(kept));

        QCOMPARE(knownProfiles().profiles, QVector<KnownProfile>{kept});
    }

    void shouldLeaveOutWhatIsGone()
    {
        const KnownProfile gone = profile(u"one"_s, Mara, Noon);
        QVERIFY(keepProfile(gone));
        QVERIFY(QDir(gone.folder).removeRecursively());
        QVERIFY(folders().isEmpty());

        QVERIFY(keepProfile(profile(u"two"_s, Mara, Noon)));
        QVERIFY(!read(usual(u"profiles.json"_s)).contains("/one\""));
    }

    void shouldNotListTheUsualDemo()
    {
        KnownProfile demo;
        demo.folder = usual(u"demo"_s);
        makeWorkspace(demo.folder, Mara);
        QVERIFY(keepProfile(demo));
        QVERIFY(folders().isEmpty());
    }

    void shouldFindWhatTheListDoesNotName()
    {
        makeWorkspace(usual(u"servers/abc"_s), Ingrid);
        makeWorkspace(usual(u"profile"_s), Mara);
        QDir().mkpath(usual(u"servers/empty"_s));

        const QVector<KnownProfile> found = knownProfiles().profiles;

        QCOMPARE(found.size(), 2);
        for (const KnownProfile &profile : found) {
            const bool isOfServer = profile.folder == usual(u"servers/abc"_s);
            QCOMPARE(profile.user, isOfServer ? Ingrid : Mara);
            QVERIFY(profile.lastUsed.isValid());
            QVERIFY(profile.server.isEmpty());
        }
    }

    void shouldGoOnWithoutADamagedList_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("cut off") << QByteArray("[{\"folder\": \"");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("something else") << QByteArray("{\"profiles\": 1}");
    }
    void shouldGoOnWithoutADamagedList()
    {
        // GIVEN a list that cannot be read
        QFETCH(QByteArray, content);
        makeWorkspace(usual(u"servers/abc"_s), Mara);
        write(usual(u"profiles.json"_s), content);

        // THEN what lies in the usual place is there all the same, and the user is told
        QCOMPARE(folders(), QStringList{usual(u"servers/abc"_s)});
        QVERIFY(knownProfiles().notice.contains(u"cannot be read"));

        // AND a new one is begun, the damaged one set aside
        const KnownProfile kept = profile(u"one"_s, Ingrid, Noon.addYears(9));
        QVERIFY(keepProfile(kept));
        QVERIFY(knownProfiles().notice.isEmpty());
        QCOMPARE(folders(), (QStringList{kept.folder, usual(u"servers/abc"_s)}));
        QCOMPARE(read(usual(u"profiles.json.damaged"_s)), content);
    }

    void shouldDropEntriesWithoutAFolder()
    {
        write(usual(u"profiles.json"_s), "[7, {}, {\"folder\": 3}, null]");
        QVERIFY(knownProfiles().profiles.isEmpty());
        QVERIFY(knownProfiles().notice.isEmpty());
    }

    void shouldSayThatTheListCannotBeWritten()
    {
        // GIVEN a file where the folder of the list should be
        write(QFileInfo(usual({})).path(), "in the way");

        const Result<void> kept = keepProfile(profile(u"one"_s, Mara, Noon));

        QVERIFY(!kept);
        QCOMPARE(kept.error().kind, Problem::Kind::Storage);
        QVERIFY2(kept.error().sentence.contains(u"cannot be written"), qPrintable(kept.error().sentence));
    }
};

SALESBENCH_TEST(ProfileListTest)
#include "profilelisttest.moc"
