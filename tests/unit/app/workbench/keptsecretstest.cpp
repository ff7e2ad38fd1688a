// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/keptsecrets.h"
#include "app/workbench/desktopkeychain.h"
#include "tests/support/fakekeychain.h"
#include "tests/support/testcase.h"

using namespace Qt::StringLiterals;
using namespace salesbench;
using namespace salesbench::testing;

namespace {

const QString Name = u"https://sales.example p1"_s;

template<typename T>
T await(QFuture<T> future)
{
    if (!QTest::qWaitFor([&] { return future.isFinished(); }, 20'000))
        qFatal("no answer came");
    return future.takeResult();
}

} // namespace

class KeptSecretsTest : public QObject {
    Q_OBJECT

    std::shared_ptr<FakeKeychain::Content> m_content;
    std::unique_ptr<KeptSecrets> m_secrets;

    void open() { m_secrets = std::make_unique<KeptSecrets>(std::make_unique<FakeKeychain>(m_content)); }
    QByteArray kept() { return await(m_secrets->read(Name)).value(); }

private Q_SLOTS:
    void init()
    {
        m_content = std::make_shared<FakeKeychain::Content>();
        open();
    }

    void shouldKeepSecretsInTheKeychain()
    {
        QCOMPARE(await(m_secrets->write(Name, "secret")), QString());
        open();
        QCOMPARE(kept(), "secret");
        QCOMPARE(await(m_secrets->read(u"https://other.example p1"_s)).value(), QByteArray());
    }

    void shouldRemoveThem()
    {
        await(m_secrets->write(Name, "secret"));
        QVERIFY(await(m_secrets->remove(Name)));
        QCOMPARE(kept(), QByteArray());
        QVERIFY(m_content->secrets.isEmpty());
        QVERIFY(await(m_secrets->remove(Name)));
    }

    void shouldKeepThemInMemoryWhereThereIsNoKeychainAndSaySo()
    {
        m_secrets = std::make_unique<KeptSecrets>(nullptr);
        const QString note = await(m_secrets->write(Name, "secret"));
        QVERIFY2(note.contains(u"no keychain"_s) && note.contains(u"memory only"_s), qPrintable(note));
        QCOMPARE(kept(), "secret");
        QVERIFY(await(m_secrets->remove(Name)));
        QCOMPARE(kept(), QByteArray());
    }

    void shouldKeepThemInMemoryWhereTheKeychainDoesNotTakeThem()
    {
        m_content->refusal = u"locked"_s;
        const QString note = await(m_secrets->write(Name, "secret"));
        QVERIFY2(note.contains(u"locked"_s) && note.contains(u"memory only"_s), qPrintable(note));
        QCOMPARE(kept(), "secret");
        open();
        QVERIFY(!await(m_secrets->read(Name)));
    }

    void shouldGiveWhatIsNewerThanTheKeychain()
    {
        await(m_secrets->write(Name, "old"));
        m_content->refusal = u"locked"_s;
        await(m_secrets->write(Name, "new"));
        m_content->refusal.clear();
        QCOMPARE(kept(), "new");
    }

    void shouldSayThatTheKeychainGivesNothing()
    {
        m_content->refusal = u"denied by the user"_s;
        const Result<QByteArray> secret = await(m_secrets->read(Name));
        QVERIFY(!secret);
        QCOMPARE(secret.error().kind, Problem::Kind::SignIn);
        QVERIFY(secret.error().sentence.contains(m_content->refusal));
    }

    void shouldSayThatASecretIsStillThere()
    {
        await(m_secrets->write(Name, "secret"));
        m_content->refusal = u"locked"_s;
        const Result<void> removed = await(m_secrets->remove(Name));
        QVERIFY(!removed);
        QVERIFY2(removed.error().sentence.contains(u"still in the keychain"_s),
                 qPrintable(removed.error().sentence));
    }

    void shouldDoWithoutAKeychainOnTheDesktop()
    {
        // GIVEN a desktop without any, which the environment of tests is
        m_secrets = std::make_unique<KeptSecrets>(std::make_unique<DesktopKeychain>());

        // WHEN a secret is kept
        const QString note = await(m_secrets->write(Name, "secret"));

        // THEN the user hears of it, and it is there all the same
        QVERIFY2(note.contains(u"memory only"_s), qPrintable(note));
        QCOMPARE(kept(), "secret");
    }
};

SALESBENCH_TEST(KeptSecretsTest)
#include "keptsecretstest.moc"
