// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/schema.h"

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

const char *const Tables[] = {
    // The long columns stand last, so that reading the short ones does not walk through them.
    "CREATE TABLE document (row INTEGER PRIMARY KEY AUTOINCREMENT, kind INTEGER NOT NULL, "
    "localId TEXT NOT NULL, serverId TEXT, sync INTEGER NOT NULL, deleted INTEGER NOT NULL DEFAULT 0, "
    "edited INTEGER, etag TEXT, reason TEXT, local TEXT NOT NULL, base TEXT, remote TEXT)",
    "CREATE UNIQUE INDEX document_localId ON document (localId)",
    "CREATE UNIQUE INDEX document_serverId ON document (kind, serverId) WHERE serverId IS NOT NULL",
    "CREATE INDEX document_unsent ON document (kind, sync, row) WHERE sync <> 0",

    "CREATE TABLE step (id INTEGER PRIMARY KEY AUTOINCREMENT, title TEXT NOT NULL, made INTEGER NOT NULL, "
    "state INTEGER NOT NULL, undone TEXT)",
    "CREATE INDEX step_state ON step (state, id)",
    "CREATE TABLE outbox (sequence INTEGER PRIMARY KEY AUTOINCREMENT, row INTEGER NOT NULL REFERENCES document, "
    "step INTEGER NOT NULL REFERENCES step, op INTEGER NOT NULL, content TEXT NOT NULL, before TEXT, "
    "state INTEGER NOT NULL, attempts INTEGER NOT NULL DEFAULT 0, notBefore INTEGER NOT NULL DEFAULT 0, "
    "made INTEGER NOT NULL, doubted INTEGER NOT NULL DEFAULT 0)",
    "CREATE INDEX outbox_row ON outbox (row, sequence)",
    "CREATE INDEX outbox_step ON outbox (step)",
    "CREATE TABLE audit (id INTEGER PRIMARY KEY AUTOINCREMENT, row INTEGER NOT NULL, made INTEGER NOT NULL, "
    "who TEXT NOT NULL, title TEXT NOT NULL, attribute TEXT NOT NULL, before TEXT, after TEXT, "
    "fromServer INTEGER NOT NULL)",
    "CREATE INDEX audit_row ON audit (row, id)",

    "CREATE TABLE seen (kind INTEGER NOT NULL, chunk INTEGER NOT NULL, bits BLOB NOT NULL, "
    "PRIMARY KEY (kind, chunk)) WITHOUT ROWID",
    "CREATE TABLE pull (kind INTEGER PRIMARY KEY, state TEXT NOT NULL)",
    "CREATE TABLE setting (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
};

// What no list sorts or filters by has no index: each one costs on every write.
constexpr std::array Indexed{
    Field::Name,     Field::Prospect,   Field::Status,   Field::Rating,        Field::Priority,
    Field::Offering, Field::Amount,     Field::OwnerId,  Field::OwnerName,     Field::Campaign,
    Field::Channel,  Field::Segment,    Field::Category, Field::Type,          Field::NextStep,
    Field::Created,  Field::StatusChanged, Field::ValidUntil, Field::ExternalId, Field::Version,
};

QLatin1StringView columnType(Field field)
{
    switch (field) {
    case Field::Amount:
        return "REAL"_L1;
    case Field::Created:
    case Field::StatusChanged:
    case Field::ValidUntil:
        return "INTEGER"_L1;
    case Field::OwnerId:
        return "TEXT"_L1;
    default: // a person expects "ibex" beside "Ibex"
        return "TEXT COLLATE NOCASE"_L1;
    }
}

QStringList summaryTable()
{
    QStringList columns{u"row INTEGER PRIMARY KEY REFERENCES document"_s, u"kind INTEGER NOT NULL"_s};
    for (int i = 0; i < FieldCount; ++i) {
        const auto field = static_cast<Field>(i);
        columns.append(fieldName(field) + u' ' + columnType(field));
    }
    QStringList statements{u"CREATE TABLE listed (kind INTEGER PRIMARY KEY, count INTEGER NOT NULL)"_s,
                           u"CREATE TABLE summary ("_s + columns.join(", "_L1) + u')',
                           u"CREATE INDEX summary_kind ON summary (kind)"_s,
                           u"CREATE INDEX summary_money ON summary (kind, currency, amount)"_s};
    // Counting a million entries of an index takes longer than a list may.
    statements += {u"CREATE TRIGGER summary_added AFTER INSERT ON summary BEGIN INSERT INTO listed VALUES (new.kind, 1) "
                   "ON CONFLICT (kind) DO UPDATE SET count = count + 1; END"_s,
                   u"CREATE TRIGGER summary_removed AFTER DELETE ON summary BEGIN "
                   "UPDATE listed SET count = count - 1 WHERE kind = old.kind; END"_s};
    // SQLite ends every entry of an index with the row, so each of these is an order without ties.
    for (Field field : Indexed)
        statements.append(u"CREATE INDEX %1 ON summary (kind, %2)"_s.arg(summaryIndex(field), fieldName(field)));
    return statements;
}

QString searchTableStatement(const ResourceType &type)
{
    return u"CREATE VIRTUAL TABLE "_s + searchTable(type.kind)
        + u" USING fts5(text, content='', detail=none, prefix='1 2 3', tokenize='unicode61 remove_diacritics 2')"_s;
}

Result<void> createWorkspaceTables(Database &database)
{
    QStringList statements;
    for (const char *statement : Tables)
        statements.append(QLatin1StringView(statement));
    statements += summaryTable();
    for (const ResourceType &type : resourceTypes())
        statements.append(searchTableStatement(type));
    for (const QString &statement : std::as_const(statements)) {
        if (Result<void> result = database.execute(statement); !result)
            return result;
    }
    return {};
}

/// What a decision did away with, so that it can be taken back.
Result<void> addDecisions(Database &database)
{
    return database.execute(u"ALTER TABLE step ADD COLUMN decision TEXT"_s);
}

Result<void> addTwins(Database &database)
{
    return database
        .execute(
            u"CREATE TABLE twin (row INTEGER PRIMARY KEY REFERENCES document ON DELETE CASCADE, "
            "original INTEGER NOT NULL REFERENCES document ON DELETE CASCADE, state INTEGER NOT NULL, joined TEXT)"_s)
        .and_then([&] { return database.execute(u"CREATE INDEX twin_original ON twin (original)"_s); });
}

} // namespace

QVector<Database::Migration> workspaceMigrations()
{
    return {createWorkspaceTables, addDecisions, addTwins};
}

QString summaryIndex(Field field)
{
    return field == Field::Currency ? u"summary_money"_s : "summary_"_L1 + fieldName(field);
}

QString searchTable(ResourceKind kind)
{
    return "search_"_L1 + resourceType(kind).name;
}

} // namespace salesbench
