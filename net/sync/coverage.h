// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/resource.h"

#include <QJsonObject>
#include <QStringList>

namespace salesbench {

/// The first-level attributes of @p sent whose values @p answer does not have, sorted: servers drop what they
/// do not know, and some ignore parts of a PATCH with a 200.
///
/// As lenient as reading is: a server may add members (ids, hrefs) to what it was sent, write a number as
/// text and an instant in another form, and put a list in another order. What only the server sets is not
/// looked at, nor what a server may do without: the names of types, and a quote's opportunity, which
/// TMF648 does not know.
QStringList notTaken(ResourceKind kind, const QJsonObject &sent, const QJsonObject &answer);

} // namespace salesbench
