// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/database.h"

#include "models/store/databaselock.h"
#include "models/store/sqlproblem.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSqlError>
#include <QStorageInfo>

#include <atomic>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Storage", text);
}

Problem storage(const QString &sentence, const QString &detail = {})
{
    return {Problem::Kind::Storage, sentence, detail};
}

QString connectionName()
{
    static std::atomic<int> counter = 0;
    return u"salesbench-%1"_s.arg(++counter);
}

/// The first of @p pattern's names, with 1, 2, 3… for %1, that no file has.
QString freeName(const QString &pattern)
{
    int number = 1;
    while (QFileInfo::exists(pattern.arg(number)))
        ++number;
    return pattern.arg(number);
}

QString quoted(QString text)
{
    return u'\'' + text.replace(u'\'', u"''"_s) + u'\'';
}

} // namespace

Database::Database(QString path)
    : m_path(std::move(path))
    , m_name(connectionName())
{
}

Database::~Database()
{
    disconnect();
}

Result<std::unique_ptr<Database>> Database::open(const QString &path, const QVector<Migration> &migrations,
                                                 const Options &options)
{
    std::unique_ptr<Database> database(new Database(path));
    if (options.readOnly) {
        return database->connect(options).map([&] { return std::move(database); });
    }
    if (!QDir().mkpath(QFileInfo(path).absolutePath())) {
        return tl::unexpected(
            storage(tr("The folder %1 cannot be made or written.").arg(QFileInfo(path).absolutePath())));
    }
    return (options.lock ? database->takeLock() : Result<void>())
        .and_then([&] { return database->connectSoundFile(options); })
        .and_then([&] { return database->migrate(migrations); })
        .map([&] { return std::move(database); });
}

Result<void> Database::takeLock()
{
    m_lock = databaseLock(m_path);
    if (take(*m_lock))
        return {};
    if (m_lock->error() == QLockFile::LockFailedError)
        return tl::unexpected(storage(
            tr("%1 is already open in another Salesbench. Use that one, or close it first.").arg(m_path)));
    const QString folder = QFileInfo(m_path).absolutePath();
    const QStorageInfo disk(folder);
    const bool isFull = disk.bytesTotal() > 0 && disk.bytesAvailable() == 0;
    return tl::unexpected(storage(
        isFull ? tr("The disk is full, so nothing can be kept in the folder %1. Make room and try again.")
                     .arg(folder)
               : tr("The folder %1 is read-only, so nothing can be kept there. Choose another one.")
                     .arg(folder)));
}

Result<void> Database::connect(const Options &options)
{
    QSqlDatabase database = QSqlDatabase::addDatabase("QSQLITE"_L1, m_name);
    database.setDatabaseName(m_path);
    database.setConnectOptions(options.readOnly ? u"QSQLITE_OPEN_READONLY;QSQLITE_BUSY_TIMEOUT=5000"_s
                                                : u"QSQLITE_BUSY_TIMEOUT=5000"_s);
    if (!database.open())
        return tl::unexpected(problem(database.lastError()));
    return execute(u"PRAGMA foreign_keys=ON"_s)
        .and_then([this] { return execute(u"PRAGMA temp_store=MEMORY"_s); })
        // Of a new file only: three documents of the usual size to a page, where 4096 bytes hold one.
        .and_then([&] { return options.readOnly ? Result<void>() : execute(u"PRAGMA page_size=8192"_s); })
        .and_then([&] { return options.readOnly ? Result<void>() : execute(u"PRAGMA journal_mode=WAL"_s); })
        .and_then([&] { return options.readOnly ? Result<void>() : execute(u"PRAGMA synchronous=FULL"_s); });
}

Result<void> Database::check(const Options &options)
{
    const bool small = QFileInfo(m_path).size() <= options.checkUpToBytes;
    QSqlQuery query(connection());
    query.setForwardOnly(true);
    const bool ran = query.exec(small ? u"PRAGMA quick_check(1)"_s : u"SELECT count(*) FROM sqlite_master"_s);
    if (!ran || !query.next()) {
        m_damaged = m_damaged || isDamage(query.lastError());
        return tl::unexpected(problem(query.lastError()));
    }
    if (small && query.value(0).toString() != "ok"_L1) {
        m_damaged = true;
        return tl::unexpected(storage(tr("The file %1 is damaged.").arg(m_path), query.value(0).toString()));
    }
    return {};
}

Result<void> Database::connectSoundFile(const Options &options)
{
    Result<void> result = connect(options).and_then([&] { return check(options); });
    if (result || !m_damaged)
        return result;
    return setAside(options).and_then([&] { return connect(options); });
}

Result<void> Database::setAside(const Options &options)
{
    const QByteArray lines = [&] {
        QSqlDatabase damaged = connection();
        return options.rescue && damaged.isOpen() ? options.rescue(damaged) : QByteArray();
    }();
    disconnect();
    const QString kept = freeName(m_path + ".damaged-%1"_L1);
    // The journal goes along: it may hold what the file itself does not.
    for (const QString &suffix : {u""_s, u"-wal"_s, u"-shm"_s}) {
        if (QFile::exists(m_path + suffix) && !QFile::rename(m_path + suffix, kept + suffix))
            return tl::unexpected(
                storage(tr("The file %1 is damaged and could not be renamed.").arg(m_path)));
    }
    m_setAsideAs = kept;
    m_damaged = false;
    if (lines.isEmpty())
        return {};
    QFile file(kept + ".jsonl"_L1);
    if (!file.open(QFile::WriteOnly) || file.write(lines) != lines.size() || !file.flush())
        return tl::unexpected(
            storage(tr("The file %1 could not be written.").arg(file.fileName()), file.errorString()));
    return {};
}

