// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/problem.h"
#include "models/items/column.h"
#include "ui/widgets/context.h"

#include <QObject>

#include <functional>

class QAction;
class QMenu;

namespace salesbench {

class RecordTable;

/// What can be done to the documents that are selected in a list. Single letters work while the list has the
/// keys; whatever is done to several documents is one change.
class RecordActions : public QObject {
    Q_OBJECT

public:
    RecordActions(Context &context, ResourceKind kind, RecordTable &table, QObject *parent);

    /// In the menu's order; a null stands for a separator.
    const QList<QAction *> &recordActions() const { return m_record; }
    QList<QAction *> editActions() const { return {m_copy, m_selectAll}; }
    QList<QAction *> goActions() const { return {m_next, m_previous}; }
    /// Behind the others of the record menu, but before the deletion.
    void add(QAction *action);
    /// Looks at the selection again: which actions make sense.
    void refresh();

Q_SIGNALS:
    void openPressed();
    void panePressed();
    void fieldPressed(salesbench::Column column);
    void mainStepPressed();
    void notePressed();
    void failed(const salesbench::Problem &problem);
    /// What was done, in a sentence.
    void done(const QString &sentence);

private:
    using Deed = std::function<void(const QVector<ListRow> &)>;

    QAction *make(const QString &text, const QString &iconName, const QList<QKeySequence> &keys, const QString &name);
    void makeSteps();
    void makeRest();
    void withSelection(const Deed &deed);
    void save(const Result<Change> &change);
    void finish(const Result<void> &result, const QString &sentence);
    void choose(Field field, const QStringList &values, Column column);
    void chooseStatus();
    void move(const QVector<ListRow> &rows, State to);
    void askReason(const QVector<ListRow> &rows, State to);
    void chooseOwner();
    void remove();
    void copy();
    void popUp(QMenu *menu, Column column);
    QMenu *makeMenu();

    Context &m_context;
    ResourceKind m_kind;
    RecordTable &m_table;
    QList<QAction *> m_record;
    QList<QAction *> m_forOne; ///< need one document
    QList<QAction *> m_forSome; ///< need a selection
    QAction *m_delete = nullptr;
    QAction *m_copy = nullptr;
    QAction *m_selectAll = nullptr;
    QAction *m_next = nullptr;
    QAction *m_previous = nullptr;
};

} // namespace salesbench
