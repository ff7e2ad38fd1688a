// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/quotelinesmodel.h"

#include "models/items/lineeditqueue.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

bool isFigure(LineColumn column)
{
    switch (column) {
    case LineColumn::Quantity:
    case LineColumn::OneTime:
    case LineColumn::Recurring:
    case LineColumn::Tax:
    case LineColumn::Net:
        return true;
    default:
        return false;
    }
}

int alignmentOf(LineColumn column)
{
    return int(isFigure(column) ? Qt::AlignRight : Qt::AlignLeft) | int(Qt::AlignVCenter);
}

/// The line alone, without those in it.
QuoteItem alone(QuoteItem item)
{
    item.setQuoteItem({});
    return item;
}

/// Nothing where it cannot be added up: the whole quote's totals say why.
QVector<PriceTotal> ownPrices(const QuoteItem &item)
{
    const Result<QuoteTotals> totals = quoteTotals({alone(item)});
    return totals ? totals->lines.first().prices : QVector<PriceTotal>();
}

QVector<PriceTotal> sumsOf(const QuoteItem &item)
{
    const Result<QuoteTotals> totals = quoteTotals({item});
    return totals ? totals->totals : QVector<PriceTotal>();
}

} // namespace

QuoteLinesModel::QuoteLinesModel(WorkspaceQueries &queries, WorkspaceEdits &edits,
                                 const Surroundings &surroundings, QObject *parent)
    : QAbstractItemModel(parent)
    , m_surroundings(surroundings)
    , m_queue(new LineEditQueue(queries, edits, this))
    , m_root(std::make_unique<QuoteLine>())
{
    connect(m_queue, &LineEditQueue::failed, this, &QuoteLinesModel::failed);
    connect(m_queue, &LineEditQueue::failed, this, [this] { m_isBehind = true; });
    connect(m_queue, &LineEditQueue::idle, this, &QuoteLinesModel::catchUp);
}

QuoteLinesModel::~QuoteLinesModel() = default;

// What the workspace has ----------------------------------------------------------------------------------

void QuoteLinesModel::setRecord(const Record &quote)
{
    const bool isOther = quote.localId != m_record.localId;
    if (isHeld() && !isOther) {
        m_isBehind = true;
        return;
    }
    const QVector<QuoteItem> items = Quote(quote.local).quoteItem();
    if (isOther) {
        beginResetModel();
        m_root = std::make_unique<QuoteLine>();
        m_record = quote;
        endResetModel();
    }
    m_record = quote;
    setItems(items);
}

bool QuoteLinesModel::isHeld() const
{
    return m_holds > 0 || m_queue->isBusy();
}

void QuoteLinesModel::hold()
{
    ++m_holds;
}

void QuoteLinesModel::release()
{
    --m_holds;
    catchUp();
}

void QuoteLinesModel::catchUp()
{
    if (!isHeld() && std::exchange(m_isBehind, false))
        Q_EMIT readAgain();
}

// Lines ---------------------------------------------------------------------------------------------------

void QuoteLinesModel::setItems(const QVector<QuoteItem> &items)
{
    takeItems(*m_root, items, LineKeys(items), {});
    takeTotals(items);
    Q_EMIT totalsChanged();
}

void QuoteLinesModel::takeItems(QuoteLine &parent, const QVector<QuoteItem> &items, const LineKeys &keys,
                                const LinePath &path)
{
    QStringList wanted;
    for (qsizetype i = 0; i < items.size(); ++i)
        wanted.append(keys.key(items[i], path + LinePath{i}));
    dropGoneLines(parent, wanted);
    for (qsizetype i = 0; i < items.size(); ++i) {
        placeLine(parent, int(i), wanted[i]);
        takeItems(*parent.lines[i], items[i].quoteItem(), keys, path + LinePath{i});
    }
}

