// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sync/pendingmodel.h"

#include "ui/widgets/pill.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

QString madeText(const QDateTime &when, const QDate &today)
{
    const QDateTime local = when.toLocalTime();
    if (!local.isValid())
        return u"–"_s;
    if (local.date() == today)
        return QLocale().toString(local.time(), u"HH:mm"_s);
    return QLocale().toString(local.date(), u"d MMM"_s);
}

QString waitText(const PendingChange &change)
{
    if (!change.twinOf.isEmpty())
        return PendingModel::tr("The server has it twice: delete the second, or keep both?");
    switch (change.state) {
    case SyncState::Waiting:
        return PendingModel::tr("Waits to be sent");
    case SyncState::Sending:
        return PendingModel::tr("On its way");
    case SyncState::Unknown:
        return PendingModel::tr("Sent, but no answer came: it is checked at the next synchronisation");
    case SyncState::Conflict:
        return change.goneThere ? PendingModel::tr("Deleted on the server")
                                : PendingModel::tr("Also changed on the server");
    case SyncState::Refused:
        return PendingModel::tr("The server said no");
    case SyncState::LocalOnly:
        return PendingModel::tr("Stays on this computer");
    default:
        return {};
    }
}

/// The server's words, or what the change waits for, and until when.
QString answerText(const PendingChange &change, const QDateTime &now)
{
    const QString text = change.reason.isEmpty() ? waitText(change) : change.reason;
    const bool isAhead = change.notBefore.isValid() && change.notBefore > now;
    if (!isAhead || change.state == SyncState::Conflict || change.state == SyncState::Refused)
        return text;
    const QString time = QLocale().toString(change.notBefore.toLocalTime().time(), u"HH:mm:ss"_s);
    return PendingModel::tr("%1. Next try at %2").arg(text.endsWith(u'.') ? text.chopped(1) : text, time);
}

QString titleText(const PendingChange &change)
{
    if (!change.twinOf.isEmpty())
        return PendingModel::tr("Made twice of one creation");
    if (!change.title.isEmpty())
        return change.title;
    switch (change.op) {
    case Edit::Op::Create:
        return PendingModel::tr("Created");
    case Edit::Op::Update:
        return PendingModel::tr("Changed");
    case Edit::Op::Delete:
        return PendingModel::tr("Deleted");
    }
    return {};
}

} // namespace

QString kindWord(ResourceKind kind)
{
    switch (kind) {
    case ResourceKind::SalesLead:
        return PendingModel::tr("Lead");
    case ResourceKind::SalesOpportunity:
        return PendingModel::tr("Opportunity");
    case ResourceKind::Quote:
        return PendingModel::tr("Quote");
    }
    return {};
}

PendingModel::PendingModel(Surroundings surroundings, QObject *parent)
    : QAbstractTableModel(parent)
    , m_surroundings(std::move(surroundings))
{
}

void PendingModel::setChanges(const QVector<PendingChange> &changes)
{
    beginResetModel();
    m_changes = changes;
    endResetModel();
}

int PendingModel::countTwins() const
{
    return int(std::ranges::count_if(m_changes,
                                     [](const PendingChange &change) { return !change.twinOf.isEmpty(); }));
}

int PendingModel::rowOf(const QString &localId) const
{
    const auto found = std::ranges::find(m_changes, localId, &PendingChange::localId);
    return found == m_changes.end() ? -1 : int(found - m_changes.begin());
}

int PendingModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_changes.size());
}

int PendingModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(Column::Count);
}

QString PendingModel::text(const PendingChange &change, Column column) const
{
    switch (column) {
    case Column::State:
        return change.twinOf.isEmpty() ? syncPill(change.state, Theme::light()).text : tr("Twice");
    case Column::Kind:
        return kindWord(change.kind);
    case Column::Record:
        return change.name.isEmpty() ? tr("Without a name") : change.name;
    case Column::Change:
        return titleText(change);
    case Column::Made:
        return madeText(change.when, m_surroundings.now().toLocalTime().date());
    case Column::Attempts:
        return change.attempts > 0 ? QLocale().toString(change.attempts) : u"–"_s;
    case Column::Answer:
        return answerText(change, m_surroundings.now());
    case Column::Count:
        break;
    }
    return {};
}

QVariant PendingModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const PendingChange &change = m_changes.at(index.row());
    const auto column = Column(index.column());
    const bool figure = column == Column::Made || column == Column::Attempts;
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return text(change, column);
    case Qt::TextAlignmentRole:
        return QVariant(Qt::AlignVCenter | (figure ? Qt::AlignRight : Qt::AlignLeft));
    case StateRole:
        return int(change.state);
    default:
        return {};
    }
}

QVariant PendingModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= int(Column::Count))
        return {};
    if (role == Qt::TextAlignmentRole) {
        const bool figure = section == int(Column::Made) || section == int(Column::Attempts);
        return QVariant(Qt::AlignVCenter | (figure ? Qt::AlignRight : Qt::AlignLeft));
    }
    if (role != Qt::DisplayRole)
        return {};
    static const char *const names[] = {
        QT_TR_NOOP("State"), QT_TR_NOOP("Type"),  QT_TR_NOOP("Record"),         QT_TR_NOOP("Change"),
        QT_TR_NOOP("Made"),  QT_TR_NOOP("Tries"), QT_TR_NOOP("Server's answer")};
    return tr(names[section]);
}

} // namespace salesbench
