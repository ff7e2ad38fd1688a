// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <array>
#include <atomic>
#include <map>
#include <mutex>

namespace salesbench {

/// What is counted since the start.
class ServerMetrics {
public:
    void countRequest(const QByteArray &method, int status, double seconds);
    void countDelivery(bool delivered) { ++(delivered ? m_delivered : m_failed); }

    /// What others know better, when it is asked for.
    struct Gauges {
        qint64 connections = 0;
        qint64 subscriptions = 0;
        qint64 pending = 0;
        qint64 dropped = 0;
        qint64 lostLogLines = 0;
    };

    /// In Prometheus' text format 0.0.4.
    QByteArray text(const Gauges &gauges) const;

private:
    /// Upper bounds in seconds; above the last one is one more place.
    static constexpr std::array Bounds{0.001, 0.005, 0.025, 0.1, 0.5, 2.5, 10.0};

    QByteArray requestText() const;

    mutable std::mutex m_mutex;
    std::map<std::pair<QByteArray, int>, qint64> m_requests; ///< by method and status
    std::array<qint64, Bounds.size() + 1> m_durations{};
    double m_seconds = 0;
    std::atomic<qint64> m_delivered = 0;
    std::atomic<qint64> m_failed = 0;
};

} // namespace salesbench
