// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/listquery.h"

class QSettings;

namespace salesbench {

/// Keeps @p filter under one key. A period such as "this quarter" is kept as such: taken back in the next
/// quarter it is the next one.
void keepFilter(QSettings &settings, const ListFilter &filter, const QDateTime &now);

/// What keepFilter() kept; an empty filter where nothing was, or nothing that can be read.
ListFilter keptFilter(const QSettings &settings, const QDateTime &now);

} // namespace salesbench
