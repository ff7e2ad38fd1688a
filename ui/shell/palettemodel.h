// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/paletteentry.h"

#include <QAbstractListModel>

namespace salesbench {

/// The lines that the palette shows. Headings cannot be chosen.
class PaletteModel : public QAbstractListModel {
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;

    void setEntries(const QVector<PaletteEntry> &entries, const QStringList &words);
    const PaletteEntry &entry(int row) const { return m_entries.at(row); }
    const QStringList &words() const { return m_words; }
    /// The next line from @p row in the direction of @p step that can be chosen; -1 when there is none.
    int nextChoice(int row, int step) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    QVector<PaletteEntry> m_entries;
    QStringList m_words;
};

} // namespace salesbench
