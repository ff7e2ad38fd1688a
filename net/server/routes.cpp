// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/server/routes.h"

using namespace Qt::StringLiterals;

namespace salesbench {

Route routeOf(const QByteArray &path)
{
    const QByteArray trimmed = path.endsWith('/') ? path.chopped(1) : path;
    if (trimmed == "/health")
        return {Route::Target::Health, nullptr, {}};
    if (trimmed == "/openapi.json")
        return {Route::Target::Description, nullptr, {}};
    for (const ServedResource &resource : servedResources()) {
        const QByteArray list = resource.path().toLatin1();
        if (trimmed == list)
            return {Route::Target::List, &resource, {}};
        const QByteArray rest = trimmed.startsWith(list) && trimmed.at(list.size()) == '/'
            ? trimmed.mid(list.size() + 1)
            : QByteArray();
        if (!rest.isEmpty() && !rest.contains('/'))
            return {Route::Target::Document, &resource,
                    QString::fromUtf8(QByteArray::fromPercentEncoding(rest))};
    }
    return {};
}

QByteArrayList methodsOf(Route::Target target)
{
    switch (target) {
    case Route::Target::Nothing:
        return {};
    case Route::Target::Health:
    case Route::Target::Description:
        return {"GET", "HEAD", "OPTIONS"};
    case Route::Target::List:
        return {"GET", "HEAD", "POST", "OPTIONS"};
    case Route::Target::Document:
        return {"GET", "HEAD", "PATCH", "DELETE", "OPTIONS"};
    }
    return {};
}

} // namespace salesbench
