// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/lineeditqueue.h"

#include "models/domain/quotetotals.h"
#include "models/domain/whendone.h"
#include "models/items/knownpart.h"

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

/// The totals go with the lines: lists show them. A quote that cannot be added up keeps those it has, unless
/// it is this edit that makes it so.
Result<Change> changeOf(const Record &quote, const LineEdit &edit, const EntityRef &offering)
{
    if (const QString lock = lineLock(quote); !lock.isEmpty())
        return notAllowed(lock);
    const Quote before(quote.local);
    const Result<QVector<QuoteItem>> items = edit.apply(before.quoteItem(), offering);
    if (!items)
        return tl::unexpected(items.error());
    Quote after = before;
    after.setQuoteItem(*items);
    if (const Result<QuoteTotals> totals = quoteTotals(*items))
        after.setQuoteTotalPrice(toQuoteTotalPrice(*totals));
    else if (quoteTotals(before.quoteItem()))
        return tl::unexpected(totals.error());
    QJsonObject patch;
    for (QLatin1StringView attribute : {"quoteItem"_L1, "quoteTotalPrice"_L1}) {
        const QJsonValue value = after.json().value(attribute);
        if (value != before.json().value(attribute))
            patch.insert(attribute, value.isUndefined() ? QJsonValue() : value);
    }
    Change change{edit.title, {}};
    if (!patch.isEmpty())
        change.edits.append({Edit::Op::Update, ResourceKind::Quote, quote.localId, patch});
    return change;
}

} // namespace

LineEditQueue::LineEditQueue(WorkspaceQueries &queries, WorkspaceEdits &edits, QObject *parent)
    : QObject(parent)
    , m_queries(queries)
    , m_edits(edits)
{
}

void LineEditQueue::run(const QString &quoteId, const LineEdit &edit)
{
    m_waiting.enqueue({quoteId, edit});
    if (m_waiting.size() == 1)
        begin();
}

void LineEditQueue::begin()
{
    const QString offering = m_waiting.head().edit.offering;
    if (offering.isEmpty())
        read({});
    else
        findKnownOffering(m_queries, this, offering,
                          [this](const QJsonObject &known) { read(EntityRef(known)); });
}

void LineEditQueue::read(const EntityRef &offering)
{
    whenDone(m_queries.record(ResourceKind::Quote, m_waiting.head().quoteId), this,
             [this, offering](const Result<Record> &quote) {
                 if (quote)
                     write(*quote, offering);
                 else
                     finish(tl::unexpected(quote.error()));
             });
}

void LineEditQueue::write(const Record &quote, const EntityRef &offering)
{
    const Result<Change> change = changeOf(quote, m_waiting.head().edit, offering);
    if (!change)
        finish(tl::unexpected(change.error()));
    else if (change->edits.isEmpty())
        finish({});
    else
        whenDone(m_edits.record(*change), this, [this](const Result<void> &done) { finish(done); });
}

void LineEditQueue::finish(const Result<void> &done)
{
    m_waiting.dequeue();
    if (!done)
        Q_EMIT failed(done.error());
    if (m_waiting.isEmpty())
        Q_EMIT idle();
    else
        begin();
}

} // namespace salesbench
