// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/http/httpsession.h"

#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/strand.hpp>

#include <condition_variable>
#include <mutex>
#include <thread>
#include <unordered_set>
#include <vector>

namespace salesbench {

/// Threads, and the connections that they serve together: whichever is free takes the next event, so that no
/// connection waits for the one thread that is busy while another rests. Each connection stands on a strand
/// of its own, and so does the crew's list of them.
class HttpCrew {
public:
    using Strand = boost::asio::strand<boost::asio::io_context::executor_type>;

    HttpCrew(std::shared_ptr<const HttpService> service, int threads);
    ~HttpCrew();

    /// The crew's own, on which serve() is called.
    const Strand &strand() const { return m_strand; }
    /// For the socket of a new connection.
    Strand newStrand() { return boost::asio::make_strand(m_context); }

    /// Nothing happens on any strand before.
    void start();

    /// When there are as many connections as are allowed, the longest idle one makes room for the new one;
    /// when none is idle, the new one is turned away.
    void serve(boost::asio::ip::tcp::socket socket);

    /// From any thread.
    int openConnections();
    void stopSessions();

    /// Waits until the last session has ended, but no longer than @p grace, then ends the threads.
    void finish(std::chrono::milliseconds grace);

private:
    bool makeRoom();
    void ended(const std::shared_ptr<HttpSession> &session);
    void count(int change);

    boost::asio::io_context m_context;
    boost::asio::executor_work_guard<boost::asio::io_context::executor_type> m_work;
    Strand m_strand;
    std::shared_ptr<const HttpService> m_service;
    size_t m_threadCount;
    std::vector<std::thread> m_threads;
    std::unordered_set<std::shared_ptr<HttpSession>> m_sessions; ///< of the strand
    bool m_stopping = false; ///< of the strand
    std::mutex m_mutex;
    std::condition_variable m_quiet;
    int m_open = 0; ///< sessions begun and not ended
};

} // namespace salesbench
