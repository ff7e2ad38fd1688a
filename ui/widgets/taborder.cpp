// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/taborder.h"

#include <QLayout>
#include <QScrollArea>

namespace salesbench {

namespace {

bool takesTab(const QWidget *widget)
{
    return (widget->focusPolicy() & Qt::TabFocus) && !widget->focusProxy();
}

void collect(QWidget *widget, QWidgetList &stops);

void collect(QLayout *layout, QWidgetList &stops)
{
    for (int i = 0; i < layout->count(); ++i) {
        QLayoutItem *item = layout->itemAt(i);
        if (item->widget())
            collect(item->widget(), stops);
        else if (item->layout())
            collect(item->layout(), stops);
    }
}

void collect(QWidget *widget, QWidgetList &stops)
{
    if (takesTab(widget))
        stops.append(widget);
    if (const auto *area = qobject_cast<QScrollArea *>(widget); area && area->widget())
        collect(area->widget(), stops);
    else if (widget->layout())
        collect(widget->layout(), stops);
}

} // namespace

void orderTabs(QWidget *part)
{
    QWidgetList stops;
    collect(part, stops);
    for (qsizetype i = 1; i < stops.size(); ++i)
        QWidget::setTabOrder(stops[i - 1], stops[i]);
}

void tabBefore(QWidget *widget, QWidget *next)
{
    QWidget *before = next->previousInFocusChain();
    while (before != next && (before == widget || !takesTab(before)))
        before = before->previousInFocusChain();
    if (before != next)
        QWidget::setTabOrder(before, widget);
}

QWidget *focusTarget(QWidget *widget)
{
    if (widget->focusPolicy() & Qt::TabFocus)
        return widget;
    for (QWidget *next = widget->nextInFocusChain(); next != widget; next = next->nextInFocusChain()) {
        if (widget->isAncestorOf(next) && (next->focusPolicy() & Qt::TabFocus) && next->isVisible()
            && next->isEnabled())
            return next;
    }
    return nullptr;
}

} // namespace salesbench
