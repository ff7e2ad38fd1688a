// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/column.h"

#include <QStyledItemDelegate>

namespace salesbench {

class RowFlash;
struct Theme;

namespace cells {
inline constexpr int Padding = 8;
inline constexpr int RightPadding = 7;
inline constexpr int LeadPadding = 24; ///< leaves room for the selection's bar and the dot of what is not sent
} // namespace cells

/// Paints the cells of a list: what a row shows, and how it stands to selection, mouse and server.
class RowDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    RowDelegate(const RowFlash &flash, QObject *parent)
        : QStyledItemDelegate(parent)
        , m_flash(flash)
    {
    }

    /// The leftmost column: it has the row's marks.
    void setLeadColumn(int column) { m_lead = column; }
    int leadColumn() const { return m_lead; }
    void setHoveredRow(int row) { m_hovered = row; }
    /// Whether rows that are still being read show as grey bars; they are blank else.
    void setBarsShown(bool shown) { m_bars = shown; }
    void setCurrentFramed(bool framed) { m_framed = framed; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    /// Text that has no room, and what the model tells beyond the text.
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;
    /// A row of which nothing is known, not even that it is there.
    void paintBar(QPainter &painter, const QRect &cell, int column, const Theme &theme) const;

private:
    QRect room(const QRect &cell, int column) const;

    const RowFlash &m_flash;
    int m_lead = 0;
    int m_hovered = -1;
    bool m_bars = false;
    bool m_framed = false;
};

} // namespace salesbench
