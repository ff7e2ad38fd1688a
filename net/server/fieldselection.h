// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QStringList>

#include <optional>

namespace salesbench {

/// Where @p fields is set, id, href and these attributes alone. Dots lead into parts, and through lists into
/// every element; parts without anything that was asked for are left out.
QByteArray selectFields(const QByteArray &json, const std::optional<QStringList> &fields);

} // namespace salesbench