void QuoteLinesModel::dropGoneLines(QuoteLine &parent, const QStringList &keys)
{
    for (int row = int(parent.lines.size()) - 1; row >= 0; --row) {
        if (keys.contains(parent.lines[row]->key))
            continue;
        beginRemoveRows(indexOf(&parent), row, row);
        parent.lines.erase(parent.lines.begin() + row);
        endRemoveRows();
    }
}

/// The rows above @p row are in place already.
void QuoteLinesModel::placeLine(QuoteLine &parent, int row, const QString &key)
{
    auto &lines = parent.lines;
    const auto found =
        std::find_if(lines.begin() + row, lines.end(), [&](const auto &line) { return line->key == key; });
    if (found == lines.end()) {
        auto line = std::make_unique<QuoteLine>();
        line->key = key;
        line->parent = &parent;
        beginInsertRows(indexOf(&parent), row, row);
        lines.insert(lines.begin() + row, std::move(line));
        endInsertRows();
        return;
    }
    const int from = int(found - lines.begin());
    if (from == row)
        return;
    beginMoveRows(indexOf(&parent), from, from, indexOf(&parent), row);
    std::rotate(lines.begin() + row, found, found + 1);
    endMoveRows();
}

void QuoteLinesModel::takeTotals(const QVector<QuoteItem> &items)
{
    m_totals = quoteTotals(items);
    const QuoteHabits habits = m_totals ? habitsOf(*m_totals) : m_habits;
    const bool isOther = habits != m_habits;
    m_habits = habits;
    fillLines(*m_root, items, {}, isOther);
    if (isOther)
        Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
}

void QuoteLinesModel::fillLines(QuoteLine &parent, const QVector<QuoteItem> &items, const LinePath &path,
                                bool isEachOther)
{
    for (qsizetype i = 0; i < items.size(); ++i) {
        QuoteLine &line = *parent.lines[i];
        const QString number = lineNumber(path + LinePath{i});
        const bool isOther = isEachOther || line.item != items[i] || line.number != number;
        if (line.item != items[i]) {
            line.item = items[i];
            line.own = ownPrices(items[i]);
            line.sums = sumsOf(items[i]);
        }
        line.number = number;
        fillLines(line, items[i].quoteItem(), path + LinePath{i}, isEachOther);
        if (isOther)
            Q_EMIT dataChanged(indexOf(&line), indexOf(&line, Column(columnCount() - 1)));
    }
}

QuoteLine &QuoteLinesModel::lineOf(const QModelIndex &index) const
{
    return index.isValid() ? *static_cast<QuoteLine *>(index.internalPointer()) : *m_root;
}

QModelIndex QuoteLinesModel::indexOf(const QuoteLine *line, Column column) const
{
    return line == m_root.get() ? QModelIndex() : createIndex(line->row(), int(column), line);
}

QModelIndex QuoteLinesModel::find(const QString &key, Column column) const
{
    const QuoteLine *line = m_root->find(key);
    return line ? indexOf(line, column) : QModelIndex();
}

// Editing -------------------------------------------------------------------------------------------------

LineTarget QuoteLinesModel::targetOf(const QModelIndex &index) const
{
    const QuoteLine &line = lineOf(index);
    return {line.key, lineCellText(line, Column::Offering, m_habits)};
}

QString QuoteLinesModel::objection(const QModelIndex &index, const QString &text) const
{
    const Result<LineEdit> edit =
        lineCellEdit(lineOf(index), Column(index.column()), text, m_habits, m_surroundings);
    return edit ? QString() : edit.error().sentence;
}

bool QuoteLinesModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || !(flags(index) & Qt::ItemIsEditable))
        return false;
    const QString text = value.toString();
    if (text.trimmed() == index.data(Qt::EditRole).toString())
        return true;
    const Result<LineEdit> edit =
        lineCellEdit(lineOf(index), Column(index.column()), text, m_habits, m_surroundings);
    if (!edit) {
        Q_EMIT failed(edit.error());
        return false;
    }
    return run(*edit);
}

