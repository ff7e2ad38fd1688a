// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/server/resourcewriting.h"

#include "models/domain/merge.h"
#include "net/server/documentrules.h"
#include "net/server/idempotency.h"
#include "net/server/jsonpatch.h"
#include "net/server/preconditions.h"
#include "net/server/resourcereading.h"
#include "net/server/rights.h"
#include "net/server/strictjson.h"
#include "net/server/versions.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

constexpr auto JsonPatchType = "application/json-patch+json";

template<typename T>
ApiResult<T> orApiError(const Result<T> &result)
{
    if constexpr (std::is_void_v<T>)
        return result ? ApiResult<void>() : tl::unexpected(toApiError(result.error()));
    else
        return result ? ApiResult<T>(*result) : tl::unexpected(toApiError(result.error()));
}

/// What a patch makes of the document that is there.
using Change = std::function<ApiResult<QJsonObject>(const QJsonObject &)>;

/// @p response, once what happened is written down: within the same transaction, so that no change goes
/// untold.
ApiResult<HttpResponse> told(ServerDocuments &documents, const WriteContext &context,
                             const QJsonObject &before, const QJsonObject &after,
                             const HttpResponse &response)
{
    return orApiError(context.events.record(documents.database(), {context.resource, before, after}))
        .map([&] { return response; });
}

ApiResult<HttpResponse> insert(ServerDocuments &documents, const WriteContext &context,
                               const QJsonObject &document)
{
    return checkVersion(documents, context.resource, document)
        .and_then([&] { return orApiError(documents.insert(context.resource.type.kind, document)); })
        .and_then([&](const ServedDocument &written) {
            HttpResponse response = documentResponse(201, written);
            response.headers.append({"Location", document.value("href"_L1).toString().toLatin1()});
            return told(documents, context, {}, document, response);
        });
}

ApiResult<HttpResponse> create(Database &database, const WriteContext &context, const QJsonObject &document)
{
    ServerDocuments documents(database, context.ownerRole);
    const ResourceType &type = context.resource.type;
    const QString id = document.value("id"_L1).toString();
    return orApiError(documents.find(type.kind, id))
        .and_then([&](const auto &found) -> ApiResult<HttpResponse> {
            if (found)
                return refused(409, u"This id is taken"_s,
                               u"id: there already is a %1 with the id %2."_s.arg(type.name, id));
            return insert(documents, context, document);
        });
}

ApiResult<HttpResponse> replace(ServerDocuments &documents, const WriteContext &context,
                                const ServedDocument &before, const QJsonObject &old,
                                const QJsonObject &document)
{
    if (document == old)
        return documentResponse(200, before);
    return checkVersion(documents, context.resource, document)
        .and_then([&] { return orApiError(documents.replace(context.resource.type.kind, before, document)); })
        .and_then([&](const ServedDocument &written) {
            return told(documents, context, old, document, documentResponse(200, written));
        });
}

/// By the rules of the resource.
ApiResult<HttpResponse> change(ServerDocuments &documents, const WriteContext &context,
                               const ServedDocument &before, const QJsonObject &old,
                               const QJsonObject &wanted)
{
    return context.description.check(context.resource.type.typeName, wanted)
        .and_then([&] { return changedDocument(context.resource, old, wanted, context.surroundings.now()); })
        .and_then(
            [&](const QJsonObject &document) { return replace(documents, context, before, old, document); });
}

ApiResult<HttpResponse> patch(Database &database, const WriteContext &context, const HttpRequest &request,
                              const Change &patched)
{
    ServerDocuments documents(database, context.ownerRole);
    const ApiResult<ServedDocument> before =
        findReadable(documents, context.resource, context.id, context.user);
    if (!before)
        return tl::unexpected(before.error());
    const QJsonObject old = QJsonDocument::fromJson(before->json).object();
    return checkIfMatch(request, etagOf(before->revision))
        .and_then([&] { return patched(old); })
        .and_then([&](const QJsonObject &result) {
            const QJsonObject wanted = withServersOwn(context.resource, old, withoutNulls(result));
            return mayPatch(context.user, before->owner, ownerOf(wanted, context.ownerRole)).and_then([&] {
                return change(documents, context, *before, old, wanted);
            });
        });
}

ApiResult<HttpResponse> remove(Database &database, const WriteContext &context, const HttpRequest &request)
{
    ServerDocuments documents(database, context.ownerRole);
    return findReadable(documents, context.resource, context.id, context.user)
        .and_then([&](const ServedDocument &found) {
            return mayDelete(context.user)
                .and_then([&] { return checkIfMatch(request, etagOf(found.revision)); })
                .and_then([&] { return orApiError(documents.remove(context.resource.type.kind, found)); })
                .and_then([&] {
                    const HttpResponse gone{.status = 204, .headers = {}, .body = {}};
                    return told(documents, context, QJsonDocument::fromJson(found.json).object(), {}, gone);
                });
        });
}

ApiResult<Change> changeOf(const HttpRequest &request)
{
    if (mediaTypeOf(request.header("Content-Type")) == JsonPatchType)
        return parseArray(request.body).map([](const QJsonArray &patch) -> Change {
            return [patch](const QJsonObject &old) {
                return applyJsonPatch(old, patch);
            };
        });
    return parseObject(request.body).map([](const QJsonObject &patch) -> Change {
        return [patch](const QJsonObject &old) -> ApiResult<QJsonObject> {
            return mergePatch(old, patch);
        };
    });
}

} // namespace

const QByteArrayList &patchTypes()
{
    static const QByteArrayList types{"application/merge-patch+json", JsonPatchType, "application/json"};
    return types;
}

ApiResult<WriteQueue::Work> prepareCreate(const WriteContext &context, const HttpRequest &request)
{
    const ApiResult<QJsonObject> body = checkContentType(request, {"application/json"})
                                            .and_then([&] { return parseObject(request.body); })
                                            .map(withoutNulls);
    if (!body)
        return tl::unexpected(body.error());
    return context.description.check(context.resource.type.typeName + "_Create"_L1, *body)
        .map([&] {
            return newDocument(context.resource, *body, context.surroundings.newId(),
                               context.surroundings.now());
        })
        .and_then([&](const QJsonObject &document) -> ApiResult<WriteQueue::Work> {
            // Also what only the whole resource describes must fit, or no patch would be taken afterwards.
            if (const auto fits = context.description.check(context.resource.type.typeName, document); !fits)
                return tl::unexpected(fits.error());
            if (const auto allowed = mayCreate(context.user, ownerOf(document, context.ownerRole)); !allowed)
                return tl::unexpected(allowed.error());
            const Idempotency once(context, request, *body);
            return [context, document, once](Database &database) {
                return answerOf(once.answer(database, [&] { return create(database, context, document); }));
            };
        });
}

ApiResult<WriteQueue::Work> preparePatch(const WriteContext &context, const HttpRequest &request)
{
    return checkContentType(request, patchTypes())
        .map_error([](ApiError error) {
            error.headers.append({"Accept-Patch", patchTypes().join(", ")}); // RFC 5789
            return error;
        })
        .and_then([&] { return changeOf(request); })
        .map([&](const Change &change) -> WriteQueue::Work {
            return [context, request, change](Database &database) {
                return answerOf(patch(database, context, request, change));
            };
        });
}

ApiResult<WriteQueue::Work> prepareDelete(const WriteContext &context, const HttpRequest &request)
{
    return [context, request](Database &database) {
        return answerOf(remove(database, context, request));
    };
}

} // namespace salesbench
