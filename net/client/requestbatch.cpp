// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/client/requestbatch.h"

#include "net/http/httppipeline.h"

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

const QString BatchPath = u"/tmf-api/batch"_s;

constexpr qsizetype MostBytes = 256 * 1024; ///< far below what the server takes
constexpr int MostUnderway = 3; ///< while one is answered the next can travel

/// The server, or what stands before it, knows nothing of batches or lets none pass, and has done nothing.
/// 401, 408, 413 and 429 are said of other things.
bool isUnknown(int status)
{
    const bool saysMore = status == 401 || status == 408 || status == 413 || status == 429;
    return (status >= 300 && status < 500 && !saysMore) || status == 501;
}

bool isPipeline(const HttpResponse &answer)
{
    return answer.status == 200 && answer.header("Content-Type").toLower().startsWith("application/http");
}

bool isSuccess(const HttpResponse &answer)
{
    return answer.status >= 200 && answer.status < 300;
}

/// Of one that may have been done, though nothing was said of it.
Exchange brokenOff()
{
    return {.error = QNetworkReply::RemoteHostClosedError, .words = QNetworkReply::tr("Connection closed")};
}

/// Of one that waited for its turn until all was stopped.
Exchange neverSent()
{
    return {.error = QNetworkReply::NetworkSessionFailedError};
}

QString encodedPath(const QUrl &url)
{
    return url.path(QUrl::FullyEncoded);
}

} // namespace

RequestBatch::RequestBatch(ServerConnection connection)
    : m_connection(std::move(connection))
    , m_url(m_connection.address.base(ResourceKind::SalesLead).resolved(QUrl(u"../../batch"_s)))
    , m_prefix(encodedPath(m_url).size() - BatchPath.size())
    , m_isRefused(!encodedPath(m_url).endsWith(BatchPath))
{
    m_connection.batch.reset();
}

/// What is asked for must be the same server's, and its paths below the same prefix.
bool RequestBatch::takes(const QUrl &url) const
{
    const QString path = encodedPath(url);
    return !m_isRefused && url.scheme() == m_url.scheme() && url.authority() == m_url.authority()
        && path.startsWith(QStringView(encodedPath(m_url)).first(m_prefix))
        && QStringView(path).sliced(m_prefix).startsWith("/tmf-api/"_L1);
}

QCoro::Task<std::optional<Exchange>> RequestBatch::carry(QUrl url, HttpRequest request)
{
    if (!takes(url))
        co_return std::nullopt;
    request.path = encodedPath(url).mid(m_prefix).toLatin1();
    request.query = url.query(QUrl::FullyEncoded).toLatin1();
    Waiting waiting{.request = std::move(request)};
    m_waiting.push_back(&waiting);
    sendSoon();
    co_await Turn{waiting};
    co_return std::move(waiting.outcome);
}

/// Once all that can go on now has asked.
void RequestBatch::sendSoon()
{
    if (m_isCalled || m_underway >= MostUnderway)
        return;
    m_isCalled = true;
    QMetaObject::invokeMethod(
        this, [this] { sendWaiting(); }, Qt::QueuedConnection);
}

void RequestBatch::sendWaiting()
{
    const auto self = shared_from_this(); // those who are answered may be its last
    m_isCalled = false;
    while (!m_waiting.empty() && m_underway < MostUnderway) {
        const Group group = takeGroup();
        if (m_connection.cancel->isSet())
            distribute(group, neverSent());
        else if (group.size() == 1 || m_isRefused)
            letGo(group);
        else
            send(group);
    }
}

/// Those of one sign-in: it is the batch's.
RequestBatch::Group RequestBatch::takeGroup()
{
    Group group;
    qsizetype bytes = 0;
    const QByteArray signIn = m_waiting.front()->request.header("Authorization");
    while (!m_waiting.empty() && group.size() < MostInPipeline && bytes < MostBytes
           && m_waiting.front()->request.header("Authorization") == signIn) {
        bytes += m_waiting.front()->request.body.size();
        group.push_back(m_waiting.front());
        m_waiting.pop_front();
    }
    return group;
}

QCoro::Task<void> RequestBatch::send(Group group)
{
    const auto self = shared_from_this(); // those who are answered may be its last
    HttpRequest batch{
        .method = "POST", .path = {}, .query = {}, .headers = {{"Content-Type", RequestsType}}, .body = {}};
    QVector<HttpRequest> parts;
    for (const Waiting *waiting : group) {
        HttpRequest part = waiting->request;
        part.headers.removeIf([](const HttpHeader &header) { return header.name == "Authorization"; });
        parts.append(part);
    }
    if (const QByteArray signIn = group.front()->request.header("Authorization"); !signIn.isEmpty())
        batch.headers.append({"Authorization", signIn});
    batch.body = toPipeline(parts);
    ++m_underway;
    const Exchange whole = co_await exchange(m_connection, m_url, batch);
    --m_underway;
    if (!m_waiting.empty())
        sendSoon();
    distribute(group, whole);
}

void RequestBatch::distribute(const Group &group, const Exchange &whole)
{
    const bool isShared = isPipeline(whole.answer);
    // A page, or an answer that was rewritten on its way, does not say what became of each.
    const bool isStrange = isSuccess(whole.answer) && !isShared;
    m_isRefused = m_isRefused || isStrange || isUnknown(whole.answer.status);
    const bool goAlone = isUnknown(whole.answer.status) || whole.answer.status == 413;
    QVector<HttpResponse> answers = isShared ? responsesIn(whole.answer.body) : QVector<HttpResponse>();
    for (qsizetype i = 0; !goAlone && i < static_cast<qsizetype>(group.size()); ++i) {
        Waiting &waiting = *group[static_cast<size_t>(i)];
        if (i < answers.size())
            waiting.outcome = {.answer = std::move(answers[i])};
        else if (isShared || (isStrange && isWrite(waiting.request)))
            waiting.outcome = brokenOff();
        else if (!isStrange)
            waiting.outcome = whole;
    }
    letGo(group);
}

/// Each is gone once it goes on.
void RequestBatch::letGo(const Group &group)
{
    for (const Waiting *waiting : group)
        waiting->whoWaits.resume();
}

} // namespace salesbench
