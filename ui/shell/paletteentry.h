// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/listquery.h"
#include "models/domain/session.h"

#include <QPointer>

class QAction;

namespace salesbench {

/// A line of the palette.
struct PaletteEntry {
    enum class Type { Heading, Record, Command, Person };

    Type type = Type::Heading;
    QString title;
    QString detail; ///< muted, behind the title
    QString icon;
    SearchHit hit; ///< Record
    QPointer<QAction> action; ///< Command
    Person person; ///< Person
};

} // namespace salesbench
