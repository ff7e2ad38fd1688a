// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/listquery.h"
#include "models/domain/session.h"

namespace salesbench {

/// A ready-made look at a list, chosen by a tab: "Unassigned".
struct ListView {
    QString name; ///< stable, for kept settings
    QString title;
    ListFilter filter;
};

/// The last one holds everything.
QVector<ListView> listViews(ResourceKind kind, const Person &user);

/// What holds for both. Where both choose among the values of one field, @p chips does.
ListFilter narrowed(const ListView &view, const ListFilter &chips);
/// Whether @p chips choose among the values of a field that @p view is about.
bool contradicts(const ListView &view, const ListFilter &chips);
/// @p chips without what is said of the fields that @p view is about.
ListFilter withoutFieldsOf(const ListView &view, ListFilter chips);

} // namespace salesbench
