// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/http/httpcrew.h"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/post.hpp>

#include <algorithm>

namespace asio = boost::asio;

namespace salesbench {

HttpCrew::HttpCrew(std::shared_ptr<const HttpService> service, int threads)
    : m_context(threads)
    , m_work(m_context.get_executor())
    , m_strand(newStrand())
    , m_service(std::move(service))
    , m_threadCount(static_cast<size_t>(threads))
{
}

HttpCrew::~HttpCrew()
{
    finish({});
}

void HttpCrew::start()
{
    while (m_threads.size() < m_threadCount)
        m_threads.emplace_back([this] { m_context.run(); });
}

void HttpCrew::serve(asio::ip::tcp::socket socket)
{
    const auto most = static_cast<size_t>(std::max(1, m_service->limits.connections));
    const bool room = m_sessions.size() < most || makeRoom();
    const auto session = std::make_shared<HttpSession>(std::move(socket), m_service);
    m_sessions.insert(session);
    count(1);
    if (m_stopping)
        session->stop();
    asio::co_spawn(session->executor(), room ? HttpSession::run(session) : HttpSession::turnAway(session),
                   [this, session](const std::exception_ptr &) {
                       asio::post(m_strand, [this, session] { ended(session); });
                   });
}

bool HttpCrew::makeRoom()
{
    auto longest = m_sessions.end();
    auto since = HttpSession::NotIdle;
    for (auto it = m_sessions.begin(); it != m_sessions.end(); ++it) {
        if (const auto idle = (*it)->idleSince(); idle < since) {
            longest = it;
            since = idle;
        }
    }
    if (longest == m_sessions.end())
        return false;
    (*longest)->stop();
    m_sessions.erase(longest); // it has made its room, and makes no other
    return true;
}

int HttpCrew::openConnections()
{
    const std::lock_guard lock(m_mutex);
    return m_open;
}

void HttpCrew::ended(const std::shared_ptr<HttpSession> &session)
{
    m_sessions.erase(session);
    count(-1);
}

void HttpCrew::count(int change)
{
    const std::lock_guard lock(m_mutex);
    m_open += change;
    m_quiet.notify_all();
}

void HttpCrew::stopSessions()
{
    asio::post(m_strand, [this] {
        m_stopping = true;
        for (const auto &session : m_sessions)
            session->stop();
    });
}

void HttpCrew::finish(std::chrono::milliseconds grace)
{
    if (m_threads.empty())
        return;
    {
        std::unique_lock lock(m_mutex);
        m_quiet.wait_for(lock, grace, [this] { return m_open == 0; });
    }
    m_context.stop();
    for (std::thread &thread : m_threads)
        thread.join();
    m_threads.clear();
}

} // namespace salesbench
