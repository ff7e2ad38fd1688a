// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/bareserver.h"

#include <utility> // Asio uses it without saying so

#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http.hpp>

#include <QFile>

#include <array>
#include <cstdio>
#include <thread>

namespace asio = boost::asio;
namespace http = boost::beast::http;
using asio::ip::tcp;

namespace salesbench::bench {

namespace {

using Response = http::response<http::string_body>;

Response responseIn(const std::string &wire)
{
    boost::system::error_code error;
    http::response_parser<http::string_body> parser;
    parser.eager(true);
    parser.put(asio::buffer(wire), error);
    if (error || !parser.is_done())
        qFatal("The answer is not whole: %s", error.message().c_str());
    return parser.release();
}

asio::awaitable<void> answerAll(tcp::socket socket, const Response &response)
{
    boost::system::error_code error;
    socket.set_option(tcp::no_delay(true), error);
    boost::beast::flat_buffer buffer;
    while (!error) {
        http::request<http::string_body> request;
        co_await http::async_read(socket, buffer, request, asio::redirect_error(asio::use_awaitable, error));
        if (error)
            break;
        co_await http::async_write(socket, response, asio::redirect_error(asio::use_awaitable, error));
    }
}

/// Hands the connections out in turn.
asio::awaitable<void> acceptAll(tcp::acceptor &acceptor, std::array<asio::io_context, 2> &contexts,
                                const Response &response)
{
    for (size_t next = 0;; next = (next + 1) % contexts.size()) {
        tcp::socket socket = co_await acceptor.async_accept(contexts[next], asio::use_awaitable);
        asio::co_spawn(contexts[next], answerAll(std::move(socket), response), asio::detached);
    }
}

} // namespace

int runBareServer(const QString &answer)
{
    QFile file(answer);
    if (!file.open(QFile::ReadOnly))
        return 2;
    const Response response = responseIn(file.readAll().toStdString());
    std::array<asio::io_context, 2> contexts{asio::io_context(1), asio::io_context(1)};
    tcp::acceptor acceptor(contexts[0], {asio::ip::address_v4::loopback(), 0});
    asio::co_spawn(contexts[0], acceptAll(acceptor, contexts, response), asio::detached);
    std::printf("listening on http://127.0.0.1:%d\n", acceptor.local_endpoint().port());
    std::fflush(stdout);
    const auto work = asio::make_work_guard(contexts[1]);
    std::thread second([&] { contexts[1].run(); });
    contexts[0].run();
    second.join();
    return 0;
}

} // namespace salesbench::bench
