// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QUuid>

#include <random>

namespace salesbench::faults {

/// Chance that repeats: the same numbers from the same seed on every machine.
class Dice {
public:
    explicit Dice(quint64 seed)
        : m_engine(seed * 0x9e3779b97f4a7c15U + 0x632be59bd9b4e019U)
    {
    }

    /// 0 ≤ x < @p count.
    int below(int count) { return static_cast<int>(m_engine() % static_cast<quint64>(count)); }
    bool chance(int percent) { return below(100) < percent; }
    double unit() { return static_cast<double>(m_engine() >> 11) / static_cast<double>(1ULL << 53); }
    template<typename List>
    const auto &pick(const List &list)
    {
        return list[below(static_cast<int>(std::size(list)))];
    }

    QString uuid()
    {
        const quint64 high = m_engine();
        const quint64 low = m_engine();
        const auto byte = [low](int i) {
            return static_cast<uchar>(low >> (8 * i));
        };
        const QUuid id(static_cast<uint>(high >> 32), static_cast<ushort>(high >> 16),
                       static_cast<ushort>(high), byte(7), byte(6), byte(5), byte(4), byte(3), byte(2),
                       byte(1), byte(0));
        return id.toString(QUuid::WithoutBraces);
    }

private:
    std::mt19937_64 m_engine;
};

} // namespace salesbench::faults
