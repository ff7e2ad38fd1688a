// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/problem.h"
#include "models/domain/record.h"
#include "ui/widgets/context.h"

#include <QWidget>

class QPushButton;

namespace salesbench {

class DecisionMaker;
class EmptyState;

/// Asks whether the second of two documents that the server made of one creation is to be deleted there.
class TwinView : public QWidget {
    Q_OBJECT

public:
    TwinView(Context &context, DecisionMaker &decisions, QWidget *parent = nullptr);

    using QWidget::show;
    /// Reads both documents; the view is there once they are read.
    void show(const PendingChange &twin);
    void leave();
    QString localId() const { return m_localId; }
    /// Where the keys go.
    QWidget *focusPart() const;

Q_SIGNALS:
    void failed(const salesbench::Problem &problem);

private:
    void say(const Record &original, const Record &second);

    Context &m_context;
    ResourceKind m_kind = ResourceKind::SalesLead;
    QString m_localId;
    EmptyState *m_question = nullptr;
    QPushButton *m_keep = nullptr;
    QPushButton *m_delete = nullptr;
};

} // namespace salesbench
