// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/pilllabel.h"

#include <QPainter>

namespace salesbench {

PillLabel::PillLabel(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    hide();
}

void PillLabel::setPill(MakePill make)
{
    m_make = std::move(make);
    setVisible(!text().isEmpty());
    setAccessibleName(text());
    updateGeometry();
    update();
}

QString PillLabel::text() const
{
    return pill().text;
}

QSize PillLabel::sizeHint() const
{
    return pillSize(pill());
}

void PillLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintPill(painter, rect(), pill(), Theme::of(palette()));
}

Pill PillLabel::pill() const
{
    return m_make ? m_make(Theme::of(palette())) : Pill();
}

} // namespace salesbench
