// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/serverschema.h"

#include "models/store/serverevents.h"

#include <span>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

using Statements = std::span<const char *const>;

constexpr int WriterCacheKibibytes = 24 * 1024;

// Lists read indexes alone and fetch only the documents of their page: every index that a list can walk
// along ends in the owner, so that what a user may not see is passed over without touching the table.
const char *const ServerTables[] = {
    "CREATE TABLE document (row INTEGER PRIMARY KEY, kind INTEGER NOT NULL, id TEXT NOT NULL, revision "
    "INTEGER NOT NULL, "
    "owner TEXT NOT NULL, state TEXT, name TEXT, created TEXT, json TEXT NOT NULL)",
    "CREATE UNIQUE INDEX document_id ON document (kind, id, owner)",
    "CREATE INDEX document_row ON document (kind, row, owner)",
    "CREATE INDEX document_state ON document (kind, state, created, id, owner)",
    "CREATE INDEX document_name ON document (kind, name, id, owner)",
    "CREATE INDEX document_created ON document (kind, created, id, owner)",
    "CREATE TABLE tally (kind INTEGER NOT NULL, owner TEXT NOT NULL, count INTEGER NOT NULL, PRIMARY KEY "
    "(kind, owner)) WITHOUT ROWID",
    "CREATE TRIGGER tally_insert AFTER INSERT ON document BEGIN "
    "INSERT INTO tally VALUES (new.kind, new.owner, 1) ON CONFLICT DO UPDATE SET count = count + 1; END",
    "CREATE TRIGGER tally_delete AFTER DELETE ON document BEGIN "
    "UPDATE tally SET count = count - 1 WHERE kind = old.kind AND owner = old.owner; END",
    "CREATE TRIGGER tally_update AFTER UPDATE OF owner ON document WHEN old.owner <> new.owner BEGIN "
    "UPDATE tally SET count = count - 1 WHERE kind = old.kind AND owner = old.owner; "
    "INSERT INTO tally VALUES (new.kind, new.owner, 1) ON CONFLICT DO UPDATE SET count = count + 1; END",
    "CREATE TABLE counter (name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID",
    "INSERT INTO counter VALUES ('revision', 0)",
    "CREATE TABLE answer (scope TEXT NOT NULL, key TEXT NOT NULL, request BLOB NOT NULL, made INTEGER NOT "
    "NULL, "
    "status INTEGER NOT NULL, headers TEXT NOT NULL, body BLOB NOT NULL, PRIMARY KEY (scope, key)) WITHOUT "
    "ROWID",
    "CREATE INDEX answer_made ON answer (made)",
};

const char *const HotColumns[] = {
    "ALTER TABLE document ADD COLUMN changed TEXT",
    "ALTER TABLE document ADD COLUMN rating TEXT",
    "ALTER TABLE document ADD COLUMN priority TEXT",
    "ALTER TABLE document ADD COLUMN external TEXT",
    "ALTER TABLE document ADD COLUMN revenue REAL",
    "UPDATE document SET "
    "changed = CASE json_type(json, '$.statusChangeDate') WHEN 'text' THEN json ->> '$.statusChangeDate' "
    "END, "
    "rating = CASE json_type(json, '$.rating') WHEN 'text' THEN json ->> '$.rating' END, "
    "priority = CASE json_type(json, '$.priority') WHEN 'text' THEN json ->> '$.priority' END, "
    "external = CASE json_type(json, '$.externalId') WHEN 'text' THEN json ->> '$.externalId' END, "
    "revenue = CASE WHEN json_type(json, '$.estimatedRevenue.value') IN ('integer', 'real') "
    "THEN json ->> '$.estimatedRevenue.value' END",
    // The party whose documents somebody asks for, whatever its role.
    "CREATE TABLE party (kind INTEGER NOT NULL, id TEXT NOT NULL, row INTEGER NOT NULL, PRIMARY KEY (kind, "
    "id, row)) WITHOUT ROWID",
    "CREATE INDEX party_row ON party (row)",
    "INSERT OR IGNORE INTO party SELECT d.kind, p.value ->> '$.id', d.row FROM document AS d, "
    "json_each(d.json, '$.relatedParty') AS p WHERE json_type(p.value, '$.id') = 'text'",
};

