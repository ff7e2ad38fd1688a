// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/mainwindow.h"

#include "models/domain/whendone.h"
#include "ui/shell/appearance.h"
#include "ui/shell/connection.h"
#include "ui/shell/helpdialogs.h"
#include "ui/shell/noticebar.h"
#include "ui/shell/palette.h"
#include "ui/shell/rail.h"
#include "ui/shell/settingspage.h"
#include "ui/shell/statenotice.h"
#include "ui/shell/statusline.h"
#include "ui/shell/topbar.h"
#include "ui/shell/windowactions.h"
#include "ui/sync/syncpage.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/taborder.h"

#include <QCloseEvent>
#include <QMenu>
#include <QMenuBar>
#include <QSettings>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

constexpr QSize Preferred(1440, 900);
constexpr QSize Smallest(900, 560);

MainWindow::PageNumber pageOf(ResourceKind kind)
{
    switch (kind) {
    case ResourceKind::SalesLead:
        return MainWindow::Leads;
    case ResourceKind::SalesOpportunity:
        return MainWindow::Opportunities;
    case ResourceKind::Quote:
        return MainWindow::Quotes;
    }
    return MainWindow::Leads;
}

QString pageGroup(int number)
{
    return u"page-%1"_s.arg(number);
}

} // namespace

MainWindow::MainWindow(Context &context, Appearance &appearance, QWidget *parent)
    : QMainWindow(parent)
    , m_context(context)
    , m_appearance(appearance)
    , m_actions(new WindowActions(this))
    , m_userMenu(new QMenu(this))
{
    setWindowIcon(appIcon());
    setMinimumSize(Smallest);
    m_menus = new Menus(menuBar(), *m_actions);
    setCentralWidget(build());
    m_palette = new CommandPalette(m_context, this);
    connectActions();
    connectStatus();
    restore();
    addOwnPages();
}

MainWindow::~MainWindow() = default;

QWidget *MainWindow::build()
{
    auto *all = new QWidget(this);
    m_top = new TopBar(m_context.session, m_context.status, all);
    m_state = new NoticeBar(all);
    m_state->setObjectName(u"state"_s);
    m_rail = new Rail(all);
    m_stack = new QStackedWidget(all);
    m_stack->setProperty("look", u"page"_s);
    m_notice = new NoticeBar(all);
    m_status = new StatusLine(m_context.status, m_context.surroundings, all);
    auto *work = new QVBoxLayout;
    work->addWidget(m_state);
    work->addWidget(m_stack, 1);
    work->addWidget(m_notice);
    auto *middle = new QHBoxLayout;
    middle->addWidget(m_rail);
    middle->addLayout(work, 1);
    auto *column = new QVBoxLayout(all);
    column->addWidget(m_top);
    column->addLayout(middle, 1);
    column->addWidget(m_status);
    for (QLayout *layout : std::initializer_list<QLayout *>{work, middle, column}) {
        layout->setContentsMargins(0, 0, 0, 0);
        layout->setSpacing(0);
    }
    return all;
}

void MainWindow::addOwnPages()
{
    addPage(Sync, m_sync = new SyncPage(m_context));
    addPage(Settings, m_settings = new SettingsPage(m_context, m_appearance));
    connect(m_settings, &SettingsPage::signInEntered, this, &MainWindow::signInEntered);
    connect(m_settings, &SettingsPage::ownerRoleEntered, this, &MainWindow::ownerRoleEntered);
    connect(m_settings, &SettingsPage::switchWorkspacePressed, this, &MainWindow::switchWorkspaceRequested);
}

void MainWindow::setSignIn(const std::optional<SignInMethod> &method)
{
    m_settings->setSignIn(method);
    m_actions->signOut->setEnabled(method.has_value());
}

void MainWindow::setProfiles(const QVector<KnownProfile> &profiles)
{
    m_actions->setProfiles(profiles);
    m_menus->fillUserMenu(m_userMenu);
    refreshActions();
}

void MainWindow::addPage(int number, Page *page)
{
    m_pages.insert(number, page);
    m_stack->addWidget(page);
    m_rail->add(number, page->title(), page->iconName(), number == Settings);
    connect(m_actions->addPage(number, page->title(), page->iconName()), &QAction::triggered, this,
            [this, number] { showPage(number); });
    connectPage(page);
    restorePage(number);
    showStatus();
    if (m_current == 0 || number == m_kept)
        showPage(number);
    else
        refreshActions();
}

