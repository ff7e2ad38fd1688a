// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/desk.h"
#include "models/items/resourcetablemodel.h"
#include "tests/support/kinds.h"
#include "tests/support/parse.h"
#include "tests/support/deskroom.h"
#include "tests/support/testcase.h"
#include "tests/support/uiroom.h"
#include "tests/support/workspacecontract.h"
#include "ui/list/recordpage.h"
#include "ui/shell/appearance.h"
#include "ui/shell/mainwindow.h"

#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace salesbench;
using namespace salesbench::testing;

class DeskTest : public QObject {
    Q_OBJECT

    OwnSettings m_settings;
    std::unique_ptr<QTemporaryDir> m_folder;
    Appearance m_appearance{[] { return false; }};
    DeskRoom m_room{m_appearance};

    DeskPlan plan() const
    {
        DeskPlan plan;
        plan.options.profile = m_folder->filePath(u"profile"_s);
        plan.user = Person{u"p1"_s, u"Mara Lindqvist"_s, Role::Representative, {}};
        return plan;
    }

    std::unique_ptr<Desk> open() { return std::move(Desk::open(plan(), m_room.tools()).value()); }

    void addLead(const char *document) const
    {
        const OpenProfile profile = std::move(openProfile(plan().options, plan().user).value());
        const Change change{u"Create"_s, {{Edit::Op::Create, Lead, u"lead"_s, parse(document)}}};
        QVERIFY(await(profile.workspace->edits().record(change)));
    }

    /// Whom the list shows as the first lead's owner.
    static QString firstOwner(Desk &desk)
    {
        const auto *page = qobject_cast<RecordPage *>(desk.window().page(MainWindow::Leads));
        const ListRow *row = page->model().row(0);
        return row ? row->summary.text(Field::OwnerName) : u"unread"_s;
    }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void cleanup() { QSettings().clear(); }

    void shouldFindTheOwnersAnewByAnotherRole()
    {
        // GIVEN a lead whose owner goes by a role of the company's own
        addLead("{'name': 'One', 'relatedParty': [{'id': 'p9', 'name': 'Tom Baker', 'role': 'accountManager'}]}");
        std::unique_ptr<Desk> desk = open();
        desk->window().show();
        QTRY_COMPARE(firstOwner(*desk), QString());

        // WHEN that role is set
        QSignalSpy reopen(desk.get(), &Desk::reopenRequested);
        desk->window().showPage(MainWindow::Settings);
        auto *role = desk->window().findChild<QLineEdit *>(u"ownerRole"_s);
        role->setText(u"accountManager"_s);
        desk->window().findChild<QPushButton *>(u"changeOwnerRole"_s)->click();
        QCOMPARE(reopen.size(), 1);
        desk.reset();
        desk = open();
        desk->window().show();

        // THEN the list shows who has it
        QTRY_COMPARE(firstOwner(*desk), u"Tom Baker"_s);
        QCOMPARE(desk->window().findChild<QLineEdit *>(u"ownerRole"_s)->text(), u"accountManager"_s);
    }
};

SALESBENCH_TEST(DeskTest)
#include "desktest.moc"
