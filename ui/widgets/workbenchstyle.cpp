// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/workbenchstyle.h"

#include "ui/widgets/icons.h"
#include "ui/widgets/theme.h"

#include <QPainter>
#include <QStyleOption>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

constexpr int Indicator = 16;
constexpr qreal Corner = 3;

bool isChosen(const QStyleOption &option)
{
    return option.state & (QStyle::State_On | QStyle::State_NoChange);
}

QRectF prepare(QPainter &painter, const QStyleOption &option, const Theme &theme)
{
    const bool enabled = option.state & QStyle::State_Enabled;
    const QColor chosen = enabled ? theme.accent : theme.text3;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(isChosen(option) ? chosen : enabled ? theme.text3 : theme.line);
    painter.setBrush(isChosen(option) ? chosen : enabled ? theme.base : theme.window);
    const QRectF box = QRectF(0, 0, Indicator, Indicator);
    return box.translated(QRectF(option.rect).center() - box.center()).adjusted(1.5, 1.5, -1.5, -1.5);
}

void drawCheckBox(QPainter &painter, const QStyleOption &option, const Theme &theme)
{
    const QRectF box = prepare(painter, option, theme);
    painter.drawRoundedRect(box, Corner, Corner);
    if (!isChosen(option))
        return;
    const bool partly = option.state & QStyle::State_NoChange;
    const QPixmap mark = iconPixmap(partly ? u"minus"_s : u"check"_s, theme.onAccent, 12,
                                    painter.device()->devicePixelRatioF());
    painter.drawPixmap(box.center() - QPointF(6, 6), mark);
}

void drawRadioButton(QPainter &painter, const QStyleOption &option, const Theme &theme)
{
    QRectF box = prepare(painter, option, theme);
    const auto *button = qstyleoption_cast<const QStyleOptionButton *>(&option);
    // Without a text there is nothing else that could show where the keys go.
    const bool ring = button && button->text.isEmpty() && (option.state & QStyle::State_HasFocus);
    if (ring)
        box.adjust(1.5, 1.5, -1.5, -1.5);
    painter.drawEllipse(box);
    if (isChosen(option)) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.onAccent);
        painter.drawEllipse(box.center(), 2, 2);
    }
    if (!ring)
        return;
    painter.setPen(QPen(theme.focus, 1.5));
    painter.setBrush(Qt::NoBrush);
    painter.drawEllipse(box.adjusted(-2.2, -2.2, 2.2, 2.2));
}

} // namespace

WorkbenchStyle::WorkbenchStyle()
    : QProxyStyle(u"Fusion"_s)
{
}

void WorkbenchStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                                   const QWidget *widget) const
{
    if (element != PE_IndicatorCheckBox && element != PE_IndicatorRadioButton
        && element != PE_IndicatorItemViewItemCheck) {
        QProxyStyle::drawPrimitive(element, option, painter, widget);
        return;
    }
    painter->save();
    if (element == PE_IndicatorRadioButton)
        drawRadioButton(*painter, *option, Theme::current());
    else
        drawCheckBox(*painter, *option, Theme::current());
    painter->restore();
}

int WorkbenchStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return Indicator;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

} // namespace salesbench
