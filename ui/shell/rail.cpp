// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/rail.h"

#include "ui/widgets/icons.h"
#include "ui/widgets/theme.h"

#include <QButtonGroup>
#include <QPainter>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

constexpr QSize Item(72, 52);
constexpr int RailBar = 3;
constexpr int BadgeHeight = 16;

} // namespace

RailButton::RailButton(const QString &text, const QString &iconName, QWidget *parent)
    : QToolButton(parent)
{
    setProperty("look", u"rail"_s);
    setText(text);
    setAccessibleName(text);
    setIcon(salesbench::icon(iconName));
    setIconSize({20, 20});
    setToolButtonStyle(Qt::ToolButtonTextUnderIcon);
    setCheckable(true);
    setFocusPolicy(Qt::TabFocus);
    setFixedSize(Item);
}

void RailButton::setBadge(int count)
{
    if (m_badge == count)
        return;
    m_badge = count;
    setAccessibleDescription(count > 0 ? tr("%1 waiting").arg(count) : QString());
    update();
}

QSize RailButton::sizeHint() const
{
    return Item;
}

void RailButton::paintEvent(QPaintEvent *event)
{
    QToolButton::paintEvent(event);
    if (m_badge <= 0)
        return;
    const Theme &theme = Theme::current();
    const QString text = m_badge > 999 ? u"999+"_s : QString::number(m_badge);
    const QFont font = uiFont(10, QFont::DemiBold);
    const int width = std::max(20, QFontMetrics(font).horizontalAdvance(text) + 12);
    const QRectF body(Item.width() - width - 2, 5, width, BadgeHeight);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.pill(State::Pending).fill);
    painter.drawRoundedRect(body, BadgeHeight / 2.0, BadgeHeight / 2.0);
    painter.setPen(theme.pill(State::Pending).fg);
    painter.setFont(font);
    painter.drawText(body, Qt::AlignCenter, text);
}

Rail::Rail(QWidget *parent)
    : QFrame(parent)
    , m_group(new QButtonGroup(this))
    , m_top(new QVBoxLayout)
    , m_bottom(new QVBoxLayout)
{
    setObjectName(u"rail"_s);
    setProperty("look", u"bar"_s);
    setAccessibleName(tr("Pages"));
    setFixedWidth(metrics::Rail);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(4, 6, 4, 6);
    for (QVBoxLayout *part : {m_top, m_bottom})
        part->setSpacing(2);
    all->addLayout(m_top);
    all->addStretch();
    all->addLayout(m_bottom);
    connect(m_group, &QButtonGroup::idClicked, this, &Rail::chosen);
}

RailButton *Rail::add(int id, const QString &text, const QString &iconName, bool atBottom)
{
    auto *button = new RailButton(text, iconName, this);
    m_group->addButton(button, id);
    const QList<QAbstractButton *> others = m_group->buttons();
    const auto before = std::ranges::count_if(others, [&](QAbstractButton *other) {
        return m_group->id(other) < id && m_top->indexOf(other) >= 0;
    });
    if (atBottom)
        m_bottom->addWidget(button);
    else
        m_top->insertWidget(int(before), button);
    return button;
}

void Rail::setCurrent(int id)
{
    if (QAbstractButton *button = m_group->button(id))
        button->setChecked(true);
    update();
}

RailButton *Rail::button(int id) const
{
    return qobject_cast<RailButton *>(m_group->button(id));
}

void Rail::paintEvent(QPaintEvent *event)
{
    QFrame::paintEvent(event);
    const Theme &theme = Theme::current();
    QPainter painter(this);
    painter.fillRect(width() - 1, 0, 1, height(), theme.hair);
    if (const QAbstractButton *current = m_group->checkedButton())
        painter.fillRect(0, current->y() + 8, RailBar, current->height() - 16, theme.accent);
}

} // namespace salesbench
