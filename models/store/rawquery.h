// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/database.h"

struct sqlite3;
struct sqlite3_stmt;

namespace salesbench {

/// SQLite's own handle behind @p database: that of the library that Qt's plugin is linked with, which must be
/// the one that this is linked with.
sqlite3 *sqliteHandle(const Database &database);

/// For json_each(): "[7,3]".
QString jsonList(const QVector<qint64> &numbers);

/// A statement that reads, straight from SQLite: a walk over a million rows cannot afford the QVariants that
/// QSqlQuery makes of every value. Not longer than the database lives.
class RawQuery {
public:
    RawQuery(Database &database, const QString &sql);
    ~RawQuery();

    /// For the next of the statement's places.
    RawQuery &bind(qint64 value);
    RawQuery &bind(const QString &value);
    /// Each of them, a text or a whole number.
    RawQuery &bind(const QVariantList &values);

    /// False at the end, and where something failed; result() tells.
    bool next();
    Result<void> result() const;

    int columns() const;
    bool isNull(int column) const;
    bool isNumber(int column) const;
    qint64 number(int column) const;
    double real(int column) const;
    QString text(int column) const;
    /// UTF-8, valid until the next step.
    QByteArrayView bytes(int column) const;
    /// As a Summary holds it: text, qint64, double or a null.
    QVariant value(int column) const;

private:
    Q_DISABLE_COPY_MOVE(RawQuery)

    Database &m_database;
    sqlite3_stmt *m_statement = nullptr;
    int m_bound = 0;
    int m_code = 0;
};

} // namespace salesbench
