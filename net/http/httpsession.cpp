// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/http/httpsession.h"

#include <boost/asio/dispatch.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/string.hpp>
#include <boost/beast/http/read.hpp>

#include <array>
#include <optional>

namespace asio = boost::asio;
namespace http = boost::beast::http;
using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

namespace salesbench {

namespace {

/// Where a handler takes its time, no limit of ours applies.
constexpr auto WhileHandled = 24h;

/// For the rest of a refused request to arrive, so that its sender reads the answer before the connection
/// ends.
constexpr auto Lingering = 2s;

constexpr std::string_view Continue = "HTTP/1.1 100 Continue\r\n\r\n";

} // namespace

/// An answer on its way from any thread to the session's.
struct HttpSession::Answer {
    explicit Answer(const asio::any_io_executor &executor)
        : arrived(executor, Clock::time_point::max())
    {
    }
    std::optional<HttpResponse> response;
    asio::steady_timer arrived;
};

HttpSession::HttpSession(asio::ip::tcp::socket socket, std::shared_ptr<const HttpService> service)
    : m_connection(std::move(socket), service->tls.get())
    , m_service(std::move(service))
    , m_timer(m_connection.get_executor())
    , m_idleSince(Clock::now())
{
    Error ignored;
    m_connection.socket().set_option(asio::ip::tcp::no_delay(true), ignored);
}

// Here each co_await stands in a statement of its own, over named values: GCC 12 destroys temporaries at the
// wrong time where it is part of a condition or has them as arguments.

asio::awaitable<void> HttpSession::run(std::shared_ptr<HttpSession> session)
{
    bool open = co_await session->begin();
    while (open) {
        open = co_await session->requestArrives();
        if (open)
            open = co_await session->exchange();
    }
    co_await session->sayGoodbye();
    session->close();
}

asio::awaitable<void> HttpSession::turnAway(std::shared_ptr<HttpSession> session)
{
    session->m_idleSince = NotIdle;
    return sayThatThereIsNoRoom(std::move(session));
}

asio::awaitable<void> HttpSession::sayThatThereIsNoRoom(std::shared_ptr<HttpSession> session)
{
    const bool begun = co_await session->begin();
    const Refusal refusal{503, "Too many connections are open. Please try again."};
    if (begun)
        co_await session->refuse(refusal);
    session->close();
}

asio::awaitable<bool> HttpSession::begin()
{
    if (m_stopping)
        co_return false;
    if (!m_connection.isSecure())
        co_return true;
    allow(m_service->limits.request);
    const Error error = co_await m_connection.shakeHands();
    co_return !error;
}

asio::awaitable<void> HttpSession::sayGoodbye()
{
    if (!m_connection.isSecure())
        co_return;
    allow(Lingering);
    co_await m_connection.sayGoodbye();
}

void HttpSession::close()
{
    m_timer.cancel();
    Error ignored;
    m_connection.socket().close(ignored);
}

void HttpSession::stop()
{
    asio::post(executor(), [session = shared_from_this()] { session->stopHere(); });
}

void HttpSession::stopHere()
{
    m_stopping = true;
    Error ignored;
    if (idleSince() != NotIdle)
        m_connection.socket().cancel(ignored);
}

asio::awaitable<bool> HttpSession::requestArrives()
{
    if (m_buffer.size() > 0) // the next one of a pipeline
        co_return true;
    if (m_stopping)
        co_return false;
    m_idleSince = Clock::now();
    allow(m_service->limits.idle);
    Error error;
    const size_t count = co_await m_connection.async_read_some(
        m_buffer.prepare(4096), asio::redirect_error(asio::use_awaitable, error));
    m_buffer.commit(count);
    m_idleSince = NotIdle;
    co_return !error;
}

asio::awaitable<bool> HttpSession::exchange()
{
    allow(m_service->limits.request);
    BeastParser parser;
    parser.header_limit(m_service->limits.headerBytes);
    parser.body_limit(m_service->limits.bodyBytes);
    const Error error = co_await readRequest(parser);
    const Refusal refusal = refusalOf(error, parser.get());
    if (refusal.status != 0)
        co_await refuse(refusal);
    if (error || refusal.status != 0)
        co_return false;
    const bool wantsMore = parser.get().keep_alive();
    ResponseForm form{.keepAlive = false,
                      .withoutBody = parser.get().method() == http::verb::head,
                      .http10 = parser.get().version() < 11};
    HttpRequest request = toHttpRequest(parser.release());
    request.scheme = m_connection.isSecure() ? "https" : "http";
    HttpResponse response = co_await answer(std::move(request));
    form.keepAlive = wantsMore && !m_stopping;
    const bool written = co_await write(std::move(response), form);
    co_return written &&form.keepAlive;
}

asio::awaitable<HttpSession::Error> HttpSession::readRequest(BeastParser &parser)
{
    Error error;
    co_await http::async_read_header(m_connection, m_buffer, parser,
                                     asio::redirect_error(asio::use_awaitable, error));
    if (error)
        co_return error;
    if (boost::beast::iequals(parser.get()[http::field::expect], "100-continue") && !parser.is_done())
        co_await asio::async_write(m_connection, asio::buffer(Continue),
                                   asio::redirect_error(asio::use_awaitable, error));
    if (!error && !parser.is_done())
        co_await http::async_read(m_connection, m_buffer, parser,
                                  asio::redirect_error(asio::use_awaitable, error));
    co_return error;
}

asio::awaitable<HttpResponse> HttpSession::answer(HttpRequest request)
{
    allow(WhileHandled);
    const auto answer = std::make_shared<Answer>(m_connection.get_executor());
    m_service->handler(std::move(request), [answer](HttpResponse response) {
        asio::dispatch(answer->arrived.get_executor(), [answer, response = std::move(response)]() mutable {
            answer->response = std::move(response);
            answer->arrived.cancel();
        });
    });
    Error ignored;
    if (!answer->response)
        co_await answer->arrived.async_wait(asio::redirect_error(asio::use_awaitable, ignored));
    co_return std::move(*answer->response);
}

asio::awaitable<bool> HttpSession::write(HttpResponse response, ResponseForm form)
{
    allow(m_service->limits.request);
    const QByteArray head = responseHead(response, form);
    const bool bare = form.withoutBody || response.status == 204 || response.status == 304;
    const std::array<asio::const_buffer, 2> parts{
        asio::buffer(head.constData(), static_cast<size_t>(head.size())),
        asio::buffer(response.body.constData(), bare ? 0 : static_cast<size_t>(response.body.size()))};
    Error error;
    co_await asio::async_write(m_connection, parts, asio::redirect_error(asio::use_awaitable, error));
    co_return !error;
}

HttpSession::Refusal HttpSession::refusalOf(const Error &error, const BeastRequest &request)
{
    if (std::exchange(m_timedOut, false))
        return {408, "The request did not arrive in time."};
    if (error)
        return {refusalStatus(error), QByteArray::fromStdString(error.message())};
    const QByteArray objection = objectionTo(request);
    return {objection.isEmpty() ? 0 : 400, objection};
}

asio::awaitable<void> HttpSession::refuse(Refusal refusal)
{
    HttpResponse response = m_service->refusal(refusal.status, refusal.why);
    const ResponseForm form{.keepAlive = false, .withoutBody = false, .http10 = false};
    const bool written = co_await write(std::move(response), form);
    if (written)
        co_await closeGently();
}

asio::awaitable<void> HttpSession::closeGently()
{
    if (m_connection.isSecure())
        co_await sayGoodbye();
    Error error;
    m_connection.socket().shutdown(asio::ip::tcp::socket::shutdown_send, error);
    allow(Lingering);
    std::array<char, 4096> rest;
    while (!error && !m_timedOut)
        co_await m_connection.async_read_some(asio::buffer(rest),
                                              asio::redirect_error(asio::use_awaitable, error));
}

void HttpSession::allow(std::chrono::milliseconds time)
{
    m_deadline = Clock::now() + time;
    if (!m_watching || m_deadline < m_timer.expiry())
        watch();
}

/// Armed again only when the deadline comes nearer: most requests then touch no timer.
void HttpSession::watch()
{
    m_watching = true;
    m_timer.expires_at(m_deadline);
    m_timer.async_wait([weak = weak_from_this()](const Error &error) {
        if (const auto session = weak.lock(); session && !error)
            session->onTimer();
    });
}

void HttpSession::onTimer()
{
    if (Clock::now() < m_deadline) {
        watch();
        return;
    }
    m_watching = false;
    m_timedOut = true;
    Error ignored;
    m_connection.socket().cancel(ignored);
}

} // namespace salesbench
