// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/simserver.h"

#include "models/domain/merge.h"
#include "net/http/httppipeline.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QUrlQuery>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace salesbench::faults {

namespace {

QByteArray toBytes(const QJsonObject &document)
{
    return QJsonDocument(document).toJson(QJsonDocument::Compact);
}

Answer refusal(int status, const char *reason)
{
    return {.status = status, .body = toBytes({{"reason"_L1, QLatin1StringView(reason)}})};
}

/// Empty where the path leads to no resource; else its list's name and perhaps an id.
QStringList placeOf(const QUrl &url)
{
    const QStringList path = url.path().split(u'/', Qt::SkipEmptyParts);
    return path.size() > 3 ? path.mid(3) : QStringList();
}

int number(const QUrl &url, const QString &name, int otherwise)
{
    const QString text = QUrlQuery(url).queryItemValue(name);
    return text.isEmpty() ? otherwise : text.toInt();
}

bool isWanted(ResourceKind kind, const QJsonObject &document, const QUrl &url)
{
    const QString name = resourceType(kind).nameAttribute;
    const QUrlQuery query(url);
    return !query.hasQueryItem(name)
        || query.queryItemValue(name, QUrl::FullyDecoded) == document.value(name).toString();
}

Request toRequest(const HttpRequest &part, const Request &batch)
{
    Request request{.verb = part.method,
                    .url = batch.url.resolved(QUrl(QString::fromLatin1(part.path + '?' + part.query))),
                    .headers = {},
                    .body = part.body,
                    .isRepeat = batch.isRepeat};
    for (const HttpHeader &header : part.headers)
        request.headers.insert(header.name.toLower(), header.value);
    return request;
}

HttpResponse toResponse(const Answer &answer)
{
    HttpResponse response{.status = answer.status, .headers = {}, .body = answer.body};
    for (auto it = answer.headers.begin(); it != answer.headers.end(); ++it)
        response.headers.append(HttpHeader{it.key(), it.value()});
    return response;
}

} // namespace

Answer SimServer::answer(int who, const Request &request)
{
    Answer answer = serve(who, request);
    if (hasVersions())
        answer.headers.insert("Server", "Salesbench/simulated");
    return answer;
}

Answer SimServer::serve(int who, const Request &request)
{
    if (takesBatches && request.url.path() == "/tmf-api/batch"_L1)
        return batch(who, request);
    const QStringList place = placeOf(request.url);
    const auto kind = resourceKindFromName(place.value(0));
    if (!kind)
        return refusal(404, "no such list");
    if (place.size() == 1)
        return request.verb == "POST" ? create(who, *kind, request) : list(who, *kind, request.url);
    Resource *resource = living(*kind, place.at(1));
    if (!resource)
        return refusal(404, "no such document");
    if (request.verb == "GET")
        return one(who, 200, *resource);
    if (hasVersions() && request.headers.contains("if-match")
        && request.headers.value("if-match") != resource->etag())
        return refusal(412, "it is another version");
    return request.verb == "DELETE" ? remove(who, *resource) : patch(who, *resource, request);
}

Answer SimServer::batch(int who, const Request &request)
{
    const auto parts = requestsIn(request.body);
    if (!parts)
        return refusal(400, "no batch");
    QVector<HttpResponse> answers;
    for (const HttpRequest &part : *parts)
        answers.append(toResponse(serve(who, toRequest(part, request))));
    return {.status = 200, .body = toPipeline(answers), .headers = {{"Content-Type", ResponsesType}}};
}

Answer SimServer::list(int who, ResourceKind kind, const QUrl &url)
{
    const int offset = number(url, u"offset"_s, 0);
    const int limit = std::min(number(url, u"limit"_s, 100), m_largestPage);
    QJsonArray page;
    int place = 0;
    for (const auto &resource : std::as_const(m_resources)) {
        if (resource->deleted || resource->kind != kind || !isWanted(kind, resource->document(), url))
            continue;
        if (place >= offset && place < offset + limit) {
            page.append(resource->document());
            tell(who, *resource);
        }
        ++place;
    }
    return {.status = page.size() == place ? 200 : 206,
            .body = QJsonDocument(page).toJson(QJsonDocument::Compact),
            .headers = {{"X-Total-Count", QByteArray::number(place)}}};
}

Answer SimServer::create(int who, ResourceKind kind, const Request &request)
{
    const QByteArray key = request.headers.value("idempotency-key");
    if (!hasVersions() || key.isEmpty())
        return created(who, kind, request);
    const auto kept = m_answers.find(key);
    if (kept != m_answers.end())
        return kept->second.body == request.body
            ? kept->second.answer
            : refusal(422, "this Idempotency-Key was used with another body");
    const Answer answer = created(who, kind, request);
    if (answer.status == 201)
        m_answers[key] = {request.body, answer};
    return answer;
}

