// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/server/apierror.h"

#include <QJsonArray>
#include <QJsonObject>

namespace salesbench {

/// More operations than this are refused, and so are copies that would make a document many times larger.
inline constexpr qsizetype MaximumPatchOperations = 1000;
inline constexpr qsizetype MaximumPatchGrowth = 8 * 1024 * 1024;

/// RFC 6902: @p target after all operations of @p patch, or after none. 400: the patch is malformed, or
/// leaves no object; 409: a test failed; 413: it grows beyond all measure; 422: a pointer leads nowhere.
/// Messages begin with the operation: "[2] replace /note/7/text: …".
ApiResult<QJsonObject> applyJsonPatch(const QJsonObject &target, const QJsonArray &patch);

} // namespace salesbench
