// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/details/linelist.h"

#include <QLabel>
#include <QVBoxLayout>

namespace salesbench {

LineList::LineList(QWidget *parent)
    : QWidget(parent)
{
    auto *lines = new QVBoxLayout(this);
    lines->setContentsMargins(0, 0, 0, 0);
}

void LineList::clear()
{
    while (QLayoutItem *item = layout()->takeAt(0)) {
        delete item->widget();
        delete item;
    }
}

QLabel *LineList::add(const QString &look, const QString &text)
{
    auto *line = new QLabel(this);
    line->setProperty("look", look);
    line->setWordWrap(true);
    line->setTextInteractionFlags(Qt::TextSelectableByMouse);
    line->setTextFormat(Qt::PlainText);
    line->setText(text);
    layout()->addWidget(line);
    return line;
}

} // namespace salesbench
