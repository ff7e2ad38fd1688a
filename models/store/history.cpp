// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/history.h"

#include "models/domain/merge.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

struct HistoryText {
    Q_DECLARE_TR_FUNCTIONS(salesbench::History)
};

AuditEntry entry(const QDateTime &when, const QString &who, const QString &title)
{
    const QJsonValue nothing(QJsonValue::Undefined);
    return {when, who, title, u""_s, nothing, nothing, false};
}

AuditEntry serverEntry(const QDateTime &when, const QString &title)
{
    AuditEntry result = entry(when, u""_s, title);
    result.fromServer = true;
    return result;
}

} // namespace

Result<void> History::noteWhole(RowId row, const QDateTime &when, const QString &title)
{
    return write(row, entry(when, m_author, title));
}

Result<void> History::noteChanges(RowId row, const QDateTime &when, const QString &title, const QJsonObject &before,
                                  const QJsonObject &after)
{
    return writeChanges(row, entry(when, m_author, title), before, after);
}

Result<void> History::noteServerChanges(RowId row, const QDateTime &when, const QJsonObject &before,
                                        const QJsonObject &after)
{
    return writeChanges(row, serverEntry(when, HistoryText::tr("Changed on the server")), before, after);
}

Result<void> History::noteServerDeletion(RowId row, const QDateTime &when)
{
    return write(row, serverEntry(when, HistoryText::tr("Deleted on the server")));
}

Result<void> History::writeChanges(RowId row, AuditEntry entry, const QJsonObject &before,
                                   const QJsonObject &after)
{
    QStringList attributes = changedAttributes(before, after).values();
    attributes.removeAll(u"id"_s);
    attributes.sort();
    for (const QString &attribute : std::as_const(attributes)) {
        entry.attribute = attribute;
        entry.before = before.value(attribute);
        entry.after = after.value(attribute);
        if (Result<void> written = write(row, entry); !written)
            return written;
    }
    return {};
}

Result<void> History::write(RowId row, const AuditEntry &entry)
{
    return m_database.execute(
        u"INSERT INTO audit (row, made, who, title, attribute, before, after, fromServer) "
        "VALUES (?, ?, ?, ?, ?, CAST(? AS TEXT), CAST(? AS TEXT), ?)"_s,
        {row, timeColumn(entry.when), entry.who, entry.title.isNull() ? u""_s : entry.title, entry.attribute,
         valueColumn(entry.before), valueColumn(entry.after), entry.fromServer});
}

} // namespace salesbench
