// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/server/demofill.h"

#include "models/store/serverdocuments.h"

#include <QCoreApplication>
#include <QFile>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

struct DemoFillText {
    Q_DECLARE_TR_FUNCTIONS(salesbench::DemoFill)
};

/// Documents in one transaction: enough that the flush to the disk no longer counts.
constexpr qint64 Batch = 20'000;

/// Documents between two questions whether to go on.
constexpr qint64 Told = 1000;

class Fill {
public:
    Fill(Database &database, const DemoData::Options &options, const FillProgress &progress)
        : m_database(database)
        , m_documents(database, options.ownerRole)
        , m_demo(options)
        , m_progress(progress)
    {
        for (const ResourceType &type : resourceTypes())
            m_total += m_demo.count(type.kind);
    }

    Result<bool> run()
    {
        const Result<bool> empty = m_documents.isEmpty();
        if (!empty || !*empty)
            return empty;
        for (const ResourceType &type : resourceTypes()) {
            if (const Result<void> filled = fill(type.kind); !filled)
                return tl::unexpected(filled.error());
        }
        return true;
    }

private:
    Result<void> fill(ResourceKind kind)
    {
        const qint64 count = m_demo.count(kind);
        for (qint64 begin = 0; begin < count; begin += Batch) {
            const qint64 end = std::min(count, begin + Batch);
            const Result<void> done = m_database.transaction([&] { return fill(kind, begin, end); });
            if (!done)
                return done;
        }
        return {};
    }

    Result<void> fill(ResourceKind kind, qint64 begin, qint64 end)
    {
        for (qint64 index = begin; index < end; ++index) {
            if (const auto written = m_documents.insert(kind, m_demo.document(kind, index)); !written)
                return tl::unexpected(written.error());
            if (!mayGoOn())
                return tl::unexpected(
                    Problem{Problem::Kind::Cancelled, DemoFillText::tr("The demo was not filled."), {}});
        }
        return {};
    }

    bool mayGoOn()
    {
        ++m_done;
        const bool asks = m_progress && (m_done % Told == 0 || m_done == m_total);
        return !asks || m_progress(m_done, m_total);
    }

    Database &m_database;
    ServerDocuments m_documents;
    DemoData m_demo;
    const FillProgress &m_progress;
    qint64 m_done = 0;
    qint64 m_total = 0;
};

Result<bool> fillFile(const QString &file, const DemoData::Options &demo, const FillProgress &progress)
{
    return Database::open(file, ServerDocuments::migrations())
        .and_then(
            [&](const std::unique_ptr<Database> &database) { return Fill(*database, demo, progress).run(); });
}

/// Closed, a database is one file: what SQLite keeps beside it is there only after a crash.
void removeDatabase(const QString &file)
{
    for (const QString &beside : {u""_s, u"-wal"_s, u"-shm"_s})
        QFile::remove(file + beside);
}

} // namespace

Result<bool> fillWithDemo(const QString &file, const DemoData::Options &demo, const FillProgress &progress)
{
    if (QFile::exists(file))
        return fillFile(file, demo, progress);
    const QString begun = file + ".filling"_L1;
    removeDatabase(begun);
    const Result<bool> filled = fillFile(begun, demo, progress);
    if (!filled)
        removeDatabase(begun);
    else if (!QFile::rename(begun, file))
        return tl::unexpected(Problem{
            Problem::Kind::Storage, DemoFillText::tr("The file %1 cannot be written.").arg(file), {}});
    return filled;
}

} // namespace salesbench
