// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/settingspage.h"
#include "tests/support/fakedesk.h"
#include "tests/support/testcase.h"
#include "tests/support/uiroom.h"
#include "ui/shell/appearance.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>

using namespace salesbench;
using namespace salesbench::testing;
using namespace Qt::StringLiterals;

class SettingsPageTest : public QObject {
    Q_OBJECT

private:
    OwnSettings m_settings;
    std::unique_ptr<FakeDesk> m_desk;
    std::unique_ptr<Context> m_context;
    std::unique_ptr<Appearance> m_appearance;
    std::unique_ptr<SettingsPage> m_page;

    QLineEdit *role() const { return m_page->findChild<QLineEdit *>(u"ownerRole"_s); }
    QPushButton *change() const { return m_page->findChild<QPushButton *>(u"changeOwnerRole"_s); }

    void type(const QString &text)
    {
        role()->selectAll();
        QTest::keyClicks(role(), text);
    }

private Q_SLOTS:
    void init()
    {
        m_desk = std::make_unique<FakeDesk>();
        m_context = std::make_unique<Context>(m_desk->context());
        m_appearance = std::make_unique<Appearance>([] { return false; });
        m_page = std::make_unique<SettingsPage>(*m_context, *m_appearance);
        m_page->show();
    }
    void cleanup() { m_page.reset(); }

    void shouldShowTheOwnersRole()
    {
        QCOMPARE(role()->text(), QString(DefaultOwnerRole));
        QVERIFY(!change()->isEnabled());
    }

    void shouldSayHowTheServerGuardsOthersChanges()
    {
        const auto *guard = m_page->findChild<QLabel *>(u"settingsGuard"_s);
        const auto *resources = m_page->findChild<QLabel *>(u"settingsResources"_s);
        QCOMPARE(guard->text(), u"None can come"_s);
        WorkspaceStatus::Snapshot now;
        now.connection = WorkspaceStatus::Connection::Online;
        now.guard = WriteGuard::None;
        now.absent = {ResourceKind::Quote};
        m_desk->status.set(now);
        QVERIFY(guard->text().startsWith("Not quite safe"_L1));
        QVERIFY(resources->text().endsWith("Quotes stay on this computer."_L1));
    }

    void shouldSetAnotherOwnersRoleByClickAndByKey()
    {
        QSignalSpy entered(m_page.get(), &SettingsPage::ownerRoleEntered);
        type(u" accountManager "_s);
        QVERIFY(change()->isEnabled());

        change()->click();
        QTest::keyClick(role(), Qt::Key_Return);

        QCOMPARE(entered.size(), 2);
        QCOMPARE(entered.at(0).at(0).toString(), u"accountManager"_s);
        QCOMPARE(entered.at(1).at(0).toString(), u"accountManager"_s);
    }

    void shouldNotSetNoRoleNorTheSameOne()
    {
        QSignalSpy entered(m_page.get(), &SettingsPage::ownerRoleEntered);
        for (const QString &text : {u"  "_s, QString(DefaultOwnerRole)}) {
            type(text);
            QTest::keyClick(role(), Qt::Key_Return);
            QVERIFY(!change()->isEnabled());
        }
        QVERIFY(entered.isEmpty());
    }
};

SALESBENCH_TEST(SettingsPageTest)
#include "settingspagetest.moc"
