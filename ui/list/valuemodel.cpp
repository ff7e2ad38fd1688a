// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/list/valuemodel.h"

#include <algorithm>

namespace salesbench {

void ValueModel::setChoices(const QVector<Choice> &choices)
{
    beginResetModel();
    m_choices = choices;
    std::ranges::stable_partition(m_choices, &Choice::isTicked);
    endResetModel();
}

QStringList ValueModel::tickedValues() const
{
    QStringList result;
    for (const Choice &choice : m_choices) {
        if (choice.isTicked)
            result.append(choice.value.value);
    }
    return result;
}

int ValueModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_choices.size());
}

QVariant ValueModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Choice &choice = m_choices[index.row()];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return choice.value.label;
    case Qt::AccessibleTextRole:
        return tr("%1, %n documents", nullptr, int(choice.value.count)).arg(choice.value.label);
    case Qt::CheckStateRole:
        return choice.isTicked ? Qt::Checked : Qt::Unchecked;
    case ValueRole:
        return choice.value.value;
    case CountRole:
        return choice.value.count;
    default:
        return {};
    }
}

bool ValueModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::CheckStateRole || !checkIndex(index, CheckIndexOption::IndexIsValid))
        return false;
    m_choices[index.row()].isTicked = value.toInt() == Qt::Checked;
    Q_EMIT dataChanged(index, index, {Qt::CheckStateRole});
    return true;
}

Qt::ItemFlags ValueModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = QAbstractListModel::flags(index);
    return index.isValid() ? flags | Qt::ItemIsUserCheckable : flags;
}

} // namespace salesbench