Result<void> Database::migrate(const QVector<Migration> &migrations)
{
    const int from = version();
    if (from > migrations.size()) {
        return tl::unexpected(
            storage(tr("The file %1 was written by a newer Salesbench and cannot be read by this one. "
                       "Please update Salesbench.")
                        .arg(m_path)));
    }
    if (from == migrations.size())
        return {};
    return (from > 0 ? keepCopy(from) : Result<void>()).and_then([&] {
        return transaction([&]() -> Result<void> {
            for (qsizetype next = from; next < migrations.size(); ++next) {
                if (Result<void> result = migrations.at(next)(*this); !result)
                    return result;
            }
            return execute(u"PRAGMA user_version=%1"_s.arg(migrations.size()));
        });
    });
}

Result<void> Database::keepCopy(int version)
{
    const QString copy = m_path + u".version-%1"_s.arg(version);
    QFile::remove(copy + ".part"_L1);
    return execute("VACUUM INTO "_L1 + quoted(copy + ".part"_L1)).and_then([&]() -> Result<void> {
        QFile::remove(copy);
        if (QFile::rename(copy + ".part"_L1, copy))
            return {};
        return tl::unexpected(storage(tr("The copy %1 of the older file could not be written.").arg(copy)));
    });
}

Result<void> Database::execute(const QString &sql)
{
    QSqlQuery query(connection());
    query.setForwardOnly(true);
    if (query.exec(sql))
        return {};
    m_damaged = m_damaged || isDamage(query.lastError());
    return tl::unexpected(problem(query.lastError()));
}

QSqlQuery &Database::prepared(const QString &sql)
{
    std::shared_ptr<QSqlQuery> query = m_prepared.value(sql);
    if (!query) {
        query = std::make_shared<QSqlQuery>(connection());
        query->setForwardOnly(true);
        const bool isPrepared = query->prepare(sql);
        if (!isPrepared) {
            m_whyUnprepared = problem(query->lastError());
            m_unprepared = query.get();
        }
        // What SQLite refuses now it may take the next time.
        m_prepared.insert(isPrepared ? sql : QString(), query);
    }
    query->finish();
    return *query;
}

void Database::forgetPreparedBeyond(qsizetype many)
{
    if (m_prepared.size() <= many)
        return;
    m_prepared.clear();
    m_unprepared = nullptr;
}

Result<void> Database::run(QSqlQuery &query)
{
    if (query.exec())
        return {};
    m_damaged = m_damaged || isDamage(query.lastError());
    // Of what could not be prepared, Qt only says that it has no place for values.
    return tl::unexpected(&query == m_unprepared ? m_whyUnprepared : problem(query.lastError()));
}

Result<void> Database::finish(QSqlQuery &query)
{
    const QSqlError error = query.lastError();
    query.finish();
    if (!error.isValid())
        return {};
    m_damaged = m_damaged || isDamage(error);
    return tl::unexpected(problem(error));
}

Result<QSqlQuery *> Database::query(const QString &sql, const QVariantList &values)
{
    QSqlQuery &statement = prepared(sql);
    for (qsizetype i = 0; i < values.size(); ++i)
        statement.bindValue(static_cast<int>(i), values.at(i));
    return run(statement).map([&] { return &statement; });
}

Result<void> Database::execute(const QString &sql, const QVariantList &values)
{
    return query(sql, values).map([](QSqlQuery *) {});
}

Result<void> Database::transaction(const std::function<Result<void>()> &work)
{
    if (m_inTransaction)
        return work();
    if (Result<void> begun = execute(u"BEGIN IMMEDIATE"_s, {}); !begun)
        return begun;
    m_inTransaction = true;
    m_whyGivenUp.reset();
    Result<void> result = work();
    finishAll(); // a statement still open would keep the commit from happening
    if (m_whyGivenUp)
        result = tl::unexpected(*m_whyGivenUp);
    if (result)
        result = execute(u"COMMIT"_s, {});
    if (!result)
        QSqlQuery(connection()).exec(u"ROLLBACK"_s); // fails only where SQLite already rolled back
    m_inTransaction = false;
    return result;
}

void Database::finishAll()
{
    for (const auto &query : std::as_const(m_prepared))
        query->finish();
}

Result<void> Database::part(const std::function<Result<void>()> &work)
{
    if (m_whyGivenUp)
        return tl::unexpected(*m_whyGivenUp);
    Result<void> result = execute(u"SAVEPOINT part"_s, {});
    const bool isBegun = result.has_value();
    if (isBegun)
        result = work();
    const bool isDone = result.has_value();
    const Result<void> ended = (isDone ? Result<void>() : takeBackPart()).and_then([this] {
        return execute(u"RELEASE part"_s, {});
    });
    // After an error like a full disk there may be no transaction any more, and what follows would be on its
    // own.
    if (!isBegun || !ended) {
        result = isDone ? ended : result;
        m_whyGivenUp = result.error();
    }
    return result;
}

Result<void> Database::takeBackPart()
{
    finishAll();
    return execute(u"ROLLBACK TO part"_s, {});
}

Problem Database::problem(const QSqlError &error) const
{
    return storageProblem(error, m_path);
}

QVariant Database::single(const QString &sql)
{
    QSqlQuery query(connection());
    query.setForwardOnly(true);
    return query.exec(sql) && query.next() ? query.value(0) : QVariant();
}

void Database::disconnect()
{
    m_prepared.clear();
    m_unprepared = nullptr;
    if (!QSqlDatabase::contains(m_name))
        return;
    connection().close();
    QSqlDatabase::removeDatabase(m_name);
}

} // namespace salesbench
