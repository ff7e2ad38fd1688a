// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/assignment/teamdelegate.h"

#include "ui/assignment/teammodel.h"
#include "ui/widgets/avatar.h"
#include "ui/widgets/theme.h"

#include <QPainter>

namespace salesbench {

namespace {

constexpr int TeamRow = 40;
constexpr int TeamDisc = 26;
constexpr int TeamSide = 10;
constexpr int TeamBar = 3;

void paintGround(QPainter *painter, const QStyleOptionViewItem &option, const Theme &theme)
{
    const bool selected = option.state & QStyle::State_Selected;
    if (selected || (option.state & QStyle::State_MouseOver))
        painter->fillRect(option.rect, selected ? theme.sel : theme.hover);
    if (selected)
        painter->fillRect(QRect(option.rect.topLeft(), QSize(TeamBar, option.rect.height())), theme.accent);
}

} // namespace

void TeamDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme &theme = Theme::of(option.palette);
    const QString name = index.data().toString();
    const QString title = index.data(TeamModel::TitleRole).toString();
    const QVariant open = index.data(TeamModel::OpenWorkRole);
    painter->save();
    paintGround(painter, option, theme);
    QRect room = option.rect.adjusted(TeamSide + TeamDisc + TeamSide, 0, -TeamSide, 0);
    const QRectF disc(option.rect.left() + TeamSide, option.rect.center().y() - TeamDisc / 2, TeamDisc,
                      TeamDisc);
    paintAvatar(*painter, disc, index.data(TeamModel::PartyIdRole).toString(), name, theme);
    painter->setFont(uiFont(12));
    painter->setPen(option.state & QStyle::State_Selected ? theme.text2 : theme.text3);
    if (open.isValid()) {
        const QString work = tr("%n open", nullptr, open.toInt());
        painter->drawText(room, Qt::AlignRight | Qt::AlignVCenter, work);
        room.setRight(room.right() - painter->fontMetrics().horizontalAdvance(work) - TeamSide);
    }
    const QRect lower(room.left(), room.center().y() + 1, room.width(), room.height() / 2 - 4);
    painter->drawText(lower, Qt::AlignLeft | Qt::AlignTop,
                      painter->fontMetrics().elidedText(title, Qt::ElideRight, lower.width()));
    painter->setFont(uiFont(13, QFont::Medium));
    painter->setPen(option.state & QStyle::State_Selected ? theme.selectedText : theme.text);
    const QRect upper = title.isEmpty() ? room : QRect(room.left(), room.top() + 3, room.width(), room.height() / 2 - 2);
    painter->drawText(upper, Qt::AlignLeft | Qt::AlignVCenter,
                      painter->fontMetrics().elidedText(name, Qt::ElideRight, upper.width()));
    painter->restore();
}

QSize TeamDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {240, TeamRow};
}

} // namespace salesbench
