// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/editing.h"

#include "models/domain/merge.h"
#include "models/domain/move.h"
#include "models/domain/quotetotals.h"

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

bool isLegal(ResourceKind kind, const QJsonObject &before, const QJsonObject &after)
{
    const ResourceType &type = resourceType(kind);
    const QJsonValue oldState = before.value(type.stateAttribute);
    const QJsonValue newState = after.value(type.stateAttribute);
    const auto from = stateFromText(json::toText(oldState));
    const auto to = stateFromText(json::toText(newState));
    return oldState == newState || !from || (to && type.lifecycle.allows(*from, *to));
}

} // namespace

QJsonObject createdDocument(const Edit &edit)
{
    const ResourceType &type = resourceType(edit.kind);
    QJsonObject document = mergePatch({}, edit.content); // null means absent
    document.insert("id"_L1, edit.id);
    if (json::toText(document.value(type.stateAttribute)).isEmpty())
        document.insert(type.stateAttribute, QString(toText(type.lifecycle.initial())));
    return edit.kind == ResourceKind::Quote ? withQuoteTotals(document) : document;
}

Result<QJsonObject> updatedDocument(ResourceKind kind, const QJsonObject &document, const QJsonObject &patch)
{
    QJsonObject after = mergePatch(document, patch);
    if (after.value("id"_L1) != document.value("id"_L1))
        after.insert("id"_L1, document.value("id"_L1));
    if (!isLegal(kind, document, after)) {
        const QString state(resourceType(kind).stateAttribute);
        return notAllowed(
            illegalMoveText(kind, json::toText(document.value(state)), json::toText(after.value(state))));
    }
    const bool linesChanged = after.value("quoteItem"_L1) != document.value("quoteItem"_L1);
    return kind == ResourceKind::Quote && linesChanged ? withQuoteTotals(after) : after;
}

QJsonObject withQuoteTotals(const QJsonObject &document)
{
    Quote quote(document);
    const Result<QuoteTotals> totals = quoteTotals(quote.quoteItem());
    quote.setQuoteTotalPrice(totals ? toQuoteTotalPrice(*totals) : QVector<QuotePrice>());
    return quote.json();
}

} // namespace salesbench
