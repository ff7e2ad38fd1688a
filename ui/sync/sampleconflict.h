// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/record.h"

namespace salesbench {

/// An invented lead that two people changed, for pictures of what a conflict looks like.
Record sampleConflict();

} // namespace salesbench
