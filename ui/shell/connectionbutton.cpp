// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/connectionbutton.h"

#include "ui/widgets/icons.h"
#include "ui/widgets/theme.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

constexpr int ConnectionHeight = 24;
constexpr int ConnectionIcon = 14;
constexpr int ConnectionSide = 10;
constexpr int ConnectionGap = 6;

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
    return {ConnectionSide + ConnectionIcon + ConnectionGap
                + QFontMetrics(chipFont()).horizontalAdvance(m_chip.text) + ConnectionSide,
            ConnectionHeight};
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
    painter.drawRoundedRect(QRectF(rect()).adjusted(inset, inset, -inset, -inset), ConnectionHeight / 2.0,
                            ConnectionHeight / 2.0);
    painter.drawPixmap(ConnectionSide, (height() - ConnectionIcon) / 2,
                       iconPixmap(m_chip.icon, colors.fg, ConnectionIcon, devicePixelRatioF()));
    painter.setPen(colors.fg);
    painter.setFont(chipFont());
    painter.drawText(rect().adjusted(ConnectionSide + ConnectionIcon + ConnectionGap, 0, 0, 0),
                     Qt::AlignLeft | Qt::AlignVCenter, m_chip.text);
}

} // namespace salesbench
