// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sync/pendingdelegate.h"

#include "ui/sync/pendingmodel.h"
#include "ui/widgets/cellbrush.h"
#include "ui/widgets/pill.h"

#include <QPainter>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

constexpr int PendingSide = 8;
constexpr int AnswerNumber = 33;

/// The number of a server's answer stands out from its words.
void paintAnswer(const CellBrush &brush, const QString &text, const QColor &color)
{
    static const QRegularExpression numbered(u"^(\\d{3})\\b[ :]*(.*)$"_s);
    const QRegularExpressionMatch match = numbered.match(text);
    CellBrush words = brush;
    if (match.hasMatch()) {
        words.text(match.captured(1), color, uiFont(13, QFont::DemiBold));
        words.room.setLeft(words.room.left() + AnswerNumber);
    }
    words.text(match.hasMatch() ? match.captured(2) : text, color, uiFont());
}

QColor textColor(PendingModel::Column column, SyncState state, const CellBrush &brush)
{
    switch (column) {
    case PendingModel::Column::Record:
        return brush.theme.text;
    case PendingModel::Column::Answer:
        return state == SyncState::Refused ? brush.theme.pill(State::Rejected).fg : brush.theme.text2;
    case PendingModel::Column::Kind:
    case PendingModel::Column::Change:
        return brush.theme.text2;
    default:
        return brush.muted();
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
    paintRowGround(*painter, cell, selected, false, theme);
    if (selected && index.column() == 0)
        paintSelectionBar(*painter, option, theme);
    const CellBrush brush{*painter, theme, selected, cell.adjusted(PendingSide, 0, -PendingSide, 0)};
    if (column == PendingModel::Column::State) {
        Pill pill = syncPill(state, theme);
        pill.text = index.data().toString();
        paintPill(*painter, brush.room, pill, theme, selected);
    } else if (column == PendingModel::Column::Answer) {
        paintAnswer(brush, index.data().toString(), textColor(column, state, brush));
    } else {
        brush.text(index.data().toString(), textColor(column, state, brush),
                   uiFont(13, column == PendingModel::Column::Record ? QFont::Medium : QFont::Normal),
                   Qt::Alignment(index.data(Qt::TextAlignmentRole).toInt()));
    }
    painter->restore();
}

} // namespace salesbench
