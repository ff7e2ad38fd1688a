// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/problem.h"
#include "net/http/httpmessage.h"

namespace salesbench {

/// A refusal in TMF630's form. Its words are the interface's, in English whatever the server's locale.
struct ApiError {
    int status = 500;
    QString reason; ///< short, for a person
    QString message; ///< names the attribute, the parameter or the states
    QVector<HttpHeader> headers = {};
    QString cause = {}; ///< for the server's log alone
};

/// What may be refused returns its value or the refusal.
template<typename T>
using ApiResult = tl::expected<T, ApiError>;

tl::unexpected<ApiError> refused(int status, const QString &reason, const QString &message);

/// A failing disk and the like: 500 for the client, without the machine's paths, which only the log gets. 503
/// where the reading was stopped.
ApiError toApiError(const Problem &problem);

/// {code, reason, message, status, @type}.
HttpResponse toResponse(const ApiError &error);

/// The answer, or the refusal as one.
HttpResponse answerOf(const ApiResult<HttpResponse> &result);

/// For the transport's own refusals.
HttpResponse transportRefusal(int status, const QByteArray &why);

extern const QByteArray JsonType; ///< "application/json;charset=utf-8"

} // namespace salesbench
