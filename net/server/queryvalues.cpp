// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/server/queryvalues.h"

#include "net/server/instant.h"

#include <cmath>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

bool isNumber(const QString &text)
{
    bool ok = false;
    return std::isfinite(text.toDouble(&ok)) && ok;
}

ApiResult<void> check(const TmfCondition &condition, SchemaSet::Content content)
{
    const bool number = content == SchemaSet::Content::Number;
    for (const QString &text : condition.anyOf) {
        if (number ? !isNumber(text) : !instantOf(text)) {
            return refused(
                400, u"This query cannot be read"_s,
                u"%1 is compared with \"%2\", which is no %3."_s.arg(
                    condition.path.join(u'.'), text, number ? u"number"_s : u"date or date-time"_s));
        }
    }
    return {};
}

} // namespace

ApiResult<void> checkValues(const SchemaSet &schemas, const QString &name, const TmfQuery &query)
{
    for (const TmfCondition &condition : query.conditions) {
        const SchemaSet::Content content = schemas.contentAt(name, condition.path);
        if (condition.op == TmfCondition::Operator::Regex
            || (content != SchemaSet::Content::Number && content != SchemaSet::Content::DateTime))
            continue;
        if (const ApiResult<void> checked = check(condition, content); !checked)
            return checked;
    }
    return {};
}

} // namespace salesbench
