// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/server/idempotency.h"

#include "models/store/serveranswers.h"

#include <QCryptographicHash>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

/// For how long a repeat gets the first answer, at least.
constexpr int DaysKept = 2;

QByteArray toLines(const QVector<HttpHeader> &headers)
{
    QByteArrayList lines;
    for (const HttpHeader &header : headers)
        lines.append(header.name + ": " + header.value);
    return lines.join('\n');
}

QVector<HttpHeader> fromLines(const QByteArray &lines)
{
    QVector<HttpHeader> headers;
    for (const QByteArray &line : lines.split('\n')) {
        const qsizetype colon = line.indexOf(": ");
        headers.append({line.left(colon), line.mid(colon + 2)});
    }
    return headers;
}

} // namespace

Idempotency::Idempotency(const WriteContext &context, const HttpRequest &request, const QJsonObject &body)
    : m_scope(context.user.name + u'\n' + context.resource.path())
    , m_key(QString::fromUtf8(request.header("Idempotency-Key")))
    , m_now(context.surroundings.now())
{
    // Members stand sorted in a QJsonObject, so equal values give equal bytes.
    if (!m_key.isEmpty())
        m_digest = QCryptographicHash::hash(QJsonDocument(body).toJson(QJsonDocument::Compact),
                                            QCryptographicHash::Sha256);
}

ApiResult<HttpResponse> Idempotency::answer(Database &database,
                                            const std::function<ApiResult<HttpResponse>()> &act) const
{
    if (m_key.isEmpty())
        return act();
    const auto first = findAnswer(database, m_scope, m_key);
    if (!first)
        return tl::unexpected(toApiError(first.error()));
    if (!*first)
        return actAndKeep(database, act);
    if ((*first)->request != m_digest)
        return refused(422, u"This key was used before"_s,
                       u"Idempotency-Key: an earlier request with this key had another body."_s);
    HttpResponse again{
        .status = (*first)->status, .headers = fromLines((*first)->headers), .body = (*first)->body};
    again.headers.append(HttpHeader{"Idempotency-Replayed", "true"});
    return again;
}

ApiResult<HttpResponse> Idempotency::actAndKeep(Database &database,
                                                const std::function<ApiResult<HttpResponse>()> &act) const
{
    return act().and_then([&](const HttpResponse &response) -> ApiResult<HttpResponse> {
        const ServerAnswer answer{.request = m_digest,
                                  .status = response.status,
                                  .headers = toLines(response.headers),
                                  .body = response.body};
        const Result<void> kept = forgetAnswersBefore(database, m_now.addDays(-DaysKept)).and_then([&] {
            return keepAnswer(database, m_scope, m_key, answer, m_now);
        });
        if (!kept)
            return tl::unexpected(toApiError(kept.error()));
        return response;
    });
}

} // namespace salesbench
