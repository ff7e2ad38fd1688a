// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/server/ratelimit.h"

#include <algorithm>
#include <cmath>

namespace salesbench {

int RateLimit::secondsToWait(const QString &user, Time now)
{
    if (m_perSecond <= 0)
        return 0;
    const std::lock_guard lock(m_mutex);
    const auto found = m_buckets.find(user);
    Bucket &bucket =
        found == m_buckets.end() ? *m_buckets.insert(user, {double(m_perSecond), now}) : found.value();
    const std::chrono::duration<double> passed = now - bucket.filled;
    bucket.left = std::min<double>(m_perSecond, bucket.left + passed.count() * m_perSecond);
    bucket.filled = now;
    if (bucket.left < 1)
        return static_cast<int>(std::ceil((1 - bucket.left) / m_perSecond));
    bucket.left -= 1;
    return 0;
}

} // namespace salesbench
