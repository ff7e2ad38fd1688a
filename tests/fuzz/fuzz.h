// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <utility>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);

namespace salesbench::fuzz {

inline QByteArray bytes(const std::uint8_t *data, std::size_t size)
{
    return QByteArray(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
}

/// A document in the first line, and what is to be done with it behind.
inline std::pair<QByteArray, QByteArray> split(const QByteArray &input)
{
    const qsizetype end = input.indexOf('\n');
    return end < 0 ? std::pair(input, QByteArray()) : std::pair(input.left(end), input.mid(end + 1));
}

/// What must hold for every input.
inline void require(bool holds)
{
    if (!holds)
        std::abort();
}

} // namespace salesbench::fuzz
