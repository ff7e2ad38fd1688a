// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QVarLengthArray>

namespace salesbench {

/// A first-level attribute that becomes another; Undefined or Null where it is absent.
struct AttributeChange {
    QString name;
    QJsonValue from;
    QJsonValue to;
};
using AttributeChanges = QVarLengthArray<AttributeChange, 4>; ///< rarely more: they stay off the heap

/// What turns @p from into @p to. Null means absent, numbers compare by value.
AttributeChanges changesBetween(const QJsonObject &from, const QJsonObject &to);

/// The smallest RFC 7396 patch that makes @p changes.
QJsonObject patchOf(const AttributeChanges &changes);

} // namespace salesbench

Q_DECLARE_TYPEINFO(salesbench::AttributeChange, Q_RELOCATABLE_TYPE);
