// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/references.h"
#include "models/store/writertables.h"

namespace salesbench {

// What names one of two twins by its server id is to name the other one. Documents that belong together name
// each other, so it is found without a search.

/// Of the documents that @p first and @p second name, those that name @p twin.
Result<QVector<Record>> naming(WriterTables &tables, const Reference &twin, const Record &first,
                               const Record &second);

/// Has @p document name the one with the server id @p other in the place of @p twin, as part of @p step.
Result<void> nameOther(WriterTables &tables, const Record &document, const Reference &twin,
                       const QString &other, qint64 step, const QString &title);

} // namespace salesbench
