// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/parts.h"

namespace salesbench {

/// TMF699 4.0.0 SalesLead.
class SalesLead : public Face {
public:
    using Face::Face;
    TMF_ATTRIBUTE(QString, id, setId)
    TMF_ATTRIBUTE(QString, href, setHref)
    TMF_ATTRIBUTE(QDateTime, creationDate, setCreationDate)
    TMF_ATTRIBUTE(QString, description, setDescription)
    TMF_ATTRIBUTE(QString, name, setName)
    TMF_ATTRIBUTE(QString, priority, setPriority)
    TMF_ATTRIBUTE(QString, rating, setRating)
    TMF_ATTRIBUTE(QDateTime, referredDate, setReferredDate)
    TMF_ATTRIBUTE(QString, status, setStatus)
    TMF_ATTRIBUTE(QDateTime, statusChangeDate, setStatusChangeDate)
    TMF_ATTRIBUTE(QString, statusChangeReason, setStatusChangeReason)
    TMF_ATTRIBUTE(QString, type, setType)
    TMF_ATTRIBUTE(EntityRef, category, setCategory)
    TMF_ATTRIBUTE(EntityRef, channel, setChannel)
    TMF_ATTRIBUTE(std::optional<Money>, estimatedRevenue, setEstimatedRevenue)
    TMF_ATTRIBUTE(EntityRef, marketSegment, setMarketSegment)
    TMF_ATTRIBUTE(EntityRef, marketingCampaign, setMarketingCampaign)
    TMF_LIST(Note, note, setNote)
    TMF_ATTRIBUTE(EntityRef, product, setProduct)
    TMF_ATTRIBUTE(EntityRef, productOffering, setProductOffering)
    TMF_ATTRIBUTE(EntityRef, productSpecification, setProductSpecification)
    TMF_LIST(ContactMedium, prospectContact, setProspectContact)
    TMF_LIST(RelatedParty, relatedParty, setRelatedParty)
    TMF_ATTRIBUTE(EntityRef, salesOpportunity, setSalesOpportunity)
    TMF_ATTRIBUTE(TimePeriod, validFor, setValidFor)
    TMF_ATTRIBUTE(QString, nextStep, setNextStep) ///< own extension attribute
    TMF_EXTENSIBLE
};

} // namespace salesbench
