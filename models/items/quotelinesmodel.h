// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/workspace.h"
#include "models/items/quoteline.h"

#include <QAbstractItemModel>

namespace salesbench {

class LineEditQueue;

/// The lines of one quote as a tree: a bundle's lines below it. All sums are quoteTotals()'.
///
/// An edit shows at once and is kept as one Change. What comes from the workspace meanwhile is put in when
/// the edits are done and no cell is being typed into; it arrives in as few inserts, removals and moves, so
/// that the current line stays current.
class QuoteLinesModel : public QAbstractItemModel {
    Q_OBJECT

public:
    using Column = LineColumn;
    enum Role {
        AmountsRole = Qt::UserRole + 1, ///< QVector<LineAmount>
        IsBundleRole, ///< bool
        LineKeyRole, ///< QString: the line in every version of the quote
        LockRole, ///< QString: why the cell cannot be edited; empty where it can
    };

    QuoteLinesModel(WorkspaceQueries &queries, WorkspaceEdits &edits, const Surroundings &surroundings,
                    QObject *parent = nullptr);
    ~QuoteLinesModel() override;

    /// Another quote, or the same one as the workspace has it now.
    void setRecord(const Record &quote);
    const Record &record() const { return m_record; }
    /// Why no line can be changed, in a sentence; empty where they can.
    QString lock() const { return lineLock(m_record); }
    /// A wrong total is never shown: the problem says which line cannot be added up.
    const Result<QuoteTotals> &totals() const { return m_totals; }
    const QuoteHabits &habits() const { return m_habits; }

    /// A cell is being typed into: the rows stay as they are until release().
    void hold();
    void release();

    /// Why @p text cannot stand in the cell; empty where it can.
    QString objection(const QModelIndex &index, const QString &text) const;
    void addLine(const QString &offering);
    void removeLine(const QModelIndex &index);
    bool canMove(const QModelIndex &index, int step) const;
    /// Among the lines of the same bundle; @p step is -1 or 1.
    void moveLine(const QModelIndex &index, int step);
    QModelIndex find(const QString &key, Column column = Column::Offering) const;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &index) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

Q_SIGNALS:
    void totalsChanged();
    /// An edit was not kept; the lines are as before.
    void failed(const salesbench::Problem &problem);
    /// The quote is to be read again and given to setRecord().
    void readAgain();

private:
    QuoteLine &lineOf(const QModelIndex &index) const;
    LineTarget targetOf(const QModelIndex &index) const;
    QModelIndex indexOf(const QuoteLine *line, Column column = Column::Number) const;
    bool isHeld() const;
    void catchUp();
    bool run(const LineEdit &edit);
    void setItems(const QVector<QuoteItem> &items);
    void takeItems(QuoteLine &parent, const QVector<QuoteItem> &items, const LineKeys &keys,
                   const LinePath &path);
    void dropGoneLines(QuoteLine &parent, const QStringList &keys);
    void placeLine(QuoteLine &parent, int row, const QString &key);
    void takeTotals(const QVector<QuoteItem> &items);
    void fillLines(QuoteLine &parent, const QVector<QuoteItem> &items, const LinePath &path,
                   bool isEachOther);
    QString hint(const QuoteLine &line, Column column) const;

    Surroundings m_surroundings;
    LineEditQueue *m_queue = nullptr;
    Record m_record;
    std::unique_ptr<QuoteLine> m_root;
    Result<QuoteTotals> m_totals;
    QuoteHabits m_habits;
    int m_holds = 0;
    bool m_isBehind = false; ///< something came while the rows were held
};

} // namespace salesbench
