// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace salesbench {

class PaletteModel;
struct PaletteEntry;
struct Theme;

/// Paints a line of the palette: icon, title with the words found, and at the right what tells it apart.
class PaletteDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    static constexpr int Row = 32;
    static constexpr int Heading = 28;

    explicit PaletteDelegate(const PaletteModel &model, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    /// Each paints at the right end of @p room and returns what is left of it.
    QRect paintRecordEnd(QPainter &painter, QRect room, const PaletteEntry &entry, const Theme &theme,
                         bool selected) const;
    QRect paintKeys(QPainter &painter, QRect room, const PaletteEntry &entry, const Theme &theme) const;
    void paintTitle(QPainter &painter, const QRect &room, const PaletteEntry &entry, const Theme &theme,
                    bool selected) const;

    const PaletteModel &m_model;
};

} // namespace salesbench
