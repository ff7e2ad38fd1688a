// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/label.h"

#include <QLabel>
#include <QVariant>

namespace salesbench {

QLabel *makeLabel(const QString &text, const QString &look, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setProperty("look", look);
    label->setTextFormat(Qt::PlainText);
    label->setText(text);
    return label;
}

QLabel *makeSelectableLabel(const QString &text, const QString &look, QWidget *parent)
{
    QLabel *label = makeLabel(text, look, parent);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

} // namespace salesbench