void QuoteLinesModel::addLine(const QString &offering)
{
    run(addLineEdit(offering.simplified(), m_surroundings));
}

void QuoteLinesModel::removeLine(const QModelIndex &index)
{
    if (index.isValid())
        run(removeLineEdit(targetOf(index)));
}

bool QuoteLinesModel::canMove(const QModelIndex &index, int step) const
{
    const int row = index.row() + step;
    return index.isValid() && lock().isEmpty() && row >= 0 && row < rowCount(index.parent());
}

void QuoteLinesModel::moveLine(const QModelIndex &index, int step)
{
    if (canMove(index, step))
        run(moveLineEdit(targetOf(index), step));
}

/// Shows what the edit will make, and has it made upon what the workspace has then.
bool QuoteLinesModel::run(const LineEdit &edit)
{
    if (const QString reason = lock(); !reason.isEmpty()) {
        Q_EMIT failed({Problem::Kind::NotAllowed, reason, {}});
        return false;
    }
    Quote quote(m_record.local);
    const Result<QVector<QuoteItem>> items = edit.apply(quote.quoteItem(), {});
    if (!items) {
        Q_EMIT failed(items.error());
        return false;
    }
    quote.setQuoteItem(*items);
    m_record.local = quote.json();
    m_queue->run(m_record.localId, edit);
    setItems(*items);
    return true;
}

// The tree ------------------------------------------------------------------------------------------------

QModelIndex QuoteLinesModel::index(int row, int column, const QModelIndex &parent) const
{
    return hasIndex(row, column, parent) ? createIndex(row, column, lineOf(parent).lines[row].get())
                                         : QModelIndex();
}

QModelIndex QuoteLinesModel::parent(const QModelIndex &index) const
{
    return index.isValid() ? indexOf(lineOf(index).parent) : QModelIndex();
}

int QuoteLinesModel::rowCount(const QModelIndex &parent) const
{
    return parent.column() > 0 ? 0 : int(lineOf(parent).lines.size());
}

int QuoteLinesModel::columnCount(const QModelIndex &) const
{
    return int(Column::Count);
}

QVariant QuoteLinesModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const QuoteLine &line = lineOf(index);
    const auto column = Column(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return lineCellText(line, column, m_habits);
    case Qt::EditRole:
        return lineEditText(line, column, m_habits);
    case Qt::ToolTipRole:
        return hint(line, column);
    case Qt::TextAlignmentRole:
        return alignmentOf(column);
    case AmountsRole:
        return QVariant::fromValue(lineCellAmounts(line, column, m_habits));
    case IsBundleRole:
        return line.isBundle();
    case LineKeyRole:
        return line.key;
    case LockRole:
        return lock().isEmpty() ? lineCellLock(line, column) : lock();
    default:
        return {};
    }
}

QString QuoteLinesModel::hint(const QuoteLine &line, Column column) const
{
    const QString text = lineCellText(line, column, m_habits);
    const QString unit = lineEditText(line, column, m_habits);
    const bool isCharge = column == Column::OneTime || column == Column::Recurring;
    if (isCharge && !unit.isEmpty() && lineCellLock(line, column).isEmpty())
        return tr("%1 for each, %2 in all, before discount and tax").arg(unit, text);
    return text;
}

QVariant QuoteLinesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    if (role == Qt::DisplayRole)
        return lineColumnTitle(Column(section), m_habits);
    return role == Qt::TextAlignmentRole ? QVariant(alignmentOf(Column(section))) : QVariant();
}

Qt::ItemFlags QuoteLinesModel::flags(const QModelIndex &index) const
{
    Qt::ItemFlags result = QAbstractItemModel::flags(index);
    if (index.isValid() && index.data(LockRole).toString().isEmpty())
        result |= Qt::ItemIsEditable;
    return result;
}

} // namespace salesbench
