// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/session.h"
#include "models/domain/surroundings.h"

#include <QJsonObject>

namespace salesbench {

/// The document of a new lead from what a person filled in: the lead's own attributes as they are, and in
/// "company" (a reference), "person", "email" and "phone" what becomes related parties and contacts.
/// References without an id get one of their own. A representative owns what they create; a
/// supervisor's new lead is nobody's yet.
QJsonObject leadFromDraft(const QJsonObject &draft, const Session &session, const Surroundings &surroundings);

} // namespace salesbench
