// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/face.h"

namespace salesbench {

// The parts that leads, opportunities and quotes share (TMF699 4.0.0, TMF648 4.0.0).

class TimePeriod : public Face {
public:
    using Face::Face;
    TMF_ATTRIBUTE(QDateTime, startDateTime, setStartDateTime)
    TMF_ATTRIBUTE(QDateTime, endDateTime, setEndDateTime)
};

class TargetProductSchema : public Face {
public:
    using Face::Face;
    TMF_EXTENSIBLE
};

/// Every …Ref of the standards; version and targetProductSchema stand in those of categories and
/// specifications only.
class EntityRef : public Face {
public:
    using Face::Face;
    TMF_ATTRIBUTE(QString, id, setId)
    TMF_ATTRIBUTE(QString, href, setHref)
    TMF_ATTRIBUTE(QString, name, setName)
    TMF_ATTRIBUTE(QString, version, setVersion)
    TMF_ATTRIBUTE(TargetProductSchema, targetProductSchema, setTargetProductSchema)
    TMF_EXTENSIBLE
    TMF_REFERRING
};

class RelatedParty : public Face {
public:
    using Face::Face;
    TMF_ATTRIBUTE(QString, id, setId)
    TMF_ATTRIBUTE(QString, href, setHref)
    TMF_ATTRIBUTE(QString, name, setName)
    TMF_ATTRIBUTE(QString, role, setRole)
    TMF_EXTENSIBLE
    TMF_REFERRING
};

class Note : public Face {
public:
    using Face::Face;
    TMF_ATTRIBUTE(QString, id, setId)
    TMF_ATTRIBUTE(QString, author, setAuthor)
    TMF_ATTRIBUTE(QDateTime, date, setDate)
    TMF_ATTRIBUTE(QString, text, setText)
    TMF_EXTENSIBLE
};

class MediumCharacteristic : public Face {
public:
    using Face::Face;
    TMF_ATTRIBUTE(QString, city, setCity)
    TMF_ATTRIBUTE(QString, contactType, setContactType)
    TMF_ATTRIBUTE(QString, country, setCountry)
    TMF_ATTRIBUTE(QString, emailAddress, setEmailAddress)
    TMF_ATTRIBUTE(QString, faxNumber, setFaxNumber)
    TMF_ATTRIBUTE(QString, phoneNumber, setPhoneNumber)
    TMF_ATTRIBUTE(QString, postCode, setPostCode)
    TMF_ATTRIBUTE(QString, socialNetworkId, setSocialNetworkId)
    TMF_ATTRIBUTE(QString, stateOrProvince, setStateOrProvince)
    TMF_ATTRIBUTE(QString, street1, setStreet1)
    TMF_ATTRIBUTE(QString, street2, setStreet2)
    TMF_EXTENSIBLE
};

class ContactMedium : public Face {
public:
    using Face::Face;
    TMF_ATTRIBUTE(QString, mediumType, setMediumType)
    TMF_ATTRIBUTE(std::optional<bool>, preferred, setPreferred)
    TMF_ATTRIBUTE(MediumCharacteristic, characteristic, setCharacteristic)
    TMF_ATTRIBUTE(TimePeriod, validFor, setValidFor)
    TMF_EXTENSIBLE
};

} // namespace salesbench
