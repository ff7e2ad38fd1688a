// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/http/requestreader.h"

#include <boost/asio/error.hpp>
#include <boost/beast/http/error.hpp>

namespace http = boost::beast::http;

namespace salesbench {

namespace {

QByteArray toBytes(boost::beast::string_view text)
{
    return QByteArray(text.data(), static_cast<qsizetype>(text.size()));
}

QVector<HttpHeader> headersOf(const http::fields &fields)
{
    QVector<HttpHeader> headers;
    for (const auto &field : fields)
        headers.append({toBytes(field.name_string()), toBytes(field.value())});
    return headers;
}

/// "http://host:1/path" becomes "/path".
QByteArray withoutOrigin(const QByteArray &target)
{
    const qsizetype scheme = target.indexOf("://");
    if (target.startsWith('/') || scheme < 0)
        return target;
    const qsizetype path = target.indexOf('/', scheme + 3);
    return path < 0 ? QByteArray("/") : target.mid(path);
}

} // namespace

HttpRequest toHttpRequest(BeastRequest &&request)
{
    HttpRequest result;
    result.method = toBytes(request.method_string());
    const QByteArray target = withoutOrigin(toBytes(request.target()));
    const qsizetype question = target.indexOf('?');
    result.path = question < 0 ? target : target.left(question);
    if (question >= 0)
        result.query = target.mid(question + 1);
    result.headers = headersOf(request);
    result.body = toBytes(request.body());
    return result;
}

HttpResponse toHttpResponse(BeastResponse &&response)
{
    return {.status = static_cast<int>(response.result_int()),
            .headers = headersOf(response),
            .body = toBytes(response.body())};
}

int refusalStatus(const boost::system::error_code &error)
{
    if (error == http::error::header_limit)
        return 431;
    if (error == http::error::body_limit)
        return 413;
    if (error == http::error::end_of_stream || error == http::error::partial_message)
        return 0;
    if (error.category() == http::make_error_code(http::error::bad_target).category())
        return 400;
    return 0;
}

QByteArray objectionTo(const BeastRequest &request)
{
    if (request.version() >= 11 && request.count(http::field::host) != 1)
        return "A request needs exactly one Host header.";
    return {};
}

} // namespace salesbench
