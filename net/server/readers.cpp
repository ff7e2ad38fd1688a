// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/server/readers.h"

#include "models/store/interruption.h"

#include <QCoreApplication>

namespace salesbench {

namespace {

struct ReadersText {
    Q_DECLARE_TR_FUNCTIONS(salesbench::Readers)
};

} // namespace

class Readers::Reader {
public:
    Reader(std::unique_ptr<Database> database, const std::atomic<bool> &isStopped)
        : m_isWanted([this, &isStopped] { return !isStopped && Time::clock::now() < m_deadline; })
        , m_database(std::move(database))
    {
        interruptUnless(*m_database, m_isWanted);
    }

    Result<Database *> until(Time deadline)
    {
        m_deadline = deadline;
        if (m_isWanted())
            return m_database.get();
        return tl::unexpected(
            Problem{Problem::Kind::Cancelled, ReadersText::tr("The time to read is over."), {}});
    }

    bool isWanted() const { return m_isWanted(); }

private:
    Time m_deadline;
    std::function<bool()> m_isWanted;
    std::unique_ptr<Database> m_database;
};

Readers::Readers(QString path)
    : m_path(std::move(path))
{
}

/// The calling thread goes on: the next Readers must not find there what this one left.
Readers::~Readers()
{
    if (m_readers.hasLocalData())
        m_readers.setLocalData(nullptr);
}

Result<Database *> Readers::here(Time deadline)
{
    if (!m_readers.localData()) {
        Database::Options options;
        options.readOnly = true;
        Result<std::unique_ptr<Database>> database = Database::open(m_path, {}, options);
        if (!database)
            return tl::unexpected(database.error());
        m_readers.setLocalData(new Reader(std::move(*database), m_isStopped));
    }
    return m_readers.localData()->until(deadline);
}

bool Readers::isWanted() const
{
    return m_readers.hasLocalData() && m_readers.localData()->isWanted();
}

} // namespace salesbench
