// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/listquery.h"

#include <QMap>
#include <QSet>
#include <QStringList>
#include <QVariant>

namespace salesbench::faults {

/// What a workspace's database holds while no workbench runs, read past the product.
class WorkspaceFile {
public:
    explicit WorkspaceFile(const QString &profile);
    ~WorkspaceFile();

    struct Kept {
        SyncState sync = SyncState::Synced;
        QString serverId;
        bool isDeleted = false;
        QString reason;
        int attempts = 0;
        int waiting = 0; ///< operations in the outbox
        int wholes = 0; ///< lines in the audit about the document as a whole, by the user
    };
    QMap<QString, Kept> documents(); ///< by local id
    /// Of something nobody knows whether the server has it.
    bool isInDoubt();

    /// How often each value stands in the audit as written by the user.
    QMap<QString, int> written();
    /// What the user wrote over.
    QSet<QString> replaced();
    /// What came from the server.
    QSet<QString> taken();

    /// All waits are over.
    void letTimePass();

private:
    QVector<QVariantList> ask(const QString &sql);
    QStringList values(const QString &column, bool fromServer);

    QString m_connection;
};

} // namespace salesbench::faults
