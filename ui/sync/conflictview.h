// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/problem.h"
#include "models/domain/record.h"
#include "ui/widgets/context.h"

#include <QWidget>

class QAction;
class QLabel;
class QPushButton;
class QStackedWidget;
class QTableView;

namespace salesbench {

class ConflictModel;
class DecisionMaker;
class EmptyState;

/// Both sides of one conflict, and what is to become of each part. Where one side deleted the document there is
/// one question instead.
class ConflictView : public QWidget {
    Q_OBJECT

public:
    ConflictView(Context &context, DecisionMaker &decisions, QWidget *parent = nullptr);
    ~ConflictView() override;

    using QWidget::show;
    /// Reads the document, and again whenever it changes. The view hides itself where there is no conflict.
    void show(ResourceKind kind, const QString &localId);
    /// The same for a document that was read already.
    void showRecord(const Record &record);
    void leave();
    QString localId() const { return m_localId; }
    ConflictModel &model() const { return *m_model; }
    /// Where the keys go.
    QWidget *focusPart() const;

Q_SIGNALS:
    /// The user puts it off.
    void closed();
    /// The document is there to be looked at, or is no conflict any more.
    void shown();
    void failed(const salesbench::Problem &problem);

private:
    QWidget *buildHead();
    QWidget *buildFoot();
    void buildTable();
    void buildQuestion();
    void addKey(const QString &key, int number);
    void press(int row, int number);
    void reload();
    void showTexts();
    void showChoices();
    void askAboutDeletion();
    void save();

    Context &m_context;
    DecisionMaker &m_decisions;
    ConflictModel *m_model = nullptr;
    ResourceKind m_kind = ResourceKind::SalesLead;
    QString m_localId;
    QLabel *m_name = nullptr;
    QLabel *m_story = nullptr;
    QPushButton *m_undo = nullptr;
    QPushButton *m_allMine = nullptr;
    QPushButton *m_allTheirs = nullptr;
    QStackedWidget *m_stack = nullptr;
    QTableView *m_table = nullptr;
    EmptyState *m_question = nullptr;
    QPushButton *m_mine = nullptr;   ///< recreate, or delete all the same
    QPushButton *m_theirs = nullptr; ///< discard
    QWidget *m_foot = nullptr;
    QLabel *m_state = nullptr;
    QLabel *m_hint = nullptr;
    QPushButton *m_save = nullptr;
};

} // namespace salesbench
