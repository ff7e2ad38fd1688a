// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/details/attributefield.h"

#include <QCoreApplication>

namespace salesbench {

namespace {

using enum EditorKind;
using enum AttributeSection;

#define LABEL(text) QT_TRANSLATE_NOOP("AttributeField", text)

constexpr const char *Ratings = "hot,warm,cold";
constexpr const char *Priorities = "high,medium,low";

constexpr AttributeField LeadFields[] = {
    {"name", LABEL("Name"), Text, KeyFacts},
    {"rating", LABEL("Rating"), Choice, KeyFacts, {}, Ratings},
    {"priority", LABEL("Priority"), Choice, KeyFacts, {}, Priorities},
    {"estimatedRevenue", LABEL("Est. revenue"), Money, KeyFacts},
    {"productOffering", LABEL("Offering"), Ref, KeyFacts, Field::Offering},
    {"marketingCampaign", LABEL("Campaign"), Ref, KeyFacts, Field::Campaign},
    {"channel", LABEL("Channel"), Ref, KeyFacts, Field::Channel},
    {"nextStep", LABEL("Next step"), Text, KeyFacts},
    {"validFor.endDateTime", LABEL("Valid until"), Date, KeyFacts},
    {"category", LABEL("Category"), Ref, References, Field::Category},
    {"marketSegment", LABEL("Segment"), Ref, References, Field::Segment},
    {"product", LABEL("Product"), Ref, References},
    {"productSpecification", LABEL("Specification"), Ref, References},
    {"description", LABEL("Description"), Multiline, All},
    {"type", LABEL("Type"), Text, All, Field::Type},
    {"referredDate", LABEL("Referred"), Date, All},
    {"validFor.startDateTime", LABEL("Valid from"), Date, All},
    {"status", LABEL("Status"), ReadOnly, All},
    {"statusChangeDate", LABEL("Status since"), ReadOnly, All},
    {"statusChangeReason", LABEL("Reason"), Text, All},
    {"creationDate", LABEL("Created"), ReadOnly, All},
    {"id", LABEL("Id"), ReadOnly, All},
    {"href", LABEL("Address"), ReadOnly, All},
    {"@type", LABEL("Class"), Text, All},
    {"@baseType", LABEL("Base class"), Text, All},
    {"@schemaLocation", LABEL("Schema"), Text, All},
};

constexpr AttributeField OpportunityFields[] = {
    {"name", LABEL("Name"), Text, KeyFacts},
    {"rating", LABEL("Rating"), Choice, KeyFacts, {}, Ratings},
    {"priority", LABEL("Priority"), Choice, KeyFacts, {}, Priorities},
    {"estimatedRevenue", LABEL("Est. revenue"), Money, KeyFacts},
    {"marketingCampaign", LABEL("Campaign"), Ref, KeyFacts, Field::Campaign},
    {"channel", LABEL("Channel"), Ref, KeyFacts, Field::Channel},
    {"nextStep", LABEL("Next step"), Text, KeyFacts},
    {"validFor.endDateTime", LABEL("Valid until"), Date, KeyFacts},
    {"category", LABEL("Category"), Ref, References, Field::Category},
    {"marketSegment", LABEL("Segment"), Ref, References, Field::Segment},
    {"description", LABEL("Description"), Multiline, All},
    {"salesOpportunityType", LABEL("Type"), Text, All, Field::Type},
    {"referredDate", LABEL("Referred"), Date, All},
    {"validFor.startDateTime", LABEL("Valid from"), Date, All},
    {"status", LABEL("Status"), ReadOnly, All},
    {"statusChangeDate", LABEL("Status since"), ReadOnly, All},
    {"statusChangeReason", LABEL("Reason"), Text, All},
    {"creationDate", LABEL("Created"), ReadOnly, All},
    {"id", LABEL("Id"), ReadOnly, All},
    {"href", LABEL("Address"), ReadOnly, All},
    {"@type", LABEL("Class"), Text, All},
    {"@baseType", LABEL("Base class"), Text, All},
    {"@schemaLocation", LABEL("Schema"), Text, All},
};

constexpr AttributeField QuoteFields[] = {
    {"description", LABEL("Description"), Text, KeyFacts},
    {"category", LABEL("Category"), Text, KeyFacts, Field::Category},
    {"validFor.startDateTime", LABEL("Valid from"), Date, KeyFacts},
    {"validFor.endDateTime", LABEL("Valid until"), Date, KeyFacts},
    {"version", LABEL("Version"), Text, KeyFacts},
    {"expectedQuoteCompletionDate", LABEL("Wanted by"), Date, KeyFacts},
    {"expectedFulfillmentStartDate", LABEL("Delivery from"), Date, KeyFacts},
    {"externalId", LABEL("External id"), Text, All},
    {"instantSyncQuote", LABEL("Instant quote"), Bool, All},
    {"requestedQuoteCompletionDate", LABEL("Requested by"), Date, All},
    {"effectiveQuoteCompletionDate", LABEL("Completed"), Date, All},
    {"state", LABEL("State"), ReadOnly, All},
    {"quoteDate", LABEL("Created"), ReadOnly, All},
    {"id", LABEL("Id"), ReadOnly, All},
    {"href", LABEL("Address"), ReadOnly, All},
    {"@type", LABEL("Class"), Text, All},
    {"@baseType", LABEL("Base class"), Text, All},
    {"@schemaLocation", LABEL("Schema"), Text, All},
};

#undef LABEL


} // namespace

std::span<const AttributeField> attributeFields(ResourceKind kind)
{
    switch (kind) {
    case ResourceKind::SalesLead:
        return LeadFields;
    case ResourceKind::SalesOpportunity:
        return OpportunityFields;
    case ResourceKind::Quote:
        return QuoteFields;
    }
    return {};
}

QString fieldLabel(const AttributeField &field)
{
    return QCoreApplication::translate("AttributeField", field.label);
}

QStringList fieldChoices(const AttributeField &field)
{
    return QString::fromLatin1(field.choices).split(u',', Qt::SkipEmptyParts);
}

} // namespace salesbench
