// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/quotelinesmodel.h"

#include <QStyledItemDelegate>

class QLineEdit;

namespace salesbench {

class OfferingNames;
struct Theme;

/// Draws and edits a quote's lines. While a cell is typed into, the model is held; text that cannot be used
/// stays in the cell and is objected to.
class LineDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    static constexpr int Row = 30;

    LineDelegate(QuoteLinesModel &model, OfferingNames &names, QObject *parent);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const override;
    void setEditorData(QWidget *editor, const QModelIndex &index) const override;
    void setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const override;
    void updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                              const QModelIndex &index) const override;

    /// The ground of a row, also below its branches.

Q_SIGNALS:
    /// Why what was typed cannot be used; empty once it is typed on.
    void objected(const QString &sentence) const;

protected:
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    bool refuses(QLineEdit *input) const;

    QuoteLinesModel &m_model;
    OfferingNames &m_names;
    mutable QPersistentModelIndex m_edited;
};

} // namespace salesbench
