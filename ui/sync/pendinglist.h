// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QAbstractItemModel;
class QFrame;
class QLabel;
class QPushButton;
class QTableView;

namespace salesbench {

/// The table of pending changes; above it why what it shows is not sent, below it how much of all it shows,
/// and how to see more.
class PendingList : public QWidget {
    Q_OBJECT

public:
    /// @p step is how many more are shown each time.
    PendingList(QAbstractItemModel *model, int step, QWidget *parent = nullptr);

    QTableView *table() const { return m_table; }
    /// Empty: nothing is to be said.
    void setNote(const QString &text);
    void setShown(qint64 shown, qint64 total);

Q_SIGNALS:
    void morePressed();

private:
    void buildTable(QAbstractItemModel *model);
    void buildFoot();

    int m_step;
    QLabel *m_note;
    QTableView *m_table;
    QFrame *m_foot;
    QLabel *m_shown;
    QPushButton *m_more;
};

} // namespace salesbench
