// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/surroundings.h"

#include <QTimeZone>

namespace salesbench::testing {

/// Always 2026-11-24 09:30 UTC, and always the id "new-id".
inline Surroundings fixedSurroundings()
{
    return {.now = [] { return QDateTime({2026, 11, 24}, {9, 30}, QTimeZone::utc()); },
            .newId = [] { return QStringLiteral("new-id"); }};
}

} // namespace salesbench::testing
