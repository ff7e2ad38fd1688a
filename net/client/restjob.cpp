// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/client/restjob.h"

#include "net/client/requestbatch.h"
#include "net/client/serverwords.h"
#include "net/client/tokensource.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

struct RestJobText {
    Q_DECLARE_TR_FUNCTIONS(salesbench::RestJob)
};

RestFailure failure(Problem::Kind kind, const QString &sentence, const QString &detail = {}, int status = 0)
{
    return {.problem = {.kind = kind, .sentence = sentence, .detail = detail},
            .status = status,
            .unknown = false,
            .offline = false,
            .retryAfter = {}};
}

/// True when nothing of the request can have reached a server.
bool neverSent(QNetworkReply::NetworkError error)
{
    switch (error) {
    case QNetworkReply::ConnectionRefusedError:
    case QNetworkReply::HostNotFoundError:
    case QNetworkReply::SslHandshakeFailedError:
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::NetworkSessionFailedError:
        return true;
    default:
        return false;
    }
}

/// An unknown network error is what Qt makes of "network unreachable" and "no route to host".
bool isOffline(QNetworkReply::NetworkError error)
{
    return neverSent(error) || error == QNetworkReply::TemporaryNetworkFailureError
        || error == QNetworkReply::UnknownNetworkError;
}

/// Gateways have numbers of their own (such as 524) for a server that did not answer them in time; 501 and
/// 503 alone say that nothing was begun.
bool mayHaveHappened(int status)
{
    return status == 408 || (status >= 500 && status != 501 && status != 503);
}

} // namespace

RestJob::RestJob(ServerConnection connection, ResourceKind kind, QByteArray verb, QUrl url)
    : m_connection(std::move(connection))
    , m_kind(kind)
    , m_url(std::move(url))
    , m_request{.method = std::move(verb),
                .path = {},
                .query = {},
                .headers = {{"Accept", "application/json"}},
                .body = {}}
{
}

void RestJob::setBody(const QByteArray &body, const QByteArray &contentType)
{
    m_request.body = body;
    setHeader("Content-Type", contentType);
}

RestJob RestJob::with(const QByteArray &token) const
{
    RestJob job = *this;
    job.m_connection.token = token;
    return job;
}

QCoro::Task<RestResult<RestAnswer>> RestJob::run(RestJob job)
{
    const std::shared_ptr<TokenSource> tokens = job.m_connection.tokens;
    if (!tokens)
        co_return co_await once(job);
    const RestResult<QByteArray> token = co_await TokenSource::token(tokens, job.m_connection);
    if (!token)
        co_return tl::unexpected(token.error());
    const RestResult<RestAnswer> answer = co_await once(job.with(*token));
    if (answer || answer.error().status != 401)
        co_return answer;
    const RestResult<QByteArray> another = co_await TokenSource::another(tokens, job.m_connection, *token);
    if (!another)
        co_return tl::unexpected(another.error());
    co_return co_await once(job.with(*another));
}

QCoro::Task<RestResult<RestAnswer>> RestJob::once(RestJob job)
{
    if (job.m_connection.cancel->isSet())
        co_return tl::unexpected(
            failure(Problem::Kind::Cancelled, RestJobText::tr("The synchronisation was stopped.")));
    if (!job.m_connection.token.isEmpty())
        job.setHeader("Authorization", "Bearer " + job.m_connection.token);
    const Exchange exchange = co_await carried(job);
    co_return job.result(exchange);
}

/// Together with others where there is something that carries them.
QCoro::Task<Exchange> RestJob::carried(RestJob job)
{
    const std::shared_ptr<RequestBatch> batch = job.m_connection.batch;
    std::optional<Exchange> together;
    if (batch)
        together = co_await batch->carry(job.m_url, job.m_request);
    if (together)
        co_return *together;
    co_return co_await exchange(job.m_connection, job.m_url, job.m_request);
}

