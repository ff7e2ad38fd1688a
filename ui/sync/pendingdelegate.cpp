// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sync/pendingdelegate.h"

#include "ui/sync/pendingmodel.h"
#include "ui/widgets/pill.h"

#include <QPainter>

namespace salesbench {

namespace {

constexpr int Bar = 3;

QColor textColor(PendingModel::Column column, SyncState state, bool selected, const Theme &theme)
{
    switch (column) {
    case PendingModel::Column::Record:
        return theme.text;
    case PendingModel::Column::Answer:
        return state == SyncState::Refused ? theme.pill(State::Rejected).fg : theme.text2;
    case PendingModel::Column::Kind:
    case PendingModel::Column::Change:
        return theme.text2;
    default:
        return selected ? theme.text2 : theme.text3;
    }
}

} // namespace

void PendingDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    const Theme &theme = Theme::of(option.palette);
    const bool selected = option.state & QStyle::State_Selected;
    const auto state = SyncState(index.data(PendingModel::StateRole).toInt());
    const auto column = PendingModel::Column(index.column());
    const QRect cell = option.rect;
    painter->save();
    painter->fillRect(cell, selected ? theme.sel : theme.base);
    painter->fillRect(cell.left(), cell.bottom(), cell.width(), 1, theme.hair);
    if (selected && index.column() == 0)
        painter->fillRect(cell.left(), cell.top(), Bar, cell.height(),
                          option.state & QStyle::State_Active ? theme.accent : theme.text3);
    const QRect room = cell.adjusted(column == PendingModel::Column::State ? 12 : 8, 0, -8, 0);
    if (column == PendingModel::Column::State) {
        paintPill(*painter, room, syncPill(state, theme), theme, selected);
    } else {
        painter->setFont(uiFont(13, column == PendingModel::Column::Record ? QFont::Medium : QFont::Normal));
        painter->setPen(textColor(column, state, selected, theme));
        const QString text =
            painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, room.width());
        painter->drawText(room, index.data(Qt::TextAlignmentRole).toInt() | Qt::TextSingleLine, text);
    }
    painter->restore();
}

} // namespace salesbench
