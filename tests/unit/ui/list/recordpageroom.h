// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/list/recordpage.h"
#include "models/items/resourcetablemodel.h"
#include "tests/support/fakedesk.h"
#include "tests/support/pictures.h"
#include "tests/support/testcase.h"
#include "tests/support/uiroom.h"
#include "ui/details/detailspane.h"
#include "ui/details/formdialog.h"
#include "ui/list/filterbar.h"
#include "ui/list/listpanel.h"
#include "ui/list/pageactions.h"
#include "ui/list/recordtable.h"
#include "ui/list/tablecolumns.h"
#include "ui/list/viewtabs.h"
#include "ui/shell/noticebar.h"

#include <QSignalSpy>
#include <QtWidgets>

namespace salesbench::testing {

using namespace Qt::StringLiterals;

class ToyRecordPage : public RecordPage {
public:
    using RecordPage::RecordPage;
    int created = 0;
    QStringList opened;

protected:
    void createRecord() override { ++created; }
    void openInFull(const QString &localId) override { opened.append(localId); }
};

/// A page of leads in memory, and somebody who works at it.
class RecordPageRoom : public QObject {
protected:
    OwnSettings own;
    std::unique_ptr<FakeDesk> desk;
    std::unique_ptr<Context> context;
    std::unique_ptr<ToyRecordPage> page;

    void open()
    {
        context = std::make_unique<Context>(desk->context());
        page = std::make_unique<ToyRecordPage>(*context, ResourceKind::SalesLead);
        page->resize(1360, 760);
        addKeys();
        page->show();
        QVERIFY(QTest::qWaitForWindowActive(page.get()));
        table().setFocus();
        QTRY_VERIFY(page->isReady());
    }

    /// The window does so: keys work while menus are hidden.
    void addKeys()
    {
        for (Page::Menu menu : {Page::Menu::File, Page::Menu::Edit, Page::Menu::View, Page::Menu::Record}) {
            for (QAction *action : page->menuActions(menu)) {
                if (action && action->shortcutContext() == Qt::WindowShortcut)
                    page->addAction(action);
            }
        }
    }

    void openWith(int leads)
    {
        desk->workspace.addLeads(leads);
        open();
    }

    RecordTable &table() const { return page->table(); }
    ResourceTableModel &model() const { return page->model(); }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) { QTest::keyClick(&table(), key, modifiers); }
    template <typename T> T *find(const char *name) const { return page->findChild<T *>(QLatin1StringView(name)); }

    Record record(const QString &id) const { return desk->workspace.find(ResourceKind::SalesLead, id); }
    QString idAt(int row) const { return model().row(row) ? model().row(row)->localId : QString(); }
    const Change &lastChange() const { return desk->workspace.changes().last(); }
    QString notice() const { return find<NoticeBar>("pageNotice")->text(); }

    QMenu *menu() const
    {
        for (QMenu *menu : table().findChildren<QMenu *>(Qt::FindDirectChildrenOnly)) {
            if (menu->isVisible())
                return menu;
        }
        return nullptr;
    }

    void choose(const QString &name)
    {
        QTRY_VERIFY(menu());
        QAction *action = menu()->findChild<QAction *>(name);
        QVERIFY(action);
        menu()->setActiveAction(action);
        QTest::keyClick(menu(), Qt::Key_Return);
    }

    void setFilter(Field field, const QStringList &values)
    {
        ListFilter filter;
        filter.anyOf.insert(field, values);
        page->list().filterBar().setFilter(filter);
    }
};

} // namespace salesbench::testing
