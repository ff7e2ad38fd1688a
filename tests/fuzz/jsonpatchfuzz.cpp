// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/server/jsonpatch.h"
#include "net/server/strictjson.h"
#include "tests/fuzz/fuzz.h"

#include <QJsonDocument>
#include <QSet>

using namespace salesbench;
using namespace salesbench::fuzz;

/// A document in the first line, a JSON patch behind.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const auto [first, second] = split(bytes(data, size));
    const ApiResult<QJsonObject> target = parseObject(first);
    const ApiResult<QJsonArray> patch = parseArray(second);
    if (!target || !patch)
        return 0;
    const ApiResult<QJsonObject> result = applyJsonPatch(*target, *patch);
    if (!result) {
        require(QSet<int>{400, 409, 413, 422}.contains(result.error().status));
        return 0;
    }
    // What came of it could have been sent.
    require(parseObject(QJsonDocument(*result).toJson(QJsonDocument::Compact)).has_value());
    const QJsonObject same{{QStringLiteral("op"), QStringLiteral("test")},
                           {QStringLiteral("path"), QString()},
                           {QStringLiteral("value"), *result}};
    require(applyJsonPatch(*result, {same}).has_value());
    return 0;
}
