// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/server/servermetrics.h"

#include <QByteArrayList>
#include <QFile>

#include <algorithm>

#include <unistd.h>

namespace salesbench {

namespace {

/// A client may send any word as a method; each would become a line that stays.
QByteArray knownMethod(const QByteArray &method)
{
    static const QByteArrayList known{"GET", "HEAD", "POST", "PATCH", "DELETE", "OPTIONS", "PUT"};
    return known.contains(method) ? method : QByteArray("other");
}

QByteArray metric(QByteArrayView name, QByteArrayView type, QByteArrayView help, QByteArrayView values)
{
    return QByteArray("# HELP salesbench_")
        .append(name)
        .append(' ')
        .append(help)
        .append("\n# TYPE salesbench_")
        .append(name)
        .append(' ')
        .append(type)
        .append('\n')
        .append(values);
}

QByteArray metric(QByteArrayView name, QByteArrayView type, QByteArrayView help, qint64 value)
{
    return metric(
        name, type, help,
        QByteArray("salesbench_").append(name).append(' ').append(QByteArray::number(value)).append('\n'));
}

/// Linux's own count; 0 elsewhere.
qint64 residentBytes()
{
    QFile file(QStringLiteral("/proc/self/statm"));
    if (!file.open(QFile::ReadOnly))
        return 0;
    const QByteArrayList pages = file.readAll().split(' ');
    return pages.size() > 1 ? pages.at(1).toLongLong() * ::sysconf(_SC_PAGESIZE) : 0;
}

} // namespace

void ServerMetrics::countRequest(const QByteArray &method, int status, double seconds)
{
    const auto place = std::lower_bound(Bounds.begin(), Bounds.end(), seconds) - Bounds.begin();
    const std::lock_guard lock(m_mutex);
    ++m_requests[{knownMethod(method), status}];
    ++m_durations[static_cast<size_t>(place)];
    m_seconds += seconds;
}

QByteArray ServerMetrics::requestText() const
{
    const std::lock_guard lock(m_mutex);
    QByteArray requests;
    for (const auto &[key, count] : m_requests)
        requests += "salesbench_requests_total{method=\"" + key.first + "\",status=\""
            + QByteArray::number(key.second) + "\"} " + QByteArray::number(count) + '\n';
    QByteArray durations;
    qint64 count = 0;
    for (size_t i = 0; i < m_durations.size(); ++i) {
        count += m_durations[i];
        const QByteArray bound = i < Bounds.size() ? QByteArray::number(Bounds[i]) : QByteArray("+Inf");
        durations +=
            "salesbench_request_seconds_bucket{le=\"" + bound + "\"} " + QByteArray::number(count) + '\n';
    }
    durations += "salesbench_request_seconds_sum " + QByteArray::number(m_seconds, 'f', 6)
        + "\nsalesbench_request_seconds_count " + QByteArray::number(count) + '\n';
    return metric("requests_total", "counter", "Requests that were answered.", requests)
        + metric("request_seconds", "histogram", "From a whole request to its answer.", durations);
}

QByteArray ServerMetrics::text(const Gauges &gauges) const
{
    return requestText() + metric("connections", "gauge", "Connections that are open.", gauges.connections)
        + metric("resident_bytes", "gauge", "Memory in use.", residentBytes())
        + metric("subscriptions", "gauge", "Subscriptions to events.", gauges.subscriptions)
        + metric("events_pending", "gauge", "Events that wait for a subscriber, once for each.",
                 gauges.pending)
        + metric("events_delivered_total", "counter", "Events that a subscriber took.", m_delivered)
        + metric("events_failed_total", "counter", "Attempts at delivery that failed.", m_failed)
        + metric("events_dropped_total", "counter",
                 "Events that were given up because too many waited, since the database was made.",
                 gauges.dropped)
        + metric("log_lines_lost_total", "counter", "Lines of the log that nobody took in time.",
                 gauges.lostLogLines);
}

} // namespace salesbench
