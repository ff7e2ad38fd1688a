// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/twinrows.h"
#include "models/store/writertables.h"

#include <QJsonArray>

namespace salesbench {

/// What a user decides about a document that waits or was stopped, put into document, outbox and history, and
/// taken back: a decision keeps the documents and operations that it does away with as they were. Runs on the
/// writer's thread within its transaction.
class Decisions {
public:
    explicit Decisions(WriterTables &tables)
        : m_tables(tables)
        , m_now(tables.surroundings.now())
    {
    }

    Result<void> decide(const Decision &decision);

    /// For a step that is a decision. NotAllowed where its documents were edited or sent since.
    Result<void> takeBack(const Step &step);
    Result<void> doAgain(const Step &step);

private:
    Result<Record> stands(const Record &seen);
    Result<void> tryNow(const Record &before, const Record &after, const QString &title);
    Result<void> begin(const Decision &decision);
    Result<void> carryOut(const Decision &decision);
    Result<void> keep(const Record &record);
    Result<void> put(const Record &before, const Record &after, const Decision &decision);
    Result<void> remove(const Record &record, const Decision &decision);
    Result<void> leaveOut(const Record &referrer, const Record &removed, const QString &title);
    Result<void> replace(const Record &before, const Record &after, const Decision &decision);
    Result<void> append(const Record &before, const Record &after, const Decision &decision);
    Result<void> noteRecreation(const Record &record);
    Result<Twin> twinOf(const Record &record);
    Result<void> keepTwin(const Record &record, const Decision &decision);
    Result<void> deleteTwin(const Record &before, const Record &after, const Decision &decision);
    Result<void> takeRest(const Twin &twin, const Record &original, const Record &other);
    Result<void> nameOriginal(const Record &twin, const Record &original, const QString &title);
    Result<void> restore(const QJsonObject &kept, const Step &step);
    Result<void> putBack(const std::optional<Record> &stands, Record record, const QString &title);
    Result<std::optional<Record>> nothingInPlaceOf(const Record &record);
    Result<std::optional<Record>> replaceable(const Record &record, const QJsonArray &operations, qint64 step);

    WriterTables &m_tables;
    const QDateTime m_now;
    qint64 m_step = 0;
    QJsonArray m_kept; ///< the documents before the decision, and what waited of them
    std::optional<Twin> m_twin; ///< before the decision, where it is about one
};

} // namespace salesbench
