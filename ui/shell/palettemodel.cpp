// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/palettemodel.h"

namespace salesbench {

void PaletteModel::setEntries(const QVector<PaletteEntry> &entries, const QStringList &words)
{
    beginResetModel();
    m_entries = entries;
    m_words = words;
    endResetModel();
}

int PaletteModel::nextChoice(int row, int step) const
{
    for (int next = row + step; next >= 0 && next < m_entries.size(); next += step) {
        if (m_entries.at(next).type != PaletteEntry::Type::Heading)
            return next;
    }
    return -1;
}

int PaletteModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_entries.size());
}

QVariant PaletteModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const PaletteEntry &entry = m_entries.at(index.row());
    if (role == Qt::DisplayRole)
        return entry.title;
    if (role == Qt::AccessibleTextRole)
        return entry.detail.isEmpty() ? entry.title : entry.title + QStringLiteral(", ") + entry.detail;
    return {};
}

Qt::ItemFlags PaletteModel::flags(const QModelIndex &index) const
{
    if (!index.isValid() || m_entries.at(index.row()).type == PaletteEntry::Type::Heading)
        return Qt::NoItemFlags;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
}

} // namespace salesbench
