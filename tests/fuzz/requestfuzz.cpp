// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/http/httplimits.h"
#include "net/http/requestreader.h"
#include "net/server/preconditions.h"
#include "net/server/routes.h"
#include "tests/fuzz/fuzz.h"

#include <boost/asio/buffer.hpp>

using namespace salesbench;
using namespace salesbench::fuzz;

namespace {

/// As a session does it, with @p input arriving in two pieces.
boost::system::error_code parse(BeastParser &parser, const QByteArray &input, qsizetype first)
{
    boost::system::error_code error;
    qsizetype begin = 0;
    for (qsizetype end : {first, input.size()}) {
        while (!error && begin < end && !parser.is_done()) {
            const auto used = parser.put(
                boost::asio::buffer(input.constData() + begin, static_cast<size_t>(end - begin)), error);
            begin += static_cast<qsizetype>(used);
            if (used == 0)
                break;
        }
        if (error == boost::beast::http::error::need_more)
            error = {};
    }
    return error;
}

} // namespace

/// A request in the bytes of HTTP/1.1. The first byte says where it is torn in two.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size == 0)
        return 0;
    const QByteArray input = bytes(data + 1, size - 1);
    BeastParser parser;
    parser.eager(true);
    parser.header_limit(HttpLimits().headerBytes);
    parser.body_limit(HttpLimits().bodyBytes);
    const boost::system::error_code error = parse(parser, input, std::min<qsizetype>(data[0], input.size()));
    const int status = refusalStatus(error);
    require(status == 0 || (status >= 400 && status < 500));
    if (error || !parser.is_done())
        return 0;
    objectionTo(parser.get());
    const HttpRequest request = toHttpRequest(parser.release());
    require(!request.path.contains('?') && !request.path.contains('\r') && !request.query.contains('\n'));
    for (const HttpHeader &header : request.headers)
        require(!header.name.isEmpty() && !header.value.contains('\n'));
    const Route route = routeOf(request.path);
    require(route.target != Route::Target::Document || (route.resource && !route.id.isNull()));
    checkAccept(request);
    checkContentType(request, {"application/json"});
    checkIfMatch(request, etagOf(1));
    isKnownToClient(request, etagOf(1));
    return 0;
}
