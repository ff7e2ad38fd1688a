// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <chrono>

namespace salesbench {

/// What one subscriber to events may ask of the server.
struct EventLimits {
    qint64 backlog = 10'000; ///< events that wait for one subscription; above, the oldest go
    int subscriptions = 100; ///< of one user; above: 409
    std::chrono::milliseconds answer{10'000}; ///< for a subscriber to take one event
    std::chrono::milliseconds firstRetry{250}; ///< after a failure; doubles with each further one
    std::chrono::milliseconds longestRetry{30'000};
};

} // namespace salesbench
