// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/topbar.h"

#include "ui/shell/connectionbutton.h"
#include "ui/shell/userbutton.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

constexpr QSize Search(460, 30);
constexpr int SearchMin = 200;
constexpr int TopBarGap = 12;
constexpr int Tile = 24;

QLabel *mouseless(QLabel *label)
{
    label->setAttribute(Qt::WA_TransparentForMouseEvents);
    return label;
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
    m_left = buildLeft();
    m_right = buildRight();
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
    m_search->setAccessibleName(tr("Search everything"));
    m_search->setToolTip(tr("Search everything, run a command, find a person"));
    m_search->setFocusPolicy(Qt::TabFocus);
    m_glass = mouseless(new QLabel(m_search));
    auto *hint = mouseless(new QLabel(tr("Search or press Ctrl+K"), m_search));
    hint->setProperty("look", u"muted"_s);
    auto *key = mouseless(new QLabel(tr("Ctrl K"), m_search));
    key->setProperty("look", u"key"_s);
    auto *row = new QHBoxLayout(m_search);
    row->setContentsMargins(9, 0, 6, 0);
    row->setSpacing(8);
    row->addWidget(m_glass);
    row->addWidget(hint, 1);
    row->addWidget(key, 0, Qt::AlignVCenter);
}

QWidget *TopBar::buildRight()
{
    m_chip = new ConnectionButton(this);
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
    place();
}

void TopBar::setUserMenu(QMenu *menu)
{
    m_user->setMenu(menu);
}

void TopBar::showConnection()
{
    m_chip->setChip(connectionChip(m_status.now()));
    place();
}

/// The search stands in the middle of the window and gives way to what stands beside it.
void TopBar::place()
{
    const int side = std::max(m_left->sizeHint().width(), m_right->sizeHint().width());
    const int search = std::clamp(width() - 2 * (side + TopBarGap), SearchMin, Search.width());
    const int before = (width() - search) / 2;
    m_search->setGeometry(before, (height() - Search.height()) / 2, search, Search.height());
    m_left->setGeometry(0, 0, before - TopBarGap, height() - 1);
    m_right->setGeometry(before + search + TopBarGap, 0, width() - before - search - TopBarGap, height() - 1);
}

void TopBar::drawPictures()
{
    m_tile->setPixmap(appTile(Tile, devicePixelRatioF()));
    m_glass->setPixmap(iconPixmap(u"search"_s, Theme::current().text3, 16, devicePixelRatioF()));
}

void TopBar::paintEvent(QPaintEvent *event)
{
    QFrame::paintEvent(event);
    QPainter(this).fillRect(0, height() - 1, width(), 1, Theme::current().hair);
}

void TopBar::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    place();
}

void TopBar::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_tile)
        drawPictures();
}

} // namespace salesbench
