// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/page.h"
#include "ui/widgets/context.h"

#include <QFuture>

class QLabel;
class QPushButton;
class QStackedWidget;
class QTableView;

namespace salesbench {

class EmptyState;
class PendingModel;

/// What is not yet on the server, and why.
class SyncPage : public Page {
    Q_OBJECT

public:
    explicit SyncPage(Context &context, QWidget *parent = nullptr);

    QString title() const override { return tr("Sync"); }
    QString iconName() const override { return QStringLiteral("sync"); }
    QString countText() const override;
    QStringList statusTexts() const override;
    QList<QAction *> menuActions(Menu menu) const override;
    QString recordMenuTitle() const override { return tr("&Change"); }
    QList<QWidget *> parts() const override;
    bool isReady() const override { return m_ready && !m_reading; }

private:
    QWidget *buildBar();
    void buildTable();
    void reload();
    void take(const Result<QVector<PendingChange>> &answer);
    void showStatus();
    void showEmpty();
    void openSelected();
    void copySelected();

    Context &m_context;
    PendingModel *m_model = nullptr;
    QTableView *m_table = nullptr;
    QStackedWidget *m_stack = nullptr;
    EmptyState *m_empty = nullptr;
    QLabel *m_summary = nullptr;
    QPushButton *m_sync = nullptr;
    QPushButton *m_cancel = nullptr;
    QAction *m_open = nullptr;
    QAction *m_copy = nullptr;
    QString m_problem;
    bool m_reading = false;
    bool m_again = false; ///< something changed while it was being read
    bool m_ready = false;
};

} // namespace salesbench
