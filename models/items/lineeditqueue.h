// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/workspace.h"
#include "models/items/quotelineedit.h"

#include <QQueue>

namespace salesbench {

/// Makes the edits of a quote's lines one after the other, each upon the quote as the workspace has it at
/// that moment: what a pull has brought meanwhile is not overwritten, although a list is written as a whole.
class LineEditQueue : public QObject {
    Q_OBJECT

public:
    LineEditQueue(WorkspaceQueries &queries, WorkspaceEdits &edits, QObject *parent = nullptr);

    void run(const QString &quoteId, const LineEdit &edit);
    bool isBusy() const { return !m_waiting.isEmpty(); }

Q_SIGNALS:
    void failed(const salesbench::Problem &problem);
    /// Everything that was asked for is kept, or has failed.
    void idle();

private:
    struct Task {
        QString quoteId;
        LineEdit edit;
    };

    void begin();
    void read(const EntityRef &offering);
    void write(const Record &quote, const EntityRef &offering);
    void finish(const Result<void> &done);

    WorkspaceQueries &m_queries;
    WorkspaceEdits &m_edits;
    QQueue<Task> m_waiting; ///< the first is being made
};

} // namespace salesbench
