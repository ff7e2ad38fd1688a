// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/context.h"

#include <QAbstractTableModel>

#include <optional>

namespace salesbench {

/// What waits to be sent, was stopped, or stays here, in the order in which it was given.
class PendingModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum class Column { State, Kind, Record, Change, Made, Attempts, Answer, Count };
    /// The whole PendingChange's state, as SyncState.
    static constexpr int StateRole = Qt::UserRole;

    explicit PendingModel(Surroundings surroundings, QObject *parent = nullptr);

    void setChanges(const QVector<PendingChange> &changes);
    const PendingChange &change(int row) const { return m_changes.at(row); }
    /// How many of them are no changes, but wait for a decision alone.
    int countTwins() const;
    /// The first row of the document, -1 where there is none.
    int rowOf(const QString &localId) const;

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
