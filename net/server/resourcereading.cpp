// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/server/resourcereading.h"

#include "net/server/fieldselection.h"
#include "net/server/listplan.h"
#include "net/server/preconditions.h"
#include "net/server/queryvalues.h"
#include "net/server/rights.h"

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

QByteArray join(const QByteArrayList &documents, const std::optional<QStringList> &fields)
{
    qsizetype size = 2;
    for (const QByteArray &document : documents)
        size += document.size() + 1;
    QByteArray body;
    body.reserve(size);
    body.append('[');
    for (const QByteArray &document : documents) {
        if (body.size() > 1)
            body.append(',');
        body.append(selectFields(document, fields));
    }
    return body.append(']');
}

/// @p query without its paging, so that another can be put behind it; nothing in it ends a link.
QByteArray withoutPaging(const QByteArray &query)
{
    QByteArray result;
    for (const QByteArray &pair : QByteArray(query).replace(';', '&').split('&')) {
        if (!pair.isEmpty() && !pair.startsWith("offset=") && !pair.startsWith("limit="))
            result += pair + '&';
    }
    return result.replace('<', "%3C").replace('>', "%3E");
}

/// RFC 8288, absolute: self, first, prev, next, last. last counts in steps of limit from 0.
QByteArray linksOf(const HttpRequest &request, const TmfQuery &query, qint64 total)
{
    const QByteArray base = '<' + request.scheme + "://" + request.header("Host") + request.path + '?'
        + withoutPaging(request.query);
    const auto link = [&](qint64 offset, const char *relation) -> QByteArray {
        return base + "offset=" + QByteArray::number(offset) + "&limit=" + QByteArray::number(query.limit)
            + ">; rel=\"" + relation + '"';
    };
    QByteArrayList links{link(query.offset, "self"), link(0, "first")};
    if (query.offset > 0)
        links.append(link(std::max<qint64>(0, query.offset - query.limit), "prev"));
    if (query.offset + query.limit < total)
        links.append(link(query.offset + query.limit, "next"));
    links.append(link(total > 0 ? (total - 1) / query.limit * query.limit : 0, "last"));
    return links.join(", ");
}

HttpResponse pageResponse(const HttpRequest &request, const TmfQuery &query, const ServerPage &page)
{
    HttpResponse response{.status = page.documents.size() == page.total ? 200 : 206,
                          .headers = {{"Content-Type", JsonType},
                                      {"X-Total-Count", QByteArray::number(page.total)},
                                      {"X-Result-Count", QByteArray::number(page.documents.size())}},
                          .body = join(page.documents, query.fields)};
    if (response.status == 206 && query.limit > 0)
        response.headers.append({"Link", linksOf(request, query, page.total)});
    return response;
}

} // namespace

HttpResponse documentResponse(int status, const ServedDocument &document)
{
    return {.status = status,
            .headers = {{"Content-Type", JsonType}, {"ETag", etagOf(document.revision)}},
            .body = document.json};
}

ApiResult<ServedDocument> findReadable(ServerDocuments &documents, const ServedResource &resource,
                                       const QString &id, const ServerUser &user)
{
    const auto found = documents.find(resource.type.kind, id);
    if (!found)
        return tl::unexpected(toApiError(found.error()));
    if (*found && mayRead(user, (*found)->owner))
        return **found;
    return refused(404, u"There is no such document"_s,
                   u"No %1 has the id %2."_s.arg(resource.type.name, id));
}

ApiResult<HttpResponse> readDocument(Database &database, const ServedResource &resource, const QString &id,
                                     const ServerUser &user, const HttpRequest &request)
{
    const ApiResult<TmfQuery> query = TmfQuery::parse(request.query);
    if (!query)
        return tl::unexpected(query.error());
    ServerDocuments documents(database, {});
    return findReadable(documents, resource, id, user).map([&](const ServedDocument &found) {
        const QByteArray etag = etagOf(found.revision);
        if (isKnownToClient(request, etag))
            return HttpResponse{.status = 304, .headers = {{"ETag", etag}}, .body = {}};
        HttpResponse response = documentResponse(200, found);
        response.body = selectFields(response.body, query->fields);
        return response;
    });
}

ApiResult<ListWork> prepareList(const SchemaSet &schemas, const ServedResource &resource,
                                const ServerUser &user, const HttpRequest &request, qint64 maximumLimit)
{
    return TmfQuery::parse(request.query, maximumLimit).and_then([&](const TmfQuery &query) {
        return checkValues(schemas, resource.type.typeName, query).map([&] {
            return ListWork{query, planList(schemas, resource, query, user)};
        });
    });
}

ApiResult<HttpResponse> readList(Database &database, const ListWork &work, const HttpRequest &request)
{
    const Result<ServerPage> page = readServerPage(database, work.plan);
    if (!page)
        return tl::unexpected(toApiError(page.error()));
    return pageResponse(request, work.query, *page);
}

} // namespace salesbench
