// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>

#include <chrono>
#include <mutex>

namespace salesbench {

/// So many requests a second for each user, of which a second's worth may come at once.
class RateLimit {
public:
    using Time = std::chrono::steady_clock::time_point;

    /// 0 = without limit.
    explicit RateLimit(int perSecond)
        : m_perSecond(perSecond)
    {
    }

    /// 0 where @p user may ask @p now, else the seconds after which they may.
    int secondsToWait(const QString &user, Time now);

private:
    struct Bucket {
        double left;
        Time filled;
    };

    int m_perSecond;
    std::mutex m_mutex;
    QHash<QString, Bucket> m_buckets; ///< as many as there are users
};

} // namespace salesbench
