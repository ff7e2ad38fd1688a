// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/adoption.h"

#include "models/domain/face.h"
#include "models/domain/merge.h"
#include "models/domain/mergeparts.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

/// One without the rest of its unit may be somebody else's.
bool isAlike(const QJsonObject &a, const QJsonObject &b, const QString &name)
{
    const auto alike = [&](const auto &part) {
        return merging::same(a.value(part), b.value(part));
    };
    return merging::isOfStatus(name) ? std::ranges::all_of(merging::StatusUnit, alike) : alike(name);
}

void copy(QJsonObject &to, const QJsonObject &from, const QString &name)
{
    if (from.contains(name))
        to.insert(name, from.value(name));
    else
        to.remove(name);
}

bool isLink(const QString &name)
{
    return resourceKindFromName(name).has_value();
}

/// A creation leaves without a state, which is the first one then, and without the reason for a later one.
QJsonObject asCreated(ResourceKind kind, QJsonObject document)
{
    const ResourceType &type = resourceType(kind);
    const QString first = toText(type.lifecycle.initial());
    if (document.value(type.stateAttribute).toString() != first)
        document.remove("statusChangeReason"_L1);
    if (document.contains(type.stateAttribute))
        document.insert(type.stateAttribute, first);
    return document;
}

/// Of several attempts the one that @p found agrees with, else the first.
const QJsonObject &likeliest(const QVector<QJsonObject> &attempted, const QJsonObject &found,
                             const QString &name)
{
    const auto alike = std::find_if(attempted.begin(), attempted.end(), [&](const QJsonObject &attempt) {
        return isAlike(attempt, found, name);
    });
    return alike == attempted.end() ? attempted.first() : *alike;
}

QJsonObject withoutMarker(QJsonObject document, const QString &localId)
{
    QJsonArray notes = document.value("note"_L1).toArray();
    if (!notes.isEmpty() && json::toText(notes.first().toObject().value("id"_L1)) == localId)
        notes.removeFirst();
    if (notes.isEmpty())
        document.remove("note"_L1);
    else
        document.insert("note"_L1, notes);
    return document;
}

} // namespace

QJsonObject arrived(ResourceKind kind, const QVector<QJsonObject> &attempted, const QJsonObject &found)
{
    QVector<QJsonObject> bodies;
    for (const QJsonObject &attempt : attempted)
        bodies.append(asCreated(kind, attempt));
    QJsonObject sent;
    for (const QJsonObject &body : std::as_const(bodies)) {
        const QStringList names = body.keys();
        for (const QString &name : names) {
            // A link may have been left out, because its document was not there yet.
            if (!isLink(name) || found.contains(name))
                copy(sent, likeliest(bodies, found, name), name);
        }
    }
    return sent;
}

QJsonObject baseBeside(const QJsonObject &sent, const QJsonObject &local, const QJsonObject &remote)
{
    QJsonObject result = remote;
    const QStringList both = mergeThreeWays(sent, local, remote).conflicts;
    for (const QString &name : both)
        copy(result, sent, name);
    return result;
}

QJsonObject baseBesideDeletion(const QJsonObject &sent, const QJsonObject &remote, const QString &localId)
{
    QJsonObject result = remote;
    for (const QString &name : editedAttributes(sent, withoutMarker(remote, localId)))
        copy(result, sent, name);
    return result;
}

QJsonObject baseAfter(const QJsonObject &base, const QVector<QJsonObject> &attempted,
                      const QJsonObject &remote)
{
    QJsonObject result = base;
    for (const QString &name : changedAttributes(base, remote)) {
        const bool isOurs = std::any_of(attempted.begin(), attempted.end(), [&](const QJsonObject &attempt) {
            return isAlike(attempt, remote, name);
        });
        if (isOurs)
            copy(result, remote, name);
    }
    return result;
}

QStringList markers(const QJsonObject &document)
{
    QStringList ids;
    const QJsonArray notes = document.value("note"_L1).toArray();
    for (const QJsonValue &note : notes)
        ids.append(json::toText(note.toObject().value("id"_L1)));
    ids.removeAll(QString());
    return ids;
}

QJsonObject withMarker(QJsonObject document, const QString &localId, const QString &text)
{
    if (markers(document).contains(localId)) // made anew
        return document;
    QJsonArray notes = document.value("note"_L1).toArray();
    notes.prepend(QJsonObject{{"id"_L1, localId}, {"text"_L1, text}});
    document.insert("note"_L1, notes);
    return document;
}

} // namespace salesbench
