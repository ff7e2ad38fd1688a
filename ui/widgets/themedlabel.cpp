// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/themedlabel.h"

#include "ui/widgets/icons.h"
#include "ui/widgets/theme.h"

#include <QEvent>

namespace salesbench {

ThemedLabel::ThemedLabel(Draw draw, QWidget *parent)
    : QLabel(parent)
    , m_draw(std::move(draw))
{
    setAlignment(Qt::AlignCenter);
    this->draw();
}

void ThemedLabel::setDraw(Draw draw)
{
    m_draw = std::move(draw);
    this->draw();
}

void ThemedLabel::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        draw();
}

void ThemedLabel::draw()
{
    setPixmap(m_draw ? m_draw(Theme::current(), devicePixelRatioF()) : QPixmap());
}

ThemedLabel *iconLabel(const QString &iconName, int size, QWidget *parent)
{
    return new ThemedLabel(
        [iconName, size](const Theme &theme, qreal ratio) { return iconPixmap(iconName, theme.text2, size, ratio); },
        parent);
}

} // namespace salesbench
