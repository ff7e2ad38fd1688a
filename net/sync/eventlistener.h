// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/problem.h"
#include "models/domain/resource.h"
#include "net/http/httpserver.h"

#include <optional>

namespace salesbench {

/// A document on a server.
struct DocumentKey {
    ResourceKind kind = ResourceKind::SalesLead;
    QString serverId;

    bool operator==(const DocumentKey &) const = default;
};

/// Which document an event of TMF699 or TMF648 is about; nothing where it is no such event.
std::optional<DocumentKey> subjectOf(const QByteArray &event);

/// The client's side of TMF630's hub: takes events at a free port of this computer, for programs on it alone.
class EventListener {
public:
    /// Called from threads of its own.
    using Heard = std::function<void(const DocumentKey &)>;

    static Result<std::unique_ptr<EventListener>> start(Heard heard);

    /// Where a server is to send events. A secret in the path keeps other programs' away.
    QString callback() const;

private:
    EventListener(QByteArray path, Heard heard)
        : m_path(std::move(path))
        , m_heard(std::move(heard))
    {
    }
    HttpResponse answer(const HttpRequest &request) const;

    QByteArray m_path;
    Heard m_heard;
    std::unique_ptr<HttpServer> m_server; ///< the last member: its threads use the others
};

} // namespace salesbench
