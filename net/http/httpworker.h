// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/http/httpsession.h"

#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>

#include <condition_variable>
#include <mutex>
#include <thread>
#include <unordered_set>

namespace salesbench {

/// A thread and the connections that it serves. A connection never changes its thread.
class HttpWorker {
public:
    /// Of its connections, the longest idle one makes room when there are @p most, and a new one; when none
    /// is idle, the new one is turned away.
    HttpWorker(std::shared_ptr<const HttpService> service, size_t most);
    ~HttpWorker();

    boost::asio::io_context::executor_type executor() { return m_context.get_executor(); }
    void start();

    int openConnections();

    /// From any thread.
    void serve(boost::asio::ip::tcp::socket socket);
    void stopSessions();

    /// Waits until the last session has ended, but no longer than @p grace, then ends the thread.
    void finish(std::chrono::milliseconds grace);

private:
    void begin(boost::asio::ip::tcp::socket socket);
    bool makeRoom();
    void ended(const std::shared_ptr<HttpSession> &session);

    boost::asio::io_context m_context{1};
    boost::asio::executor_work_guard<boost::asio::io_context::executor_type> m_work;
    std::shared_ptr<const HttpService> m_service;
    size_t m_most;
    std::thread m_thread;
    std::unordered_set<std::shared_ptr<HttpSession>> m_sessions; ///< of its thread
    bool m_stopping = false; ///< of its thread
    std::mutex m_mutex;
    std::condition_variable m_quiet;
    int m_open = 0; ///< sessions begun and not ended
};

} // namespace salesbench
