// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>

namespace salesbench {

/// What one client may ask of the transport.
struct HttpLimits {
    std::uint32_t headerBytes = 16 * 1024; ///< above: 431
    std::uint64_t bodyBytes = 1024 * 1024; ///< above: 413
    std::chrono::milliseconds request{30'000}; ///< to send a whole request, or to take an answer; above: 408
    std::chrono::milliseconds idle{60'000}; ///< between two requests; above: closed
    std::chrono::milliseconds grace{10'000}; ///< at the end, for what is in flight
    int connections = 2000; ///< above: the longest idle one makes room, else 503
};

} // namespace salesbench
