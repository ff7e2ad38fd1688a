// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workbench/commandline.h"

namespace salesbench {

/// Who works with the profile in @p folder: @p chosen where someone was, else who worked with it last, else
/// the demo's person in the wanted role, else whoever is signed in at this computer, as a representative.
Person personAt(const QString &folder, const Options &options, const std::optional<Person> &chosen);

/// For the next time. The profile's folder must be there; where it cannot be written, nothing is kept.
void rememberPerson(const QString &folder, const Person &person);

} // namespace salesbench
