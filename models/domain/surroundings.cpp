// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/surroundings.h"

#include <QUuid>

namespace salesbench {

Surroundings Surroundings::real()
{
    return {
        .now = [] { return QDateTime::currentDateTimeUtc(); },
        .newId = [] { return QUuid::createUuid().toString(QUuid::WithoutBraces); },
    };
}

} // namespace salesbench
