// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/client/operations.h"

#include "net/client/serverwords.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

struct OperationsText {
    Q_DECLARE_TR_FUNCTIONS(salesbench::RestJob)
};

constexpr char MergePatch[] = "application/merge-patch+json";
constexpr char JsonPatch[] = "application/json-patch+json";
constexpr char Json[] = "application/json;charset=utf-8"; // without the charset some refuse it

tl::unexpected<RestFailure> notTmf(const QString &sentence, int status)
{
    return tl::unexpected(RestFailure{.problem = {.kind = Problem::Kind::NotTmf, .sentence = sentence, .detail = {}},
                                      .status = status, .unknown = false, .offline = false, .retryAfter = {}});
}

RestResult<QJsonDocument> parse(const QString &host, const RestAnswer &answer)
{
    QJsonParseError error;
    const QJsonDocument json = QJsonDocument::fromJson(answer.body, &error);
    if (!json.isNull())
        return json;
    if (looksLikeHtml(answer.body))
        return notTmf(OperationsText::tr("The server %1 answers with a web page instead of data. Check the "
                                         "address: it must be that of the interface, not of the website.")
                          .arg(host),
                      answer.status);
    return notTmf(OperationsText::tr("The server %1 answers with something that is not JSON.").arg(host),
                  answer.status);
}

/// The document with its id as text; nothing when it has none. Some servers give ids as numbers.
std::optional<RemoteDocument> toDocument(const QJsonValue &value, const QString &etag)
{
    QJsonObject object = value.toObject();
    const QJsonValue id = object.value("id"_L1);
    const QString text = id.isDouble() ? QString::number(id.toInteger()) : id.toString();
    if (text.isEmpty())
        return {};
    object.insert("id"_L1, text);
    return RemoteDocument{.serverId = text, .document = object, .etag = etag};
}

RestResult<RemoteDocument> oneDocument(const QString &host, const RestAnswer &answer)
{
    const RestResult<QJsonDocument> json = parse(host, answer);
    if (!json)
        return tl::unexpected(json.error());
    std::optional<RemoteDocument> document = toDocument(json->isObject() ? json->object() : QJsonValue(), answer.etag);
    if (!document)
        return notTmf(OperationsText::tr("The server %1 answers with a document that has no id.").arg(host),
                      answer.status);
    return *document;
}

RestResult<ListPage> page(const QString &host, const RestAnswer &answer)
{
    const RestResult<QJsonDocument> json = parse(host, answer);
    if (!json)
        return tl::unexpected(json.error());
    if (!json->isArray())
        return notTmf(
            OperationsText::tr("The server %1 answers a list with a single object: it is no TMF699 server.")
                .arg(host),
            answer.status);
    ListPage page{
        .documents = {}, .total = answer.totalCount, .whole = answer.status == 200, .isSalesbench = answer.isSalesbench, .hasNumericIds = false};
    const QJsonArray array = json->array();
    for (const QJsonValue &value : array) {
        std::optional<RemoteDocument> document = toDocument(value, {});
        if (!document)
            return notTmf(
                OperationsText::tr("The server %1 lists something that is no document with an id.").arg(host),
                answer.status);
        page.hasNumericIds = page.hasNumericIds || value.toObject().value("id"_L1).isDouble();
        page.documents.append(*document);
    }
    return page;
}

/// A write whose answer cannot be read has happened, as far as one knows.
template<typename T>
RestResult<T> afterWrite(RestResult<T> result)
{
    if (!result)
        result.error().unknown = true;
    return result;
}

QByteArray toBody(const QJsonDocument &json)
{
    return json.toJson(QJsonDocument::Compact);
}

QCoro::Task<RestResult<RemoteDocument>> runPatch(RestJob job, QString host, QString serverId)
{
    const RestResult<RestAnswer> answer = co_await RestJob::run(job);
    if (!answer)
        co_return tl::unexpected(answer.error());
    if (answer->body.trimmed().isEmpty())
        co_return RemoteDocument{.serverId = serverId, .document = {}, .etag = answer->etag};
    co_return afterWrite(oneDocument(host, *answer));
}

QUrl hub(const ServerConnection &connection, ResourceKind kind, const QString &below = {})
{
    return connection.address.base(kind).resolved(QUrl(u"hub"_s + below));
}

} // namespace

