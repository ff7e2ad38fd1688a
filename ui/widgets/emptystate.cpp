// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/emptystate.h"

#include "ui/widgets/icons.h"
#include "ui/widgets/theme.h"

#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

constexpr int EmptyIconSize = 32;

} // namespace

EmptyState::EmptyState(QWidget *parent)
    : QWidget(parent)
    , m_icon(new QLabel(this))
    , m_title(new QLabel(this))
    , m_advice(new QLabel(this))
    , m_buttons(new QHBoxLayout)
{
    m_title->setObjectName(u"emptyTitle"_s);
    m_title->setProperty("look", u"title"_s);
    m_advice->setObjectName(u"emptyAdvice"_s);
    m_advice->setProperty("look", u"muted"_s);
    m_advice->setWordWrap(true);
    m_buttons->setSpacing(8);
    m_buttons->setAlignment(Qt::AlignHCenter);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 24, 24, 24);
    column->setSpacing(8);
    column->addStretch(2);
    for (QLabel *label : {m_icon, m_title, m_advice}) {
        label->setAlignment(Qt::AlignHCenter);
        column->addWidget(label);
    }
    column->addSpacing(4);
    column->addLayout(m_buttons);
    column->addStretch(3);
}

void EmptyState::say(const QString &iconName, const QString &title, const QString &advice)
{
    m_iconName = iconName;
    m_title->setText(title);
    m_advice->setText(advice);
    setAccessibleName(title);
    setAccessibleDescription(advice);
    drawIcon();
}

QPushButton *EmptyState::addButton(const QString &text, const QString &look)
{
    auto *button = new QPushButton(text, this);
    button->setProperty("look", look);
    button->setAccessibleName(text);
    m_buttons->addWidget(button);
    return button;
}

QString EmptyState::title() const
{
    return m_title->text();
}

void EmptyState::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_icon)
        drawIcon();
}

void EmptyState::drawIcon()
{
    const QColor color = Theme::current().text3;
    m_icon->setPixmap(
        m_iconName.isEmpty() ? QPixmap() : iconPixmap(m_iconName, color, EmptyIconSize, devicePixelRatioF()));
}

} // namespace salesbench
