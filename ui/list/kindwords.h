// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/resource.h"

#include <QString>

namespace salesbench {

/// What a list page says of its kind of document.
struct KindWords {
    QString title; ///< "Leads"
    QString icon; ///< of ui/widgets/icons.h
    QString menu; ///< "&Lead"
    QString create; ///< "New lead"
    QString nothingYet; ///< "No leads yet"
    QString firstAdvice; ///< what to do about that
    QString nothingFound; ///< "No lead matches"
    QString mine; ///< "My leads"
};

KindWords kindWords(ResourceKind kind);

/// "1 lead", "38 leads".
QString countedText(ResourceKind kind, qint64 count);
/// "38 of 412"; a list that shows all has one number.
QString shareText(qint64 shown, qint64 total);
/// "38 of 412 leads".
QString countedShareText(ResourceKind kind, qint64 shown, qint64 total);

} // namespace salesbench
