// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/details/section.h"

#include "ui/widgets/icons.h"
#include "ui/widgets/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace salesbench {

Section::Section(const QString &title, QWidget *content, QWidget *parent)
    : QWidget(parent)
    , m_title(new QToolButton(this))
    , m_dot(new QLabel(u"●"_s, this))
    , m_remark(new QLabel(this))
    , m_head(new QHBoxLayout)
    , m_content(content)
{
    m_title->setText(title);
    m_title->setFont(uiFont(12, QFont::DemiBold));
    m_title->setProperty("look", u"section"_s);
    m_title->setCheckable(true);
    m_title->setAutoRaise(true);
    m_title->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_title->setFocusPolicy(Qt::StrongFocus);
    m_title->setAccessibleName(title);
    m_remark->setProperty("look", u"muted"_s);
    m_head->setSpacing(8);
    m_dot->setObjectName(u"sectionDot"_s);
    m_dot->setProperty("look", u"unsent"_s);
    m_dot->hide();
    m_head->addWidget(m_title);
    m_head->addWidget(m_dot);
    m_head->addStretch();
    m_head->addWidget(m_remark);
    auto *line = new QFrame(this);
    line->setProperty("look", u"hairline"_s);
    line->setFixedHeight(1);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 8);
    all->setSpacing(4);
    all->addWidget(line);
    all->addLayout(m_head);
    all->addWidget(content);
    connect(m_title, &QToolButton::toggled, this, &Section::setOpen);
    setOpen(true);
}

void Section::setRemark(const QString &text)
{
    m_remark->setText(text);
}

QToolButton *Section::addButton(const QString &name, const QString &iconName, const QString &tip)
{
    auto *button = new QToolButton(this);
    button->setObjectName(name);
    button->setIcon(icon(iconName));
    button->setToolTip(tip);
    button->setAccessibleName(tip);
    button->setFocusPolicy(Qt::StrongFocus);
    m_head->addWidget(button);
    return button;
}

void Section::setUnsent(const QString &hint)
{
    m_dot->setVisible(!hint.isEmpty());
    m_dot->setToolTip(hint);
    m_dot->setAccessibleName(hint);
}

void Section::setOpen(bool open)
{
    m_title->setChecked(open);
    m_title->setIcon(icon(open ? u"chevron-down"_s : u"chevron-right"_s, IconInk::Muted));
    m_title->setAccessibleDescription(open ? tr("Open") : tr("Folded"));
    m_content->setVisible(open);
}

} // namespace salesbench
