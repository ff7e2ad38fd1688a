// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/resource.h"

#include <QJsonObject>
#include <QMap>
#include <QVector>

namespace salesbench {

/// One document naming another: lead → opportunity → quote, and back.
struct Reference {
    ResourceKind kind = ResourceKind::SalesLead;
    QString id; ///< local or server id
    bool operator==(const Reference &) const = default;
};

/// The documents that @p document names in its attributes salesLead, salesOpportunity and quote.
QVector<Reference> references(const QJsonObject &document);

/// The references that a document must not leave without: what it was made from (opportunity → lead,
/// quote → opportunity). Only those keep a creation waiting; links to what was made later follow
/// as an update, so that two new documents which name each other do not wait for each other for ever.
QVector<Reference> origins(ResourceKind kind, const QJsonObject &document);

/// @p document with the ids of its references replaced where @p ids knows them.
QJsonObject withReferences(const QJsonObject &document, const QMap<QString, QString> &ids);

/// @p document without the references to @p ids; an attribute left empty goes.
QJsonObject withoutReferences(const QJsonObject &document, const QStringList &ids);

} // namespace salesbench
