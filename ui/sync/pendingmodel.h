// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/context.h"

#include <QAbstractTableModel>

namespace salesbench {

/// What waits to be sent or was stopped, first what needs the user: conflicts, refusals, then in the order
/// in which they are sent.
class PendingModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum class Column { State, Kind, Record, Change, Made, Attempts, Answer, Count };
    /// The whole PendingChange's state, as SyncState.
    static constexpr int StateRole = Qt::UserRole;

    explicit PendingModel(Surroundings surroundings, QObject *parent = nullptr);

    void setChanges(const QVector<PendingChange> &changes);
    const PendingChange &change(int row) const { return m_changes.at(row); }
    int count(SyncState state) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString text(const PendingChange &change, Column column) const;

    Surroundings m_surroundings;
    QVector<PendingChange> m_changes;
};

/// "Lead", "Opportunity", "Quote".
QString kindWord(ResourceKind kind);

} // namespace salesbench
