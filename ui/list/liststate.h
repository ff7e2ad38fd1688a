// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/list/kindwords.h"
#include "ui/widgets/emptystate.h"

class QAction;

namespace salesbench {

class ResourceTableModel;
struct Problem;

/// Stands in place of rows where a list has none, and says why and what to do about it. Lies over the list's
/// body, so that head and filters stay usable.
class ListState : public EmptyState {
    Q_OBJECT

public:
    /// @p body is the widget that it covers and that it belongs to.
    ListState(const ResourceTableModel &model, QAction *create, QWidget *body);

    /// Looks at the model again. @p filters is the number of conditions that a person set.
    void update(int filters);

Q_SIGNALS:
    void clearPressed();
    void retryPressed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    enum class Why { Rows, FirstUse, Filters, View, Problem };
    Why why(int filters) const;
    void sayProblem(const Problem &problem);

    const ResourceTableModel &m_model;
    KindWords m_words;
    QAction *m_new = nullptr;
    QPushButton *m_create = nullptr;
    QPushButton *m_clear = nullptr;
    QPushButton *m_retry = nullptr;
};

} // namespace salesbench
