// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/session.h"

#include <QStringList>
#include <QVector>

namespace salesbench::demo {

/// Something with an id and a name: a campaign, a channel, a market segment.
struct Entry {
    QString id;
    QString name;
};

/// What the invented operator sells. Prices are per unit, without tax, in euro cents.
struct Offering {
    QString id;
    QString name;
    QString category;
    QString specificationId;
    QString specification;
    qint64 oneTimeCents;
    qint64 monthlyCents;
    QString site;         ///< what a unit goes to, in the plural: "depots"
    QStringList projects; ///< how a lead for it is called: "Branch SD-WAN"
};

/// A country the operator sells in.
struct Market {
    QString country;
    QString currency;
    int digits;        ///< behind the point, ISO 4217
    double perEuro;    ///< rough, for plausible amounts only
    double taxRate;    ///< per cent
    QString phone;
    QString domain;
    QStringList cities;
    QStringList postCodes; ///< one for each city
    QStringList firstNames;
    QStringList lastNames;
    QStringList firms;     ///< first words of company names
    int representative;    ///< index into team()
};

const QVector<Offering> &offerings();
const QVector<Entry> &campaigns();
const QVector<Entry> &channels();
const QVector<Entry> &segments();
const QVector<Market> &markets();

/// Second words of company names, and the segment each belongs to.
struct Trade {
    QString name;
    int segment;
};
const QVector<Trade> &trades();

/// The people of the demo: representatives first, the supervisor last.
const QVector<Person> &team();

} // namespace salesbench::demo
