// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/http/httpworker.h"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/post.hpp>

namespace asio = boost::asio;

namespace salesbench {

HttpWorker::HttpWorker(std::shared_ptr<const HttpService> service, size_t most)
    : m_work(m_context.get_executor())
    , m_service(std::move(service))
    , m_most(most)
{
}

HttpWorker::~HttpWorker()
{
    finish({});
}

void HttpWorker::start()
{
    m_thread = std::thread([this] { m_context.run(); });
}

void HttpWorker::serve(asio::ip::tcp::socket socket)
{
    {
        const std::lock_guard lock(m_mutex);
        ++m_open;
    }
    asio::post(m_context, [this, socket = std::move(socket)]() mutable { begin(std::move(socket)); });
}

void HttpWorker::begin(asio::ip::tcp::socket socket)
{
    const bool room = m_sessions.size() < m_most || makeRoom();
    const auto session = std::make_shared<HttpSession>(std::move(socket), m_service);
    m_sessions.insert(session);
    if (m_stopping)
        session->stop();
    asio::co_spawn(m_context, room ? HttpSession::run(session) : HttpSession::turnAway(session),
                   [this, session](const std::exception_ptr &) { ended(session); });
}

bool HttpWorker::makeRoom()
{
    std::shared_ptr<HttpSession> longest;
    for (const auto &session : m_sessions) {
        if (session->isIdle() && (!longest || session->idleSince() < longest->idleSince()))
            longest = session;
    }
    if (longest)
        longest->stop();
    return longest != nullptr;
}

int HttpWorker::openConnections()
{
    const std::lock_guard lock(m_mutex);
    return m_open;
}

void HttpWorker::ended(const std::shared_ptr<HttpSession> &session)
{
    m_sessions.erase(session);
    const std::lock_guard lock(m_mutex);
    --m_open;
    m_quiet.notify_all();
}

void HttpWorker::stopSessions()
{
    asio::post(m_context, [this] {
        m_stopping = true;
        for (const auto &session : m_sessions)
            session->stop();
    });
}

void HttpWorker::finish(std::chrono::milliseconds grace)
{
    if (!m_thread.joinable())
        return;
    {
        std::unique_lock lock(m_mutex);
        m_quiet.wait_for(lock, grace, [this] { return m_open == 0; });
    }
    m_context.stop();
    m_thread.join();
}

} // namespace salesbench
