// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/details/conflicttext.h"

#include "models/domain/merge.h"
#include "ui/details/historytext.h"

#include <QCoreApplication>

namespace salesbench {

namespace {

struct ConflictWords {
    Q_DECLARE_TR_FUNCTIONS(ConflictText)
};

QString difference(const Record &record, const QString &attribute)
{
    AuditEntry entry;
    entry.title = attribute; // for what the two values say less than
    entry.attribute = attribute;
    entry.before = record.local.value(attribute);
    entry.after = record.remote.value(attribute);
    return historyText(record.kind, entry);
}

} // namespace

QString conflictText(const Record &record)
{
    if (record.remote.isEmpty())
        return ConflictWords::tr("It was changed here, and the server no longer has it.");
    QStringList lines{ConflictWords::tr("Here → on the server:")};
    const QStringList attributes = mergeThreeWays(record.base, record.local, record.remote).conflicts;
    for (const QString &attribute : attributes)
        lines.append(difference(record, attribute));
    return lines.join(u'\n');
}

} // namespace salesbench
