// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/quotes/linedelegate.h"

#include <QTreeView>

namespace salesbench {

/// The table of a quote's lines: as high as its rows, so that what adds a line stands right below the last
/// one. Arrows go from cell to cell; digits begin to edit a figure, F2 and Enter any cell.
class LinesView : public QTreeView {
    Q_OBJECT

public:
    LinesView(QuoteLinesModel &model, OfferingNames &names, QWidget *parent = nullptr);

    /// Makes the line current, in the column that was current before.
    void goTo(const QString &key);
    QString currentKey() const;
    void editCurrent();

Q_SIGNALS:
    /// Why a cell cannot be edited, or what was typed not be used; empty when that is over.
    void objected(const QString &sentence);
    void currentLineChanged();
    void editBegun();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    bool edit(const QModelIndex &index, EditTrigger trigger, QEvent *event) override;
    void drawBranches(QPainter *painter, const QRect &rect, const QModelIndex &index) const override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void buildHeader();
    void fitHeight();
    void fitWidths();
    int rowsBelow(const QModelIndex &parent) const;
    bool stepSideways(int step);

    QuoteLinesModel &m_model;
};

} // namespace salesbench
