// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sync/conflictdelegate.h"

#include "ui/sync/conflictmodel.h"
#include "ui/widgets/cellbrush.h"

#include <QMouseEvent>
#include <QPainter>

#include <array>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

using ConflictColumn = ConflictModel::Column;
using ConflictChoice = ConflictModel::Choice;

constexpr int PartSide = 8;
constexpr int ChoiceWidth = 50;
constexpr int ChoiceHeight = 24;
constexpr int SideFrame = 22;
constexpr int PartSign = 14;
constexpr int FrameInset = 6; ///< of a text in its frame
constexpr int PartRadius = 4;
constexpr std::array ChoiceButtons{ConflictChoice::Mine, ConflictChoice::Theirs, ConflictChoice::Own};

QString choiceWord(int number)
{
    const std::array texts{ConflictModel::tr("Mine"), ConflictModel::tr("Theirs"), ConflictModel::tr("Edit")};
    return texts.at(size_t(number));
}

bool isOpenPart(const QModelIndex &index)
{
    return index.data(ConflictModel::VerdictRole).toInt() == int(ConflictPart::Verdict::Open);
}

ConflictChoice partChoice(const QModelIndex &index)
{
    return ConflictChoice(index.data(ConflictModel::ChoiceRole).toInt());
}

bool canChoose(const QModelIndex &index, int number)
{
    if (!isOpenPart(index))
        return false;
    if (number == 0)
        return index.data(ConflictModel::MineAllowedRole).toBool();
    return number == 1 || index.data(ConflictModel::TypedRole).toBool();
}

/// Around the side that stands.
void paintSideFrame(const CellBrush &brush, const QString &text)
{
    brush.painter.setFont(uiFont());
    const int width = std::min(brush.painter.fontMetrics().horizontalAdvance(text) + 2 * FrameInset, brush.room.width());
    const QRectF frame(brush.room.left() + 0.5, brush.room.center().y() - SideFrame / 2 + 0.5, width,
                       SideFrame);
    brush.painter.setRenderHint(QPainter::Antialiasing);
    brush.painter.setPen(QPen(brush.theme.line, 1));
    brush.painter.setBrush(brush.isSelected ? brush.theme.selPill : brush.theme.accentTint);
    brush.painter.drawRoundedRect(frame, PartRadius, PartRadius);
}

void paintPartSide(const CellBrush &brush, const QModelIndex &index, ConflictChoice side)
{
    const QString text = index.data().toString();
    const bool stands = partChoice(index) == side;
    const bool matters = stands || isOpenPart(index);
    CellBrush words = brush;
    if (stands) {
        paintSideFrame(brush, text);
        words.room.adjust(FrameInset, 0, -FrameInset, 0);
    }
    words.text(text, matters ? brush.theme.text : brush.theme.text2, uiFont());
}

void paintChoices(const CellBrush &brush, const QRect &cell, const QModelIndex &index)
{
    brush.painter.setRenderHint(QPainter::Antialiasing);
    brush.painter.setFont(uiFont(12, QFont::Medium));
    for (int number = 0; number < int(ChoiceButtons.size()); ++number) {
        const QRect button = ConflictDelegate::buttonRect(cell, number);
        const bool isDown = partChoice(index) == ChoiceButtons.at(size_t(number));
        const Theme &theme = brush.theme;
        brush.painter.setPen(QPen(isDown ? theme.accent : theme.line, 1));
        brush.painter.setBrush(isDown ? theme.accent : theme.base);
        brush.painter.drawRoundedRect(QRectF(button).adjusted(0.5, 0.5, -0.5, -0.5), PartRadius, PartRadius);
        brush.painter.setPen(isDown ? theme.onAccent : canChoose(index, number) ? theme.text : theme.text3);
        brush.painter.drawText(button, Qt::AlignCenter, choiceWord(number));
    }
}

void paintVerdict(const CellBrush &brush, const QString &text)
{
    brush.icon(u"check"_s, brush.theme.text2, {brush.room.left(), brush.room.center().y() - PartSign / 2 + 1}, PartSign);
    CellBrush words = brush;
    words.room.setLeft(brush.room.left() + PartSign + 6);
    words.text(text, brush.theme.text2, uiFont(12));
}

void paintPartResult(const CellBrush &brush, const QModelIndex &index)
{
    const QString text = index.data().toString();
    if (partChoice(index) != ConflictChoice::None) {
        brush.text(text, brush.theme.text, uiFont(13, QFont::Medium));
        return;
    }
    const QColor warning = brush.theme.pill(State::Pending).fg;
    brush.icon(u"warning"_s, warning, {brush.room.left(), brush.room.center().y() - PartSign / 2 + 1}, PartSign);
    CellBrush words = brush;
    words.room.setLeft(brush.room.left() + PartSign + 6);
    words.text(text, warning, uiFont(13, QFont::Medium));
}

void paintPart(const CellBrush &brush, const QRect &cell, const QModelIndex &index)
{
    switch (ConflictColumn(index.column())) {
    case ConflictColumn::Field:
        brush.text(index.data().toString(), brush.theme.text, uiFont(13, QFont::Medium));
        break;
    case ConflictColumn::Mine:
        paintPartSide(brush, index, ConflictChoice::Mine);
        break;
    case ConflictColumn::Theirs:
        paintPartSide(brush, index, ConflictChoice::Theirs);
        break;
    case ConflictColumn::Use:
        if (isOpenPart(index))
            paintChoices(brush, cell, index);
        else
            paintVerdict(brush, index.data().toString());
        break;
    case ConflictColumn::Result:
        paintPartResult(brush, index);
        break;
    default:
        brush.text(index.data().toString(), brush.muted(), uiFont());
    }
}

} // namespace

QRect ConflictDelegate::buttonRect(const QRect &cell, int number)
{
    return {cell.left() + PartSide + number * (ChoiceWidth - 1), cell.center().y() - ChoiceHeight / 2 + 1,
            ChoiceWidth, ChoiceHeight};
}

void ConflictDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme &theme = Theme::of(option.palette);
    const bool selected = option.state & QStyle::State_Selected;
    painter->save();
    paintRowGround(*painter, option.rect, selected, false, theme);
    if (selected && index.column() == 0)
        paintSelectionBar(*painter, option, theme);
    const CellBrush brush{*painter, theme, selected, option.rect.adjusted(PartSide, 0, -PartSide, 0)};
    paintPart(brush, option.rect, index);
    painter->restore();
}

bool ConflictDelegate::editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
                                   const QModelIndex &index)
{
    if (event->type() != QEvent::MouseButtonRelease || ConflictColumn(index.column()) != ConflictColumn::Use)
        return QStyledItemDelegate::editorEvent(event, model, option, index);
    const QPoint at = static_cast<QMouseEvent *>(event)->position().toPoint();
    for (int number = 0; number < int(ChoiceButtons.size()); ++number) {
        if (buttonRect(option.rect, number).contains(at) && canChoose(index, number)) {
            Q_EMIT pressed(index.row(), number);
            return true;
        }
    }
    return false;
}

} // namespace salesbench
