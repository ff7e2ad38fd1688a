// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/serverpages.h"
#include "tests/support/kinds.h"

#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

namespace salesbench::testing {

inline QJsonObject lead(const QString &id, const QString &owner = {},
                        const QString &status = QStringLiteral("acknowledged"))
{
    QJsonObject document{{QStringLiteral("id"), id},
                         {QStringLiteral("name"), QString(QStringLiteral("name ") + id)},
                         {QStringLiteral("status"), status},
                         {QStringLiteral("creationDate"), id}};
    if (!owner.isEmpty())
        document.insert(QStringLiteral("relatedParty"),
                        QJsonArray{QJsonObject{{QStringLiteral("id"), owner},
                                               {QStringLiteral("role"), QStringLiteral("owner")}}});
    return document;
}

/// The documents of a server in a file of their own.
class ServerRoom : public QObject {
protected:
    ServedDocument insert(const QJsonObject &document) { return *m_documents->insert(Lead, document); }
    ServerPage page(ServerPageQuery query = {})
    {
        query.kind = Lead;
        query.limit = query.limit == 0 ? 100 : query.limit;
        return *readServerPage(*m_database, query);
    }
    static QStringList idsOf(const ServerPage &page)
    {
        QStringList ids;
        for (const QByteArray &json : page.documents)
            ids.append(QJsonDocument::fromJson(json).object().value(QLatin1StringView("id")).toString());
        return ids;
    }
    static ServerPageQuery visibleTo(const QString &owner)
    {
        ServerPageQuery query;
        query.visibleTo = owner;
        return query;
    }

    void open()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_database = *Database::open(m_folder->filePath(QStringLiteral("server.sqlite")),
                                     ServerDocuments::migrations());
        m_documents = std::make_unique<ServerDocuments>(*m_database, QStringLiteral("owner"));
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Database> m_database;
    std::unique_ptr<ServerDocuments> m_documents;
};

} // namespace salesbench::testing
