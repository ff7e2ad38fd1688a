// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/session.h"

using namespace Qt::StringLiterals;

namespace salesbench {

QLatin1StringView toText(Role role)
{
    switch (role) {
    case Role::Representative:
        return "representative"_L1;
    case Role::Supervisor:
        return "supervisor"_L1;
    case Role::Integration:
        return "integration"_L1;
    }
    return {};
}

} // namespace salesbench
