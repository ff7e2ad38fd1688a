// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/client/exchange.h"

#include "net/client/writebody.h"

#include <QNetworkRequest>
#include <QTimer>

#include <qcoro/qcoronetworkreply.h>

namespace salesbench {

namespace {

QNetworkRequest toNetworkRequest(const QUrl &url, const HttpRequest &from)
{
    QNetworkRequest request(url);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setRawHeader("User-Agent", "Salesbench/" SALESBENCH_VERSION);
    for (const HttpHeader &header : from.headers)
        request.setRawHeader(header.name, header.value);
    return request;
}

QNetworkReply *send(const ServerConnection &connection, const QUrl &url, const HttpRequest &from)
{
    QNetworkRequest request = toNetworkRequest(url, from);
    if (!isWrite(from))
        return connection.network->sendCustomRequest(request, from.method);
    request.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
    request.setHeader(QNetworkRequest::ContentLengthHeader, from.body.size());
    auto *body = new WriteBody(from.body, nullptr);
    QNetworkReply *reply = connection.network->sendCustomRequest(request, from.method, body);
    body->setParent(reply);
    return reply;
}

HttpResponse answerOf(QNetworkReply &reply)
{
    HttpResponse answer{.status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(),
                        .headers = {},
                        .body = reply.readAll()};
    for (const auto &[name, value] : reply.rawHeaderPairs())
        answer.headers.append({name, value});
    return answer;
}

Exchange outcomeOf(QNetworkReply &reply, bool timedOut)
{
    Exchange result{.error = reply.error(), .words = reply.errorString(), .timedOut = timedOut};
    const bool isWhole = !timedOut && result.error != QNetworkReply::OperationCanceledError
        && result.error != QNetworkReply::RemoteHostClosedError;
    if (isWhole)
        result.answer = answerOf(reply);
    return result;
}

} // namespace

bool isWrite(const HttpRequest &request)
{
    return request.method != "GET" && request.method != "OPTIONS";
}

QCoro::Task<Exchange> exchange(ServerConnection connection, QUrl url, HttpRequest request)
{
    // Goes later: what follows runs inside the reply's own signal, and that may be inside its abort().
    const std::unique_ptr<QNetworkReply, QScopedPointerDeleteLater> reply(send(connection, url, request));
    bool timedOut = false;
    QTimer timer;
    timer.setSingleShot(true);
    QObject::connect(&timer, &QTimer::timeout, reply.get(), [&timedOut, answer = reply.get()] {
        timedOut = true;
        answer->abort();
    });
    QObject::connect(connection.cancel.get(), &CancelSignal::raised, reply.get(), &QNetworkReply::abort);
    timer.start(connection.timeout);
    co_await reply.get();
    timer.stop();
    co_return outcomeOf(*reply, timedOut);
}

} // namespace salesbench