Answer SimServer::created(int who, ResourceKind kind, const Request &request)
{
    QJsonObject document = QJsonDocument::fromJson(request.body).object();
    const QString own = document.value("id"_L1).toString();
    const QString id = hasVersions() && !own.isEmpty() ? own : u"p%1"_s.arg(++m_made);
    if (living(kind, id))
        return refusal(409, "this id is taken");
    document.insert(resourceType(kind).stateAttribute,
                    QString(toText(resourceType(kind).lifecycle.initial())));
    const QString marker = QString::fromLatin1(request.headers.value("idempotency-key")).left(36);
    noteDuplicate(marker, id);
    Resource &resource = put(kind, id, document, who);
    resource.marker = marker;
    return one(who, 201, resource);
}

Resource &SimServer::put(ResourceKind kind, const QString &id, const QJsonObject &document, int author)
{
    const ResourceType &type = resourceType(kind);
    auto resource = std::make_shared<Resource>();
    resource->kind = kind;
    resource->id = id;
    QJsonObject whole = document;
    whole.insert("id"_L1, id);
    whole.insert("href"_L1, QString(type.basePath + type.name + u'/' + id));
    whole.insert(type.creationDateAttribute, m_now().toString(Qt::ISODateWithMs));
    resource->history.append({whole, author});
    m_resources.append(resource);
    return *resource;
}

void SimServer::noteDuplicate(const QString &marker, const QString &id)
{
    for (const auto &resource : std::as_const(m_resources)) {
        if (!resource->deleted && resource->marker == marker)
            m_duplicates.append(u"%1 was created again as %2"_s.arg(resource->id, id));
    }
}

void SimServer::tell(int who, Resource &resource)
{
    resource.told[who].insert(
        resource.document().value(resourceType(resource.kind).stateAttribute).toString());
}

bool SimServer::isMoveLegal(const Resource &resource, const QJsonObject &after) const
{
    const auto from = stateOf(resource.kind, resource.document());
    const auto to = stateOf(resource.kind, after);
    return from == to || (from && to && resourceType(resource.kind).lifecycle.allows(*from, *to));
}

/// Without versions somebody else may move it between a look and the patch: no workbench can help that.
void SimServer::countMove(int who, const Resource &resource, const QJsonObject &after)
{
    const auto to = stateOf(resource.kind, after);
    const auto told = resource.told.find(who);
    const QSet<QString> states =
        told == resource.told.end() || hasVersions() ? QSet<QString>() : told->second;
    const bool isRaced = std::any_of(states.begin(), states.end(), [&](const QString &state) {
        const auto from = stateFromText(state);
        return from && to && resourceType(resource.kind).lifecycle.allows(*from, *to);
    });
    m_illegalMoves += isRaced ? 0 : 1;
}

Answer SimServer::patch(int who, Resource &resource, const Request &request)
{
    const QJsonObject patch = QJsonDocument::fromJson(request.body).object();
    QJsonObject after = mergePatch(resource.document(), patch);
    after.insert("id"_L1, resource.id);
    if (!isMoveLegal(resource, after)) {
        if (!request.isRepeat)
            countMove(who, resource, after);
        return refusal(409, "no such move");
    }
    if (beforeChange)
        beforeChange(who, resource, after);
    change(resource, patch, who);
    return one(who, 200, resource);
}

void SimServer::change(Resource &resource, const QJsonObject &patch, int author)
{
    const ResourceType &type = resourceType(resource.kind);
    QJsonObject after = mergePatch(resource.document(), patch);
    after.insert("id"_L1, resource.id);
    if (after.value(type.stateAttribute) != resource.document().value(type.stateAttribute)
        && !type.changeDateAttribute.isEmpty())
        after.insert(type.changeDateAttribute, m_now().toString(Qt::ISODateWithMs));
    if (after != resource.document())
        resource.history.append({after, author});
}

Answer SimServer::remove(int who, Resource &resource)
{
    if (beforeChange)
        beforeChange(who, resource, {});
    resource.deleted = true;
    return {.status = 204};
}

Answer SimServer::one(int who, int status, Resource &resource) const
{
    tell(who, resource);
    Answer answer{.status = status, .body = toBytes(resource.document())};
    if (hasVersions())
        answer.headers.insert("ETag", resource.etag());
    return answer;
}

Resource *SimServer::living(ResourceKind kind, const QString &id)
{
    for (const auto &resource : std::as_const(m_resources)) {
        if (!resource->deleted && resource->kind == kind && resource->id == id)
            return resource.get();
    }
    return nullptr;
}

const Resource *SimServer::find(ResourceKind kind, const QString &id) const
{
    const auto found = std::find_if(m_resources.begin(), m_resources.end(), [&](const auto &resource) {
        return resource->kind == kind && resource->id == id;
    });
    return found == m_resources.end() ? nullptr : found->get();
}

QVector<std::shared_ptr<Resource>> SimServer::living() const
{
    QVector<std::shared_ptr<Resource>> result = m_resources;
    result.removeIf([](const auto &resource) { return resource->deleted; });
    return result;
}

} // namespace salesbench::faults
