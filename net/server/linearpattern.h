// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <tl/expected.hpp>

#include <memory>

namespace re2 {
class RE2;
}

namespace salesbench {

/// A regular expression of RE2's syntax. It searches in time that grows with the text and never explodes, and
/// its memory is bounded: a stranger may send one.
class LinearPattern {
public:
    static constexpr qsizetype MaximumLength = 500;

    /// Or what is wrong with @p text.
    static tl::expected<LinearPattern, QString> compile(const QString &text);

    /// Anywhere in @p text.
    bool isFoundIn(const QString &text) const;

    bool operator==(const LinearPattern &) const = default;

private:
    std::shared_ptr<const re2::RE2> m_pattern;
};

} // namespace salesbench
