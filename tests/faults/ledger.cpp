// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/ledger.h"

#include "models/domain/merge.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace salesbench::faults {

namespace {

const QStringList &ignored()
{
    static const QStringList names{
        u"id"_s,   u"href"_s, u"creationDate"_s, u"statusChangeDate"_s, u"quoteDate"_s, u"quoteTotalPrice"_s,
        u"@type"_s};
    return names;
}

bool isLink(const QString &name)
{
    return resourceKindFromName(name).has_value();
}

/// Who brought the unit to the value that it has now.
int authorOf(const Resource &resource, const QString &unit)
{
    const QJsonValue now = unitOf(resource.document(), unit);
    int author = Nobody;
    for (auto version = resource.history.rbegin(); version != resource.history.rend(); ++version) {
        if (!sameValue(unitOf(version->document, unit), now))
            break;
        author = version->author;
    }
    return author;
}

int authorOf(const Resource &resource, const QString &unit, const QJsonValue &element)
{
    for (const Resource::Version &version : resource.history) {
        if (hasElement(version.document, unit, element))
            return version.author;
    }
    return Nobody;
}

} // namespace

bool sameValue(const QJsonValue &a, const QJsonValue &b)
{
    return changedAttributes({{"v"_L1, a}}, {{"v"_L1, b}}).isEmpty();
}

QString toText(const QJsonValue &value)
{
    return QString::fromUtf8(QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact));
}

bool isElementwise(const QString &unit)
{
    return unit == "note"_L1 || unit == "prospectContact"_L1 || unit == "contactMedium"_L1
        || unit == "quote"_L1 || unit == "salesLead"_L1;
}

QStringList changedUnits(ResourceKind kind, const QJsonObject &before, const QJsonObject &after, bool links)
{
    QStringList names = changedAttributes(before, after).values();
    if (names.removeAll(u"statusChangeReason"_s) > 0 && !names.contains(u"status"_s))
        names.append(u"status"_s);
    names.removeIf([&](const QString &name) {
        const bool isOwnLink = isLink(name) && (!links || name == resourceType(kind).name);
        return ignored().contains(name) || isOwnLink;
    });
    names.sort();
    return names;
}

QJsonValue unitOf(const QJsonObject &document, const QString &unit)
{
    if (unit != "status"_L1)
        return document.value(unit);
    return QJsonArray{document.value(unit), document.value("statusChangeReason"_L1)};
}

bool hasElement(const QJsonObject &document, const QString &unit, const QJsonValue &element)
{
    const QJsonArray list = document.value(unit).toArray();
    return std::any_of(list.begin(), list.end(),
                       [&](const QJsonValue &value) { return sameValue(value, element); });
}

QJsonArray addedElements(const QJsonObject &before, const QJsonObject &after, const QString &unit)
{
    QJsonArray result;
    for (const QJsonValue &element : after.value(unit).toArray()) {
        if (!hasElement(before, unit, element))
            result.append(element);
    }
    return result;
}

bool isOn(const Deed &deed, const Resource &resource)
{
    const bool isIt =
        deed.serverId.isEmpty() ? deed.localId == resource.marker : deed.serverId == resource.id;
    return isIt && deed.kind == resource.kind;
}

void Ledger::setUndone(const QString &title, bool undone)
{
    for (Deed &deed : m_deeds) {
        if (deed.title == title)
            deed.undone = undone;
    }
}

QVector<Deed> Ledger::deedsOn(int who, const Resource &resource) const
{
    QVector<Deed> result;
    for (const Deed &deed : m_deeds) {
        if (deed.who == who && isOn(deed, resource))
            result.append(deed);
    }
    return result;
}

bool Ledger::hasSeen(int who, const Resource &resource, const QString &unit) const
{
    const QJsonValue now = unitOf(resource.document(), unit);
    const QVector<Deed> deeds = deedsOn(who, resource);
    return std::any_of(deeds.begin(), deeds.end(),
                       [&](const Deed &deed) { return sameValue(unitOf(deed.before, unit), now); });
}

void Ledger::judgeChange(int who, const Resource &resource, const QJsonObject &after)
{
    const QStringList units = changedUnits(resource.kind, resource.document(), after, true);
    for (const QString &unit : units) {
        if (isElementwise(unit))
            judgeElements(who, resource, after, unit);
        else
            judgeUnit(who, resource, unit);
    }
}

void Ledger::judgeUnit(int who, const Resource &resource, const QString &unit)
{
    const int author = authorOf(resource, unit);
    if (author != who && author != Nobody && !hasSeen(who, resource, unit))
        complain(who, resource, unit, unitOf(resource.document(), unit));
}

void Ledger::judgeElements(int who, const Resource &resource, const QJsonObject &after, const QString &unit)
{
    const QVector<Deed> deeds = deedsOn(who, resource);
    for (const QJsonValue &element : addedElements(after, resource.document(), unit)) {
        const int author = authorOf(resource, unit, element);
        const bool seen = std::any_of(deeds.begin(), deeds.end(), [&](const Deed &deed) {
            return deed.op == Edit::Op::Delete && hasElement(deed.before, unit, element);
        });
        if (author != who && author != Nobody && !seen)
            complain(who, resource, unit, element);
    }
}

void Ledger::complain(int who, const Resource &resource, const QString &unit, const QJsonValue &value)
{
    m_overwrites.append(u"workbench %1 overwrote %2 of %3 unseen: %4"_s.arg(QString::number(who), unit,
                                                                            resource.id, toText(value)));
}

} // namespace salesbench::faults
