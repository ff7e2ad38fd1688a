// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/resource.h"
#include "models/domain/summary.h"

#include <QStringList>

#include <optional>
#include <span>

namespace salesbench {

enum class EditorKind {
    Text,
    Multiline,
    Choice,   ///< one of the choices, or what the document says
    Money,    ///< "184,000 EUR"
    Date,     ///< "31 Dec 2026"
    Ref,      ///< a reference, shown and chosen by its name
    Bool,
    ReadOnly, ///< what only the server or a move of state sets
};

enum class AttributeSection { KeyFacts, References, All };

/// How one attribute of a resource is shown and edited. A new attribute is a row in attributefield.cpp.
struct AttributeField {
    const char *path;  ///< dotted member names
    const char *label; ///< untranslated; see fieldLabel()
    EditorKind editor;
    AttributeSection section;
    std::optional<Field> suggestions = {}; ///< the column whose values are offered while typing
    const char *choices = "";              ///< the document's values, by commas
};

std::span<const AttributeField> attributeFields(ResourceKind kind);

QString fieldLabel(const AttributeField &field);
QStringList fieldChoices(const AttributeField &field);

} // namespace salesbench
