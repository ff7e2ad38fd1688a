// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/surroundings.h"
#include "ui/details/fieldform.h"

#include <QUrl>

namespace salesbench {

/// How one part of a list looks in a row.
struct PartLine {
    QString text;
    QString detail;   ///< muted, below; may be empty
    QString icon;     ///< of ui/widgets/icons.h; empty where there is an avatar
    QString personId; ///< whose avatar stands in front
    QUrl link;        ///< what a click on the contact does: mailto:, tel:
};

/// How the parts of a list attribute are shown and edited. A new list is one of these in partkind.cpp.
struct PartKind {
    QLatin1StringView attribute; ///< "relatedParty"
    QString title;               ///< of the section: "Contacts"
    QString one;                 ///< in changes and dialogs: "contact"
    QVector<FormField> fields;
    PartLine (*line)(const QJsonObject &part) = nullptr;
    /// What the form leaves out and the standards require. Called with every part that was edited.
    QJsonObject (*finished)(const QJsonObject &part, const Surroundings &surroundings) = nullptr;
};

/// The lists of a document of @p kind, in the order of the details pane. Notes and links are not among them.
QVector<PartKind> partKinds(ResourceKind kind);

} // namespace salesbench
