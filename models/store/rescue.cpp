// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/rescue.h"

#include "models/domain/record.h"
#include "models/store/rowformat.h"

#include <QSqlQuery>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

QString opName(Edit::Op op)
{
    switch (op) {
    case Edit::Op::Create:
        return u"create"_s;
    case Edit::Op::Update:
        return u"update"_s;
    case Edit::Op::Delete:
        break;
    }
    return u"delete"_s;
}

QByteArray toLine(const QSqlQuery &query)
{
    const auto op = static_cast<Edit::Op>(query.value(0).toInt());
    const auto kind = static_cast<ResourceKind>(query.value(1).toInt());
    const QString localId = query.value(2).toString();
    const QString serverId = query.value(3).toString();
    QJsonObject content = toDocument(query.value(4).toByteArray());
    QJsonObject line{{u"op"_s, opName(op)}, {u"resource"_s, QString(resourceType(kind).name)}};
    if (op == Edit::Op::Create)
        content.insert("id"_L1, localId);
    else
        line.insert("id"_L1, serverId.isEmpty() ? localId : serverId);
    if (op != Edit::Op::Delete)
        line.insert(op == Edit::Op::Create ? "document"_L1 : "patch"_L1, content);
    return toBytes(line) + '\n';
}

} // namespace

QByteArray rescuedEdits(QSqlDatabase &damaged)
{
    QByteArray lines;
    QSqlQuery query(damaged);
    query.setForwardOnly(true);
    // Along the outbox, which is short: the document's row is read only by its key.
    query.exec(u"SELECT o.op, d.kind, d.localId, d.serverId, CAST(o.content AS BLOB) FROM outbox AS o "
               "CROSS JOIN document AS d ON d.row = o.row WHERE d.sync <> 0 ORDER BY o.sequence"_s);
    while (query.next())
        lines += toLine(query);
    return lines;
}

} // namespace salesbench
