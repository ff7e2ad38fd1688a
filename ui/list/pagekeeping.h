// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/listquery.h"
#include "ui/list/columnplan.h"

class QSettings;

namespace salesbench {

/// What a person arranged on a list page, beside its filter.
struct KeptPage {
    ColumnPlan columns;
    QVector<SortKey> sort;
    QString view; ///< its stable name
    int paneWidth = 0;
    bool isPaneShown = true;
};

void keepPage(const KeptPage &page, QSettings &settings);
/// What cannot be read is as on a new page.
KeptPage keptPage(ResourceKind kind, const QSettings &settings);

/// How a new page is sorted: the youngest first.
QVector<SortKey> standardSort();

/// How many conditions a person has set.
int conditionCount(const ListFilter &filter);
/// The attribute that the pane edits for a column, as a dotted path; empty for those that have none.
QStringView attributeOf(ResourceKind kind, Column column);

} // namespace salesbench
