// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/steps.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

int number(StepState state)
{
    return static_cast<int>(state);
}

} // namespace

Result<qint64> Steps::begin(const QString &title, const QDateTime &made)
{
    return insert(title, made, StepState::Recorded);
}

Result<qint64> Steps::beginForGood(const QString &title, const QDateTime &made)
{
    return insert(title, made, StepState::Begun);
}

Result<qint64> Steps::insert(const QString &title, const QDateTime &made, StepState state)
{
    return m_database
        .query(u"INSERT INTO step (title, made, state) VALUES (?, ?, ?)"_s,
               {title.isNull() ? u""_s : title, timeColumn(made), number(state)})
        .map([](QSqlQuery *query) { return query->lastInsertId().toLongLong(); });
}

Result<Step> Steps::one(const QString &order, StepState state)
{
    return m_database
        .query(u"SELECT id, title, undone, decision FROM step WHERE state = ? ORDER BY id "_s + order,
               {number(state)})
        .map([](QSqlQuery *query) {
            if (!query->next())
                return Step();
            Step step{query->value(0).toLongLong(), query->value(1).toString(),
                      QJsonDocument::fromJson(query->value(2).toByteArray()).array(),
                      toDocument(query->value(3).toByteArray())};
            query->finish();
            return step;
        });
}

Result<Step> Steps::newestRecorded()
{
    return one(u"DESC LIMIT 1"_s, StepState::Recorded);
}

Result<Step> Steps::nextUndone()
{
    return one(u"LIMIT 1"_s, StepState::Undone);
}

Result<void> Steps::setUndone(qint64 step, const QJsonArray &edits)
{
    return m_database.execute(
        u"UPDATE step SET state = ?, undone = ? WHERE id = ?"_s,
        {number(StepState::Undone), QJsonDocument(edits).toJson(QJsonDocument::Compact), step});
}

Result<void> Steps::setRedone(qint64 step)
{
    return m_database.execute(u"UPDATE step SET state = ?, undone = NULL WHERE id = ?"_s,
                              {number(StepState::Recorded), step});
}

Result<void> Steps::setDecision(qint64 step, const QJsonObject &decision)
{
    return m_database.execute(u"UPDATE step SET decision = CAST(? AS TEXT) WHERE id = ?"_s,
                              {toBytes(decision), step});
}

Result<QJsonObject> Steps::kept(qint64 step)
{
    return m_database.query(u"SELECT id, title, made, state FROM step WHERE id = ?"_s, {step})
        .map([](QSqlQuery *query) {
            QJsonObject row;
            if (query->next()) {
                row = {{u"id"_s, query->value(0).toLongLong()},
                       {u"title"_s, query->value(1).toString()},
                       {u"made"_s, query->value(2).toLongLong()},
                       {u"state"_s, query->value(3).toInt()}};
            }
            query->finish();
            return row;
        });
}

Result<void> Steps::restore(const QJsonObject &kept)
{
    return m_database.execute(u"INSERT OR IGNORE INTO step (id, title, made, state) VALUES (?, ?, ?, ?)"_s,
                              {kept.value("id"_L1).toInteger(), kept.value("title"_L1).toString(),
                               kept.value("made"_L1).toInteger(), kept.value("state"_L1).toInt()});
}

Result<void> Steps::forgetUndone()
{
    return m_database.execute(u"DELETE FROM step WHERE state = ?"_s, {number(StepState::Undone)});
}

Result<void> Steps::remove(qint64 step)
{
    return m_database.execute(u"DELETE FROM step WHERE id = ?"_s, {step});
}

Result<void> Steps::markBegun(RowId row, qint64 lastSequence)
{
    return m_database.execute(
        // A step has many operations, and only the first of them changes anything.
        u"UPDATE step SET state = ? WHERE state <> ? AND id IN "
        "(SELECT step FROM outbox WHERE row = ? AND sequence <= ?)"_s,
        {number(StepState::Begun), number(StepState::Begun), row, lastSequence});
}

} // namespace salesbench
