// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/sync/synccontext.h"

namespace salesbench {

/// Finds out, before anything is sent, whether this is a TMF699 server and which resources it has: asks for a
/// page of each list not known to be there. What a server has gained wakes up in the outbox. The problem
/// that makes it useless, if there is one.
QCoro::Task<std::optional<Problem>> knock(SyncContext &context);

/// The answer of a server to a list that it does not have.
bool lacksList(const RestFailure &failure);

/// Every TMF699 server has leads: without them the address is wrong.
Problem noLeads(const SyncContext &context);

} // namespace salesbench
