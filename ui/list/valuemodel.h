// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/listquery.h"

#include <QAbstractListModel>

namespace salesbench {

/// The values of a field with a tick each. Those that are ticked from the start stand first, also when no
/// document has them any more; the most frequent ones follow.
class ValueModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role { ValueRole = Qt::UserRole + 1, CountRole };

    struct Choice {
        FieldValue value; ///< label is in the words of the screen
        bool isTicked = false;
    };

    using QAbstractListModel::QAbstractListModel;

    void setChoices(const QVector<Choice> &choices);
    QStringList tickedValues() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    /// Qt::CheckStateRole.
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    QVector<Choice> m_choices;
};

} // namespace salesbench
