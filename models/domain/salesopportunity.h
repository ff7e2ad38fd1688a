// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/parts.h"

namespace salesbench {

/// One thing the customer may buy. action is add, modify, delete or noChange; the status has the
/// opportunity's values.
class SalesOpportunityItem : public Face {
public:
    using Face::Face;
    TMF_ATTRIBUTE(QString, id, setId)
    TMF_ATTRIBUTE(QString, action, setAction)
    TMF_ATTRIBUTE(QString, rating, setRating)
    TMF_ATTRIBUTE(QString, priority, setPriority)
    TMF_ATTRIBUTE(QString, salesOpportunityItemStatus, setSalesOpportunityItemStatus)
    TMF_ATTRIBUTE(TimePeriod, validFor, setValidFor)
    TMF_ATTRIBUTE(EntityRef, product, setProduct)
    TMF_ATTRIBUTE(EntityRef, productOffering, setProductOffering)
    TMF_ATTRIBUTE(std::optional<Money>, estimatedRevenue, setEstimatedRevenue)
    TMF_LIST(Note, note, setNote)
    TMF_LIST(RelatedParty, relatedParty, setRelatedParty)
    TMF_LIST(EntityRef, quoteItem, setQuoteItem)
    TMF_EXTENSIBLE
};

/// SalesOpportunity as TMF699 5.0.0 shapes it, served beside the leads of 4.0.0.
class SalesOpportunity : public Face {
public:
    using Face::Face;
    TMF_ATTRIBUTE(QString, id, setId)
    TMF_ATTRIBUTE(QString, href, setHref)
    TMF_ATTRIBUTE(QString, name, setName)
    TMF_ATTRIBUTE(QString, description, setDescription)
    TMF_ATTRIBUTE(QDateTime, creationDate, setCreationDate)
    TMF_ATTRIBUTE(QDateTime, referredDate, setReferredDate)
    TMF_ATTRIBUTE(QString, rating, setRating)
    TMF_ATTRIBUTE(QString, salesOpportunityType, setSalesOpportunityType)
    TMF_ATTRIBUTE(QString, status, setStatus)
    TMF_ATTRIBUTE(QDateTime, statusChangeDate, setStatusChangeDate)
    TMF_ATTRIBUTE(QString, statusChangeReason, setStatusChangeReason)
    TMF_ATTRIBUTE(QString, priority, setPriority)
    TMF_ATTRIBUTE(std::optional<Money>, estimatedRevenue, setEstimatedRevenue)
    TMF_ATTRIBUTE(TimePeriod, validFor, setValidFor)
    TMF_ATTRIBUTE(EntityRef, category, setCategory)
    TMF_ATTRIBUTE(EntityRef, channel, setChannel)
    TMF_ATTRIBUTE(EntityRef, marketSegment, setMarketSegment)
    TMF_ATTRIBUTE(EntityRef, marketingCampaign, setMarketingCampaign)
    TMF_LIST(EntityRef, salesLead, setSalesLead)
    TMF_LIST(EntityRef, quote, setQuote)
    TMF_LIST(Note, note, setNote)
    TMF_LIST(EntityRef, agreement, setAgreement)
    TMF_LIST(RelatedParty, relatedParty, setRelatedParty)
    TMF_LIST(SalesOpportunityItem, salesOpportunityItem, setSalesOpportunityItem)
    TMF_LIST(ContactMedium, prospectContact, setProspectContact) ///< own extension: the lead's contacts
    TMF_ATTRIBUTE(QString, nextStep, setNextStep) ///< own extension attribute
    TMF_EXTENSIBLE
};

} // namespace salesbench
