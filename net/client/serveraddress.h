// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/problem.h"
#include "models/domain/resource.h"

#include <QMap>
#include <QUrl>

namespace salesbench {

/// Where a server keeps each resource. Base URLs always end in a slash.
class ServerAddress {
public:
    /// @p server is a full base URL with or without its last slash, or an origin alone, to which the
    /// standard path is added. So is @p quoteServer; when empty, quotes are at the same origin.
    /// BadInput when one of them cannot be an address.
    static Result<ServerAddress> parse(const QString &server, const QString &quoteServer = {});

    /// The list of @p kind: "http://host/tmf-api/sales/v4/salesLead".
    QUrl list(ResourceKind kind) const;

    /// One document. The id is percent-encoded, so a strange one cannot leave its place in the path.
    QUrl document(ResourceKind kind, const QString &serverId) const;

    QUrl base(ResourceKind kind) const { return m_bases.value(kind); }

    /// Host and, where it is not the usual one, port: what messages name.
    QString host(ResourceKind kind = ResourceKind::SalesLead) const;

    bool isValid() const { return !m_bases.isEmpty(); }
    bool operator==(const ServerAddress &) const = default;

private:
    QMap<ResourceKind, QUrl> m_bases;
};

} // namespace salesbench
