// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/topbar.h"

#include "ui/shell/connection.h"
#include "ui/shell/userbutton.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/theme.h"

#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QStyle>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

constexpr QSize Search(460, 30);
constexpr int Tile = 24;

IconInk inkOf(const QString &look)
{
    return look == "chip-good"_L1 ? IconInk::Good
        : look == "chip-warn"_L1  ? IconInk::Warning
        : look == "chip-bad"_L1   ? IconInk::Danger
                                  : IconInk::Secondary;
}

} // namespace

TopBar::TopBar(const Session &session, const WorkspaceStatus &status, QWidget *parent)
    : QFrame(parent)
    , m_session(session)
    , m_status(status)
{
    setObjectName(u"topBar"_s);
    setProperty("look", u"bar"_s);
    setFixedHeight(metrics::TopBar);
    buildSearch();
    auto *row = new QGridLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setHorizontalSpacing(12);
    row->setColumnStretch(0, 1);
    row->setColumnStretch(2, 1);
    row->addWidget(buildLeft(), 0, 0);
    row->addWidget(m_search, 0, 1);
    row->addWidget(buildRight(), 0, 2);
    setTabOrder(m_search, m_chip);
    setTabOrder(m_chip, m_user);
    connect(&m_status, &WorkspaceStatus::changed, this, &TopBar::showConnection);
    connect(m_search, &QToolButton::clicked, this, &TopBar::searchPressed);
    connect(m_chip, &QToolButton::clicked, this, &TopBar::connectionPressed);
    showConnection();
    drawPictures();
}

QWidget *TopBar::buildLeft()
{
    auto *left = new QWidget(this);
    m_tile = new QLabel(left);
    m_tile->setFixedWidth(metrics::Rail);
    m_tile->setAlignment(Qt::AlignCenter);
    m_title = new QLabel(left);
    m_title->setObjectName(u"pageTitle"_s);
    m_title->setProperty("look", u"title"_s);
    m_count = new QLabel(left);
    m_count->setObjectName(u"pageCount"_s);
    m_count->setProperty("look", u"muted"_s);
    auto *row = new QHBoxLayout(left);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(m_tile);
    row->addSpacing(4);
    row->addWidget(m_title);
    row->addWidget(m_count);
    row->addStretch();
    return left;
}

void TopBar::buildSearch()
{
    m_search = new QToolButton(this);
    m_search->setObjectName(u"search"_s);
    m_search->setProperty("look", u"search"_s);
    m_search->setIcon(icon(u"search"_s, IconInk::Muted));
    m_search->setIconSize({16, 16});
    m_search->setText(tr("Search or press Ctrl+K"));
    m_search->setAccessibleName(tr("Search everything"));
    m_search->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_search->setFocusPolicy(Qt::TabFocus);
    m_search->setMinimumSize(200, Search.height());
    m_search->setMaximumSize(Search);
    m_search->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    auto *key = new QLabel(tr("Ctrl K"), m_search);
    key->setProperty("look", u"key"_s);
    auto *row = new QHBoxLayout(m_search);
    row->setContentsMargins(8, 0, 6, 0);
    row->addStretch();
    row->addWidget(key);
}

void TopBar::buildChip()
{
    m_chip = new QToolButton(this);
    m_chip->setObjectName(u"connection"_s);
    m_chip->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_chip->setIconSize({14, 14});
    m_chip->setFocusPolicy(Qt::TabFocus);
    m_chip->setFixedHeight(24);
}

QWidget *TopBar::buildRight()
{
    buildChip();
    m_user = new UserButton(m_session.user, this);
    auto *line = new QFrame(this);
    line->setProperty("look", u"hairline"_s);
    line->setFixedSize(1, 24);
    auto *right = new QWidget(this);
    auto *row = new QHBoxLayout(right);
    row->setContentsMargins(0, 0, 8, 0);
    row->setSpacing(9);
    row->addStretch();
    row->addWidget(m_chip);
    row->addWidget(line);
    row->addWidget(m_user);
    return right;
}

void TopBar::setTitle(const QString &title, const QString &count)
{
    m_title->setText(title);
    m_count->setText(count);
}

void TopBar::setUserMenu(QMenu *menu)
{
    m_user->setMenu(menu);
}

void TopBar::showConnection()
{
    const ConnectionChip chip = connectionChip(m_status.now());
    m_chip->setText(chip.text);
    m_chip->setAccessibleName(tr("Connection: %1").arg(chip.text));
    m_chip->setToolTip(chip.tip);
    m_chip->setIcon(icon(chip.icon, inkOf(chip.look)));
    if (m_chip->property("look").toString() != chip.look) {
        m_chip->setProperty("look", chip.look);
        m_chip->style()->unpolish(m_chip);
        m_chip->style()->polish(m_chip);
    }
}

void TopBar::drawPictures()
{
    m_tile->setPixmap(appTile(Tile, devicePixelRatioF()));
}

void TopBar::paintEvent(QPaintEvent *event)
{
    QFrame::paintEvent(event);
    QPainter(this).fillRect(0, height() - 1, width(), 1, Theme::of(palette()).hair);
}

void TopBar::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_tile)
        drawPictures();
}

} // namespace salesbench
