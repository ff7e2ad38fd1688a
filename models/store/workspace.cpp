// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/workspace.h"

#include "models/store/puller.h"
#include "models/store/rescue.h"
#include "models/store/schema.h"
#include "models/store/settings.h"
#include "models/store/storeedits.h"
#include "models/store/storejournal.h"
#include "models/store/workspacereader.h"

#include <QCoreApplication>
#include <QDir>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

constexpr QLatin1StringView OwnerRoleKey{"store.ownerRole"};
/// A page of documents touches some thousand pages of the file, which must not be written twice for want of
/// room.
constexpr int CacheKibibytes = 32 * 1024;
constexpr int OwnersAtOnce = 1000;

struct WorkspaceText {
    Q_DECLARE_TR_FUNCTIONS(salesbench::Workspace)
};

/// Goes through all documents in small pieces, so that what a person does comes between.
void refreshOwners(StoreWriter &writer, const QString &role, RowId after)
{
    writer.write<void>(StoreWriter::Asker::Synchronisation, [&writer, role, after](WriterTables &tables) {
        return Puller(tables).refreshOwners(after, OwnersAtOnce).and_then([&](RowId last) -> Result<void> {
            for (const ResourceType &type : resourceTypes())
                tables.changes.addAll(type.kind);
            if (last == 0)
                return writeSetting(*tables.database, OwnerRoleKey, role);
            if (!writer.isFinishing())
                refreshOwners(writer, role, last);
            return {};
        });
    });
}

/// The first work: fills the owner's columns anew where they are another role's, or were left half filled.
void checkOwnerRole(StoreWriter &writer, const QString &role)
{
    writer.write<void>(StoreWriter::Asker::Person, [&writer, role](WriterTables &tables) {
        return readSetting(*tables.database, OwnerRoleKey)
            .and_then([&](const QJsonValue &kept) -> Result<void> {
                if (kept == role)
                    return {};
                refreshOwners(writer, role, 0);
                return writeSetting(*tables.database, OwnerRoleKey, QJsonValue::Null);
            });
    });
}

Result<std::unique_ptr<Database>> openForWriting(const QString &path)
{
    Database::Options options;
    options.rescue = rescuedEdits;
    return Database::open(path, workspaceMigrations(), options)
        .and_then([](std::unique_ptr<Database> database) {
            return database->execute(u"PRAGMA cache_size=-%1"_s.arg(CacheKibibytes)).map([&] {
                return std::move(database);
            });
        });
}

QString noticeOf(const Database &database)
{
    const QString kept = database.setAsideAs();
    if (kept.isEmpty())
        return {};
    const QString lines = kept + ".jsonl"_L1;
    if (!QFile::exists(lines))
        return WorkspaceText::tr(
                   "The workspace's file was damaged. It is kept as %1, and a new one was begun.")
            .arg(kept);
    return WorkspaceText::tr(
               "The workspace's file was damaged. It is kept as %1, and a new one was begun. Edits that had "
               "not been sent are saved in %2; “salesbench apply” records them again.")
        .arg(kept, lines);
}

} // namespace

struct Workspace::Parts {
    QString notice;
    std::unique_ptr<StoreWriter> writer;
    std::unique_ptr<WorkspaceQueries> queries;
    std::unique_ptr<ChangeBell> bell;
    std::unique_ptr<StoreEdits> edits;
    std::unique_ptr<StoreJournal> journal;

    explicit Parts(std::unique_ptr<StoreWriter> opened, const QString &path)
        : writer(std::move(opened))
        , queries(makeWorkspaceReader(path))
        , bell(std::make_unique<ChangeBell>(*queries))
        , edits(std::make_unique<StoreEdits>(*writer))
        , journal(std::make_unique<StoreJournal>(*writer))
    {
        writer->committed = [this](WriterTables &tables) {
            bell->ring(tables.changes);
            edits->noteCommit(tables);
        };
    }

    ~Parts()
    {
        writer->finish(); // whose news go to the others
        queries.reset(); // and they read what the writer has open
        writer.reset();
    }
    Q_DISABLE_COPY_MOVE(Parts)
};

Result<std::unique_ptr<Workspace>> Workspace::open(const QString &profileDir, const Options &options)
{
    const QString path = QDir(profileDir).filePath(FileName);
    QString notice;
    const auto make = [&]() -> Result<std::unique_ptr<WriterTables>> {
        return openForWriting(path).map([&](std::unique_ptr<Database> database) {
            notice = noticeOf(*database);
            return std::make_unique<WriterTables>(std::move(database), options.surroundings,
                                                  options.ownerRole, options.author);
        });
    };
    return StoreWriter::start(make).map([&](std::unique_ptr<StoreWriter> writer) {
        auto parts = std::make_unique<Parts>(std::move(writer), path);
        parts->notice = notice;
        checkOwnerRole(*parts->writer, options.ownerRole);
        return std::unique_ptr<Workspace>(new Workspace(std::move(parts)));
    });
}

Workspace::Workspace(std::unique_ptr<Parts> parts)
    : m_parts(std::move(parts))
{
}

Workspace::~Workspace() = default;

WorkspaceQueries &Workspace::queries()
{
    return *m_parts->queries;
}

WorkspaceEdits &Workspace::edits()
{
    return *m_parts->edits;
}

SyncJournal &Workspace::journal()
{
    return *m_parts->journal;
}

QString Workspace::notice() const
{
    return m_parts->notice;
}

} // namespace salesbench