// Walked for sorting, an index also tells what most filters want to know; the three by state, rating and
// priority are for values that few documents have.
const char *const HotIndexes[] = {
    "DROP INDEX document_row",
    "DROP INDEX document_name",
    "DROP INDEX document_created",
    "CREATE INDEX document_row ON document (kind, row, owner, state, rating, priority)",
    "CREATE INDEX document_name ON document (kind, name, id, owner, state, rating, priority)",
    "CREATE INDEX document_created ON document (kind, created, id, owner, state, rating, priority)",
    "CREATE INDEX document_changed ON document (kind, changed, id, owner, state, rating, priority)",
    "CREATE INDEX document_revenue ON document (kind, revenue, id, owner, state, rating, priority)",
    "CREATE INDEX document_rating ON document (kind, rating, created, id, owner)",
    "CREATE INDEX document_priority ON document (kind, priority, created, id, owner)",
    "CREATE INDEX document_external ON document (kind, external) WHERE external IS NOT NULL",
};

// How many documents there are of each owner, state, rating and priority, so that nobody counts a million of
// them for one page. 0 stands for what is absent: no text equals it.
const char *const Tallies[] = {
    "DROP TRIGGER tally_insert",
    "DROP TRIGGER tally_delete",
    "DROP TRIGGER tally_update",
    "DROP TABLE tally",
    "CREATE TABLE tally (kind INTEGER NOT NULL, owner TEXT NOT NULL, state NOT NULL, rating NOT NULL, "
    "priority NOT NULL, count INTEGER NOT NULL, PRIMARY KEY (kind, owner, state, rating, priority)) WITHOUT "
    "ROWID",
    "INSERT INTO tally SELECT kind, owner, ifnull(state, 0) AS s, ifnull(rating, 0) AS r, ifnull(priority, "
    "0) "
    "AS p, count(*) FROM document GROUP BY kind, owner, s, r, p",
    "CREATE TRIGGER tally_insert AFTER INSERT ON document BEGIN "
    "INSERT INTO tally VALUES (new.kind, new.owner, ifnull(new.state, 0), ifnull(new.rating, 0), "
    "ifnull(new.priority, 0), 1) ON CONFLICT DO UPDATE SET count = count + 1; END",
    "CREATE TRIGGER tally_delete AFTER DELETE ON document BEGIN "
    "UPDATE tally SET count = count - 1 WHERE kind = old.kind AND owner = old.owner AND state = "
    "ifnull(old.state, 0) AND rating = ifnull(old.rating, 0) AND priority = ifnull(old.priority, 0); "
    "DELETE FROM tally WHERE kind = old.kind AND owner = old.owner AND state = ifnull(old.state, 0) AND "
    "rating = ifnull(old.rating, 0) AND priority = ifnull(old.priority, 0) AND count = 0; "
    "DELETE FROM party WHERE row = old.row; END",
    "CREATE TRIGGER tally_update AFTER UPDATE OF owner, state, rating, priority ON document WHEN old.owner "
    "IS "
    "NOT new.owner OR old.state IS NOT new.state OR old.rating IS NOT new.rating OR old.priority IS NOT "
    "new.priority BEGIN "
    "UPDATE tally SET count = count - 1 WHERE kind = old.kind AND owner = old.owner AND state = "
    "ifnull(old.state, 0) AND rating = ifnull(old.rating, 0) AND priority = ifnull(old.priority, 0); "
    "DELETE FROM tally WHERE kind = old.kind AND owner = old.owner AND state = ifnull(old.state, 0) AND "
    "rating = ifnull(old.rating, 0) AND priority = ifnull(old.priority, 0) AND count = 0; "
    "INSERT INTO tally VALUES (new.kind, new.owner, ifnull(new.state, 0), ifnull(new.rating, 0), "
    "ifnull(new.priority, 0), 1) ON CONFLICT DO UPDATE SET count = count + 1; END",
};

// What has few values, taken together, has few combinations, and the tallies know them all. The documents of
// each stand in the orders that lists ask for most: what has such a value, or sorts by it, is put together
// from these.
const char *const Groups[] = {
    "DROP INDEX document_state",
    "DROP INDEX document_rating",
    "DROP INDEX document_priority",
    "DROP INDEX document_name",
    "CREATE INDEX document_name ON document (kind, name, id, owner, state, rating, priority, created)",
    "CREATE INDEX document_group ON document (kind, state, rating, priority, id, owner)",
    "CREATE INDEX document_order ON document (kind, state, rating, priority, row, owner)",
    "CREATE INDEX document_age ON document (kind, state, rating, priority, created, id, owner)",
};

