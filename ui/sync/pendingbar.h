// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/listquery.h"

#include <QWidget>

class QAction;
class QButtonGroup;
class QLabel;
class QPushButton;

namespace salesbench {

/// Above the list of pending changes: which of them it shows, how far a synchronisation is, and what can be
/// done.
class PendingBar : public QWidget {
    Q_OBJECT

public:
    /// @p discard and @p retry are the page's.
    PendingBar(QAction *discard, QAction *retry, QWidget *parent = nullptr);

    /// Of all changes, by their state.
    void setCounts(const QMap<SyncState, qint64> &counts);
    /// Of those in one of @p states.
    qint64 count(const QVector<SyncState> &states) const;
    /// Which changes are chosen: until the user chooses, all but those that stay here.
    const QVector<SyncState> &states() const;
    bool showsAll() const;
    void setProgress(const QString &text);
    void setSyncEnabled(bool enabled);
    QWidget *syncButton() const;
    void showAll();

Q_SIGNALS:
    void syncPressed();
    void stopPressed();
    /// The list shall show other changes now.
    void chosen();

private:
    void addTab(const QString &title, const QVector<SyncState> &states);
    QPushButton *addButton(QAction *action, const QString &name);

    struct Tab {
        QString title;
        QVector<SyncState> states;
        QPushButton *button = nullptr;
    };

    void refresh();

    QMap<SyncState, qint64> m_counts;
    QVector<Tab> m_tabs;
    QButtonGroup *m_group = nullptr;
    QLabel *m_summary = nullptr;
    QPushButton *m_sync = nullptr;
    QPushButton *m_stop = nullptr;
};

} // namespace salesbench
