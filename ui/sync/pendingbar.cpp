// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sync/pendingbar.h"

#include "models/domain/record.h"
#include "ui/widgets/icons.h"

#include <QAction>
#include <QButtonGroup>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

constexpr int PendingBarHeight = 44;

} // namespace

PendingBar::PendingBar(QAction *discard, QAction *retry, QWidget *parent)
    : QWidget(parent)
    , m_group(new QButtonGroup(this))
    , m_summary(new QLabel(this))
    , m_sync(new QPushButton(icon(u"sync"_s, IconInk::OnAccent), tr("Sync now"), this))
    , m_stop(new QPushButton(tr("Stop"), this))
{
    setFixedHeight(PendingBarHeight);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 0, 12, 0);
    row->setSpacing(4);
    addTab(tr("All"), {PendingStates.begin(), PendingStates.end()});
    addTab(tr("Conflicts"), {SyncState::Conflict});
    addTab(tr("Refused"), {SyncState::Refused});
    addTab(tr("Sending"), {SyncState::Sending, SyncState::Unknown});
    addTab(tr("Waiting"), {SyncState::Waiting});
    addTab(tr("Stay here"), {SyncState::LocalOnly});
    m_summary->setObjectName(u"syncSummary"_s);
    m_summary->setProperty("look", u"secondary"_s);
    m_summary->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    row->addWidget(m_summary, 1);
    row->addWidget(addButton(discard, u"discardChange"_s));
    row->addWidget(addButton(retry, u"retryChange"_s));
    m_stop->setObjectName(u"stopSync"_s);
    m_stop->setAccessibleName(tr("Stop the synchronisation"));
    m_sync->setObjectName(u"syncNow"_s);
    m_sync->setProperty("look", u"primary"_s);
    m_sync->setAccessibleName(tr("Sync now"));
    m_sync->setToolTip(tr("Sync now (F5)"));
    row->addWidget(m_stop);
    row->addWidget(m_sync);
    connect(m_sync, &QPushButton::clicked, this, &PendingBar::syncPressed);
    connect(m_stop, &QPushButton::clicked, this, &PendingBar::stopPressed);
    showAll();
    refresh();
}

void PendingBar::addTab(const QString &title, const QVector<SyncState> &states)
{
    auto *button = new QPushButton(this);
    button->setProperty("look", u"tab"_s);
    button->setCheckable(true);
    m_group->addButton(button);
    layout()->addWidget(button);
    m_tabs.append({title, states, button});
    connect(button, &QPushButton::clicked, this, &PendingBar::chosen);
}

/// Follows the action, which stands in the menu too.
QPushButton *PendingBar::addButton(QAction *action, const QString &name)
{
    auto *button = new QPushButton(action->icon(), action->iconText(), this);
    button->setObjectName(name);
    button->setAccessibleName(action->iconText());
    button->setToolTip(
        u"%1 (%2)"_s.arg(action->iconText(), action->shortcut().toString(QKeySequence::NativeText)));
    connect(button, &QPushButton::clicked, action, &QAction::trigger);
    const auto follow = [action, button] {
        button->setEnabled(action->isEnabled());
    };
    connect(action, &QAction::enabledChanged, button, follow);
    follow();
    return button;
}

void PendingBar::showAll()
{
    m_tabs.first().button->setChecked(true);
}

bool PendingBar::showsAll() const
{
    return m_tabs.first().button->isChecked();
}

void PendingBar::setCounts(const QMap<SyncState, qint64> &counts)
{
    m_counts = counts;
    refresh();
}

qint64 PendingBar::count(const QVector<SyncState> &states) const
{
    qint64 result = 0;
    for (SyncState state : states)
        result += m_counts.value(state);
    return result;
}

const QVector<SyncState> &PendingBar::states() const
{
    return std::ranges::find_if(m_tabs, [](const Tab &tab) { return tab.button->isChecked(); })->states;
}

void PendingBar::refresh()
{
    for (const Tab &tab : std::as_const(m_tabs)) {
        const qint64 changes = count(tab.states);
        tab.button->setText(u"%1  %2"_s.arg(tab.title, QLocale().toString(changes)));
        tab.button->setAccessibleName(tr("Show %1").arg(tab.button->text().simplified()));
        tab.button->setVisible(&tab == &m_tabs.first() || changes > 0 || tab.button->isChecked());
    }
}

void PendingBar::setProgress(const QString &text)
{
    m_summary->setText(text);
    m_stop->setVisible(!text.isEmpty());
}

void PendingBar::setSyncEnabled(bool enabled)
{
    m_sync->setEnabled(enabled);
}

QWidget *PendingBar::syncButton() const
{
    return m_sync;
}

} // namespace salesbench
