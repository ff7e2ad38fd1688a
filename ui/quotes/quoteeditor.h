// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/quotelinesmodel.h"
#include "ui/widgets/context.h"

#include <QWidget>

class QFrame;
class QLabel;
class QLineEdit;
class QStackedWidget;

namespace salesbench {

class DetailsPane;
class EmptyState;
class LineActions;
class LinesView;
class OfferingNames;
class QuoteHead;
class TotalsBlock;

/// One quote in full: its lines, what they come to, and beside them everything else about it. Each edit of a
/// line is one Change.
class QuoteEditor : public QWidget {
    Q_OBJECT

public:
    explicit QuoteEditor(Context &context, QWidget *parent = nullptr);

    /// By local or server id.
    void open(const QString &id);
    const Record &record() const { return m_model->record(); }
    /// False until the quote, or the reason why it cannot be shown, is there.
    bool isReady() const { return m_isReady; }
    QString countText() const;
    QStringList statusTexts() const;
    LineActions &actions() const { return *m_actions; }
    LinesView &lines() const { return *m_lines; }
    DetailsPane &pane() const { return *m_pane; }
    QList<QWidget *> parts() const;

Q_SIGNALS:
    void backRequested();
    void openRequested(salesbench::ResourceKind kind, const QString &id);
    void textsChanged();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QWidget *buildLines();
    QWidget *buildNote();
    QWidget *buildAddRow();
    QWidget *buildFoot();
    void buildTrouble();
    void connectModel();
    void connectActions();
    void load();
    void take(const Result<Record> &answer);
    void showLines();
    void showNote();
    void forgetProblem();
    void addTyped();
    void removeCurrent();
    void moveCurrent(int step);
    void enableActions();

    Context &m_context;
    QString m_wanted;
    bool m_isReady = false;
    QString m_problem; ///< of the last edit
    QString m_objection; ///< to what is being typed
    QuoteLinesModel *m_model = nullptr;
    OfferingNames *m_names = nullptr;
    LinesView *m_lines = nullptr;
    LineActions *m_actions = nullptr;
    QStackedWidget *m_pages = nullptr;
    QuoteHead *m_head = nullptr;
    QFrame *m_note = nullptr;
    QLabel *m_noteText = nullptr;
    QFrame *m_addRow = nullptr;
    QLineEdit *m_add = nullptr;
    TotalsBlock *m_totals = nullptr;
    DetailsPane *m_pane = nullptr;
    EmptyState *m_trouble = nullptr;
};

} // namespace salesbench
