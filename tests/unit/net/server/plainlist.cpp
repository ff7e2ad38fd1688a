// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/net/server/plainlist.h"

#include <QDateTime>
#include <QRegularExpression>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace salesbench::testing {

namespace {

QString pick(QRandomGenerator &random, const QStringList &values)
{
    return values.at(random.bounded(values.size()));
}

QVector<QJsonValue> valuesOf(const QJsonValue &value, const QStringList &path)
{
    QVector<QJsonValue> all;
    if (value.isArray()) {
        const QJsonArray array = value.toArray();
        for (const QJsonValue &element : array)
            all += valuesOf(element, path);
        return all;
    }
    if (path.isEmpty())
        return {value};
    const QJsonValue member = value[path.constFirst()];
    return member.isUndefined() ? all : valuesOf(member, path.mid(1));
}

/// Date-times of these tests end in a zone, dates in a day.
QDateTime instantOf(const QString &text)
{
    static const QRegularExpression date(u"^\\d{4}-\\d\\d-\\d\\d$"_s);
    return QDateTime::fromString(date.match(text).hasMatch() ? QString(text + "T00:00:00Z"_L1) : text,
                                 Qt::ISODateWithMs);
}

int order(const QString &a, const QString &b)
{
    const QList<uint> left = a.toUcs4();
    const QList<uint> right = b.toUcs4();
    return std::lexicographical_compare(left.begin(), left.end(), right.begin(), right.end()) ? -1
        : left == right                                                                       ? 0
                                                                                              : 1;
}

template<typename T>
int sign(T a, T b)
{
    return a < b ? -1 : a > b ? 1 : 0;
}

bool fits(int order, const QString &op)
{
    if (op == "gt"_L1)
        return order > 0;
    if (op == "gte"_L1)
        return order >= 0;
    if (op == "lt"_L1)
        return order < 0;
    return op == "lte"_L1 ? order <= 0 : order == 0;
}

bool holdsFor(const QJsonValue &value, const QString &op, const QString &text)
{
    if (op == "regex"_L1)
        return value.isString() && QRegularExpression(text).match(value.toString()).hasMatch();
    if (value.isDouble()) {
        bool ok = false;
        const double number = text.toDouble(&ok);
        return ok && fits(sign(value.toDouble(), number), op);
    }
    if (!value.isString())
        return false;
    const QDateTime left = instantOf(value.toString());
    const QDateTime right = instantOf(text);
    return fits(left.isValid() && right.isValid() ? sign(left, right) : order(value.toString(), text), op);
}

bool holds(const QJsonObject &document, const PlainQuery::Term &term)
{
    const QVector<QJsonValue> values = valuesOf(document, term.path.split(u'.'));
    return std::any_of(values.begin(), values.end(), [&](const QJsonValue &value) {
        return std::any_of(term.anyOf.begin(), term.anyOf.end(),
                           [&](const QString &text) { return holdsFor(value, term.op, text); });
    });
}

int order(const QJsonObject &a, const QJsonObject &b, const PlainQuery::Key &key)
{
    const QVector<QJsonValue> left = valuesOf(a, key.path.split(u'.'));
    const QVector<QJsonValue> right = valuesOf(b, key.path.split(u'.'));
    if (left.isEmpty() || right.isEmpty())
        return sign(left.isEmpty(), right.isEmpty());
    const QJsonValue x = left.constFirst();
    const QJsonValue y = right.constFirst();
    const int result = x.isDouble() && y.isDouble() ? sign(x.toDouble(), y.toDouble())
        : x.isDouble() != y.isDouble()              ? sign(y.isDouble(), x.isDouble())
                                                    : order(x.toString(), y.toString());
    return key.descending ? -result : result;
}

const QStringList &names()
{
    static const QStringList all{u"b"_s,   u"a"_s,       u"B"_s,          u"ä"_s,      u"a b"_s,
                                 u"a,b"_s, u"a;b&c=d"_s, u"\U0001F600"_s, u"\uFFFD"_s, u"10"_s,
                                 u"9"_s,   u"+"_s,       u"%"_s,          u"x>y"_s,    u"2026-03-02"_s};
    return all;
}

const QStringList &times()
{
    static const QStringList all{u"2026-03-02T00:00:00Z"_s,      u"2026-03-02T00:30:00+01:00"_s,
                                 u"2026-03-01T23:30:00.000Z"_s,  u"2026-03-02T00:00:00.001Z"_s,
                                 u"2026-03-01T20:00:00-05:00"_s, u"2025-12-31T23:59:59Z"_s};
    return all;
}

PlainQuery::Term randomTerm(QRandomGenerator &random, const QString &stateAttribute, const QString &created)
{
    static const QStringList ranges{u"eq"_s, u"gt"_s, u"gte"_s, u"lt"_s, u"lte"_s};
    static const QStringList expressions{u"^a"_s,           u"b"_s, u"a,b"_s, u"^.$"_s, u"[0-9]+"_s,
                                         u"^(hot|cold)$"_s, u"T0"_s};
    const auto few = [&](const QStringList &values) {
        QStringList result;
        for (int i = random.bounded(1, 4); i > 0; --i)
            result.append(pick(random, values));
        return result;
    };
    const QStringList texts{u"name"_s, u"rating"_s,    u"relatedParty.name"_s,
                            u"tags"_s, u"note.text"_s, u"unknown.x"_s};
    switch (random.bounded(9)) {
    case 0:
        return {pick(random, texts), u"regex"_s, {pick(random, expressions)}};
    case 1:
        return {pick(random, {u"validFor.startDateTime"_s, u"note.date"_s}),
                pick(random, ranges),
                {pick(random, times() + QStringList{u"2026-03-02"_s})}};
    case 2:
        return {pick(random, {u"estimatedRevenue.value"_s, u"score"_s}),
                pick(random, ranges),
                {QString::number(random.bounded(20) / 2.0)}};
    case 3:
        return {u"relatedParty.id"_s, u"eq"_s, few({u"0"_s, u"1"_s, u"2"_s, u"nobody"_s})};
    case 4:
        return {pick(random, {u"rating"_s, u"priority"_s}), u"eq"_s,
                few({u"hot"_s, u"cold"_s, u"high"_s, u"low"_s, u""_s})};
    case 5:
        return {stateAttribute, u"eq"_s,
                few({u"acknowledged"_s, u"inProgress"_s, u"pending"_s, u"cancelled"_s})};
    case 6:
        return {
            created, pick(random, ranges), {pick(random, {u"2026-03-02"_s, u"2199-01-01T00:00:00+02:00"_s})}};
    case 7:
        return {pick(random, texts), pick(random, ranges), {pick(random, names())}};
    default:
        return {pick(random, {u"name"_s, u"description"_s, u"externalId"_s}), u"eq"_s, few(names())};
    }
}

QByteArray encoded(const QString &text)
{
    return QUrl::toPercentEncoding(text);
}

QByteArray sortText(const QVector<PlainQuery::Key> &keys)
{
    QByteArrayList parts;
    for (const PlainQuery::Key &key : keys)
        parts.append((key.descending ? "-" : "") + key.path.toLatin1());
    return parts.isEmpty() ? QByteArray() : QByteArray("sort=" + parts.join(','));
}

QByteArray termText(const PlainQuery::Term &term, QRandomGenerator &random)
{
    static const QHash<QString, QByteArray> signs{{u"eq"_s, "%3D%3D"},  {u"gt"_s, "%3E"},
                                                  {u"gte"_s, "%3E%3D"}, {u"lt"_s, "%3C"},
                                                  {u"lte"_s, "%3C%3D"}, {u"regex"_s, "%3D~"}};
    const bool equal = term.op == "eq"_L1;
    const QByteArray path = term.path.toLatin1();
    const QByteArray suffixed = path + '.' + term.op.toLatin1() + '=';
    const QByteArray name = random.bounded(2) == 0 ? (equal ? QByteArray(path + '=') : suffixed)
        : random.bounded(2) == 0                   ? suffixed
                                                   : QByteArray(path + signs.value(term.op));
    QByteArrayList values;
    for (const QString &text : term.anyOf)
        values.append(term.op == "regex"_L1 ? encoded(text) : encoded(u'"' + text + u'"'));
    if (!equal || random.bounded(2) == 0)
        return name + values.join(',');
    QByteArrayList pairs;
    for (const QByteArray &value : values)
        pairs.append(name + value);
    return pairs.join(random.bounded(2) == 0 ? ';' : '&');
}

} // namespace

