// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/page.h"
#include "ui/widgets/context.h"

#include <QFuture>

class QStackedWidget;
class QTableView;

namespace salesbench {

class ConflictView;
class DecisionMaker;
class EmptyState;
class Pacer;
class PendingBar;
class PendingList;
class PendingModel;
class TwinView;

/// What is not yet on the server, and why; what can be done about it, and below it both sides of the conflict
/// that is current.
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
    bool isReady() const override { return m_ready && m_answered == m_asked; }

    /// Shows both sides of the document's conflict.
    void compare(ResourceKind kind, const QString &localId);
    /// Of the first conflict in the list; nothing where there is none.
    void compareFirst();
    ConflictView &conflict() const { return *m_conflict; }

private:
    void buildActions();
    void connectAll();
    void reload();
    void reloadNow();
    void read();
    void readChanges(int asked);
    void take(const Result<QVector<PendingChange>> &answer);
    void showStatus();
    void showEmpty();
    void showActions();
    void showCurrent();
    const PendingChange *current() const;
    /// Each selected document once.
    QVector<PendingChange> selected() const;
    void openSelected();
    void compareSelected();
    void copySelected();

    Context &m_context;
    PendingModel *m_model = nullptr;
    DecisionMaker *m_decisions = nullptr;
    PendingBar *m_bar = nullptr;
    PendingList *m_list = nullptr;
    QTableView *m_table = nullptr; ///< in it
    QStackedWidget *m_stack = nullptr;
    EmptyState *m_empty = nullptr;
    ConflictView *m_conflict = nullptr;
    TwinView *m_twin = nullptr;
    QAction *m_open = nullptr;
    QAction *m_compare = nullptr;
    QAction *m_retry = nullptr;
    QAction *m_discard = nullptr;
    QAction *m_copy = nullptr;
    QString m_problem;
    QString m_wanted; ///< the document whose conflict is to be shown once the list is read
    Pacer *m_pacer = nullptr;
    int m_limit; ///< changes that are listed at most
    int m_twins = 0; ///< among them, though no changes
    int m_asked = 0; ///< readings that were wanted so far
    int m_answered = 0; ///< the last of them that the list obeys
    bool m_ready = false;
};

} // namespace salesbench
