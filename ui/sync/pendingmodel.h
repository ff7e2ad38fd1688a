// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/context.h"

#include <QAbstractTableModel>

#include <optional>

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
    /// Shows only the changes in one of these states; all of them where there is none.
    void setShown(const QVector<SyncState> &states);
    const QVector<PendingChange> &all() const { return m_all; }
    const PendingChange &change(int row) const { return m_changes.at(row); }
    /// Of all changes, shown or not.
    int count(const QVector<SyncState> &states) const;
    /// Without what waits for a decision alone.
    int countUnsent() const;
    /// The first shown row of the document, -1 where there is none.
    int rowOf(const QString &localId) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString text(const PendingChange &change, Column column) const;
    bool isShown(const PendingChange &change) const;
    void fill();

    Surroundings m_surroundings;
    QVector<PendingChange> m_all;
    QVector<PendingChange> m_changes; ///< those that are shown
    QVector<SyncState> m_shown;
};

/// "Lead", "Opportunity", "Quote".
QString kindWord(ResourceKind kind);

} // namespace salesbench
