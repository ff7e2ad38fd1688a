// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <utility> // Asio uses it without saying so

#include <boost/asio/awaitable.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/ssl/stream.hpp>

#include <optional>

namespace salesbench {

/// A connection with or without TLS under one face: Asio's asynchronous stream.
class HttpConnection {
public:
    using Socket = boost::asio::ip::tcp::socket;
    using executor_type = Socket::executor_type;

    /// Without TLS where @p tls is null.
    HttpConnection(Socket socket, boost::asio::ssl::context *tls)
    {
        if (tls)
            m_secure.emplace(std::move(socket), *tls);
        else
            m_plain.emplace(std::move(socket));
    }

    bool isSecure() const { return m_secure.has_value(); }
    Socket &socket() { return m_secure ? m_secure->next_layer() : *m_plain; }
    executor_type get_executor() { return socket().get_executor(); }

    /// For secure ones, before anything else.
    boost::asio::awaitable<boost::system::error_code> shakeHands();
    /// For secure ones, after everything else: without it an end looks like a cut.
    boost::asio::awaitable<boost::system::error_code> sayGoodbye();

    template<typename Buffers, typename Token>
    auto async_read_some(const Buffers &buffers, Token &&token)
    {
        if (m_secure)
            return m_secure->async_read_some(buffers, std::forward<Token>(token));
        return m_plain->async_read_some(buffers, std::forward<Token>(token));
    }

    template<typename Buffers, typename Token>
    auto async_write_some(const Buffers &buffers, Token &&token)
    {
        if (m_secure)
            return m_secure->async_write_some(buffers, std::forward<Token>(token));
        return m_plain->async_write_some(buffers, std::forward<Token>(token));
    }

private:
    std::optional<Socket> m_plain;
    std::optional<boost::asio::ssl::stream<Socket>> m_secure;
};

} // namespace salesbench