PlainQuery PlainQuery::random(QRandomGenerator &random, const QString &stateAttribute, const QString &created)
{
    PlainQuery query;
    for (int i = random.bounded(4); i > 0; --i) {
        const Term term = randomTerm(random, stateAttribute, created);
        // A name that is repeated for equality would be one condition with more alternatives.
        const bool repeated = std::any_of(query.terms.begin(), query.terms.end(),
                                          [&](const Term &known) { return known.path == term.path; });
        if (!repeated)
            query.terms.append(term);
    }
    const QStringList paths{u"name"_s,
                            u"id"_s,
                            u"rating"_s,
                            u"priority"_s,
                            u"estimatedRevenue.value"_s,
                            u"score"_s,
                            u"relatedParty.id"_s,
                            u"validFor.startDateTime"_s,
                            u"tags"_s,
                            stateAttribute,
                            created};
    for (int i = random.bounded(3); i > 0; --i)
        query.keys.append({pick(random, paths), random.bounded(2) == 0});
    return query;
}

QByteArray PlainQuery::text(QRandomGenerator &random) const
{
    QByteArrayList parts;
    for (const Term &term : terms)
        parts.append(termText(term, random));
    parts.append(sortText(keys));
    parts.removeAll(QByteArray());
    return parts.join('&');
}

