// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/http/httpmessage.h"

#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>

namespace salesbench {

using BeastRequest = boost::beast::http::request<boost::beast::http::string_body>;
using BeastResponse = boost::beast::http::response<boost::beast::http::string_body>;
using BeastParser = boost::beast::http::request_parser<boost::beast::http::string_body>;

/// Out of the library's form into ours. The target may be a path or, as proxies send it, a whole URL.
HttpRequest toHttpRequest(BeastRequest &&request);

HttpResponse toHttpResponse(BeastResponse &&response);

/// The status to refuse with after a request could not be read; 0 where nobody is left to be told.
int refusalStatus(const boost::system::error_code &error);

/// What HTTP itself demands beyond the parser's rules: empty when all is well, else what is wrong.
QByteArray objectionTo(const BeastRequest &request);

} // namespace salesbench
