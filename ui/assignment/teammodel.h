// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/context.h"

#include <QAbstractListModel>
#include <QHash>

namespace salesbench {

/// The people of the team whose names hold every word of the filter, with the work that each has open.
class TeamModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum TeamRole {
        PartyIdRole = Qt::UserRole + 1,
        TitleRole,    ///< what the person is, may be empty
        OpenWorkRole, ///< int: documents of theirs that are not settled; invalid while not known
    };

    TeamModel(Context &context, ResourceKind kind, QObject *parent = nullptr);

    void setFilter(const QString &text);
    Person person(const QModelIndex &index) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    void countWork(ResourceKind kind, const Person &person);

    Context &m_context;
    QVector<Person> m_shown;
    QHash<QString, qint64> m_open; ///< by party id
};

} // namespace salesbench
