// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <iterator>

namespace salesbench::demo {

/// Splitmix64: cheap to seed, so that every document has its own stream and can be made without those before
/// it. The same on every machine, which the standard library's distributions are not.
class Random {
public:
    Random(quint64 seed, quint64 stream, quint64 index)
        : m_state(mix(seed ^ mix(stream * 0xd1b54a32d192ed03ULL + index)))
    {
    }

    quint64 next() { return mix(m_state += 0x9e3779b97f4a7c15ULL); }

    /// 0 <= result < @p bound; @p bound > 0.
    int below(int bound) { return static_cast<int>(next() % static_cast<quint64>(bound)); }
    int between(int low, int high) { return low + below(high - low + 1); }
    bool percent(int chance) { return below(100) < chance; }
    /// 0 <= result < 1
    double fraction() { return static_cast<double>(next() >> 11) * 0x1.0p-53; }

    template<typename Container>
    const auto &pick(const Container &container)
    {
        return container[static_cast<size_t>(below(static_cast<int>(std::size(container))))];
    }

private:
    static constexpr quint64 mix(quint64 z)
    {
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
        return z ^ (z >> 31);
    }

    quint64 m_state;
};

} // namespace salesbench::demo
