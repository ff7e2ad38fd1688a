// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/server/jsonpatch.h"

#include "net/server/jsonpointer.h"
#include "net/server/strictjson.h"

#include <functional>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

/// Equal as RFC 6902 has it: 1 and 1.0 are one number, wherever they stand.
bool areEqual(const QJsonValue &a, const QJsonValue &b)
{
    if (a.isDouble() && b.isDouble())
        return a.toDouble() == b.toDouble();
    if (a.isArray() && b.isArray()) {
        const QJsonArray left = a.toArray();
        const QJsonArray right = b.toArray();
        return std::equal(left.begin(), left.end(), right.begin(), right.end(), areEqual);
    }
    if (!a.isObject() || !b.isObject())
        return a == b;
    const QJsonObject left = a.toObject();
    const QJsonObject right = b.toObject();
    const QStringList names = left.keys();
    return names == right.keys() && std::all_of(names.begin(), names.end(), [&](const QString &name) {
               return areEqual(left.value(name), right.value(name));
           });
}

using Visit = std::function<void(const QString &name, const QJsonValue &part)>;

void eachPart(const QJsonValue &value, const Visit &visit)
{
    const QJsonArray array = value.toArray();
    for (const QJsonValue &element : array)
        visit({}, element);
    const QJsonObject object = value.toObject();
    for (auto it = object.begin(); it != object.end(); ++it)
        visit(it.key(), it.value());
}

qsizetype depthOf(const QJsonValue &value)
{
    qsizetype inner = 0;
    eachPart(value, [&](const QString &, const QJsonValue &part) { inner = std::max(inner, depthOf(part)); });
    return value.isArray() || value.isObject() ? inner + 1 : 0;
}

/// About as many bytes as @p value has in a document.
qsizetype weightOf(const QJsonValue &value)
{
    qsizetype weight = 8 + value.toString().size();
    eachPart(value,
             [&](const QString &name, const QJsonValue &part) { weight += name.size() + weightOf(part); });
    return weight;
}

class JsonPatch {
public:
    explicit JsonPatch(const QJsonValue &document)
        : m_document(document)
    {
    }

    const QJsonValue &document() const { return m_document; }

    ApiResult<void> apply(qsizetype number, const QJsonValue &operation)
    {
        const QString op = operation["op"_L1].toString();
        m_what = u"[%1] %2 %3"_s.arg(number).arg(op, operation["path"_L1].toString());
        const auto path = pointerOf(operation["path"_L1]);
        if (!path)
            return malformed(u"path must be a JSON pointer"_s);
        if (op == "remove"_L1)
            return set(*path, PointerWrite::Remove, {});
        if (op == "move"_L1 || op == "copy"_L1)
            return transfer(*path, operation["from"_L1], op == "move"_L1);
        const QJsonValue value = operation["value"_L1];
        if (op != "add"_L1 && op != "replace"_L1 && op != "test"_L1)
            return malformed(u"there is no such operation"_s);
        if (value.isUndefined())
            return malformed(u"value is missing"_s);
        if (op == "test"_L1)
            return test(*path, value);
        return put(*path, op == "add"_L1 ? PointerWrite::Add : PointerWrite::Replace, value);
    }

private:
    tl::unexpected<ApiError> fail(int status, const QString &why) const
    {
        return refused(status, u"This patch cannot be applied"_s, u"%1: %2."_s.arg(m_what, why));
    }
    tl::unexpected<ApiError> malformed(const QString &why) const { return fail(400, why); }
    tl::unexpected<ApiError> leadsNowhere() const { return fail(422, u"there is nothing at that place"_s); }

    ApiResult<void> test(const QStringList &path, const QJsonValue &value) const
    {
        const std::optional<QJsonValue> found = valueAt(m_document, path);
        if (!found)
            return leadsNowhere();
        if (!areEqual(*found, value))
            return fail(409, u"the value there is another"_s);
        return {};
    }

    ApiResult<void> transfer(const QStringList &path, const QJsonValue &fromText, bool moves)
    {
        const auto from = pointerOf(fromText);
        if (!from)
            return malformed(u"from must be a JSON pointer"_s);
        if (moves && path.size() > from->size() && path.mid(0, from->size()) == *from)
            return malformed(u"nothing moves into itself"_s);
        const std::optional<QJsonValue> found = valueAt(m_document, *from);
        if (!found)
            return leadsNowhere();
        m_growth += moves ? 0 : weightOf(*found);
        if (m_growth > MaximumPatchGrowth)
            return fail(413, u"the document would become too large"_s);
        return (moves ? set(*from, PointerWrite::Remove, {}) : ApiResult<void>()).and_then([&] {
            return put(path, PointerWrite::Add, *found);
        });
    }

    ApiResult<void> put(const QStringList &path, PointerWrite how, const QJsonValue &value)
    {
        if (path.size() + depthOf(value) > MaximumJsonDepth)
            return fail(413, u"the document would nest deeper than %1 levels"_s.arg(MaximumJsonDepth));
        return set(path, how, value);
    }

    ApiResult<void> set(const QStringList &path, PointerWrite how, const QJsonValue &value)
    {
        const std::optional<QJsonValue> result = withValueAt(m_document, path, how, value);
        if (!result)
            return leadsNowhere();
        m_document = *result;
        return {};
    }

    QJsonValue m_document;
    QString m_what;
    qsizetype m_growth = 0;
};

} // namespace

ApiResult<QJsonObject> applyJsonPatch(const QJsonObject &target, const QJsonArray &patch)
{
    if (patch.size() > MaximumPatchOperations)
        return refused(413, u"This patch is too large"_s,
                       u"A patch has %1 operations at most."_s.arg(MaximumPatchOperations));
    JsonPatch work(target);
    for (qsizetype i = 0; i < patch.size(); ++i) {
        if (const ApiResult<void> applied = work.apply(i, patch.at(i)); !applied)
            return tl::unexpected(applied.error());
    }
    if (!work.document().isObject())
        return refused(400, u"This patch cannot be applied"_s, u"What the patch leaves is no document."_s);
    return work.document().toObject();
}

} // namespace salesbench
