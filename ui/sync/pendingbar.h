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

class PendingModel;

/// Above the list of pending changes: which of them it shows, how far a synchronisation is, and what can be done.
class PendingBar : public QWidget {
    Q_OBJECT

public:
    /// @p discard and @p retry are the page's.
    PendingBar(PendingModel &model, QAction *discard, QAction *retry, QWidget *parent = nullptr);

    /// Counts the changes anew.
    void refresh();
    void setProgress(const QString &text);
    void setSyncEnabled(bool enabled);
    QWidget *syncButton() const;
    void showAll();

Q_SIGNALS:
    void syncPressed();
    void stopPressed();
    /// The list shows other changes now.
    void chosen();

private:
    void addTab(const QString &name, const QVector<SyncState> &states);
    QPushButton *addButton(QAction *action, const QString &name);

    struct Tab {
        QString title;
        QVector<SyncState> states; ///< empty: all
        QPushButton *button = nullptr;
    };

    PendingModel &m_model;
    QVector<Tab> m_tabs;
    QButtonGroup *m_group = nullptr;
    QLabel *m_summary = nullptr;
    QPushButton *m_sync = nullptr;
    QPushButton *m_stop = nullptr;
};

} // namespace salesbench
