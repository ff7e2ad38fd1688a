// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/mainwindow.h"
#include "tests/support/fakedesk.h"
#include "tests/support/testcase.h"
#include "tests/support/uiroom.h"
#include "ui/shell/appearance.h"
#include "ui/shell/noticebar.h"
#include "ui/shell/rail.h"

#include <QSignalSpy>
#include <QtWidgets>

namespace salesbench::testing {

using namespace Qt::StringLiterals;
using Connection = WorkspaceStatus::Connection;

/// A page that remembers what it was told.
class ToyPage : public Page {
public:
    ToyPage(const QString &title, const QString &iconName)
        : m_title(title)
        , m_icon(iconName)
        , m_edit(new QLineEdit(this))
        , m_new(new QAction(u"New lead"_s, this))
    {
        m_edit->setAccessibleName(u"Toy"_s);
        m_new->setShortcut(u"Ctrl+N"_s);
        connect(m_new, &QAction::triggered, this, [this] { ++created; });
    }
    QString title() const override { return m_title; }
    QString iconName() const override { return m_icon; }
    QString countText() const override { return count; }
    QStringList statusTexts() const override { return {u"38 of 412 leads"_s, u"1 selected"_s}; }
    QString waitText() const override { return waits; }
    void stopWaiting() override { ++stopped; }
    QString recordMenuTitle() const override { return u"&Lead"_s; }
    QList<QAction *> menuActions(Menu menu) const override
    {
        return menu == Menu::Record ? QList<QAction *>{m_new} : QList<QAction *>();
    }
    QList<QWidget *> parts() const override { return {m_edit}; }
    void openRecord(const QString &id) override { opened = id; }
    void showOwnedBy(const Person &person) override { owner = person; }
    void saveTo(QSettings &settings) const override { settings.setValue(u"kept"_s, 7); }
    void restoreFrom(const QSettings &settings) override { restored = settings.value(u"kept"_s).toInt(); }

    QString count = u"38 of 412"_s;
    QString waits;
    int stopped = 0;
    QString opened;
    Person owner;
    int created = 0;
    int restored = 0;
    QLineEdit *edit() const { return m_edit; }

private:
    QString m_title;
    QString m_icon;
    QLineEdit *m_edit;
    QAction *m_new;
};

/// The main window with two pages of its own over a workspace in memory.
class WindowRoom : public QObject {
protected:
    void begin()
    {
        settings = std::make_unique<OwnSettings>();
        appearance = std::make_unique<Appearance>([] { return false; });
        desk = std::make_unique<FakeDesk>();
        lead = desk->workspace.add(ResourceKind::SalesLead,
                                   {{u"name"_s, u"SD-WAN for 14 depots"_s}, {u"status"_s, u"inProgress"_s}});
        context = std::make_unique<Context>(desk->context());
        set(Connection::Online);
        open();
    }

    std::unique_ptr<OwnSettings> settings;
    std::unique_ptr<Appearance> appearance;
    std::unique_ptr<FakeDesk> desk;
    std::unique_ptr<Context> context;
    std::unique_ptr<MainWindow> window;
    ToyPage *leads = nullptr;
    ToyPage *quotes = nullptr;
    QString lead;

    void open()
    {
        window.reset();
        window = std::make_unique<MainWindow>(*context, *appearance);
        leads = new ToyPage(u"Leads"_s, u"leads"_s);
        quotes = new ToyPage(u"Quotes"_s, u"quotes"_s);
        window->addPage(MainWindow::Leads, leads);
        window->addPage(MainWindow::Quotes, quotes);
        window->show();
        QVERIFY(QTest::qWaitForWindowActive(window.get()));
    }

    void press(int key, Qt::KeyboardModifiers modifiers = Qt::ControlModifier)
    {
        QTest::keyClick(window.get(), Qt::Key(key), modifiers);
    }

    void set(Connection connection, int pending = 0)
    {
        WorkspaceStatus::Snapshot now;
        now.connection = connection;
        now.server = u"sales.fjordtel.example"_s;
        now.pending = pending;
        now.lastSync = desk->workspace.surroundings().now();
        desk->status.set(now);
    }

    QAction *action(const QString &text) const
    {
        for (const Command &command : window->commands()) {
            if (command.text() == text)
                return command.action;
        }
        return nullptr;
    }

    template<typename T>
    T *find(const char *name) const
    {
        return window->findChild<T *>(QLatin1StringView(name));
    }

    void rename(const QString &name)
    {
        Change change{u"Rename to %1"_s.arg(name),
                      {Edit{Edit::Op::Update, ResourceKind::SalesLead, lead, {{u"name"_s, name}}}}};
        desk->workspace.edits().record(change);
        QTRY_VERIFY(!desk->workspace.edits().undoState().undoTitle.isEmpty());
    }
    QString name() const
    {
        return desk->workspace.find(ResourceKind::SalesLead, lead).local.value(u"name").toString();
    }
};

} // namespace salesbench::testing
