// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonValue>
#include <QStringList>

#include <optional>

namespace salesbench {

/// The steps of an RFC 6901 pointer; none for "", the whole document. Nothing where @p text is no pointer.
std::optional<QStringList> pointerOf(const QJsonValue &text);

std::optional<QJsonValue> valueAt(const QJsonValue &document, const QStringList &path);

enum class PointerWrite {
    Add, ///< a member, in place of what has its name; an element before the one there, "-" behind the last
    Replace, ///< what is there
    Remove
};

/// @p document with @p value at @p path; nothing where the path leads nowhere.
std::optional<QJsonValue> withValueAt(const QJsonValue &document, const QStringList &path, PointerWrite how,
                                      const QJsonValue &value);

} // namespace salesbench
