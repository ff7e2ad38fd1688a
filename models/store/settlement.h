// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/syncjournal.h"
#include "models/store/writertables.h"

namespace salesbench {

/// How a piece of work ended, put into the workspace. Runs on the writer's thread within its transaction.
class Settlement {
public:
    Settlement(WriterTables &tables, Record record, qint64 lastSequence)
        : m_tables(tables)
        , m_record(std::move(record))
        , m_after(m_record)
        , m_last(lastSequence)
    {
    }

    Result<void> settle(const Outcome &outcome);

private:
    Result<void> done(const Outcome &outcome);
    Result<bool> isAnothers(const QString &serverId);
    Result<void> take(const Outcome &outcome);
    Result<void> keepRest(const Outcome &outcome);
    QJsonObject localBefore(QVector<Operation>::const_iterator edit,
                            QVector<Operation>::const_iterator end) const;
    Result<void> putRest(const Operation &last, const QJsonObject &local);
    Result<void> stop(SyncState state, const Outcome &outcome);
    Result<void> retry(const Outcome &outcome);
    Result<void> completeLinks();
    Result<void> sendLinkOf(const Record &other, qint64 step);
    Result<void> write();

    WriterTables &m_tables;
    const Record m_record;
    Record m_after;
    const qint64 m_last;
};

} // namespace salesbench
