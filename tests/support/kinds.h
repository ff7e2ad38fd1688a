// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/resource.h"

namespace salesbench::testing {

inline constexpr ResourceKind Lead = ResourceKind::SalesLead;
inline constexpr ResourceKind Opportunity = ResourceKind::SalesOpportunity;
inline constexpr ResourceKind QuoteKind = ResourceKind::Quote; // Quote itself is the document

} // namespace salesbench::testing
