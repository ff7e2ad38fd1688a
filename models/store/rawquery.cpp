// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/rawquery.h"

#include <QSqlDriver>
#include <QSqlError>

#include <sqlite3.h>

namespace salesbench {

sqlite3 *sqliteHandle(const Database &database)
{
    const QVariant handle = database.connection().driver()->handle();
    return handle.isValid() ? *static_cast<sqlite3 *const *>(handle.constData()) : nullptr;
}

QString jsonList(const QVector<qint64> &numbers)
{
    QString list;
    for (qint64 number : numbers)
        list += (list.isEmpty() ? u'[' : u',') + QString::number(number);
    return list.isEmpty() ? QStringLiteral("[]") : QString(list + u']');
}

RawQuery::RawQuery(Database &database, const QString &sql)
    : m_database(database)
{
    const QByteArray text = sql.toUtf8();
    m_code = sqlite3_prepare_v2(sqliteHandle(database), text.constData(), static_cast<int>(text.size()),
                                &m_statement, nullptr);
}

RawQuery::~RawQuery()
{
    sqlite3_finalize(m_statement);
}

RawQuery &RawQuery::bind(qint64 value)
{
    sqlite3_bind_int64(m_statement, ++m_bound, value);
    return *this;
}

RawQuery &RawQuery::bind(const QString &value)
{
    const QByteArray text = value.toUtf8();
    sqlite3_bind_text(m_statement, ++m_bound, text.constData(), static_cast<int>(text.size()),
                      SQLITE_TRANSIENT);
    return *this;
}

RawQuery &RawQuery::bind(const QVariantList &values)
{
    for (const QVariant &value : values)
        value.typeId() == QMetaType::QString ? bind(value.toString()) : bind(value.toLongLong());
    return *this;
}

bool RawQuery::next()
{
    if (m_code == SQLITE_OK || m_code == SQLITE_ROW)
        m_code = sqlite3_step(m_statement);
    return m_code == SQLITE_ROW;
}

Result<void> RawQuery::result() const
{
    if (m_code == SQLITE_OK || m_code == SQLITE_ROW || m_code == SQLITE_DONE)
        return {};
    const QString words = QString::fromUtf8(sqlite3_errmsg(sqliteHandle(m_database)));
    return tl::unexpected(
        m_database.problem(QSqlError({}, words, QSqlError::StatementError, QString::number(m_code))));
}

int RawQuery::columns() const
{
    return sqlite3_column_count(m_statement);
}

bool RawQuery::isNull(int column) const
{
    return sqlite3_column_type(m_statement, column) == SQLITE_NULL;
}

bool RawQuery::isNumber(int column) const
{
    const int type = sqlite3_column_type(m_statement, column);
    return type == SQLITE_INTEGER || type == SQLITE_FLOAT;
}

qint64 RawQuery::number(int column) const
{
    return sqlite3_column_int64(m_statement, column);
}

double RawQuery::real(int column) const
{
    return sqlite3_column_double(m_statement, column);
}

QString RawQuery::text(int column) const
{
    return QString::fromUtf8(bytes(column));
}

QByteArrayView RawQuery::bytes(int column) const
{
    const void *data = sqlite3_column_blob(m_statement, column);
    return {static_cast<const char *>(data), sqlite3_column_bytes(m_statement, column)};
}

QVariant RawQuery::value(int column) const
{
    switch (sqlite3_column_type(m_statement, column)) {
    case SQLITE_NULL:
        return {};
    case SQLITE_INTEGER:
        return number(column);
    case SQLITE_FLOAT:
        return real(column);
    default:
        return text(column);
    }
}

} // namespace salesbench
