// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/list/rowdelegate.h"

#include "models/domain/words.h"
#include "models/items/roles.h"
#include "ui/list/rowflash.h"
#include "ui/widgets/avatar.h"
#include "ui/widgets/cellbrush.h"
#include "ui/widgets/figures.h"
#include "ui/widgets/pill.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

constexpr int RowDot = 7;
constexpr int Mark = 12;
constexpr int RowIcon = 14;
constexpr int IconGap = 4;
constexpr int RowDisc = 20;
constexpr int GreyBar = 8;

QString textOf(const QModelIndex &index)
{
    return index.data().toString();
}

void paintStatus(const CellBrush &brush, const QModelIndex &index)
{
    const QVariant state = index.data(StateRole);
    const QString text = textOf(index);
    if (text.isEmpty())
        return;
    const Pill pill = state.isValid() ? statePill(State(state.toInt()), text, brush.theme)
                                      : Pill{text, u"question"_s, brush.theme.pill(State::Cancelled), true};
    paintPill(brush.painter, brush.room.adjusted(0, 0, cells::RightPadding - 2, 0), pill, brush.theme,
              brush.isSelected);
}

void paintIconAndWord(CellBrush brush, const QString &iconName, const QString &word, const QColor &iconColor,
                      const QColor &color)
{
    if (word.isEmpty())
        return;
    if (!iconName.isEmpty()) {
        brush.icon(iconName, iconColor, {brush.room.left(), brush.room.center().y() - RowIcon / 2 + 1},
                   RowIcon);
        brush.room.adjust(RowIcon + IconGap, 0, 0, 0);
    }
    brush.text(word, color, uiFont());
}

void paintRating(const CellBrush &brush, const QModelIndex &index)
{
    const QString rating = index.data(RawRole).toString();
    const bool known = rating == "hot"_L1 || rating == "warm"_L1 || rating == "cold"_L1;
    const QColor color = brush.theme.rating(rating);
    paintIconAndWord(brush, known ? rating : QString(), textOf(index), color, color);
}

void paintPriority(const CellBrush &brush, const QModelIndex &index)
{
    const QString priority = index.data(RawRole).toString();
    const bool known = priority == "high"_L1 || priority == "medium"_L1 || priority == "low"_L1;
    const QString word =
        priority == "medium"_L1 ? RowDelegate::tr("Med", "medium priority, short") : textOf(index);
    paintIconAndWord(brush, known ? u"priority-"_s + priority : QString(), word, brush.theme.text2,
                     brush.theme.text2);
}

/// Widths are told in whole pixels, and text that is a fraction wider is cut.
constexpr int Rounding = 2;

void paintAmount(CellBrush brush, const QModelIndex &index)
{
    const QVariant value = index.data(RawRole);
    if (value.isNull())
        return;
    const QString currency = index.data(CurrencyRole).toString();
    const QFont small = uiFont(11);
    // The figures end at one place, however wide the currency beside them.
    const int codeWidth = Rounding
        + std::max(QFontMetrics(small).horizontalAdvance(u"GBP"_s),
                   QFontMetrics(small).horizontalAdvance(currency));
    const QString figure = amountText(value.toDouble(), currency);
    if (figureWidth(uiFont(), figure) + IconGap + codeWidth > brush.room.width()) {
        brush.text(textOf(index), brush.theme.text, uiFont(), Qt::AlignRight);
        return;
    }
    const QRect code(brush.room.right() + 1 - codeWidth, brush.room.top(), codeWidth, brush.room.height());
    brush.room.adjust(0, 0, -codeWidth - IconGap, 0);
    brush.figure(figure, brush.theme.text, uiFont());
    brush.room = code;
    brush.text(currency, brush.muted(), small);
}

void paintOwner(const CellBrush &brush, const QModelIndex &index)
{
    const QPoint corner = brush.room.center() - QPoint(RowDisc, RowDisc) / 2 + QPoint(1, 1);
    paintAvatar(brush.painter, QRect(corner, QSize(RowDisc, RowDisc)), index.data(OwnerIdRole).toString(),
                textOf(index), brush.theme);
}

QFont fontOf(Column column)
{
    return uiFont(13, column == Column::Name ? QFont::Medium : QFont::Normal);
}

void paintText(const CellBrush &brush, const QModelIndex &index)
{
    const auto column = Column(index.column());
    const bool strong = column == Column::Name || column == Column::Offering;
    const QFont font = fontOf(column);
    const QColor color = strong ? brush.theme.text : brush.theme.text2;
    if (columnInfo(column).isFigure)
        brush.figure(textOf(index), color, font);
    else
        brush.text(textOf(index), color, font);
}