void MainWindow::connectPage(Page *page)
{
    connect(page, &Page::textsChanged, this, &MainWindow::showTexts);
    connect(page, &Page::actionsChanged, this, &MainWindow::refreshActions);
    connect(page, &Page::openRequested, this, &MainWindow::openRecord);
    connect(page, &Page::compareRequested, this, [this](ResourceKind kind, const QString &id) {
        showPage(Sync);
        m_sync->compare(kind, id);
    });
    connect(page, &Page::failed, this, [this](const Problem &problem) { m_notice->say(problem); });
}

void MainWindow::connectActions()
{
    const auto on = [this](QAction *action, auto deed) {
        connect(action, &QAction::triggered, this, deed);
    };
    on(m_actions->syncNow, [this] { Q_EMIT m_context.status.syncRequested(); });
    on(m_actions->cancelSync, [this] { Q_EMIT m_context.status.cancelRequested(); });
    on(m_actions->switchWorkspace, [this] { Q_EMIT switchWorkspaceRequested(); });
    on(m_actions->signOut, [this] { Q_EMIT signOutRequested(); });
    on(m_actions->quit, [this] { close(); });
    on(m_actions->undo, [this] { takeBack(false); });
    on(m_actions->redo, [this] { takeBack(true); });
    on(m_actions->search, [this] { openPalette(); });
    on(m_actions->command, [this] { openPalette(u">"_s); });
    on(m_actions->theme, [this] { m_appearance.toggle(); });
    on(m_actions->nextPart, [this] { cycleParts(1); });
    on(m_actions->previousPart, [this] { cycleParts(-1); });
    on(m_actions->shortcuts, [this] { showShortcuts(commands(), this); });
    on(m_actions->about, [this] { showAbout(this); });
    on(m_actions->menuBar, [this](bool shown) { menuBar()->setVisible(shown); });
    on(m_actions->fullScreen,
       [this](bool full) { setWindowState(windowState().setFlag(Qt::WindowFullScreen, full)); });
    connect(m_actions, &WindowActions::profileChosen, this, &MainWindow::profileChosen);
    connect(m_rail, &Rail::chosen, this, &MainWindow::showPage);
    connect(m_top, &TopBar::searchPressed, this, [this] { openPalette(); });
    connect(m_palette, &CommandPalette::recordChosen, this, &MainWindow::openRecord);
    connect(m_palette, &CommandPalette::personChosen, this, [this](const Person &person) {
        if (Page *leads = page(Leads)) {
            showPage(Leads);
            leads->showOwnedBy(person);
        }
    });
}

void MainWindow::connectStatus()
{
    connect(&m_context.status, &WorkspaceStatus::changed, this, &MainWindow::showStatus);
    connect(&m_context.edits, &WorkspaceEdits::undoStateChanged, this, &MainWindow::showUndo);
    connect(m_top, &TopBar::connectionPressed, this, [this] {
        showPage(m_context.status.now().connection == WorkspaceStatus::Connection::SignIn ? Settings : Sync);
        m_sync->compareFirst();
    });
    connect(m_status, &StatusLine::cancelPressed, &m_context.status, &WorkspaceStatus::cancelRequested);
    connect(m_status, &StatusLine::stopWaitingPressed, this, [this] { page(m_current)->stopWaiting(); });
    connect(m_state, &NoticeBar::actionPressed, this, [this] {
        if (m_context.status.now().connection == WorkspaceStatus::Connection::SignIn)
            showPage(Settings);
        else
            Q_EMIT m_context.status.syncRequested();
    });
    m_top->setUserMenu(m_userMenu);
    setProfiles({});
    showUndo();
}

void MainWindow::showPage(int number)
{
    Page *page = m_pages.value(number);
    if (!page)
        return;
    m_current = number;
    m_stack->setCurrentWidget(page);
    m_rail->setCurrent(number);
    m_actions->pages.value(number)->setChecked(true);
    refreshActions();
    showTexts();
    const QList<QWidget *> parts = page->parts();
    QWidget *target = focusTarget(parts.isEmpty() ? page : parts.first());
    (target ? target : page)->setFocus(Qt::OtherFocusReason);
}

void MainWindow::openRecord(ResourceKind kind, const QString &id)
{
    if (Page *target = page(pageOf(kind))) {
        showPage(pageOf(kind));
        target->openRecord(id);
    }
}

void MainWindow::notify(const QString &text)
{
    m_notice->say(NoticeBar::Tone::Warning, text);
}

void MainWindow::openPalette(const QString &text)
{
    m_palette->open(commands(), text);
}

void MainWindow::closePalette()
{
    m_palette->dismiss();
}

