// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/decisions.h"
#include "models/store/documentreading.h"
#include "tests/unit/models/store/storeroom.h"

namespace salesbench::testing {

/// One creation, "a", of which the server has made two documents.
class TwinRoom : public StoreRoom {
public:
    QVector<PendingChange> asked()
    {
        QVector<PendingChange> changes = *readPending(database(), 100);
        changes.removeIf([](const PendingChange &change) { return change.twinOf.isEmpty(); });
        return changes;
    }
    QJsonValue rating(const QString &id) { return find(id).local.value(QStringLiteral("rating")); }

    /// The creation arrives, and the answer names @p serverId.
    void arriveAs(const QString &serverId)
    {
        create(QStringLiteral("a"),
               "{'name': 'Fibre', 'rating': 'warm', 'note': [{'id': 'a', 'text': 'Made here'}]}");
        send(serverId);
    }
    /// A pull brings what the same creation has made beside it.
    void bring(const QString &serverId, const char *more = "{}")
    {
        QJsonObject document = parse("{'name': 'Fibre', 'status': 'acknowledged', 'rating': 'warm', 'note': "
                                     "[{'id': 'a', 'text': 'Made here'}]}");
        const QJsonObject others = parse(more);
        for (auto it = others.begin(); it != others.end(); ++it)
            document.insert(it.key(), it.value());
        document.insert(QStringLiteral("id"), serverId);
        pull(serverId, QJsonDocument(document).toJson().constData());
    }
    Result<void> decide(Decision::What what, const QString &id)
    {
        const Record seen = find(id);
        return run([&] { return Decisions(tables()).decide({what, QStringLiteral("Decide"), seen, {}}); });
    }
};

} // namespace salesbench::testing
