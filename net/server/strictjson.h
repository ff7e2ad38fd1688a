// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/server/apierror.h"

#include <QJsonArray>
#include <QJsonObject>

namespace salesbench {

/// How deep the values of a body may nest.
inline constexpr int MaximumJsonDepth = 64;

/// A body that must be one JSON object. Beyond what QJsonDocument refuses, 400 for a byte order mark, bytes
/// that are not UTF-8, lone surrogates, \u0000, bare control characters, numbers beyond a double, and values
/// nested too deeply. Of a name that is repeated, the last value counts.
ApiResult<QJsonObject> parseObject(const QByteArray &body);

/// The same for a body that must be one JSON list.
ApiResult<QJsonArray> parseArray(const QByteArray &body);

} // namespace salesbench
