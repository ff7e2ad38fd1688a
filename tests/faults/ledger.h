// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/record.h"
#include "tests/faults/simserver.h"

#include <QStringList>

namespace salesbench::faults {

// A document is looked at in units that are changed as one: an attribute, status and its reason together, and
// in lists that merge by element each element for itself. Every value that a script writes is the only one of
// its kind, so that one can tell whose it is.

/// The units of which @p before and @p after differ; not what servers own, what follows from other values,
/// and, without @p links, not the references between documents.
QStringList changedUnits(ResourceKind kind, const QJsonObject &before, const QJsonObject &after, bool links);
bool isElementwise(const QString &unit);
QJsonValue unitOf(const QJsonObject &document, const QString &unit);
/// Elements of @p after's list that @p before's has not.
QJsonArray addedElements(const QJsonObject &before, const QJsonObject &after, const QString &unit);
bool hasElement(const QJsonObject &document, const QString &unit, const QJsonValue &element);

/// What a user did, and the workspace acknowledged.
struct Deed {
    int who = 0;
    Edit::Op op = Edit::Op::Update;
    ResourceKind kind = ResourceKind::SalesLead;
    QString localId;
    QString serverId; ///< where it was known then
    QJsonObject before; ///< as the user saw it
    QJsonObject after;
    QString title; ///< of the change; no other has it
    bool undone = false;
};

bool isOn(const Deed &deed, const Resource &resource);

/// All that users did, and what the server makes of it.
class Ledger {
public:
    void add(const Deed &deed) { m_deeds.append(deed); }
    void setUndone(const QString &title, bool undone);

    /// A workbench changes or (to nothing) deletes a document on the server: is there something of somebody
    /// else's in it that its user has never seen?
    void judgeChange(int who, const Resource &resource, const QJsonObject &after);

    const QVector<Deed> &deeds() const { return m_deeds; }
    QVector<Deed> deedsOn(int who, const Resource &resource) const;

    const QStringList &overwrites() const { return m_overwrites; }

private:
    bool hasSeen(int who, const Resource &resource, const QString &unit) const;
    void judgeUnit(int who, const Resource &resource, const QString &unit);
    void judgeElements(int who, const Resource &resource, const QJsonObject &after, const QString &unit);
    void complain(int who, const Resource &resource, const QString &unit, const QJsonValue &value);

    QVector<Deed> m_deeds;
    QStringList m_overwrites;
};

QString toText(const QJsonValue &value);
bool sameValue(const QJsonValue &a, const QJsonValue &b);

} // namespace salesbench::faults
