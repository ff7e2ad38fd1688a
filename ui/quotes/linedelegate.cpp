// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/quotes/linedelegate.h"

#include "ui/quotes/offeringnames.h"
#include "ui/widgets/cellbrush.h"
#include "ui/widgets/figures.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

constexpr int LineSide = 8;
constexpr int UnitGap = 3;
constexpr int LineTagSide = 6;
constexpr int LineTagHeight = 18;

struct LineBrush : CellBrush {
    bool isBundle = false;
};

void paintName(const LineBrush &brush, const QString &name)
{
    const QFont font = uiFont(13, brush.isBundle ? QFont::DemiBold : QFont::Normal);
    brush.text(name, brush.theme.text, font);
    if (!brush.isBundle)
        return;
    const QString tag = LineDelegate::tr("Bundle");
    const QFontMetrics metrics(uiFont(11));
    const int left = brush.room.left() + QFontMetrics(font).horizontalAdvance(name) + LineSide;
    const QRect box(left, brush.room.center().y() - LineTagHeight / 2 + 1,
                    metrics.horizontalAdvance(tag) + 2 * LineTagSide, LineTagHeight);
    if (box.right() > brush.room.right())
        return;
    brush.painter.setRenderHint(QPainter::Antialiasing);
    brush.painter.setPen(brush.theme.line);
    brush.painter.setBrush(Qt::NoBrush);
    brush.painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
    brush.painter.setRenderHint(QPainter::Antialiasing, false);
    brush.painter.setFont(uiFont(11));
    brush.painter.setPen(brush.theme.text2);
    brush.painter.drawText(box, Qt::AlignCenter, tag);
}

struct AmountFonts {
    QFont figure;
    QFont unit = uiFont(11);

    int width(const LineAmount &amount) const
    {
        const int unitWidth = QFontMetrics(unit).horizontalAdvance(amount.unit.trimmed());
        return figureWidth(figure, amount.figure) + (unitWidth > 0 ? UnitGap + unitWidth : 0);
    }
};

void paintAmount(LineBrush &brush, const LineAmount &amount, const AmountFonts &fonts, const QColor &color)
{
    const QString unit = amount.unit.trimmed();
    if (!unit.isEmpty()) {
        brush.text(unit, brush.muted(), fonts.unit, Qt::AlignRight);
        brush.room.adjust(0, 0, -QFontMetrics(fonts.unit).horizontalAdvance(unit) - UnitGap, 0);
    }
    brush.figure(amount.figure, color, fonts.figure);
    brush.room.adjust(0, 0, -figureWidth(fonts.figure, amount.figure), 0);
}

/// "500.00 + 358.00/mo" from the right; in want of room as plain text that is cut.
void paintAmounts(LineBrush brush, const QVector<LineAmount> &amounts, const AmountFonts &fonts,
                  const QColor &color)
{
    const QString plus = u" + "_s;
    const int plusWidth = QFontMetrics(fonts.unit).horizontalAdvance(plus);
    int width = int(amounts.size() - 1) * plusWidth;
    for (const LineAmount &amount : amounts)
        width += fonts.width(amount);
    if (width > brush.room.width()) {
        brush.text(joinedAmounts(amounts), color, fonts.figure, Qt::AlignRight);
        return;
    }
    for (qsizetype i = amounts.size() - 1; i >= 0; --i) {
        paintAmount(brush, amounts[i], fonts, color);
        if (i == 0)
            return;
        brush.text(plus, brush.muted(), fonts.unit, Qt::AlignRight);
        brush.room.adjust(0, 0, -plusWidth, 0);
    }
}

bool isAmount(LineColumn column)
{
    return column == LineColumn::OneTime || column == LineColumn::Recurring || column == LineColumn::Net;
}

bool isFigure(LineColumn column)
{
    return isAmount(column) || column == LineColumn::Quantity || column == LineColumn::Tax;
}