RestResult<RestAnswer> RestJob::result(const Exchange &exchange) const
{
    const HttpResponse &came = exchange.answer;
    if (came.status == 0)
        return tl::unexpected(withoutAnswer(exchange));
    if (came.status < 200 || came.status > 299)
        return tl::unexpected(refusal(came));
    RestAnswer answer{.status = came.status,
                      .body = came.body,
                      .etag = QString::fromLatin1(came.header("ETag")),
                      .totalCount = {},
                      .acceptPatch = came.header("Accept-Patch"),
                      .isSalesbench = came.header("Server").startsWith("Salesbench/")};
    bool isNumber = false;
    const qint64 total = came.header("X-Total-Count").trimmed().toLongLong(&isNumber);
    if (isNumber && total >= 0)
        answer.totalCount = total;
    return answer;
}

RestFailure RestJob::withoutAnswer(const Exchange &exchange) const
{
    const auto error = exchange.error;
    RestFailure result = failure(Problem::Kind::Unreachable, {}, exchange.words);
    result.unknown = isWrite(m_request) && !neverSent(error);
    result.offline = !exchange.timedOut && isOffline(error);
    if (exchange.timedOut) {
        result.problem.sentence = RestJobText::tr("The server %1 did not answer in time.").arg(host());
    } else if (m_connection.cancel->isSet()) {
        result.problem.kind = Problem::Kind::Cancelled;
        result.problem.sentence = RestJobText::tr("The synchronisation was stopped.");
    } else if (error == QNetworkReply::ConnectionRefusedError) {
        result.problem.sentence =
            RestJobText::tr("The server %1 refused the connection. Is it running?").arg(host());
    } else if (error == QNetworkReply::HostNotFoundError) {
        result.problem.sentence =
            RestJobText::tr("The server %1 was not found. Check its name and the network.").arg(host());
    } else if (error == QNetworkReply::SslHandshakeFailedError) {
        result.problem.kind = Problem::Kind::NotTmf;
        result.problem.sentence =
            RestJobText::tr(
                "No secure connection to %1: its certificate is not trusted, or it does not speak TLS.")
                .arg(host());
    } else if (error == QNetworkReply::ProtocolFailure || error == QNetworkReply::ProtocolUnknownError) {
        result.problem.kind = Problem::Kind::NotTmf;
        result.problem.sentence = RestJobText::tr("What answers at %1 is no web server.").arg(host());
    } else {
        result.problem.sentence =
            RestJobText::tr("The connection to the server %1 broke before it answered.").arg(host());
    }
    return result;
}

RestFailure RestJob::refusal(const HttpResponse &answer) const
{
    const int status = answer.status;
    const QString words = serverWords(answer.body);
    const QString detail = answer.body.isEmpty() ? QString() : words;
    const auto made = [&](Problem::Kind kind, const QString &sentence) {
        return failure(kind, sentence, detail, status);
    };
    RestFailure result;
    if (status == 401)
        return made(Problem::Kind::SignIn,
                    RestJobText::tr("The server %1 does not accept the sign-in. A valid token is needed.")
                        .arg(host()));
    if (status >= 300 && status < 400)
        return made(Problem::Kind::NotTmf,
                    RestJobText::tr("The server %1 sends to another address (%2). Give that address instead.")
                        .arg(host(), QString::fromLatin1(answer.header("Location"))));
    if (status == 404 || status == 410)
        return made(Problem::Kind::NotFound,
                    RestJobText::tr("The server %1 has nothing at %2.").arg(host(), m_url.path()));
    if (status == 403)
        return made(Problem::Kind::NotAllowed,
                    RestJobText::tr("The server %1 does not allow this: %2").arg(host(), words));
    if (status >= 500 || status == 408 || status == 429)
        result = made(Problem::Kind::Server,
                      RestJobText::tr("The server %1 could not do it (error %2): %3")
                          .arg(host())
                          .arg(status)
                          .arg(words));
    else
        result = made(
            Problem::Kind::BadInput,
            RestJobText::tr("The server %1 refused it (error %2): %3").arg(host()).arg(status).arg(words));
    bool isNumber = false;
    const int seconds = answer.header("Retry-After").trimmed().toInt(&isNumber);
    if (isNumber && seconds >= 0)
        result.retryAfter = std::chrono::seconds(seconds);
    result.unknown = isWrite(m_request) && mayHaveHappened(status);
    return result;
}

} // namespace salesbench
