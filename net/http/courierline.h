// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/http/httpcourier.h"

#include <boost/asio/awaitable.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http/message.hpp>
#include <boost/beast/http/string_body.hpp>
#include <boost/beast/ssl/ssl_stream.hpp>

#include <optional>

namespace salesbench {

class HttpCourier::Line {
public:
    Line(const QUrl &url, const Limits &limits, const boost::asio::any_io_executor &executor,
         boost::asio::ssl::context &tls);

    /// Where the connection was kept and the peer has closed it meanwhile, asks again over a new one.
    boost::asio::awaitable<PostOutcome> post(QVector<HttpHeader> headers, QByteArray body);

private:
    using Error = boost::system::error_code;
    using TcpStream = boost::beast::tcp_stream;
    using TlsStream = boost::beast::ssl_stream<TcpStream>;
    using Request = boost::beast::http::request<boost::beast::http::string_body>;
    struct Attempt {
        int status = 0;
        Error error;
    };

    Request requestOf(const QVector<HttpHeader> &headers, const QByteArray &body) const;
    boost::asio::awaitable<Attempt> attempt(const Request &request);
    boost::asio::awaitable<Error> connect();
    boost::asio::awaitable<Error> shakeHands();
    template<typename Stream>
    boost::asio::awaitable<Attempt> exchange(Stream &stream, const Request &request);
    TcpStream &socket();
    void hangUp();

    Limits m_limits;
    boost::asio::any_io_executor m_executor;
    boost::asio::ssl::context &m_tls;
    bool m_secure;
    std::string m_host; ///< as it is looked up, without brackets
    std::string m_port;
    std::string m_authority; ///< as it stands in Host
    std::string m_target;
    std::optional<TcpStream> m_plainStream;
    std::optional<TlsStream> m_tlsStream;
    boost::beast::flat_buffer m_buffer;
};

} // namespace salesbench