void paintContent(const LineBrush &brush, const QModelIndex &index)
{
    const auto column = LineColumn(index.column());
    const QString text = index.data().toString();
    if (column == LineColumn::Offering) {
        paintName(brush, text);
    } else if (text.isEmpty() && !brush.isBundle) {
        brush.text(u"–"_s, brush.muted(), uiFont(), isFigure(column) ? Qt::AlignRight : Qt::AlignLeft);
    } else if (isAmount(column)) {
        const bool isNet = column == LineColumn::Net;
        const AmountFonts fonts{uiFont(13, isNet ? QFont::DemiBold : QFont::Normal)};
        paintAmounts(brush, index.data(QuoteLinesModel::AmountsRole).value<QVector<LineAmount>>(), fonts,
                     brush.isBundle && !isNet ? brush.muted() : brush.theme.text);
    } else if (column == LineColumn::Quantity) {
        brush.figure(text, brush.theme.text, uiFont());
    } else if (column == LineColumn::Tax) {
        brush.figure(text, brush.theme.text2, uiFont());
    } else {
        brush.text(text, column == LineColumn::Number ? brush.muted() : brush.theme.text2,
                   uiFont(column == LineColumn::Number ? 13 : 12));
    }
}

} // namespace

LineDelegate::LineDelegate(QuoteLinesModel &model, OfferingNames &names, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_model(model)
    , m_names(names)
{
}

void LineDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                         const QModelIndex &index) const
{
    const Theme &theme = Theme::current();
    const bool isSelected = option.state & QStyle::State_Selected;
    painter->save();
    paintRowGround(*painter, option.rect, isSelected, option.state & QStyle::State_MouseOver, theme);
    if (isSelected && index.column() == int(LineColumn::Number))
        paintSelectionBar(*painter, option, theme);
    const int left = index.column() == int(LineColumn::Number) ? 12
        : index.column() == int(LineColumn::Offering)          ? 2
                                                               : LineSide;
    const int right = index.column() == int(LineColumn::Net) ? 12 : LineSide;
    paintContent({{*painter, theme, isSelected, option.rect.adjusted(left, 0, -right, -1)},
                  index.data(QuoteLinesModel::IsBundleRole).toBool()},
                 index);
    if (option.state & QStyle::State_HasFocus)
        paintFocusFrame(*painter, option.rect, theme);
    painter->restore();
}

QSize LineDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {60, Row};
}

QWidget *LineDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &,
                                    const QModelIndex &index) const
{
    auto *input = new QLineEdit(parent);
    const auto column = LineColumn(index.column());
    input->setObjectName(u"cell"_s);
    input->setAccessibleName(m_model.headerData(index.column(), Qt::Horizontal).toString());
    input->setAlignment((isFigure(column) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (column == LineColumn::Offering)
        m_names.suggestIn(input);
    m_edited = index;
    m_model.hold();
    connect(input, &QObject::destroyed, &m_model, &QuoteLinesModel::release);
    connect(input, &QLineEdit::textEdited, this, [this, input] {
        input->setProperty("look", QString());
        input->style()->polish(input);
        Q_EMIT objected({});
    });
    return input;
}

/// What is being typed is never overwritten.
void LineDelegate::setEditorData(QWidget *editor, const QModelIndex &index) const
{
    auto *input = qobject_cast<QLineEdit *>(editor);
    if (input->isModified() || !input->text().isEmpty())
        return;
    input->setText(index.data(Qt::EditRole).toString());
    input->selectAll();
}

void LineDelegate::setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const
{
    model->setData(index, qobject_cast<QLineEdit *>(editor)->text());
}

void LineDelegate::updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                                        const QModelIndex &) const
{
    editor->setGeometry(option.rect.adjusted(0, 0, 0, -1));
}

bool LineDelegate::eventFilter(QObject *object, QEvent *event)
{
    auto *input = qobject_cast<QLineEdit *>(object);
    if (input && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        const bool isDone =
            key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Tab || key == Qt::Key_Backtab;
        if (isDone && refuses(input))
            return true;
        if (key == Qt::Key_Escape)
            Q_EMIT objected({});
    }
    return QStyledItemDelegate::eventFilter(object, event);
}

bool LineDelegate::refuses(QLineEdit *input) const
{
    const QString sentence = m_edited.isValid() ? m_model.objection(m_edited, input->text()) : QString();
    const bool isChanged = input->text() != QModelIndex(m_edited).data(Qt::EditRole).toString();
    if (sentence.isEmpty() || !isChanged)
        return false;
    input->setProperty("look", u"error"_s);
    input->style()->polish(input);
    input->setAccessibleDescription(sentence);
    Q_EMIT objected(sentence);
    return true;
}

} // namespace salesbench
