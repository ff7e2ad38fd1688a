// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/client/serverconnection.h"
#include "net/http/httpmessage.h"

#include <QNetworkReply>

#include <qcoro/qcorotask.h>

namespace salesbench {

/// What came of one request.
struct Exchange {
    HttpResponse answer{
        .status = 0, .headers = {}, .body = {}}; ///< status 0: none came, or not the whole of it
    QNetworkReply::NetworkError error = QNetworkReply::NoError; ///< why not
    QString words = {}; ///< the network's own for it
    bool timedOut = false;
};

bool isWrite(const HttpRequest &request);

/// Sends @p request to @p url, whatever path it names itself. Qt must not repeat a write on its own, and does
/// not; follows no redirects (a token must not travel to another host); ends after the connection's time-out.
QCoro::Task<Exchange> exchange(ServerConnection connection, QUrl url, HttpRequest request);

} // namespace salesbench
