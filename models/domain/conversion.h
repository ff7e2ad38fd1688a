// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/problem.h"
#include "models/domain/record.h"
#include "models/domain/surroundings.h"

namespace salesbench {

// The steps of the chain from lead to quote, each as one change: kept, sent and undone as one. Nothing is
// written here. References name documents by their local ids; the synchronisation puts the server's in
// place when it sends them. What a document holds beyond its standard's attributes is not carried over.
// NotAllowed, with a sentence, where the document is in no state for the step; BadInput for the wrong kind.

/// The move to accepted, and the opportunity that carries on what the lead knew, linked both ways. The
/// change's first edit creates the opportunity; a lead that names one already is only accepted.
/// @p reason may be empty.
Result<Change> acceptLead(const Record &lead, const QString &reason, const Surroundings &surroundings);

/// A quote with a line for each item of the opportunity, priced once by the item's estimated revenue where
/// it has one; a single item without takes the opportunity's. The change's first edit creates the quote.
Result<Change> makeQuote(const Record &opportunity, const Surroundings &surroundings);

/// The version after a rejected one: a new quote with its lines, parties and terms, the same externalId (the
/// former quote's id where it has none) and the number behind its version. @p opportunity, where the
/// quote has one, gets the link; else nullptr. The change's first edit creates the quote.
Result<Change> nextQuoteVersion(const Record &quote, const Record *opportunity,
                                const Surroundings &surroundings);

} // namespace salesbench
