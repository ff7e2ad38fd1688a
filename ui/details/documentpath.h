// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QStringView>

namespace salesbench {

/// The value at a dotted path of member names, "validFor.endDateTime"; Undefined where there is none.
QJsonValue valueAt(const QJsonObject &document, QStringView path);

/// The RFC 7396 patch that puts @p value at @p path; an Undefined or null value removes what stands there,
/// and is an empty patch where nothing does.
/// An object in the document is replaced whole, not merged: members that it has and @p value lacks become null.
QJsonObject patchAt(const QJsonObject &document, QStringView path, const QJsonValue &value);

} // namespace salesbench
