// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/server/tmfquery.h"

#include <array>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

using Operator = TmfCondition::Operator;

struct Parameter {
    QString name;
    Operator op = Operator::Equal;
    QString value;
};

struct Sign {
    QLatin1StringView text;
    Operator op;
};

// Longer signs first: ">=" is not ">" and a value that begins with "=".
constexpr std::array Signs{Sign{">="_L1, Operator::GreaterOrEqual},
                           Sign{"<="_L1, Operator::LessOrEqual},
                           Sign{"=="_L1, Operator::Equal},
                           Sign{"*="_L1, Operator::Regex},
                           Sign{"=~"_L1, Operator::Regex},
                           Sign{">"_L1, Operator::Greater},
                           Sign{"<"_L1, Operator::Less},
                           Sign{"="_L1, Operator::Equal}};

constexpr std::array Suffixes{Sign{".gt"_L1, Operator::Greater}, Sign{".gte"_L1, Operator::GreaterOrEqual},
                              Sign{".lt"_L1, Operator::Less},    Sign{".lte"_L1, Operator::LessOrEqual},
                              Sign{".eq"_L1, Operator::Equal},   Sign{".regex"_L1, Operator::Regex}};

QString decoded(QByteArray text)
{
    return QString::fromUtf8(QByteArray::fromPercentEncoding(text.replace('+', ' ')));
}

Parameter toParameter(const QString &text)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        for (const Sign &sign : Signs) {
            if (QStringView(text).sliced(i).startsWith(sign.text))
                return {text.left(i), sign.op, text.mid(i + sign.text.size())};
        }
    }
    return {text, Operator::Equal, {}};
}

QVector<Parameter> parameters(QByteArray query)
{
    QVector<Parameter> result;
    const QByteArrayList pairs = query.replace(';', '&').split('&');
    for (const QByteArray &pair : pairs) {
        if (!pair.isEmpty())
            result.append(toParameter(decoded(pair)));
    }
    return result;
}

QString unquoted(const QString &text)
{
    if (text.size() >= 2 && text.startsWith(u'"') && text.endsWith(u'"'))
        return text.sliced(1, text.size() - 2);
    return text;
}

/// At the commas that stand outside of double quotes; the quotes go.
QStringList alternatives(const QString &text)
{
    QStringList result;
    bool quoted = false;
    qsizetype begin = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text.at(i) == u'"')
            quoted = !quoted;
        if (text.at(i) == u',' && !quoted) {
            result.append(unquoted(text.sliced(begin, i - begin)));
            begin = i + 1;
        }
    }
    result.append(unquoted(text.sliced(begin)));
    return result;
}

QStringList names(const QString &text)
{
    QStringList result;
    for (const QString &name : text.split(u',')) {
        if (!name.trimmed().isEmpty())
            result.append(name.trimmed());
    }
    return result;
}

ApiResult<qint64> wholeNumber(const Parameter &parameter)
{
    bool ok = false;
    const qint64 number = unquoted(parameter.value).toLongLong(&ok);
    if (ok && number >= 0)
        return number;
    return refused(
        400, u"This query cannot be read"_s,
        u"%1 must be a whole number from 0 up, not \"%2\"."_s.arg(parameter.name, parameter.value));
}

ApiResult<QVector<TmfSortKey>> sortKeys(const Parameter &parameter)
{
    QVector<TmfSortKey> keys;
    for (QString name : names(unquoted(parameter.value))) {
        const bool descending = name.startsWith(u'-');
        if (descending || name.startsWith(u'+'))
            name.remove(0, 1);
        const QStringList path = name.split(u'.');
        if (path.contains(QString()))
            return refused(400, u"This query cannot be read"_s,
                           u"sort names no attribute in \"%1\"."_s.arg(parameter.value));
        keys.append({path, descending});
    }
    return keys;
}

QStringList fieldNames(const QString &value)
{
    const QStringList result = names(unquoted(value));
    return result == QStringList{u"none"_s} ? QStringList() : result;
}

Parameter withoutSuffix(Parameter parameter)
{
    for (const Sign &suffix : Suffixes) {
        if (parameter.op == Operator::Equal && parameter.name.size() > suffix.text.size()
            && parameter.name.endsWith(suffix.text)) {
            parameter.op = suffix.op;
            parameter.name.chop(suffix.text.size());
            break;
        }
    }
    return parameter;
}

/// Every comma belongs to the expression.
ApiResult<TmfCondition> regexCondition(const Parameter &parameter)
{
    const QString text = unquoted(parameter.value);
    const auto pattern = LinearPattern::compile(text);
    if (pattern)
        return TmfCondition{parameter.name.split(u'.'), Operator::Regex, {text}, *pattern};
    return refused(400, u"This query cannot be read"_s,
                   u"%1: \"%2\" is no regular expression: %3."_s.arg(parameter.name, text, pattern.error()));
}

ApiResult<TmfCondition> toCondition(const Parameter &parameter)
{
    if (parameter.op == Operator::Regex)
        return regexCondition(parameter);
    return TmfCondition{parameter.name.split(u'.'), parameter.op, alternatives(parameter.value)};
}

/// A name repeated for equality is OR; repeated bounds add up.
void add(const TmfCondition &condition, QVector<TmfCondition> &conditions)
{
    for (TmfCondition &known : conditions) {
        if (known.path == condition.path && known.op == Operator::Equal && condition.op == Operator::Equal) {
            known.anyOf += condition.anyOf;
            return;
        }
    }
    conditions.append(condition);
}

ApiResult<void> take(const Parameter &parameter, TmfQuery &query)
{
    if (parameter.name == "offset"_L1)
        return wholeNumber(parameter).map(
            [&](qint64 number) { query.offset = std::min(number, TmfQuery::MaximumOffset); });
    if (parameter.name == "limit"_L1)
        return wholeNumber(parameter).map([&](qint64 number) { query.limit = number; });
    if (parameter.name == "sort"_L1)
        return sortKeys(parameter).map([&](const QVector<TmfSortKey> &keys) { query.sort += keys; });
    if (parameter.name != "fields"_L1)
        return toCondition(withoutSuffix(parameter)).map([&](const TmfCondition &condition) {
            add(condition, query.conditions);
        });
    if (!unquoted(parameter.value).trimmed().isEmpty())
        query.fields = query.fields.value_or(QStringList()) + fieldNames(parameter.value);
    return {};
}

/// What one list may cost.
ApiResult<void> checkSize(const TmfQuery &query)
{
    const qsizetype patterns =
        std::count_if(query.conditions.begin(), query.conditions.end(),
                      [](const TmfCondition &condition) { return condition.pattern.has_value(); });
    if (patterns > TmfQuery::MaximumPatterns)
        return refused(400, u"This query is too large"_s,
                       u"A query has %1 regular expressions at most."_s.arg(TmfQuery::MaximumPatterns));
    if (query.sort.size() > TmfQuery::MaximumSortKeys)
        return refused(400, u"This query is too large"_s,
                       u"sort names %1 attributes at most."_s.arg(TmfQuery::MaximumSortKeys));
    return {};
}

} // namespace

ApiResult<TmfQuery> TmfQuery::parse(const QByteArray &text, qint64 maximumLimit)
{
    TmfQuery query;
    for (const Parameter &parameter : parameters(text)) {
        if (const ApiResult<void> taken = take(parameter, query); !taken)
            return tl::unexpected(taken.error());
    }
    query.limit = std::min(query.limit, maximumLimit);
    return checkSize(query).map([&] { return query; });
}

} // namespace salesbench
