// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/writertables.h"

namespace salesbench {

/// Has all that names @p gone, which is about to be removed, name it by its server id. Its id here would be
/// sent as it is from then on, and mean nothing to the server.
Result<void> endLinks(WriterTables &tables, const Record &gone);

} // namespace salesbench
