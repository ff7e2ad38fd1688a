// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/parts.h"

namespace salesbench {

// The parts that quotes and their products are made of, beyond those of parts.h (TMF648 4.0.0).

class Quantity : public Face {
public:
    using Face::Face;
    TMF_ATTRIBUTE(std::optional<double>, amount, setAmount)
    TMF_ATTRIBUTE(QString, units, setUnits)
};

/// value is whatever valueType says: text, number, flag, list or object.
class Characteristic : public Face {
public:
    using Face::Face;
    TMF_ATTRIBUTE(QString, name, setName)
    TMF_ATTRIBUTE(QString, valueType, setValueType)
    TMF_ATTRIBUTE(QJsonValue, value, setValue)
    TMF_EXTENSIBLE
};

class AgreementItemRef : public Face {
public:
    using Face::Face;
    TMF_ATTRIBUTE(QString, id, setId)
    TMF_ATTRIBUTE(QString, href, setHref)
    TMF_ATTRIBUTE(QString, agreementItemId, setAgreementItemId)
    TMF_ATTRIBUTE(QString, name, setName)
    TMF_EXTENSIBLE
    TMF_REFERRING
};

class AppointmentRef : public Face {
public:
    using Face::Face;
    TMF_ATTRIBUTE(QString, id, setId)
    TMF_ATTRIBUTE(QString, href, setHref)
    TMF_ATTRIBUTE(QString, description, setDescription)
    TMF_EXTENSIBLE
    TMF_REFERRING
};

class ResourceRef : public Face {
public:
    using Face::Face;
    TMF_ATTRIBUTE(QString, id, setId)
    TMF_ATTRIBUTE(QString, href, setHref)
    TMF_ATTRIBUTE(QString, name, setName)
    TMF_ATTRIBUTE(QString, value, setValue)
    TMF_EXTENSIBLE
    TMF_REFERRING
};

class ProductOfferingQualificationItemRef : public Face {
public:
    using Face::Face;
    TMF_ATTRIBUTE(QString, id, setId)
    TMF_ATTRIBUTE(QString, href, setHref)
    TMF_ATTRIBUTE(QString, name, setName)
    TMF_ATTRIBUTE(QString, productOfferingQualificationHref, setProductOfferingQualificationHref)
    TMF_ATTRIBUTE(QString, productOfferingQualificationId, setProductOfferingQualificationId)
    TMF_ATTRIBUTE(QString, productOfferingQualificationName, setProductOfferingQualificationName)
    TMF_EXTENSIBLE
    TMF_REFERRING
};

/// content is Base64. Without a url or content it is a reference.
class AttachmentRefOrValue : public Face {
public:
    using Face::Face;
    TMF_ATTRIBUTE(QString, id, setId)
    TMF_ATTRIBUTE(QString, href, setHref)
    TMF_ATTRIBUTE(QString, attachmentType, setAttachmentType)
    TMF_ATTRIBUTE(QString, content, setContent)
    TMF_ATTRIBUTE(QString, description, setDescription)
    TMF_ATTRIBUTE(QString, mimeType, setMimeType)
    TMF_ATTRIBUTE(QString, name, setName)
    TMF_ATTRIBUTE(QString, url, setUrl)
    TMF_ATTRIBUTE(Quantity, size, setSize)
    TMF_ATTRIBUTE(TimePeriod, validFor, setValidFor)
    TMF_EXTENSIBLE
    TMF_REFERRING
};

class Authorization : public Face {
public:
    using Face::Face;
    TMF_ATTRIBUTE(QDateTime, givenDate, setGivenDate)
    TMF_ATTRIBUTE(QString, name, setName)
    TMF_ATTRIBUTE(QDateTime, requestedDate, setRequestedDate)
    TMF_ATTRIBUTE(QString, signatureRepresentation, setSignatureRepresentation)
    TMF_ATTRIBUTE(QString, state, setState)
    TMF_LIST(RelatedParty, approver, setApprover)
    TMF_EXTENSIBLE
};

/// percentage and taxRate are in percent: 20 is a fifth.
class Price : public Face {
public:
    using Face::Face;
    TMF_ATTRIBUTE(std::optional<double>, percentage, setPercentage)
    TMF_ATTRIBUTE(std::optional<double>, taxRate, setTaxRate)
    TMF_ATTRIBUTE(std::optional<Money>, dutyFreeAmount, setDutyFreeAmount)
    TMF_ATTRIBUTE(std::optional<Money>, taxIncludedAmount, setTaxIncludedAmount)
    TMF_EXTENSIBLE
};

/// A discount or a surcharge. Alterations apply in the order of priority, the lowest first.
/// priority and applicationDuration are whole numbers.
class PriceAlteration : public Face {
public:
    using Face::Face;
    TMF_ATTRIBUTE(std::optional<double>, applicationDuration, setApplicationDuration)
    TMF_ATTRIBUTE(QString, description, setDescription)
    TMF_ATTRIBUTE(QString, name, setName)
    TMF_ATTRIBUTE(QString, priceType, setPriceType)
    TMF_ATTRIBUTE(std::optional<double>, priority, setPriority)
    TMF_ATTRIBUTE(QString, recurringChargePeriod, setRecurringChargePeriod)
    TMF_ATTRIBUTE(QString, unitOfMeasure, setUnitOfMeasure)
    TMF_ATTRIBUTE(Price, price, setPrice)
    TMF_ATTRIBUTE(EntityRef, productOfferingPrice, setProductOfferingPrice)
    TMF_EXTENSIBLE
};

/// priceType is oneTime, recurring or usage; recurringChargePeriod is free text, usually month or year.
class QuotePrice : public Face {
public:
    using Face::Face;
    TMF_ATTRIBUTE(QString, description, setDescription)
    TMF_ATTRIBUTE(QString, name, setName)
    TMF_ATTRIBUTE(QString, priceType, setPriceType)
    TMF_ATTRIBUTE(QString, recurringChargePeriod, setRecurringChargePeriod)
    TMF_ATTRIBUTE(QString, unitOfMeasure, setUnitOfMeasure)
    TMF_ATTRIBUTE(Price, price, setPrice)
    TMF_LIST(PriceAlteration, priceAlteration, setPriceAlteration)
    TMF_ATTRIBUTE(EntityRef, productOfferingPrice, setProductOfferingPrice)
    TMF_EXTENSIBLE
};

class ProductPrice : public Face {
public:
    using Face::Face;
    TMF_ATTRIBUTE(QString, description, setDescription)
    TMF_ATTRIBUTE(QString, name, setName)
    TMF_ATTRIBUTE(QString, priceType, setPriceType)
    TMF_ATTRIBUTE(QString, recurringChargePeriod, setRecurringChargePeriod)
    TMF_ATTRIBUTE(QString, unitOfMeasure, setUnitOfMeasure)
    TMF_ATTRIBUTE(EntityRef, billingAccount, setBillingAccount)
    TMF_ATTRIBUTE(Price, price, setPrice)
    TMF_ATTRIBUTE(EntityRef, productOfferingPrice, setProductOfferingPrice)
    TMF_LIST(PriceAlteration, productPriceAlteration, setProductPriceAlteration)
    TMF_EXTENSIBLE
};

class ProductTerm : public Face {
public:
    using Face::Face;
    TMF_ATTRIBUTE(QString, description, setDescription)
    TMF_ATTRIBUTE(QString, name, setName)
    TMF_ATTRIBUTE(Quantity, duration, setDuration)
    TMF_ATTRIBUTE(TimePeriod, validFor, setValidFor)
    TMF_EXTENSIBLE
};

class RelatedPlaceRefOrValue : public Face {
public:
    using Face::Face;
    TMF_ATTRIBUTE(QString, id, setId)
    TMF_ATTRIBUTE(QString, href, setHref)
    TMF_ATTRIBUTE(QString, name, setName)
    TMF_ATTRIBUTE(QString, role, setRole)
    TMF_EXTENSIBLE
    TMF_REFERRING
};

class RelatedProductOrderItem : public Face {
public:
    using Face::Face;
    TMF_ATTRIBUTE(QString, orderItemAction, setOrderItemAction)
    TMF_ATTRIBUTE(QString, orderItemId, setOrderItemId)
    TMF_ATTRIBUTE(QString, productOrderHref, setProductOrderHref)
    TMF_ATTRIBUTE(QString, productOrderId, setProductOrderId)
    TMF_ATTRIBUTE(QString, role, setRole)
    TMF_EXTENSIBLE
    TMF_REFERRING
};

class QuoteItemRelationship : public Face {
public:
    using Face::Face;
    TMF_ATTRIBUTE(QString, id, setId)
    TMF_ATTRIBUTE(QString, relationshipType, setRelationshipType)
    TMF_EXTENSIBLE
};

class ProductRefOrValue;

class ProductRelationship : public Face {
public:
    using Face::Face;
    TMF_ATTRIBUTE(QString, relationshipType, setRelationshipType)
    ProductRefOrValue product() const;
    void setProduct(const ProductRefOrValue &value);
    TMF_EXTENSIBLE
};

/// A product in full, or with id and href alone a reference to one.
class ProductRefOrValue : public Face {
public:
    using Face::Face;
    TMF_ATTRIBUTE(QString, id, setId)
    TMF_ATTRIBUTE(QString, href, setHref)
    TMF_ATTRIBUTE(QString, description, setDescription)
    TMF_ATTRIBUTE(std::optional<bool>, isBundle, setIsBundle)
    TMF_ATTRIBUTE(std::optional<bool>, isCustomerVisible, setIsCustomerVisible)
    TMF_ATTRIBUTE(QString, name, setName)
    TMF_ATTRIBUTE(QDateTime, orderDate, setOrderDate)
    TMF_ATTRIBUTE(QString, productSerialNumber, setProductSerialNumber)
    TMF_ATTRIBUTE(QDateTime, startDate, setStartDate)
    TMF_ATTRIBUTE(QDateTime, terminationDate, setTerminationDate)
    TMF_LIST(AgreementItemRef, agreement, setAgreement)
    TMF_ATTRIBUTE(EntityRef, billingAccount, setBillingAccount)
    TMF_LIST(RelatedPlaceRefOrValue, place, setPlace)
    TMF_LIST(ProductRefOrValue, product, setProduct)
    TMF_LIST(Characteristic, productCharacteristic, setProductCharacteristic)
    TMF_ATTRIBUTE(EntityRef, productOffering, setProductOffering)
    TMF_LIST(RelatedProductOrderItem, productOrderItem, setProductOrderItem)
    TMF_LIST(ProductPrice, productPrice, setProductPrice)
    TMF_LIST(ProductRelationship, productRelationship, setProductRelationship)
    TMF_ATTRIBUTE(EntityRef, productSpecification, setProductSpecification)
    TMF_LIST(ProductTerm, productTerm, setProductTerm)
    TMF_LIST(ResourceRef, realizingResource, setRealizingResource)
    TMF_LIST(EntityRef, realizingService, setRealizingService)
    TMF_LIST(RelatedParty, relatedParty, setRelatedParty)
    TMF_ATTRIBUTE(QString, status, setStatus)
    TMF_EXTENSIBLE
    TMF_REFERRING
};

inline ProductRefOrValue ProductRelationship::product() const
{
    return get<ProductRefOrValue>(QLatin1StringView("product"));
}

inline void ProductRelationship::setProduct(const ProductRefOrValue &value)
{
    set<ProductRefOrValue>(QLatin1StringView("product"), value);
}

} // namespace salesbench
