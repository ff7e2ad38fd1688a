// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/http/httpconnection.h"
#include "net/http/httplimits.h"
#include "net/http/requestreader.h"
#include "net/http/responsewriter.h"

#include <boost/asio/awaitable.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/beast/core/flat_buffer.hpp>

#include <atomic>
#include <memory>

namespace salesbench {

/// What every connection shares.
struct HttpService {
    HttpHandler handler;
    HttpRefusal refusal;
    HttpLimits limits;
    std::shared_ptr<boost::asio::ssl::context> tls; ///< null = without
};

/// One connection. Everything happens on the strand of its socket, but for what says otherwise.
class HttpSession : public std::enable_shared_from_this<HttpSession> {
public:
    HttpSession(boost::asio::ip::tcp::socket socket, std::shared_ptr<const HttpService> service);

    /// Serves requests one after the other until one side is done; keeps the session alive meanwhile.
    static boost::asio::awaitable<void> run(std::shared_ptr<HttpSession> session);

    /// Answers that there is no room, and closes; from the call on, it is not idle.
    static boost::asio::awaitable<void> turnAway(std::shared_ptr<HttpSession> session);

    boost::asio::any_io_executor executor() { return m_connection.get_executor(); }

    /// From any thread. Closes at once when idle, else behind the answer under way.
    void stop();

    static constexpr auto NotIdle = std::chrono::steady_clock::time_point::max();

    /// From any thread.
    std::chrono::steady_clock::time_point idleSince() const { return m_idleSince; }

private:
    using Error = boost::system::error_code;
    struct Answer;
    struct Refusal {
        int status; ///< 0 = there is nothing to refuse, or nobody to be told
        QByteArray why;
    };

    static boost::asio::awaitable<void> sayThatThereIsNoRoom(std::shared_ptr<HttpSession> session);
    boost::asio::awaitable<bool> begin();
    boost::asio::awaitable<void> sayGoodbye();
    boost::asio::awaitable<bool> requestArrives();
    boost::asio::awaitable<bool> exchange();
    boost::asio::awaitable<Error> readRequest(BeastParser &parser);
    boost::asio::awaitable<HttpResponse> answer(HttpRequest request);
    boost::asio::awaitable<bool> write(HttpResponse response, ResponseForm form);
    Refusal refusalOf(const Error &error, const BeastRequest &request);
    boost::asio::awaitable<void> refuse(Refusal refusal);
    boost::asio::awaitable<void> closeGently();
    void close();
    void stopHere();

    void allow(std::chrono::milliseconds time);
    void watch();
    void onTimer();

    HttpConnection m_connection;
    std::shared_ptr<const HttpService> m_service;
    boost::beast::flat_buffer m_buffer;
    boost::asio::steady_timer m_timer;
    std::chrono::steady_clock::time_point m_deadline;
    std::atomic<std::chrono::steady_clock::time_point> m_idleSince;
    bool m_watching = false;
    bool m_timedOut = false;
    bool m_stopping = false;
};

} // namespace salesbench
