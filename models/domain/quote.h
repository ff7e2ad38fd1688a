// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/quoteparts.h"

namespace salesbench {

/// A line. With lines of its own it is a bundle; theirs have quantities of their own, not per bundle.
/// quantity is a whole number.
class QuoteItem : public Face {
public:
    using Face::Face;
    TMF_ATTRIBUTE(QString, id, setId)
    TMF_ATTRIBUTE(QString, action, setAction)
    TMF_ATTRIBUTE(std::optional<double>, quantity, setQuantity)
    TMF_ATTRIBUTE(QString, state, setState)
    TMF_LIST(AppointmentRef, appointment, setAppointment)
    TMF_LIST(AttachmentRefOrValue, attachment, setAttachment)
    TMF_LIST(Note, note, setNote)
    TMF_ATTRIBUTE(ProductRefOrValue, product, setProduct)
    TMF_ATTRIBUTE(EntityRef, productOffering, setProductOffering)
    TMF_ATTRIBUTE(ProductOfferingQualificationItemRef, productOfferingQualificationItem,
                  setProductOfferingQualificationItem)
    TMF_LIST(QuoteItem, quoteItem, setQuoteItem)
    TMF_LIST(Authorization, quoteItemAuthorization, setQuoteItemAuthorization)
    TMF_LIST(QuotePrice, quoteItemPrice, setQuoteItemPrice)
    TMF_LIST(QuoteItemRelationship, quoteItemRelationship, setQuoteItemRelationship)
    TMF_LIST(RelatedParty, relatedParty, setRelatedParty)
    TMF_EXTENSIBLE
};

/// TMF648 4.0.0 Quote.
class Quote : public Face {
public:
    using Face::Face;
    TMF_ATTRIBUTE(QString, id, setId)
    TMF_ATTRIBUTE(QString, href, setHref)
    TMF_ATTRIBUTE(QString, category, setCategory)
    TMF_ATTRIBUTE(QString, description, setDescription)
    TMF_ATTRIBUTE(QDateTime, effectiveQuoteCompletionDate, setEffectiveQuoteCompletionDate)
    TMF_ATTRIBUTE(QDateTime, expectedFulfillmentStartDate, setExpectedFulfillmentStartDate)
    TMF_ATTRIBUTE(QDateTime, expectedQuoteCompletionDate, setExpectedQuoteCompletionDate)
    TMF_ATTRIBUTE(QString, externalId, setExternalId)
    TMF_ATTRIBUTE(std::optional<bool>, instantSyncQuote, setInstantSyncQuote)
    TMF_ATTRIBUTE(QDateTime, quoteDate, setQuoteDate)
    TMF_ATTRIBUTE(QDateTime, requestedQuoteCompletionDate, setRequestedQuoteCompletionDate)
    TMF_ATTRIBUTE(QString, version, setVersion)
    TMF_LIST(EntityRef, agreement, setAgreement)
    TMF_LIST(Authorization, authorization, setAuthorization)
    TMF_LIST(EntityRef, billingAccount, setBillingAccount)
    TMF_LIST(ContactMedium, contactMedium, setContactMedium)
    TMF_LIST(Note, note, setNote)
    TMF_LIST(EntityRef, productOfferingQualification, setProductOfferingQualification)
    TMF_LIST(QuoteItem, quoteItem, setQuoteItem)
    TMF_LIST(QuotePrice, quoteTotalPrice, setQuoteTotalPrice)
    TMF_LIST(RelatedParty, relatedParty, setRelatedParty)
    TMF_ATTRIBUTE(QString, state, setState)
    TMF_ATTRIBUTE(TimePeriod, validFor, setValidFor)
    TMF_ATTRIBUTE(EntityRef, salesOpportunity, setSalesOpportunity) ///< own extension: what it was made from
    TMF_EXTENSIBLE
};

} // namespace salesbench
