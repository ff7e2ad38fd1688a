// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/http/responsewriter.h"

#include <QDateTime>
#include <QLocale>

namespace salesbench {

namespace {

QByteArray httpDate(qint64 second)
{
    const QDateTime time = QDateTime::fromSecsSinceEpoch(second, Qt::UTC);
    return QLocale::c().toString(time, QStringLiteral("ddd, dd MMM yyyy HH:mm:ss 'GMT'")).toLatin1();
}

/// Written once a second, not once an answer.
const QByteArray &currentDate()
{
    thread_local qint64 second = 0;
    thread_local QByteArray text;
    const qint64 now = QDateTime::currentSecsSinceEpoch();
    if (now != second) {
        second = now;
        text = httpDate(now);
    }
    return text;
}

void append(QByteArray &head, QByteArrayView name, QByteArrayView value)
{
    head.append(name).append(": ").append(value).append("\r\n");
}

bool hasLength(int status)
{
    return status >= 200 && status != 204 && status != 304;
}

} // namespace

QByteArray responseHead(const HttpResponse &response, const ResponseForm &form)
{
    QByteArray head;
    head.reserve(512);
    head.append(form.http10 ? "HTTP/1.0 " : "HTTP/1.1 ");
    head.append(QByteArray::number(response.status)).append(' ');
    head.append(reasonPhrase(response.status)).append("\r\n");
    append(head, "Date", currentDate());
    append(head, "Server", "Salesbench/" SALESBENCH_VERSION);
    for (const HttpHeader &header : response.headers)
        append(head, header.name, header.value);
    if (hasLength(response.status))
        append(head, "Content-Length", QByteArray::number(response.body.size()));
    if (!form.keepAlive)
        append(head, "Connection", "close");
    else if (form.http10)
        append(head, "Connection", "keep-alive");
    return head.append("\r\n");
}

} // namespace salesbench
