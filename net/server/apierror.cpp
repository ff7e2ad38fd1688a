// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/server/apierror.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace salesbench {

const QByteArray JsonType = "application/json;charset=utf-8";

tl::unexpected<ApiError> refused(int status, const QString &reason, const QString &message)
{
    return tl::unexpected(ApiError{.status = status, .reason = reason, .message = message});
}

ApiError toApiError(const Problem &problem)
{
    if (problem.kind == Problem::Kind::Cancelled)
        return {.status = 503,
                .reason = u"This took too long"_s,
                .message = u"The server gave up looking. Ask for less, for example for one status, which it "
                           "finds without looking into every document."_s};
    return {.status = 500,
            .reason = u"The server could not read or write its documents"_s,
            .message = u"Nothing was changed. Please try again, or tell who runs the server."_s,
            .cause = problem.detail.isEmpty() ? problem.sentence : problem.detail};
}

HttpResponse toResponse(const ApiError &error)
{
    const QString status = QString::number(error.status);
    const QJsonObject body{{u"@type"_s, u"Error"_s},
                           {u"code"_s, status},
                           {u"reason"_s, error.reason},
                           {u"message"_s, error.message},
                           {u"status"_s, status}};
    HttpResponse response{.status = error.status,
                          .headers = {{"Content-Type", JsonType}},
                          .body = QJsonDocument(body).toJson(QJsonDocument::Compact)};
    response.headers += error.headers;
    response.cause = error.cause.toUtf8();
    return response;
}

HttpResponse answerOf(const ApiResult<HttpResponse> &result)
{
    return result ? *result : toResponse(result.error());
}

HttpResponse transportRefusal(int status, const QByteArray &why)
{
    return toResponse({.status = status,
                       .reason = QString::fromLatin1(reasonPhrase(status)),
                       .message = QString::fromUtf8(why)});
}

} // namespace salesbench
