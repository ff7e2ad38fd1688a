// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/record.h"
#include "models/domain/session.h"

#include <QVector>

namespace salesbench {

/// What a person can do with a document besides editing it and moving its state.
enum class RecordStep { Claim, Assign, NewQuote, NextVersion };

/// The steps that make sense for @p record and that the user may take.
QVector<RecordStep> possibleSteps(const Record &record, const Session &session);

/// The label of the step's button.
QString stepText(RecordStep step);

/// Who owns the document: one without an id where nobody does.
Person ownerOf(const Record &record, const QString &ownerRole);

} // namespace salesbench
