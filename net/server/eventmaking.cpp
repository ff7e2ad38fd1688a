// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/server/eventmaking.h"

#include "models/domain/merge.h"

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

/// An event as far as it differs from the others of its change.
struct Happening {
    QString kind; ///< what stands between the type's name and "Event"
    QString title;
    QStringList fieldPath = {};
};

QStringList changedBeyondTheState(const DocumentChange &change)
{
    QSet<QString> changed = changedAttributes(change.before, change.after);
    changed.remove(change.resource.type.stateAttribute);
    changed.remove(change.resource.type.changeDateAttribute);
    QStringList names(changed.begin(), changed.end());
    names.sort();
    return names;
}

QVector<Happening> happeningsOf(const DocumentChange &change)
{
    const ResourceType &type = change.resource.type;
    if (change.before.isEmpty())
        return {{u"Create"_s, u"created"_s}};
    if (change.after.isEmpty())
        return {{u"Delete"_s, u"deleted"_s}};
    QVector<Happening> result;
    const QString state = change.after.value(type.stateAttribute).toString();
    if (state != change.before.value(type.stateAttribute).toString()) {
        result.append({u"StateChange"_s, QString(u"is now "_s + state)});
        if (change.resource.needsInformation && state == toText(*change.resource.needsInformation))
            result.append({u"InformationRequired"_s, u"needs information"_s});
    }
    const QStringList changed = changedBeyondTheState(change);
    if (!changed.isEmpty())
        result.append({u"AttributeValueChange"_s, u"changed"_s, changed});
    return result;
}

/// "sales" of "/tmf-api/sales/v4/".
QString domainOf(const ResourceType &type)
{
    return QString(type.basePath).section(u'/', 2, 2);
}

QJsonObject toEvent(const DocumentChange &change, const Happening &happening)
{
    const ResourceType &type = change.resource.type;
    const QString title =
        u"%1 %2 %3"_s.arg(type.typeName, change.document().value("id"_L1).toString(), happening.title);
    QJsonObject event{{u"eventType"_s, QString(type.typeName + happening.kind + u"Event"_s)},
                      {u"domain"_s, domainOf(type)},
                      {u"title"_s, title},
                      {u"description"_s, title},
                      {u"priority"_s, u"normal"_s},
                      {u"event"_s, QJsonObject{{QString(type.name), change.document()}}}};
    if (!happening.fieldPath.isEmpty()) {
        event.insert("fieldPath"_L1, happening.fieldPath.join(u','));
        event.insert("description"_L1, QString(title + u": "_s + happening.fieldPath.join(u", "_s)));
    }
    return event;
}

} // namespace

QVector<QJsonObject> eventsOf(const DocumentChange &change, const Surroundings &surroundings)
{
    const QString now = surroundings.now().toUTC().toString(Qt::ISODateWithMs);
    const QString correlation = surroundings.newId();
    QVector<QJsonObject> events;
    for (const Happening &happening : happeningsOf(change)) {
        QJsonObject event = toEvent(change, happening);
        event.insert("eventId"_L1, surroundings.newId());
        event.insert("correlationId"_L1, correlation);
        event.insert("eventTime"_L1, now);
        event.insert("timeOcurred"_L1, now); // spelt as the standard spells it
        events.append(event);
    }
    return events;
}

} // namespace salesbench
