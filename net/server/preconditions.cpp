// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/server/preconditions.h"

#include <QByteArrayList>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

QByteArrayList listOf(const QByteArray &header)
{
    QByteArrayList result = header.split(',');
    for (QByteArray &element : result)
        element = element.trimmed();
    return result;
}

bool isRefusedByQuality(const QByteArray &range)
{
    const QByteArray compact = range.simplified().replace(' ', QByteArray());
    const qsizetype quality = compact.indexOf(";q=");
    return quality >= 0 && compact.mid(quality + 3).split(';').constFirst().toDouble() == 0.0;
}

} // namespace

QByteArray mediaTypeOf(const QByteArray &header)
{
    return header.split(';').constFirst().trimmed().toLower();
}

QByteArray etagOf(qint64 revision)
{
    return '"' + QByteArray::number(revision) + '"';
}

ApiResult<void> checkIfMatch(const HttpRequest &request, const QByteArray &etag)
{
    const QByteArray wanted = request.header("If-Match");
    if (wanted.isNull() || wanted.trimmed() == "*" || listOf(wanted).contains(etag))
        return {};
    return refused(412, u"The document has changed"_s,
                   u"If-Match names another state than the present one, %1. Read the document again."_s.arg(
                       QString::fromLatin1(etag)));
}

bool isKnownToClient(const HttpRequest &request, const QByteArray &etag)
{
    const QByteArray known = request.header("If-None-Match");
    if (known.isNull())
        return false;
    const QByteArrayList etags = listOf(known);
    return known.trimmed() == "*" || etags.contains(etag) || etags.contains("W/" + etag);
}

ApiResult<void> checkAccept(const HttpRequest &request)
{
    const QByteArray accept = request.header("Accept");
    if (accept.trimmed().isEmpty())
        return {};
    for (const QByteArray &range : listOf(accept)) {
        const QByteArray type = mediaTypeOf(range);
        if ((type == "*/*" || type == "application/*" || type == "application/json")
            && !isRefusedByQuality(range))
            return {};
    }
    return refused(406, u"Only JSON is served"_s, u"Accept must allow application/json."_s);
}

ApiResult<void> checkContentType(const HttpRequest &request, const QByteArrayList &types)
{
    const QByteArray type = mediaTypeOf(request.header("Content-Type"));
    if (type.isEmpty() || types.contains(type))
        return {};
    return refused(415, u"This kind of body is not understood"_s,
                   u"Content-Type must be %1."_s.arg(QString::fromLatin1(types.join(" or "))));
}

} // namespace salesbench
