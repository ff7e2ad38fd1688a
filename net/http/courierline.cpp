// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/http/courierline.h"

#include <boost/asio/redirect_error.hpp>
#include <boost/asio/ssl/host_name_verification.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/write.hpp>

namespace asio = boost::asio;
namespace http = boost::beast::http;
using asio::ip::tcp;

namespace salesbench {

namespace {

std::string authorityOf(const QUrl &url)
{
    return url.authority(QUrl::FullyEncoded).toStdString();
}

std::string targetOf(const QUrl &url)
{
    const QString path = url.path(QUrl::FullyEncoded);
    const QString query = url.hasQuery() ? QString(u'?' + url.query(QUrl::FullyEncoded)) : QString();
    return (path.isEmpty() ? QString(u'/' + query) : QString(path + query)).toStdString();
}

} // namespace

HttpCourier::Line::Line(const QUrl &url, const Limits &limits, const asio::any_io_executor &executor,
                        asio::ssl::context &tls)
    : m_limits(limits)
    , m_executor(executor)
    , m_tls(tls)
    , m_secure(url.scheme() == QLatin1StringView("https"))
    , m_host(url.host(QUrl::FullyEncoded).toStdString())
    , m_port(std::to_string(url.port(m_secure ? 443 : 80)))
    , m_authority(authorityOf(url))
    , m_target(targetOf(url))
{
}

// Here too, each co_await stands in a statement of its own, over named values.

asio::awaitable<PostOutcome> HttpCourier::Line::post(QVector<HttpHeader> headers, QByteArray body)
{
    const Request request = requestOf(headers, body);
    const bool kept = m_plainStream || m_tlsStream;
    Attempt answer = co_await attempt(request);
    if (answer.status == 0 && kept && answer.error != boost::beast::error::timeout) {
        hangUp();
        answer = co_await attempt(request);
    }
    if (answer.status == 0)
        hangUp();
    const QString why = answer.status == 0 ? QString::fromStdString(answer.error.message()) : QString();
    co_return PostOutcome{answer.status, why};
}

HttpCourier::Line::Request HttpCourier::Line::requestOf(const QVector<HttpHeader> &headers,
                                                        const QByteArray &body) const
{
    Request request(http::verb::post, m_target, 11);
    request.set(http::field::host, m_authority);
    for (const HttpHeader &header : headers)
        request.set(header.name.toStdString(), header.value.toStdString());
    request.body() = body.toStdString();
    request.prepare_payload();
    return request;
}

asio::awaitable<HttpCourier::Line::Attempt> HttpCourier::Line::attempt(const Request &request)
{
    if (!m_plainStream && !m_tlsStream) {
        const Error error = co_await connect();
        if (error)
            co_return Attempt{0, error};
    }
    socket().expires_after(m_limits.exchange);
    Attempt result;
    if (m_secure)
        result = co_await exchange(*m_tlsStream, request);
    else
        result = co_await exchange(*m_plainStream, request);
    co_return result;
}

asio::awaitable<HttpCourier::Line::Error> HttpCourier::Line::connect()
{
    m_buffer.clear();
    if (m_secure)
        m_tlsStream.emplace(m_executor, m_tls);
    else
        m_plainStream.emplace(m_executor);
    tcp::resolver resolver(m_executor);
    Error error;
    const tcp::resolver::results_type places =
        co_await resolver.async_resolve(m_host, m_port, asio::redirect_error(asio::use_awaitable, error));
    if (error)
        co_return error;
    socket().expires_after(m_limits.exchange);
    co_await socket().async_connect(places, asio::redirect_error(asio::use_awaitable, error));
    if (!error && m_secure)
        error = co_await shakeHands();
    co_return error;
}

asio::awaitable<HttpCourier::Line::Error> HttpCourier::Line::shakeHands()
{
    Error error;
    asio::ip::make_address(m_host, error);
    if (error) // a name, not an address
        SSL_set_tlsext_host_name(m_tlsStream->native_handle(), m_host.c_str());
    m_tlsStream->set_verify_mode(asio::ssl::verify_peer, error);
    m_tlsStream->set_verify_callback(asio::ssl::host_name_verification(m_host), error);
    co_await m_tlsStream->async_handshake(asio::ssl::stream_base::client,
                                          asio::redirect_error(asio::use_awaitable, error));
    co_return error;
}

template<typename Stream>
asio::awaitable<HttpCourier::Line::Attempt> HttpCourier::Line::exchange(Stream &stream,
                                                                        const Request &request)
{
    Error error;
    co_await http::async_write(stream, request, asio::redirect_error(asio::use_awaitable, error));
    if (error)
        co_return Attempt{0, error};
    http::response_parser<http::string_body> parser;
    parser.header_limit(m_limits.headerBytes);
    parser.body_limit(m_limits.bodyBytes);
    co_await http::async_read_header(stream, m_buffer, parser,
                                     asio::redirect_error(asio::use_awaitable, error));
    if (error && error != http::error::body_limit)
        co_return Attempt{0, error};
    const auto status = static_cast<int>(parser.get().result_int());
    // The body says nothing; it is read only so that the connection can be used again.
    if (!error && !parser.is_done())
        co_await http::async_read(stream, m_buffer, parser, asio::redirect_error(asio::use_awaitable, error));
    if (error || status < 200 || !parser.get().keep_alive())
        hangUp();
    co_return Attempt{status, {}};
}

HttpCourier::Line::TcpStream &HttpCourier::Line::socket()
{
    return m_secure ? m_tlsStream->next_layer() : *m_plainStream;
}

void HttpCourier::Line::hangUp()
{
    m_plainStream.reset();
    m_tlsStream.reset();
}

} // namespace salesbench
