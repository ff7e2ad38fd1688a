// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/client/restjob.h"

#include "net/client/serverwords.h"
#include "net/client/tokensource.h"
#include "net/client/writebody.h"

#include <QCoreApplication>
#include <QNetworkReply>
#include <QTimer>

#include <qcoro/qcoronetworkreply.h>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

struct RestJobText {
    Q_DECLARE_TR_FUNCTIONS(salesbench::RestJob)
};

RestFailure failure(Problem::Kind kind, const QString &sentence, const QString &detail = {}, int status = 0)
{
    return {.problem = {.kind = kind, .sentence = sentence, .detail = detail}, .status = status, .unknown = false, .offline = false, .retryAfter = {}};
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

} // namespace

RestJob::RestJob(ServerConnection connection, ResourceKind kind, QByteArray verb, QUrl url)
    : m_connection(std::move(connection))
    , m_kind(kind)
    , m_verb(std::move(verb))
    , m_url(std::move(url))
{
}

void RestJob::setBody(const QByteArray &body, const QByteArray &contentType)
{
    m_body = body;
    setHeader("Content-Type", contentType);
}

QNetworkRequest RestJob::request() const
{
    QNetworkRequest request(m_url);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setRawHeader("Accept", "application/json");
    request.setRawHeader("User-Agent", "Salesbench/" SALESBENCH_VERSION);
    if (!m_connection.token.isEmpty())
        request.setRawHeader("Authorization", "Bearer " + m_connection.token);
    for (auto it = m_headers.begin(); it != m_headers.end(); ++it)
        request.setRawHeader(it.key(), it.value());
    return request;
}

QNetworkReply *RestJob::send() const
{
    QNetworkRequest request = this->request();
    if (!isWrite())
        return m_connection.network->sendCustomRequest(request, m_verb);
    const QByteArray content = m_body.value_or(QByteArray());
    request.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
    request.setHeader(QNetworkRequest::ContentLengthHeader, content.size());
    auto *body = new WriteBody(content, nullptr);
    QNetworkReply *reply = m_connection.network->sendCustomRequest(request, m_verb, body);
    body->setParent(reply);
    return reply;
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
        co_return co_await exchange(job);
    const RestResult<QByteArray> token = co_await TokenSource::token(tokens, job.m_connection);
    if (!token)
        co_return tl::unexpected(token.error());
    const RestResult<RestAnswer> answer = co_await exchange(job.with(*token));
    if (answer || answer.error().status != 401)
        co_return answer;
    const RestResult<QByteArray> another = co_await TokenSource::another(tokens, job.m_connection, *token);
    if (!another)
        co_return tl::unexpected(another.error());
    co_return co_await exchange(job.with(*another));
}

QCoro::Task<RestResult<RestAnswer>> RestJob::exchange(RestJob job)
{
    if (job.m_connection.cancel->isSet())
        co_return tl::unexpected(
            failure(Problem::Kind::Cancelled, RestJobText::tr("The synchronisation was stopped.")));
    // Goes later: what follows runs inside the reply's own signal, and that may be inside its abort().
    const std::unique_ptr<QNetworkReply, QScopedPointerDeleteLater> reply(job.send());
    bool timedOut = false;
    QTimer timer;
    timer.setSingleShot(true);
    QObject::connect(&timer, &QTimer::timeout, reply.get(), [&timedOut, answer = reply.get()] {
        timedOut = true;
        answer->abort();
    });
    QObject::connect(job.m_connection.cancel.get(), &CancelSignal::raised, reply.get(), &QNetworkReply::abort);
    timer.start(job.m_connection.timeout);
    co_await reply.get();
    timer.stop();
    co_return job.result(*reply, timedOut);
}

RestResult<RestAnswer> RestJob::result(QNetworkReply &reply, bool timedOut) const
{
    const int status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const bool whole = status != 0 && !timedOut && reply.error() != QNetworkReply::OperationCanceledError
        && reply.error() != QNetworkReply::RemoteHostClosedError;
    if (!whole)
        return tl::unexpected(withoutAnswer(reply, timedOut));
    const QByteArray body = reply.readAll();
    if (status < 200 || status > 299)
        return tl::unexpected(refusal(reply, status, body));
    RestAnswer answer{.status = status,
                      .body = body,
                      .etag = QString::fromLatin1(reply.rawHeader("ETag")),
                      .totalCount = {},
                      .acceptPatch = reply.rawHeader("Accept-Patch"),
                      .isSalesbench = reply.rawHeader("Server").startsWith("Salesbench/")};
    bool isNumber = false;
    const qint64 total = reply.rawHeader("X-Total-Count").trimmed().toLongLong(&isNumber);
    if (isNumber && total >= 0)
        answer.totalCount = total;
    return answer;
}

RestFailure RestJob::withoutAnswer(const QNetworkReply &reply, bool timedOut) const
{
    const auto error = reply.error();
    RestFailure result = failure(Problem::Kind::Unreachable, {}, reply.errorString());
    result.unknown = isWrite() && !neverSent(error);
    result.offline = !timedOut && isOffline(error);
    if (timedOut) {
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

RestFailure RestJob::refusal(const QNetworkReply &reply, int status, const QByteArray &body) const
{
    const QString words = serverWords(body);
    const QString detail = body.isEmpty() ? QString() : words;
    const auto made = [&](Problem::Kind kind, const QString &sentence) { return failure(kind, sentence, detail, status); };
    RestFailure result;
    if (status == 401)
        return made(Problem::Kind::SignIn,
                    RestJobText::tr("The server %1 does not accept the sign-in. A valid token is needed.")
                        .arg(host()));
    if (status >= 300 && status < 400)
        return made(Problem::Kind::NotTmf,
                    RestJobText::tr("The server %1 sends to another address (%2). Give that address instead.")
                        .arg(host(), QString::fromLatin1(reply.rawHeader("Location"))));
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
    const int seconds = reply.rawHeader("Retry-After").trimmed().toInt(&isNumber);
    if (isNumber && seconds >= 0)
        result.retryAfter = std::chrono::seconds(seconds);
    result.unknown = isWrite() && (status == 500 || status == 502 || status == 504 || status == 408);
    return result;
}

} // namespace salesbench
