// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/resourcetablemodel.h"

#include "models/domain/whendone.h"
#include "models/items/celltext.h"
#include "models/items/orderchange.h"

#include <algorithm>
#include <chrono>

using namespace std::chrono_literals;

namespace salesbench {

namespace {

constexpr int Page = 32; ///< rows are read in whole pages, one more on either side
constexpr int MaxWindow = 512; ///< rows asked for at once
constexpr int FewChanges = 64; ///< more changed rows than this: read all again

int columnAlignment(Column column)
{
    if (column == Column::Owner)
        return Qt::AlignCenter;
    return (columnInfo(column).isFigure ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter;
}

} // namespace

ResourceTableModel::ResourceTableModel(WorkspaceQueries &queries, ResourceKind kind,
                                       std::function<QDateTime()> now, QObject *parent)
    : QAbstractTableModel(parent)
    , m_queries(queries)
    , m_now(std::move(now))
    , m_cache(queries, kind)
    , m_reader(queries)
{
    m_query.kind = kind;
    m_touchTimer.setSingleShot(true);
    const auto fail = [this](const Problem &problem) {
        setPhase(Phase::Failed, problem);
    };
    connect(&m_touchTimer, &QTimer::timeout, this, &ResourceTableModel::readTouched);
    connect(&m_cache, &RowCache::arrived, this, &ResourceTableModel::tell);
    connect(&m_cache, &RowCache::failed, this, fail);
    connect(&m_reader, &ListReader::headRead, this, &ResourceTableModel::takeHead);
    connect(&m_reader, &ListReader::orderRead, this, &ResourceTableModel::takeOrder);
    connect(&m_reader, &ListReader::failed, this, fail);
    connect(&queries, &WorkspaceQueries::changed, this, &ResourceTableModel::takeChanges);
}

void ResourceTableModel::setFilter(const ListFilter &filter)
{
    setFilterAndSort(filter, m_query.sort);
}

void ResourceTableModel::setSort(const QVector<SortKey> &keys)
{
    setFilterAndSort(m_query.filter, keys);
}

void ResourceTableModel::setFilterAndSort(const ListFilter &filter, const QVector<SortKey> &keys)
{
    if (m_hasQuery && filter == m_query.filter && keys == m_query.sort)
        return;
    m_query.filter = filter;
    m_query.sort = keys;
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    reload();
}

void ResourceTableModel::reload()
{
    m_hasQuery = true;
    setPhase(Phase::Loading);
    m_reader.read(m_query);
}

void ResourceTableModel::stop()
{
    if (m_phase != Phase::Loading)
        return;
    m_reader.cancel();
    beginResetModel();
    m_order.clear();
    m_firstTouched = -1;
    endResetModel();
    setPhase(Phase::Failed, Problem{Problem::Kind::Cancelled, tr("The list was not read to its end."), {}});
}

void ResourceTableModel::setPhase(Phase phase, std::optional<Problem> problem)
{
    if (phase == m_phase && !problem)
        return;
    m_phase = phase;
    m_problem = std::move(problem);
    Q_EMIT phaseChanged();
}

void ResourceTableModel::takeHead(const ListHead &head)
{
    beginResetModel();
    m_cache.outdateAll();
    m_firstTouched = -1;
    m_order.fill(UnknownRow, std::max<qsizetype>(head.total, head.first.size()));
    std::ranges::copy(head.first, m_order.begin());
    m_isOrderKnown = head.first.size() == m_order.size();
    endResetModel();
    m_cache.want(head.first);
    setPhase(Phase::Ready);
    Q_EMIT listChanged();
    if (m_isOrderKnown)
        Q_EMIT orderKnown();
    Q_EMIT contentChanged();
}

void ResourceTableModel::takeOrder(const QVector<RowId> &order)
{
    const bool wasKnown = std::exchange(m_isOrderKnown, true);
    applyOrder(order);
    setPhase(Phase::Ready);
    if (!wasKnown)
        Q_EMIT orderKnown();
    Q_EMIT contentChanged();
}

void ResourceTableModel::applyOrder(const QVector<RowId> &order)
{
    const OrderChange change = compareOrders(m_order, order);
    switch (change.kind) {
    case OrderChange::Kind::None:
        m_order = order;
        break;
    case OrderChange::Kind::Insert:
        beginInsertRows({}, change.first, change.newEnd - 1);
        m_order = order;
        endInsertRows();
        break;
    case OrderChange::Kind::Remove:
        beginRemoveRows({}, change.first, change.oldEnd - 1);
        m_order = order;
        endRemoveRows();
        break;
    case OrderChange::Kind::Move:
        beginMoveRows({}, change.from, change.from, {}, change.to > change.from ? change.to + 1 : change.to);
        m_order = order;
        endMoveRows();
        break;
    case OrderChange::Kind::Mixed:
        applyMixed(order);
        break;
    }
    if (!m_order.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(static_cast<int>(m_order.size()) - 1, ColumnCount - 1));
}

/// The size changes at the end, then the rows take their new places: every step leaves views consistent, and
/// whatever points at a row goes along with it.
void ResourceTableModel::applyMixed(const QVector<RowId> &order)
{
    const int before = static_cast<int>(m_order.size());
    const int after = static_cast<int>(order.size());
    if (after > before) {
        beginInsertRows({}, before, after - 1);
        m_order.resize(after, UnknownRow);
        endInsertRows();
    }
    Q_EMIT layoutAboutToBeChanged({}, VerticalSortHint);
    const QModelIndexList pointers = persistentIndexList();
    QHash<RowId, int> places;
    for (const QModelIndex &pointer : pointers)
        places.insert(rowId(pointer.row()), -1);
    for (int i = 0; i < after && !places.isEmpty(); ++i) {
        if (const auto place = places.find(order[i]); place != places.end())
            *place = i;
    }
    QModelIndexList moved;
    for (const QModelIndex &pointer : pointers) {
        const int place = places.value(rowId(pointer.row()));
        moved.append(place < 0 ? QModelIndex() : index(place, pointer.column()));
    }
    m_order = order;
    m_order.resize(std::max(before, after), UnknownRow);
    changePersistentIndexList(pointers, moved);
    Q_EMIT layoutChanged({}, VerticalSortHint);
    if (after < before) {
        beginRemoveRows({}, after, before - 1);
        m_order = order;
        endRemoveRows();
    }
}

void ResourceTableModel::takeChanges(ResourceKind kind, const QVector<RowId> &rows)
{
    if (kind != m_query.kind || !m_hasQuery)
        return;
    if (rows.isEmpty() || rows.size() > FewChanges) {
        m_cache.outdateAll();
        m_reader.refresh();
        return;
    }
    whenDone(m_queries.rows(kind, rows), this,
             [this, rows](const Result<QVector<ListRow>> &answer) { takeChangedRows(rows, answer); });
}

/// Rows whose sorted and filtered fields are as before stay where they are: nothing else is read for them.
void ResourceTableModel::takeChangedRows(const QVector<RowId> &asked, const Result<QVector<ListRow>> &answer)
{
    if (!answer) {
        setPhase(Phase::Failed, answer.error());
        return;
    }
    const bool isMoved = answer->size() != asked.size()
        || std::ranges::any_of(*answer, [this](const ListRow &row) { return canMove(row); });
    QVector<RowId> elsewhere;
    for (const ListRow &row : *answer) {
        if (isFromElsewhere(row))
            elsewhere.append(row.row);
        if (m_cache.find(row.row))
            m_cache.put(row);
    }
    tell(asked);
    if (!elsewhere.isEmpty())
        Q_EMIT changedElsewhere(elsewhere);
    if (isMoved)
        m_reader.refresh();
    else
        Q_EMIT contentChanged();
}

/// An edit of the user's own makes a row wait, and its arrival makes it cease to.
bool ResourceTableModel::isFromElsewhere(const ListRow &row) const
{
    const ListRow *before = m_cache.find(row.row);
    return before && before->sync == SyncState::Synced && row.sync == SyncState::Synced
        && before->summary != row.summary;
}

bool ResourceTableModel::canMove(const ListRow &row) const
{
    const ListRow *before = m_cache.find(row.row);
    if (!before || !m_query.filter.text.isEmpty() || m_query.filter.unsentOnly)
        return true;
    const auto differs = [&](Field field) {
        return before->summary.value(field) != row.summary.value(field);
    };
    const auto differsIn = [&](const QMap<Field, QStringList> &fields) {
        return std::any_of(fields.keyBegin(), fields.keyEnd(), differs);
    };
    return differs(Field::Created) || differsIn(m_query.filter.anyOf) || differsIn(m_query.filter.noneOf)
        || std::ranges::any_of(m_query.sort, [&](const SortKey &key) { return differs(key.field); });
}

int ResourceTableModel::find(RowId row) const
{
    return row == UnknownRow ? -1 : static_cast<int>(m_order.indexOf(row));
}

int ResourceTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_order.size());
}

int ResourceTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ResourceTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const auto column = static_cast<Column>(index.column());
    if (role == Qt::TextAlignmentRole)
        return columnAlignment(column);
    touch(index.row());
    const ListRow *row = m_cache.find(rowId(index.row()));
    if (role == LoadingRole)
        return row == nullptr;
    if (role == RowIdRole)
        return rowId(index.row());
    return row ? cell(*row, column, role) : QVariant();
}

QVariant ResourceTableModel::cell(const ListRow &row, Column column, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        return cellText(row, kind(), column, m_now());
    case Qt::ToolTipRole:
        return cellHint(row, column);
    case Qt::AccessibleTextRole:
        return cellSpeech(row, kind(), column, m_now());
    case RawRole:
        return row.summary.value(columnInfo(column).field);
    case LocalIdRole:
        return row.localId;
    case ServerIdRole:
        return row.serverId;
    case SyncRole:
        return static_cast<int>(row.sync);
    case StateRole: {
        const auto state = stateFromText(row.summary.text(Field::Status));
        return state ? QVariant(static_cast<int>(*state)) : QVariant();
    }
    case OwnerIdRole:
        return row.summary.text(Field::OwnerId);
    case CurrencyRole:
        return row.summary.text(Field::Currency);
    default:
        return {};
    }
}