void paintContent(const CellBrush &brush, const QModelIndex &index)
{
    switch (Column(index.column())) {
    case Column::Status:
        return paintStatus(brush, index);
    case Column::Rating:
        return paintRating(brush, index);
    case Column::Priority:
        return paintPriority(brush, index);
    case Column::Amount:
        return paintAmount(brush, index);
    case Column::Owner:
        return paintOwner(brush, index);
    default:
        return paintText(brush, index);
    }
}

/// The dot of what is not yet on the server, or the sign of what was stopped.
void paintSync(const CellBrush &brush, const QRect &cell, SyncState sync)
{
    const int middle = cell.top() + (cell.height() - 1) / 2;
    switch (sync) {
    case SyncState::Synced:
    case SyncState::LocalOnly:
        return;
    case SyncState::Conflict:
        brush.icon(u"warning"_s, brush.theme.pill(State::Pending).fg, {cell.left() + 6, middle - Mark / 2},
                   Mark);
        return;
    case SyncState::Refused:
        brush.icon(u"alert"_s, brush.theme.pill(State::Rejected).fg, {cell.left() + 6, middle - Mark / 2},
                   Mark);
        return;
    default:
        break;
    }
    brush.painter.setRenderHint(QPainter::Antialiasing);
    brush.painter.setPen(Qt::NoPen);
    brush.painter.setBrush(brush.theme.sync);
    brush.painter.drawEllipse(QRectF(cell.left() + 8, middle - RowDot / 2, RowDot, RowDot));
    brush.painter.setRenderHint(QPainter::Antialiasing, false);
}

/// Of a row that somebody else changed just now.
void paintLight(QPainter &painter, const QRect &cell, qreal strength, const Theme &theme)
{
    QColor color = theme.sel;
    color.setAlphaF(static_cast<float>(color.alphaF() * strength));
    painter.fillRect(cell.adjusted(0, 0, 0, -1), color);
}

} // namespace

QRect RowDelegate::room(const QRect &cell, int column) const
{
    if (Column(column) == Column::Owner)
        return column == m_lead ? cell.adjusted(cells::LeadPadding, 0, 0, -1) : cell.adjusted(0, 0, 0, -1);
    return cell.adjusted(column == m_lead ? cells::LeadPadding : cells::Padding, 0, -cells::RightPadding, -1);
}

void RowDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme &theme = Theme::current();
    const bool selected = option.state & QStyle::State_Selected;
    const CellBrush brush{*painter, theme, selected, room(option.rect, index.column())};
    painter->save();
    paintRowGround(*painter, option.rect, selected, index.row() == m_hovered, theme);
    if (const qreal light = m_flash.strength(index.data(RowIdRole).toLongLong()); light > 0)
        paintLight(*painter, option.rect, light, theme);
    if (selected && index.column() == m_lead)
        paintSelectionBar(*painter, option, theme);
    if (index.data(LoadingRole).toBool()) {
        if (m_bars)
            paintBar(*painter, option.rect, index.column(), theme);
    } else {
        if (index.column() == m_lead)
            paintSync(brush, option.rect, SyncState(index.data(SyncRole).toInt()));
        paintContent(brush, index);
    }
    if (m_framed && (option.state & QStyle::State_HasFocus))
        paintFocusFrame(*painter, option.rect, theme);
    painter->restore();
}

bool RowDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                            const QModelIndex &index)
{
    QStringList lines;
    const QString text = textOf(index);
    const QFontMetrics metrics(fontOf(Column(index.column())));
    const bool isElided = metrics.horizontalAdvance(text) > room(option.rect, index.column()).width();
    if (isElided && Column(index.column()) != Column::Owner)
        lines.append(text);
    if (const QString hint = index.data(Qt::ToolTipRole).toString(); !hint.isEmpty())
        lines.append(hint);
    if (event->type() != QEvent::ToolTip || lines.isEmpty())
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    QToolTip::showText(event->globalPos(), lines.join(u'\n'), view);
    return true;
}

void RowDelegate::paintBar(QPainter &painter, const QRect &cell, int column, const Theme &theme) const
{
    const QRect place = room(cell, column);
    const int width = Column(column) == Column::Owner ? RowDisc : place.width() * 3 / 5;
    const bool right = columnInfo(Column(column)).isFigure;
    const int left = Column(column) == Column::Owner ? place.center().x() - RowDisc / 2
        : right                                      ? place.right() - width
                                                     : place.left();
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.hair);
    painter.drawRoundedRect(QRectF(left, place.center().y() - GreyBar / 2 + 1, width, GreyBar), GreyBar / 2.0,
                            GreyBar / 2.0);
    painter.restore();
}

} // namespace salesbench
