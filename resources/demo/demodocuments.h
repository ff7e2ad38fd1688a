// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "resources/demo/demodeal.h"

#include <QJsonObject>

namespace salesbench::demo {

/// Tells a deal as the documents of TMF699 4.0.0 and TMF648 4.0.0.
struct Telling {
    quint64 seed;
    QString ownerRole;
    const Layout &layout;
};

QJsonObject leadDocument(const Telling &telling, const Deal &deal);
QJsonObject opportunityDocument(const Telling &telling, const Deal &deal, qint64 opportunity);
QJsonObject quoteDocument(const Telling &telling, const Deal &deal, qint64 quote);

} // namespace salesbench::demo
