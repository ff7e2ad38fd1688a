// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/details/recordstep.h"
#include "ui/widgets/context.h"

#include <QObject>

namespace salesbench {

/// Takes the steps of recordstep.h, each as one change.
class StepRunner : public QObject {
    Q_OBJECT

public:
    /// Dialogs belong to the window of @p parent.
    StepRunner(Context &context, QWidget *parent);

    void run(RecordStep step, const Record &record);

Q_SIGNALS:
    void failed(const QString &sentence);
    /// A document was made, or is to be looked at.
    void openRequested(salesbench::ResourceKind kind, const QString &id);

private:
    void claim(const Record &record);
    void startNextVersion(const Record &quote);
    /// The change's first edit makes the quote that is then opened.
    void recordNewQuote(const Result<Change> &change);

    Context &m_context;
    QWidget *m_widget;
};

} // namespace salesbench
