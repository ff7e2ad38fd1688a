// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/details/steprunner.h"

#include "models/domain/conversion.h"
#include "models/domain/quote.h"
#include "models/domain/whendone.h"
#include "ui/assignment/assigndialog.h"
#include "ui/assignment/assignment.h"

namespace salesbench {

StepRunner::StepRunner(Context &context, QWidget *parent)
    : QObject(parent)
    , m_context(context)
    , m_widget(parent)
{
}

void StepRunner::run(RecordStep step, const Record &record)
{
    switch (step) {
    case RecordStep::Claim:
        claim(record);
        return;
    case RecordStep::Assign:
        (new AssignDialog(m_context, record.kind, {record.localId}, m_widget->window()))->open();
        return;
    case RecordStep::NewQuote:
        recordNewQuote(makeQuote(record, m_context.surroundings));
        return;
    case RecordStep::NextVersion:
        startNextVersion(record);
        return;
    }
}

void StepRunner::claim(const Record &record)
{
    whenDone(claimRecord(m_context, record.kind, record.localId), this, [this](const Result<void> &done) {
        if (!done)
            Q_EMIT failed(done.error().sentence);
    });
}

void StepRunner::startNextVersion(const Record &quote)
{
    const QString id = Quote(quote.local).salesOpportunity().id();
    if (id.isEmpty()) {
        recordNewQuote(nextQuoteVersion(quote, nullptr, m_context.surroundings));
        return;
    }
    whenDone(m_context.queries.record(ResourceKind::SalesOpportunity, id), this,
             [this, quote](const Result<Record> &opportunity) {
                 // One that the server does not show to this user leaves the link to the server's side.
                 recordNewQuote(nextQuoteVersion(quote, opportunity ? &*opportunity : nullptr, m_context.surroundings));
             });
}

void StepRunner::recordNewQuote(const Result<Change> &change)
{
    if (!change) {
        Q_EMIT failed(change.error().sentence);
        return;
    }
    const QString id = change->edits.first().id;
    whenDone(m_context.edits.record(*change), this, [this, id](const Result<void> &done) {
        if (done)
            Q_EMIT openRequested(ResourceKind::Quote, id);
        else
            Q_EMIT failed(done.error().sentence);
    });
}

} // namespace salesbench
