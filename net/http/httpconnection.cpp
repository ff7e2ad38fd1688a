// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/http/httpconnection.h"

#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>

namespace asio = boost::asio;

namespace salesbench {

asio::awaitable<boost::system::error_code> HttpConnection::shakeHands()
{
    boost::system::error_code error;
    co_await m_secure->async_handshake(asio::ssl::stream_base::server,
                                       asio::redirect_error(asio::use_awaitable, error));
    co_return error;
}

asio::awaitable<boost::system::error_code> HttpConnection::sayGoodbye()
{
    boost::system::error_code error;
    co_await m_secure->async_shutdown(asio::redirect_error(asio::use_awaitable, error));
    co_return error;
}

} // namespace salesbench