QCoro::Task<RestResult<ListPage>> listPage(ServerConnection connection, ResourceKind kind, QUrlQuery query)
{
    const QString host = connection.address.host(kind);
    RestJob job(connection, kind, "GET", connection.address.list(kind));
    job.setQuery(query);
    const RestResult<RestAnswer> answer = co_await RestJob::run(job);
    if (!answer)
        co_return tl::unexpected(answer.error());
    co_return page(host, *answer);
}

QCoro::Task<RestResult<RemoteDocument>> getDocument(ServerConnection connection, ResourceKind kind, QString serverId)
{
    const QString host = connection.address.host(kind);
    const RestJob job(connection, kind, "GET", connection.address.document(kind, serverId));
    const RestResult<RestAnswer> answer = co_await RestJob::run(job);
    if (!answer)
        co_return tl::unexpected(answer.error());
    co_return oneDocument(host, *answer);
}

QCoro::Task<RestResult<RemoteDocument>> createDocument(ServerConnection connection, ResourceKind kind,
                                                       QJsonObject document, QString idempotencyKey)
{
    const QString host = connection.address.host(kind);
    RestJob job(connection, kind, "POST", connection.address.list(kind));
    job.setBody(toBody(QJsonDocument(document)), Json);
    job.setHeader("Idempotency-Key", idempotencyKey.toLatin1());
    const RestResult<RestAnswer> answer = co_await RestJob::run(job);
    if (!answer)
        co_return tl::unexpected(answer.error());
    co_return afterWrite(oneDocument(host, *answer));
}

QCoro::Task<RestResult<RemoteDocument>> patchDocument(ServerConnection connection, ResourceKind kind,
                                                      QString serverId, QJsonObject patch, QString etag,
                                                      PatchForm form)
{
    RestJob job(connection, kind, "PATCH", connection.address.document(kind, serverId));
    job.setBody(toBody(QJsonDocument(patch)), form == PatchForm::Merge ? MergePatch : Json);
    if (!etag.isEmpty())
        job.setHeader("If-Match", etag.toLatin1());
    co_return co_await runPatch(job, connection.address.host(kind), serverId);
}

QCoro::Task<RestResult<RemoteDocument>> patchDocument(ServerConnection connection, ResourceKind kind,
                                                      QString serverId, QJsonArray operations)
{
    RestJob job(connection, kind, "PATCH", connection.address.document(kind, serverId));
    job.setBody(toBody(QJsonDocument(operations)), JsonPatch);
    co_return co_await runPatch(job, connection.address.host(kind), serverId);
}

QCoro::Task<RestResult<bool>> takesJsonPatch(ServerConnection connection, ResourceKind kind, QString serverId)
{
    const RestJob job(connection, kind, "OPTIONS", connection.address.document(kind, serverId));
    const RestResult<RestAnswer> answer = co_await RestJob::run(job);
    co_return answer.map([](const RestAnswer &known) { return known.acceptPatch.contains(JsonPatch); });
}

QCoro::Task<RestResult<RestAnswer>> deleteDocument(ServerConnection connection, ResourceKind kind, QString serverId,
                                                   QString etag)
{
    RestJob job(connection, kind, "DELETE", connection.address.document(kind, serverId));
    if (!etag.isEmpty())
        job.setHeader("If-Match", etag.toLatin1());
    co_return co_await RestJob::run(job);
}

QCoro::Task<RestResult<QString>> subscribe(ServerConnection connection, ResourceKind kind, QString callback)
{
    const QString host = connection.address.host(kind);
    RestJob job(connection, kind, "POST", hub(connection, kind));
    job.setBody(toBody(QJsonDocument(QJsonObject{{u"callback"_s, callback}})), Json);
    const RestResult<RestAnswer> answer = co_await RestJob::run(job);
    if (!answer)
        co_return tl::unexpected(answer.error());
    co_return afterWrite(oneDocument(host, *answer)).map([](const RemoteDocument &subscription) {
        return subscription.serverId;
    });
}

QCoro::Task<RestResult<RestAnswer>> unsubscribe(ServerConnection connection, ResourceKind kind, QString id)
{
    const QString below = QString(u'/' + QString::fromLatin1(QUrl::toPercentEncoding(id)));
    co_return co_await RestJob::run(RestJob(connection, kind, "DELETE", hub(connection, kind, below)));
}

} // namespace salesbench
