// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/merge.h"
#include "net/server/apidescription.h"
#include "net/server/documentrules.h"
#include "net/server/strictjson.h"
#include "tests/fuzz/fuzz.h"

#include <QTimeZone>

using namespace salesbench;
using namespace salesbench::fuzz;

namespace {

/// A POST of @p body, then a PATCH with @p patch.
void change(const ApiDescription &description, const ServedResource &resource, const QJsonObject &body,
            const QJsonObject &patch)
{
    const QDateTime now(QDate(2026, 3, 2), QTime(9, 0), QTimeZone::utc());
    const QString name = resource.type.typeName;
    if (!description.check(name + QLatin1StringView("_Create"), body))
        return;
    const QJsonObject before = newDocument(resource, body, QStringLiteral("new"), now);
    if (!description.check(name, before))
        return;
    const QJsonObject wanted = withServersOwn(resource, before, withoutNulls(mergePatch(before, patch)));
    if (!description.check(name, wanted))
        return;
    const ApiResult<QJsonObject> after = changedDocument(resource, before, wanted, now);
    const QLatin1StringView id("id");
    require(!after || after->value(id) == before.value(id));
    require(!after || description.check(name, *after).has_value());
}

} // namespace

/// A document in the first line, a merge patch behind.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const ApiDescription description;
    const auto [first, second] = split(bytes(data, size));
    const ApiResult<QJsonObject> parsed = parseObject(first);
    const ApiResult<QJsonObject> patch = parseObject(second);
    if (!parsed || !patch)
        return 0;
    const QJsonObject target = withoutNulls(*parsed);
    require(withoutNulls(target) == target);
    // Inside a list a patch may hold a null, which means absent to diffPatch() as everywhere.
    const QJsonObject result = withoutNulls(mergePatch(target, *patch));
    require(mergePatch(target, diffPatch(target, result)) == result);
    for (const ServedResource &resource : servedResources())
        change(description, resource, target, *patch);
    return 0;
}
