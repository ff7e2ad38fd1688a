// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/problem.h"

#include <QHash>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QString>
#include <QVariantList>
#include <QVector>

#include <functional>
#include <memory>
#include <optional>

class QLockFile;

namespace salesbench {

/// One connection to one SQLite file: durable (WAL, synchronous=FULL), with foreign keys on. It belongs to
/// the thread that opened it, its destruction included.
///
/// Every statement that only SQLite knows stands in models/store.
class Database {
public:
    /// Brings the file one version further; runs inside a transaction. The n-th one leads to version n + 1.
    using Migration = std::function<Result<void>(Database &)>;
    /// What can be read of a damaged file and must not be lost, as lines of text.
    using Rescue = std::function<QByteArray(QSqlDatabase &damaged)>;

    struct Options {
        bool readOnly = false; ///< for further connections; neither locks nor migrates
        bool lock = true; ///< refuse where another process has the file open with a lock
        /// Files up to this size are checked page by page; of larger ones only what opening them touches,
        /// because a window must not wait for gigabytes.
        qint64 checkUpToBytes = 32 * 1024 * 1024;
        Rescue rescue; ///< its lines are kept beside the damaged file as <file>.damaged-N.jsonl
    };

    /// Opens or creates @p path and runs the missing @p migrations, all in one transaction; before that a
    /// copy of the older file is kept as <file>.version-N. A damaged file is renamed to <file>.damaged-N,
    /// and a new one is begun. Problem::Storage: a newer file, a read-only place, a full disk, a file in use.
    static Result<std::unique_ptr<Database>> open(const QString &path, const QVector<Migration> &migrations,
                                                  const Options &options);
    static Result<std::unique_ptr<Database>> open(const QString &path, const QVector<Migration> &migrations)
    {
        return open(path, migrations, Options());
    }
    ~Database();

    /// One statement without values.
    Result<void> execute(const QString &sql);

    /// The statement of @p sql, prepared once and ready for new values; forward only. It stays valid as long
    /// as the database, and must not be asked for again while its rows are being read.
    QSqlQuery &prepared(const QString &sql);

    /// Lets all prepared statements go where there are more than @p many; none may be in use.
    void forgetPreparedBeyond(qsizetype many);

    /// Runs @p query, with what went wrong in words.
    Result<void> run(QSqlQuery &query);

    /// Ends the reading of @p query's rows: what went wrong meanwhile, if anything did.
    Result<void> finish(QSqlQuery &query);

    /// Runs the prepared statement of @p sql with @p values in place of its question marks. Its rows, if any,
    /// are read from what is returned, under the same condition as prepared().
    Result<QSqlQuery *> query(const QString &sql, const QVariantList &values);
    Result<void> execute(const QString &sql, const QVariantList &values);

    /// All of @p work or, where it returns a Problem, nothing. Inside another transaction it joins that one.
    Result<void> transaction(const std::function<Result<void>()> &work);

    /// Inside a transaction: all of @p work or, where it returns a Problem, nothing of it, and the
    /// transaction goes on without it. Where SQLite gives up the whole transaction, nothing of that is kept.
    Result<void> part(const std::function<Result<void>()> &work);

    Problem problem(const QSqlError &error) const;

    /// The first column of the first row, invalid where there is none; for pragmas and counts.
    QVariant single(const QString &sql);

    QSqlDatabase connection() const { return QSqlDatabase::database(m_name, false); }
    const QString &path() const { return m_path; }
    int version() { return single(QStringLiteral("PRAGMA user_version")).toInt(); }

    /// Where the damaged file was put; empty when it was sound.
    const QString &setAsideAs() const { return m_setAsideAs; }

private:
    explicit Database(QString path);
    Q_DISABLE_COPY_MOVE(Database)

    Result<void> takeLock();
    Result<void> connect(const Options &options);
    Result<void> check(const Options &options);
    Result<void> connectSoundFile(const Options &options);
    Result<void> setAside(const Options &options);
    Result<void> migrate(const QVector<Migration> &migrations);
    Result<void> keepCopy(int version);
    void finishAll();
    Result<void> takeBackPart();
    void disconnect();

    QString m_path;
    QString m_name;
    QString m_setAsideAs;
    std::unique_ptr<QLockFile> m_lock;
    QHash<QString, std::shared_ptr<QSqlQuery>> m_prepared;
    const QSqlQuery *m_unprepared = nullptr; ///< the last one of m_prepared that SQLite refused
    Problem m_whyUnprepared;
    bool m_inTransaction = false;
    std::optional<Problem> m_whyGivenUp; ///< of the transaction that runs
    bool m_damaged = false;
};

} // namespace salesbench
