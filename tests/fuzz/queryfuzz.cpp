// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/server/apidescription.h"
#include "net/server/fieldselection.h"
#include "net/server/listplan.h"
#include "net/server/querymatch.h"
#include "net/server/queryvalues.h"
#include "tests/fuzz/fuzz.h"

#include <QJsonDocument>

using namespace salesbench;
using namespace salesbench::fuzz;

namespace {

const QByteArray Json =
    R"({"id":"7","href":"/7","name":"Harbour","preferred":true,"estimatedRevenue":{"unit":"EUR","value":1200.5},)"
    R"("creationDate":"2026-03-02T09:00:00.000Z","relatedParty":[{"id":"14","name":"Ann"},{"id":"15"}],"note":[],)"
    R"("deep":[[{"x":1}],null]})";

} // namespace

/// What follows the question mark of a list.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const ApiDescription description;
    static const QJsonObject document = QJsonDocument::fromJson(Json).object();
    const ApiResult<TmfQuery> query = TmfQuery::parse(bytes(data, size));
    if (!query) {
        require(query.error().status == 400 && !query.error().message.isEmpty());
        return 0;
    }
    require(query->offset >= 0 && query->limit >= 0 && query->limit <= TmfQuery::MaximumLimit);
    require(matches(document, {}));
    matches(document, query->conditions);
    const QJsonArray key = sortKeyOf(document, query->sort);
    require(!sortsBefore(key, key, query->sort));
    require(QJsonDocument::fromJson(selectFields(Json, query->fields))
                .object()
                .contains(QLatin1StringView("id")));
    for (const ServedResource &resource : servedResources()) {
        if (checkValues(description.schemas(), resource.type.typeName, *query))
            require(!planList(description.schemas(), resource, *query, ServerUser()).order.isEmpty());
    }
    return 0;
}
