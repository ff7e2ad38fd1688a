// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/quotes/linesview.h"

#include "ui/widgets/cellbrush.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/theme.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>

#include <array>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

constexpr std::array Widths{48, 200, 56, 108, 108, 128, 56, 236};
/// With the currency beside every figure.
constexpr std::array MixedWidths{48, 200, 56, 128, 144, 128, 56, 300};
static_assert(Widths.size() == size_t(LineColumn::Count));
constexpr int LinesChevron = 14;
constexpr int Indent = 20;

bool beginsFigure(const QKeyEvent &event)
{
    const QString text = event.text();
    return !text.isEmpty() && (text.front().isDigit() || text.front() == u'+' || text.front() == u'-');
}

} // namespace

LinesView::LinesView(QuoteLinesModel &model, OfferingNames &names, QWidget *parent)
    : QTreeView(parent)
    , m_model(model)
{
    auto *delegate = new LineDelegate(model, names, this);
    connect(delegate, &LineDelegate::objected, this, &LinesView::objected);
    setObjectName(u"lines"_s);
    setAccessibleName(tr("Lines of the quote"));
    setModel(&model);
    setItemDelegate(delegate);
    setTreePosition(int(LineColumn::Offering));
    setIndentation(Indent);
    setUniformRowHeights(true);
    setSelectionBehavior(SelectRows);
    setEditTriggers(DoubleClicked | EditKeyPressed | AnyKeyPressed);
    setExpandsOnDoubleClick(false);
    setMouseTracking(true);
    setHorizontalScrollMode(ScrollPerPixel);
    buildHeader();
    for (auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(&model, signal, this, &LinesView::fitHeight);
    connect(&model, &QAbstractItemModel::rowsInserted, this,
            [this](const QModelIndex &bundle) { expand(bundle); });
    connect(&model, &QAbstractItemModel::modelReset, this, &LinesView::fitHeight);
    connect(&model, &QAbstractItemModel::headerDataChanged, this, &LinesView::fitWidths);
    connect(this, &QTreeView::expanded, this, &LinesView::fitHeight);
    connect(this, &QTreeView::collapsed, this, &LinesView::fitHeight);
    fitHeight();
}

void LinesView::buildHeader()
{
    header()->setFixedHeight(metrics::TableHeader);
    header()->setStretchLastSection(false);
    header()->setSectionsMovable(false);
    header()->setHighlightSections(false);
    header()->setMinimumSectionSize(40);
    header()->setSectionResizeMode(int(LineColumn::Offering), QHeaderView::Stretch);
    fitWidths();
}

void LinesView::fitWidths()
{
    const auto &widths = m_model.habits().isMixed ? MixedWidths : Widths;
    for (int column = 0; column < int(LineColumn::Count); ++column) {
        if (column != int(LineColumn::Offering))
            header()->resizeSection(column, widths.at(size_t(column)));
    }
}

int LinesView::rowsBelow(const QModelIndex &parent) const
{
    int rows = 0;
    for (int row = 0; row < m_model.rowCount(parent); ++row) {
        const QModelIndex line = m_model.index(row, 0, parent);
        rows += 1 + (isExpanded(line) ? rowsBelow(line) : 0);
    }
    return rows;
}

void LinesView::fitHeight()
{
    setMaximumHeight(header()->height() + rowsBelow({}) * LineDelegate::Row);
}

void LinesView::resizeEvent(QResizeEvent *event)
{
    QTreeView::resizeEvent(event);
    fitHeight();
}

void LinesView::goTo(const QString &key)
{
    const int column = std::max(currentIndex().column(), int(LineColumn::Offering));
    const QModelIndex line = m_model.find(key, LineColumn(column));
    if (!line.isValid())
        return;
    setCurrentIndex(line);
    scrollTo(line);
}

QString LinesView::currentKey() const
{
    return currentIndex().data(QuoteLinesModel::LineKeyRole).toString();
}

void LinesView::editCurrent()
{
    edit(currentIndex(), EditKeyPressed, nullptr);
}

bool LinesView::edit(const QModelIndex &index, EditTrigger trigger, QEvent *event)
{
    if (trigger == AnyKeyPressed) {
        const bool isText = index.column() <= int(LineColumn::Offering);
        if (isText || !event || event->type() != QEvent::KeyPress
            || !beginsFigure(*static_cast<QKeyEvent *>(event)))
            return false;
    }
    const bool isMeant = trigger == DoubleClicked || trigger == EditKeyPressed || trigger == AnyKeyPressed;
    const QString lock = isMeant ? index.data(QuoteLinesModel::LockRole).toString() : QString();
    if (!lock.isEmpty()) {
        Q_EMIT objected(lock);
        return false;
    }
    const bool hasBegun = QTreeView::edit(index, trigger, event);
    if (hasBegun)
        Q_EMIT editBegun();
    return hasBegun;
}

void LinesView::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Right:
        if (event->modifiers() == Qt::NoModifier && stepSideways(event->key() == Qt::Key_Left ? -1 : 1))
            return;
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        edit(currentIndex(), EditKeyPressed, event);
        return;
    default:
        break;
    }
    QTreeView::keyPressEvent(event);
}

/// From the name to the left a bundle is folded, as trees have it.
bool LinesView::stepSideways(int step)
{
    const QModelIndex to = currentIndex().siblingAtColumn(currentIndex().column() + step);
    if (!to.isValid() || to.column() < int(LineColumn::Offering))
        return false;
    setCurrentIndex(to);
    return true;
}

void LinesView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTreeView::currentChanged(current, previous);
    Q_EMIT objected({});
    Q_EMIT currentLineChanged();
}

void LinesView::drawBranches(QPainter *painter, const QRect &rect, const QModelIndex &index) const
{
    const Theme &theme = Theme::current();
    const bool isSelected = selectionModel()->isRowSelected(index.row(), index.parent());
    paintRowGround(*painter, rect, isSelected, false, theme);
    if (m_model.rowCount(index.siblingAtColumn(0)) == 0)
        return;
    const QString name = isExpanded(index) ? u"chevron-down"_s : u"chevron-right"_s;
    painter->drawPixmap(
        rect.right() - Indent + 1 + (Indent - LinesChevron) / 2, rect.center().y() - LinesChevron / 2,
        iconPixmap(name, isSelected ? theme.text2 : theme.text3, LinesChevron, devicePixelRatioF()));
}

} // namespace salesbench
