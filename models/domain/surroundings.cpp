// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/surroundings.h"

#include <QRandomGenerator>
#include <QUuid>
#include <QtEndian>

#include <array>
#include <chrono>

namespace salesbench {

namespace {

/// RFC 9562 §5.7, with its §6.2 method 3: the milliseconds since 1970, then 12 bits of their fraction. What
/// is made one after the other then stands side by side in every index, where ids by chance alone would touch
/// a page each.
QUuid timeOrderedUuid()
{
    using namespace std::chrono;
    const nanoseconds now = system_clock::now().time_since_epoch();
    const milliseconds whole = floor<milliseconds>(now);
    const auto fraction = static_cast<quint64>((now - whole).count()) * 4096 / 1'000'000;
    constexpr quint64 version = 7ULL << 12;
    constexpr quint64 variant = 1ULL << 63;
    const quint64 chance = QRandomGenerator::system()->generate64() >> 2;
    const std::array<quint64, 2> bytes{
        qToBigEndian(static_cast<quint64>(whole.count()) << 16 | version | fraction),
        qToBigEndian(variant | chance)};
    return QUuid::fromRfc4122(QByteArrayView(reinterpret_cast<const char *>(bytes.data()), sizeof bytes));
}

} // namespace

Surroundings Surroundings::real()
{
    return {
        .now = [] { return QDateTime::currentDateTimeUtc(); },
        .newId = [] { return timeOrderedUuid().toString(QUuid::WithoutBraces); },
    };
}

} // namespace salesbench
