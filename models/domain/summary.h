// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/resource.h"

#include <QString>
#include <QVariant>

#include <array>

class QJsonObject;

namespace salesbench {

/// What lists show, sort and filter by. Each is a projection of the document; the store keeps a column for
/// it, so a new field is a value here, a row in summary.cpp's table, and a migration that fills the column.
enum class Field {
    Name,          ///< text
    Prospect,      ///< text: name of the relatedParty whose role is prospect or customer
    Status,        ///< text: status or state as in the document
    Rating,        ///< text: hot, warm, cold, or whatever the server says
    Priority,      ///< text: high, medium, low
    Offering,      ///< text: name of the productOffering (a quote: of its first line)
    Amount,        ///< double in major units: estimatedRevenue.value, or a quote's total with tax
    Currency,      ///< text: ISO 4217
    OwnerId,       ///< text: id of the relatedParty that has the owner's role; null = nobody's
    OwnerName,     ///< text
    Campaign,      ///< text: name of the marketingCampaign
    Channel,       ///< text: name of the channel
    Segment,       ///< text: name of the marketSegment
    Category,      ///< text
    Type,          ///< text: type, salesOpportunityType
    NextStep,      ///< text: extension attribute nextStep
    Created,       ///< qint64 ms since the epoch, UTC
    StatusChanged, ///< qint64 ms since the epoch, UTC
    ValidUntil,    ///< qint64 ms since the epoch, UTC
    ExternalId,    ///< text
    Version,       ///< text
};
inline constexpr int FieldCount = static_cast<int>(Field::Version) + 1;

/// The projection of one document: a null QVariant where the document says nothing.
class Summary {
public:
    const QVariant &value(Field field) const { return m_values[static_cast<size_t>(field)]; }
    void setValue(Field field, const QVariant &value) { m_values[static_cast<size_t>(field)] = value; }
    QString text(Field field) const { return value(field).toString(); }
    bool operator==(const Summary &) const = default;

private:
    std::array<QVariant, FieldCount> m_values;
};

/// Reads leniently: what has the wrong type counts as absent. @p ownerRole is the relatedParty role of the
/// owner, usually salesRepresentative.
Summary summarize(ResourceKind kind, const QJsonObject &document, const QString &ownerRole);

/// The column's name in SQL and in kept settings: "ownerName". Stable.
QLatin1StringView fieldName(Field field);
std::optional<Field> fieldFromName(QAnyStringView name);

/// Names, descriptions, contacts, notes: the text that the search finds a document by.
QString searchText(ResourceKind kind, const QJsonObject &document);

} // namespace salesbench
