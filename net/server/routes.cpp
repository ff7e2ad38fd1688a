// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/server/routes.h"

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

/// What stands behind @p list and a slash, decoded; empty where that is nothing or more than one part.
QString idBehind(const QByteArray &list, const QByteArray &path)
{
    if (path.size() <= list.size() || path.at(list.size()) != '/' || !path.startsWith(list)
        || path.indexOf('/', list.size() + 1) >= 0)
        return {};
    return QString::fromUtf8(QByteArray::fromPercentEncoding(path.mid(list.size() + 1)));
}

/// Of every resource's list, made once.
const QByteArrayList &listPaths()
{
    static const QByteArrayList paths = [] {
        QByteArrayList made;
        for (const ServedResource &resource : servedResources())
            made.append(resource.path().toLatin1());
        return made;
    }();
    return paths;
}

/// Several resources share a base path, and with it a hub.
Route hubRouteOf(const QByteArray &path)
{
    for (const ServedResource &resource : servedResources()) {
        const QString basePath = resource.type.basePath;
        const QByteArray hub = basePath.toLatin1() + "hub";
        if (path == hub)
            return {Route::Target::Hub, nullptr, {}, basePath};
        if (const QString id = idBehind(hub, path); !id.isEmpty())
            return {Route::Target::Subscription, nullptr, id, basePath};
    }
    return {};
}

} // namespace

Route routeOf(const QByteArray &path)
{
    const QByteArray trimmed = path.endsWith('/') ? path.chopped(1) : path;
    if (trimmed == "/health")
        return {Route::Target::Health, nullptr, {}};
    if (trimmed == "/metrics")
        return {Route::Target::Metrics, nullptr, {}};
    if (trimmed == "/openapi.json")
        return {Route::Target::Description, nullptr, {}};
    if (trimmed == "/tmf-api/batch")
        return {Route::Target::Batch, nullptr, {}};
    for (const ServedResource &resource : servedResources()) {
        const QByteArray &list = listPaths().at(static_cast<qsizetype>(resource.type.kind));
        if (trimmed == list)
            return {Route::Target::List, &resource, {}};
        if (const QString id = idBehind(list, trimmed); !id.isEmpty())
            return {Route::Target::Document, &resource, id};
    }
    return hubRouteOf(trimmed);
}

const QByteArrayList &methodsOf(Route::Target target)
{
    static const QByteArrayList none;
    static const QByteArrayList reading{"GET", "HEAD", "OPTIONS"};
    static const QByteArrayList batch{"POST", "OPTIONS"};
    static const QByteArrayList collection{"GET", "HEAD", "POST", "OPTIONS"};
    static const QByteArrayList subscription{"GET", "HEAD", "DELETE", "OPTIONS"};
    static const QByteArrayList document{"GET", "HEAD", "PATCH", "DELETE", "OPTIONS"};
    switch (target) {
    case Route::Target::Nothing:
        break;
    case Route::Target::Health:
    case Route::Target::Metrics:
    case Route::Target::Description:
        return reading;
    case Route::Target::Batch:
        return batch;
    case Route::Target::List:
    case Route::Target::Hub:
        return collection;
    case Route::Target::Subscription:
        return subscription;
    case Route::Target::Document:
        return document;
    }
    return none;
}

} // namespace salesbench