void MainWindow::refreshActions()
{
    Page *current = page(m_current);
    m_menus->setPage(current);
    if (!current)
        return;
    for (Page::Menu menu : {Page::Menu::File, Page::Menu::Edit, Page::Menu::View, Page::Menu::Record}) {
        for (QAction *action : current->menuActions(menu)) {
            if (action && action->shortcutContext() == Qt::WindowShortcut
                && !current->actions().contains(action))
                current->addAction(action);
        }
    }
}

void MainWindow::showTexts()
{
    const Page *current = page(m_current);
    if (!current)
        return;
    m_top->setTitle(current->title(), current->countText());
    m_status->setPageTexts(current->statusTexts());
    m_status->setWaitText(current->waitText());
    setWindowTitle(tr("%1 — Salesbench").arg(current->title()));
}

void MainWindow::showUndo()
{
    const UndoState state = m_context.edits.undoState();
    m_actions->undo->setEnabled(!state.undoTitle.isEmpty());
    m_actions->redo->setEnabled(!state.redoTitle.isEmpty());
    m_actions->undo->setText(state.undoTitle.isEmpty() ? tr("&Undo") : tr("&Undo: %1").arg(state.undoTitle));
    m_actions->redo->setText(state.redoTitle.isEmpty() ? tr("&Redo") : tr("&Redo: %1").arg(state.redoTitle));
}

void MainWindow::takeBack(bool redo)
{
    const UndoState state = m_context.edits.undoState();
    const QString done =
        redo ? tr("Done again: %1").arg(state.redoTitle) : tr("Taken back: %1").arg(state.undoTitle);
    whenDone(redo ? m_context.edits.redo() : m_context.edits.undo(), this,
             [this, done](const Result<void> &result) {
                 if (result)
                     m_notice->say(NoticeBar::Tone::Info, done);
                 else
                     m_notice->say(result.error());
             });
}

void MainWindow::showStatus()
{
    const WorkspaceStatus::Snapshot &now = m_context.status.now();
    const bool hasServer = now.connection != WorkspaceStatus::Connection::Local;
    m_actions->syncNow->setEnabled(hasServer && !now.progress);
    m_actions->cancelSync->setEnabled(now.progress.has_value());
    if (RailButton *button = m_rail->button(Sync))
        button->setBadge(now.pending);
    showState();
}

void MainWindow::showState()
{
    const StateNotice state = stateNotice(m_context.status.now());
    if (state.text == m_stateText)
        return;
    m_stateText = state.text;
    if (state.text.isEmpty())
        m_state->dismiss();
    else
        m_state->say(state.tone, state.text, state.action);
}

QList<QWidget *> MainWindow::parts() const
{
    QList<QWidget *> result{m_top, m_rail};
    if (const Page *current = page(m_current))
        result += current->parts().isEmpty() ? QList<QWidget *>{m_stack->currentWidget()} : current->parts();
    result += {m_state, m_notice, m_status};
    return result;
}

void MainWindow::cycleParts(int step)
{
    QList<QWidget *> targets;
    qsizetype at = -1;
    for (QWidget *part : parts()) {
        QWidget *target = part->isVisible() ? focusTarget(part) : nullptr;
        if (!target)
            continue;
        if (focusWidget() && (part == focusWidget() || part->isAncestorOf(focusWidget())))
            at = targets.size();
        targets.append(target);
    }
    if (targets.isEmpty())
        return;
    const qsizetype count = targets.size();
    targets.at((at + step + count) % count)->setFocus(Qt::TabFocusReason);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    save();
    QMainWindow::closeEvent(event);
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    m_palette->setGeometry(rect());
}

void MainWindow::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_notice->isVisible())
        m_notice->dismiss();
    else
        QMainWindow::keyPressEvent(event);
}

void MainWindow::save() const
{
    QSettings settings;
    settings.setValue(u"window/geometry"_s, saveGeometry());
    settings.setValue(u"window/page"_s, m_current);
    settings.setValue(u"window/menuBar"_s, m_actions->menuBar->isChecked());
    for (auto page = m_pages.cbegin(); page != m_pages.cend(); ++page) {
        settings.beginGroup(pageGroup(page.key()));
        page.value()->saveTo(settings);
        settings.endGroup();
    }
}

void MainWindow::restore()
{
    QSettings settings;
    if (!restoreGeometry(settings.value(u"window/geometry"_s).toByteArray()))
        resize(Preferred);
    m_actions->menuBar->setChecked(settings.value(u"window/menuBar"_s, true).toBool());
    menuBar()->setVisible(m_actions->menuBar->isChecked());
    m_kept = settings.value(u"window/page"_s, int(Leads)).toInt();
}

void MainWindow::restorePage(int number)
{
    QSettings settings;
    settings.beginGroup(pageGroup(number));
    m_pages.value(number)->restoreFrom(settings);
}

} // namespace salesbench