// What documents refer to: 0 a related party, 1 the campaign, 2 the channel; and how many of each owner's do.
const char *const References[] = {
    "CREATE TABLE reference (kind INTEGER NOT NULL, attribute INTEGER NOT NULL, id TEXT NOT NULL, owner TEXT "
    "NOT NULL, row INTEGER NOT NULL, PRIMARY KEY (kind, attribute, id, owner, row)) WITHOUT ROWID",
    "CREATE TABLE reference_tally (kind INTEGER NOT NULL, attribute INTEGER NOT NULL, id TEXT NOT NULL, "
    "owner "
    "TEXT NOT NULL, count INTEGER NOT NULL, PRIMARY KEY (kind, attribute, id, owner)) WITHOUT ROWID",
    "INSERT INTO reference SELECT p.kind, 0, p.id, d.owner, p.row FROM party AS p JOIN document AS d ON "
    "d.row = p.row",
    "INSERT INTO reference SELECT kind, 1, json ->> '$.marketingCampaign.id', owner, row FROM document WHERE "
    "json_type(json, '$.marketingCampaign.id') = 'text'",
    "INSERT INTO reference SELECT kind, 2, json ->> '$.channel.id', owner, row FROM document WHERE "
    "json_type(json, '$.channel.id') = 'text'",
    "INSERT INTO reference_tally SELECT kind, attribute, id, owner, count(*) FROM reference GROUP BY kind, "
    "attribute, id, owner",
    "CREATE TRIGGER reference_insert AFTER INSERT ON reference BEGIN "
    "INSERT INTO reference_tally VALUES (new.kind, new.attribute, new.id, new.owner, 1) ON CONFLICT DO "
    "UPDATE "
    "SET count = count + 1; END",
    "CREATE TRIGGER reference_delete AFTER DELETE ON reference BEGIN "
    "UPDATE reference_tally SET count = count - 1 WHERE kind = old.kind AND attribute = old.attribute AND id "
    "= "
    "old.id AND owner = old.owner; "
    "DELETE FROM reference_tally WHERE kind = old.kind AND attribute = old.attribute AND id = old.id AND "
    "owner "
    "= old.owner AND count = 0; END",
    "DROP TRIGGER tally_delete",
    "DROP TABLE party",
    "CREATE TRIGGER tally_delete AFTER DELETE ON document BEGIN "
    "UPDATE tally SET count = count - 1 WHERE kind = old.kind AND owner = old.owner AND state = "
    "ifnull(old.state, 0) AND rating = ifnull(old.rating, 0) AND priority = ifnull(old.priority, 0); "
    "DELETE FROM tally WHERE kind = old.kind AND owner = old.owner AND state = ifnull(old.state, 0) AND "
    "rating = ifnull(old.rating, 0) AND priority = ifnull(old.priority, 0) AND count = 0; END",
};

// What sorts by such a value alone goes by the id within it.
const char *const ById[] = {
    "CREATE INDEX document_state_id ON document (kind, state, id, owner, rating, priority)",
    "CREATE INDEX document_rating_id ON document (kind, rating, id, owner, state, priority)",
    "CREATE INDEX document_priority_id ON document (kind, priority, id, owner, state, rating)",
};

Result<void> executeAll(Database &database, Statements statements)
{
    for (const char *statement : statements) {
        if (Result<void> result = database.execute(QLatin1StringView(statement)); !result)
            return result;
    }
    return {};
}

Result<void> createTables(Database &database)
{
    return executeAll(database, ServerTables);
}

Result<void> addHotColumns(Database &database)
{
    return executeAll(database, HotColumns)
        .and_then([&] { return executeAll(database, HotIndexes); })
        .and_then([&] { return executeAll(database, Tallies); });
}

Result<void> addOrdersById(Database &database)
{
    return executeAll(database, ById);
}

Result<void> addGroups(Database &database)
{
    return executeAll(database, Groups).and_then([&] { return executeAll(database, References); });
}

} // namespace

Result<void> prepareForManyWrites(Database &database)
{
    return database.execute(u"PRAGMA cache_size=-%1"_s.arg(WriterCacheKibibytes));
}

QVector<Database::Migration> serverMigrations()
{
    return {createTables, addHotColumns, ServerEvents::createTables, addGroups, addOrdersById};
}

} // namespace salesbench