QVariant ResourceTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    const auto column = static_cast<Column>(section);
    switch (role) {
    case Qt::DisplayRole:
        return columnTitle(kind(), column);
    case Qt::TextAlignmentRole:
        return columnAlignment(column);
    case ColumnKeyRole:
        return QString(columnInfo(column).key);
    default:
        return {};
    }
}

void ResourceTableModel::sort(int column, Qt::SortOrder order)
{
    if (column >= 0 && column < ColumnCount)
        setSort({sortKey(static_cast<Column>(column), order)});
}

/// Whatever is asked of a row has its neighbourhood read, before the neighbours come into sight.
void ResourceTableModel::touch(int row) const
{
    const auto isHere = [this](int at) {
        return at < 0 || at >= m_order.size() || m_order[at] == UnknownRow || m_cache.isFresh(m_order[at]);
    };
    if (m_phase == Phase::Failed || (isHere(row) && isHere(row - Page / 2) && isHere(row + Page / 2)))
        return;
    const bool isFar =
        m_firstTouched < 0 || row < m_lastTouched - MaxWindow || row > m_firstTouched + MaxWindow;
    m_firstTouched = isFar ? row : std::min(m_firstTouched, row);
    m_lastTouched = isFar ? row : std::max(m_lastTouched, row);
    if (!m_touchTimer.isActive())
        m_touchTimer.start(0ms);
}

void ResourceTableModel::readTouched()
{
    if (m_firstTouched < 0)
        return;
    m_windowStart = std::max((m_firstTouched / Page - 1) * Page, 0);
    m_windowEnd = std::min((m_lastTouched / Page + 2) * Page, static_cast<int>(m_order.size()));
    m_firstTouched = -1;
    QVector<RowId> rows;
    for (int i = m_windowStart; i < m_windowEnd; ++i) {
        if (m_order[i] != UnknownRow)
            rows.append(m_order[i]);
    }
    m_cache.want(rows);
}

void ResourceTableModel::tell(const QVector<RowId> &rows)
{
    QSet<RowId> missing(rows.begin(), rows.end());
    const auto look = [&](int start, int end) {
        for (int i = start; i < end && !missing.isEmpty(); ++i) {
            if (missing.remove(m_order[i]))
                Q_EMIT dataChanged(index(i, 0), index(i, ColumnCount - 1));
        }
    };
    const int end = static_cast<int>(m_order.size());
    look(std::min(m_windowStart, end), std::min(m_windowEnd, end));
    look(0, end);
}

} // namespace salesbench
