// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/details/recordstep.h"

#include <QCoreApplication>

namespace salesbench {

namespace {

QString word(const char *text)
{
    return QCoreApplication::translate("RecordStep", text);
}

void addOwnerSteps(QVector<RecordStep> &steps, const Record &record, const Session &session)
{
    if (session.canAssign())
        steps.append(RecordStep::Assign);
    else if (session.user.role == Role::Representative && ownerOf(record, session.ownerRole).partyId.isEmpty())
        steps.append(RecordStep::Claim);
}

} // namespace

QVector<RecordStep> possibleSteps(const Record &record, const Session &session)
{
    QVector<RecordStep> steps;
    if (record.localId.isEmpty() || record.deleted)
        return steps;
    addOwnerSteps(steps, record, session);
    const auto state = stateOf(record.kind, record.local);
    if (record.kind == ResourceKind::SalesOpportunity && state != State::Rejected && state != State::Cancelled)
        steps.append(RecordStep::NewQuote);
    if (record.kind == ResourceKind::Quote && state == State::Rejected)
        steps.append(RecordStep::NextVersion);
    return steps;
}

QString stepText(RecordStep step)
{
    switch (step) {
    case RecordStep::Claim:
        return word(QT_TRANSLATE_NOOP("RecordStep", "Claim"));
    case RecordStep::Assign:
        return word(QT_TRANSLATE_NOOP("RecordStep", "Assign…"));
    case RecordStep::NewQuote:
        return word(QT_TRANSLATE_NOOP("RecordStep", "New quote"));
    case RecordStep::NextVersion:
        return word(QT_TRANSLATE_NOOP("RecordStep", "Start next version"));
    }
    return {};
}

Person ownerOf(const Record &record, const QString &ownerRole)
{
    const Summary summary = summarize(record.kind, record.local, ownerRole);
    return {summary.text(Field::OwnerId), summary.text(Field::OwnerName), Role::Representative, {}};
}

} // namespace salesbench
