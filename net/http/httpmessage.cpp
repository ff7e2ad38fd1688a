// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/http/httpmessage.h"

#include <boost/beast/http/status.hpp>

namespace salesbench {

namespace {

QByteArray joined(const QVector<HttpHeader> &headers, QByteArrayView name)
{
    QByteArray result;
    for (const HttpHeader &header : headers) {
        if (header.name.compare(name, Qt::CaseInsensitive) != 0)
            continue;
        result += result.isNull() ? header.value : ", " + header.value;
        if (result.isNull())
            result = QByteArray("");
    }
    return result;
}

} // namespace

QByteArray HttpRequest::header(QByteArrayView name) const
{
    return joined(headers, name);
}

QByteArray HttpResponse::header(QByteArrayView name) const
{
    return joined(headers, name);
}

QByteArray reasonPhrase(int status)
{
    const auto known = boost::beast::http::int_to_status(static_cast<unsigned>(status));
    if (known == boost::beast::http::status::unknown)
        return "Status";
    const auto text = boost::beast::http::obsolete_reason(known);
    return QByteArray(text.data(), static_cast<qsizetype>(text.size()));
}

} // namespace salesbench
