// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/sync/synccontext.h"

#include <QMap>

namespace salesbench {

/// The newest date of each kind that a server sets on its documents: from where on to ask what is new. The
/// server's own dates, because its clock is not ours.
class NewestDates {
public:
    explicit NewestDates(ResourceKind kind)
        : m_kind(kind)
    {
    }

    /// Those that were kept with the workspace; none where they are another server's.
    QCoro::Task<Result<void>> load(SyncContext &context);
    QCoro::Task<Result<void>> keep(SyncContext &context) const;

    void note(const QJsonObject &document);

    /// As the server writes them, by attribute.
    const QMap<QString, QString> &texts() const { return m_texts; }

private:
    QString key() const;

    ResourceKind m_kind;
    QMap<QString, QString> m_texts;
};

} // namespace salesbench