QStringList plainList(const QVector<QJsonObject> &documents, const PlainQuery &query)
{
    QVector<QJsonObject> found;
    for (const QJsonObject &document : documents) {
        if (std::all_of(query.terms.begin(), query.terms.end(),
                        [&](const PlainQuery::Term &term) { return holds(document, term); }))
            found.append(document);
    }
    if (!query.keys.isEmpty()) {
        std::sort(found.begin(), found.end(), [&](const QJsonObject &a, const QJsonObject &b) {
            for (const PlainQuery::Key &key : query.keys) {
                if (const int result = order(a, b, key); result != 0)
                    return result < 0;
            }
            return order(a.value("id"_L1).toString(), b.value("id"_L1).toString()) < 0;
        });
    }
    QStringList ids;
    for (const QJsonObject &document : found)
        ids.append(document.value("id"_L1).toString());
    return ids;
}

QVector<QJsonObject> visibleTo(const QVector<QJsonObject> &documents, const QString &partyId)
{
    QVector<QJsonObject> visible;
    for (const QJsonObject &document : documents) {
        QString owner;
        const QJsonArray parties = document.value("relatedParty"_L1).toArray();
        for (const QJsonValue &party : parties) {
            if (owner.isEmpty() && party["role"_L1] == "salesRepresentative"_L1)
                owner = party["id"_L1].toString();
        }
        if (owner.isEmpty() || owner == partyId)
            visible.append(document);
    }
    return visible;
}

QJsonObject randomBody(QRandomGenerator &random, int number)
{
    QJsonObject body{{u"id"_s, u"L%1"_s.arg(number)},
                     {u"name"_s, pick(random, names())},
                     {u"description"_s, pick(random, names())},
                     {u"quoteItem"_s, QJsonArray{QJsonObject{{u"id"_s, u"1"_s}, {u"action"_s, u"add"_s}}}}};
    const auto often = [&](const QString &name, const QJsonValue &value) {
        if (random.bounded(3) > 0)
            body.insert(name, value);
    };
    often(u"rating"_s, pick(random, {u"hot"_s, u"warm"_s, u"cold"_s, u""_s}));
    often(u"priority"_s, pick(random, {u"high"_s, u"medium"_s, u"low"_s}));
    often(u"estimatedRevenue"_s, QJsonObject{{u"unit"_s, u"EUR"_s}, {u"value"_s, random.bounded(20) / 2.0}});
    often(u"score"_s,
          random.bounded(2) == 0 ? QJsonValue(random.bounded(20) / 2.0) : QJsonValue(pick(random, names())));
    often(u"validFor"_s, QJsonObject{{u"startDateTime"_s, pick(random, times())}});
    often(u"tags"_s, QJsonArray{pick(random, names()), QJsonArray{pick(random, names())}});
    QJsonArray notes;
    QJsonArray parties;
    for (int i = random.bounded(3); i > 0; --i) {
        notes.append(QJsonObject{{u"id"_s, QString::number(i)},
                                 {u"date"_s, pick(random, times())},
                                 {u"text"_s, pick(random, names())}});
        parties.append(QJsonObject{{u"id"_s, QString::number(random.bounded(3))},
                                   {u"name"_s, pick(random, names())},
                                   {u"role"_s, pick(random, {u"salesRepresentative"_s, u"customer"_s})},
                                   {u"@referredType"_s, u"Individual"_s}});
    }
    body.insert(u"note"_s, notes);
    body.insert(u"relatedParty"_s, parties);
    return body;
}

} // namespace salesbench::testing
