// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <iterator>
#include <mutex>
#include <utility>
#include <vector>

namespace salesbench {

/// What other threads leave for one that waits for it.
template<typename T>
class Inbox {
public:
    void add(T item)
    {
        const std::lock_guard lock(m_mutex);
        m_items.push_back(std::move(item));
        m_arrived.notify_one();
    }
    void add(std::vector<T> items)
    {
        const std::lock_guard lock(m_mutex);
        std::move(items.begin(), items.end(), std::back_inserter(m_items));
        m_arrived.notify_one();
    }

    /// Nothing is added any more.
    void end()
    {
        const std::lock_guard lock(m_mutex);
        m_ended = true;
        m_arrived.notify_one();
    }

    /// Waits for something; empty at the end only.
    std::vector<T> takeAll()
    {
        std::unique_lock lock(m_mutex);
        m_arrived.wait(lock, [this] { return m_ended || !m_items.empty(); });
        return std::exchange(m_items, {});
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_arrived;
    std::vector<T> m_items;
    bool m_ended = false;
};

} // namespace salesbench
