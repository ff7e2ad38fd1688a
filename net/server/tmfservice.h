// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/surroundings.h"
#include "net/server/readers.h"
#include "net/server/resourcewriting.h"
#include "net/server/routes.h"

#include <QThreadPool>

namespace salesbench {

/// Answers TMF699 and TMF648 requests from a database: who asks, for what, may they, and the answer.
class TmfService {
public:
    struct Options {
        QVector<ServerUser> users;
        bool noAuth = false; ///< everybody is a supervisor
        QString ownerRole = DefaultOwnerRole;
        Surroundings surroundings;
    };

    TmfService(Options options, Readers &readers, WriteQueue &writes);

    /// From any thread; @p reply may come from another one.
    void handle(const HttpRequest &request, const HttpReply &reply);

private:
    ApiResult<ServerUser> userOf(const HttpRequest &request) const;
    void serveResource(const Route &route, const ServerUser &user, const HttpRequest &request,
                       const HttpReply &reply);
    void serveList(const ServedResource &resource, const ServerUser &user, const HttpRequest &request,
                   const HttpReply &reply);
    void write(const Route &route, const ServerUser &user, const HttpRequest &request,
               const HttpReply &reply);
    HttpResponse read(const std::function<ApiResult<HttpResponse>(Database &)> &work);

    Options m_options;
    ApiDescription m_description;
    Readers &m_readers;
    WriteQueue &m_writes;
    QThreadPool m_lists; ///< a long list must not hold up the transport's threads
    QThreadPool m_searches; ///< and one that looks into every document not the other lists
};

} // namespace salesbench
