// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/list/filtertopic.h"

#include <QStyledItemDelegate>

namespace salesbench {

/// A row of a ValueModel: the tick, what the topic's tables draw beside the value, its text, its count.
class ValueDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    ValueDelegate(FilterTopic topic, QObject *parent);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    /// Returns the width that the sign takes.
    int paintSign(QPainter *painter, const QRect &room, const QModelIndex &index) const;

    FilterTopic m_topic;
};

} // namespace salesbench
