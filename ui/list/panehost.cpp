// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/list/panehost.h"

#include "ui/widgets/theme.h"

#include <QEvent>
#include <QFrame>
#include <QSplitter>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace salesbench {

PaneHost::PaneHost(QWidget *main, QWidget *under, QWidget *pane, QWidget *parent)
    : QWidget(parent)
    , m_splitter(new QSplitter(Qt::Horizontal, this))
    , m_under(under)
    , m_pane(pane)
    , m_edge(new QFrame(this))
    , m_paneWidth(metrics::DetailsPane)
{
    m_pane->setMaximumWidth(metrics::DetailsPaneMax);
    m_edge->setProperty("look", u"hairline"_s);
    m_edge->hide();
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(1);
    m_splitter->addWidget(main);
    m_splitter->addWidget(m_pane);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setStretchFactor(1, 0);
    connect(m_splitter, &QSplitter::splitterMoved, this, [this] { m_paneWidth = m_pane->width(); });
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(m_splitter);
    m_under->installEventFilter(this);
}

void PaneHost::setPaneWidth(int width)
{
    m_paneWidth = width;
    fit();
}

void PaneHost::setPaneShown(bool shown)
{
    m_isShown = shown;
    m_pane->setVisible(shown);
    fit();
}

void PaneHost::fit()
{
    if (const bool over = window()->width() < NarrowWindow; over != m_isOver)
        lift(over);
    m_edge->setVisible(isPaneOver());
    if (m_isOver)
        layOver();
    else
        m_splitter->setSizes(
            {std::max(m_splitter->width() - m_paneWidth - m_splitter->handleWidth(), 1), m_paneWidth});
}

void PaneHost::layOver()
{
    const QRect covered(m_under->mapTo(this, QPoint()), m_under->size());
    const int width = std::min(m_paneWidth, covered.width() - 1);
    const QRect place(covered.right() - width + 1, covered.top(), width, covered.height());
    m_pane->setGeometry(place);
    m_edge->setGeometry(place.adjusted(-1, 0, 0, 0));
}

/// The keys stay where they are, whatever the pane hangs in.
void PaneHost::lift(bool over)
{
    QWidget *keys = m_pane->isAncestorOf(focusWidget()) ? focusWidget() : nullptr;
    m_isOver = over;
    if (over)
        m_pane->setParent(this);
    else
        m_splitter->addWidget(m_pane);
    m_pane->setVisible(m_isShown);
    m_edge->raise();
    m_pane->raise();
    if (keys)
        keys->setFocus(Qt::OtherFocusReason);
}

void PaneHost::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fit();
}

void PaneHost::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    fit();
}

bool PaneHost::eventFilter(QObject *watched, QEvent *event)
{
    const bool moved = event->type() == QEvent::Resize || event->type() == QEvent::Move;
    if (moved && m_isOver)
        layOver();
    return QWidget::eventFilter(watched, event);
}

} // namespace salesbench
