// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/connectionbutton.h"

#include "ui/widgets/icons.h"
#include "ui/widgets/theme.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

constexpr int Height = 24;
constexpr int Icon = 14;
constexpr int Side = 10;
constexpr int Gap = 6;

QFont chipFont()
{
    return uiFont(12, QFont::Medium);
}

} // namespace

ConnectionButton::ConnectionButton(QWidget *parent)
    : QToolButton(parent)
{
    setObjectName(u"connection"_s);
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void ConnectionButton::setChip(const ConnectionChip &chip)
{
    m_chip = chip;
    setText(chip.text);
    setAccessibleName(tr("Connection: %1").arg(chip.text));
    setToolTip(chip.tip);
    updateGeometry();
    update();
}

QSize ConnectionButton::sizeHint() const
{
    return {Side + Icon + Gap + QFontMetrics(chipFont()).horizontalAdvance(m_chip.text) + Side, Height};
}

void ConnectionButton::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::current();
    const PillColors &colors = theme.pill(m_chip.tone);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(hasFocus() ? QPen(theme.focus, 2) : QPen(Qt::NoPen));
    painter.setBrush(colors.fill);
    const qreal inset = hasFocus() ? 1 : 0;
    painter.drawRoundedRect(QRectF(rect()).adjusted(inset, inset, -inset, -inset), Height / 2.0,
                            Height / 2.0);
    painter.drawPixmap(Side, (height() - Icon) / 2,
                       iconPixmap(m_chip.icon, colors.fg, Icon, devicePixelRatioF()));
    painter.setPen(colors.fg);
    painter.setFont(chipFont());
    painter.drawText(rect().adjusted(Side + Icon + Gap, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter,
                     m_chip.text);
}

} // namespace salesbench
