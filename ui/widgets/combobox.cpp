// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/combobox.h"

#include "ui/widgets/icons.h"
#include "ui/widgets/theme.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

constexpr int ComboChevron = 14;
constexpr int ComboRight = 6;

} // namespace

ComboBox::ComboBox(QWidget *parent)
    : QComboBox(parent)
{
    setProperty("chevron", true);
}

void ComboBox::paintEvent(QPaintEvent *event)
{
    QComboBox::paintEvent(event);
    const bool atRest = property("inPlace").toBool() && !hasFocus() && !underMouse();
    if (atRest)
        return;
    QPainter painter(this);
    painter.drawPixmap(
        width() - ComboRight - ComboChevron, (height() - ComboChevron) / 2,
        iconPixmap(u"chevron-down"_s, Theme::of(palette()).text3, ComboChevron, devicePixelRatioF()));
}

} // namespace salesbench
