// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/httpmessage.h"

#include <algorithm>

namespace salesbench::faults {

namespace {

HttpMessage parseHead(const QByteArray &head)
{
    HttpMessage message;
    for (const QByteArray &line : head.split('\n')) {
        const qsizetype colon = line.indexOf(':');
        if (message.start.isEmpty())
            message.start = line.trimmed();
        else
            message.headers.append({line.left(colon), line.mid(colon + 1).trimmed()});
    }
    return message;
}

auto named(const QByteArray &name)
{
    return [name](const QPair<QByteArray, QByteArray> &header) {
        return header.first.compare(name, Qt::CaseInsensitive) == 0;
    };
}

} // namespace

std::optional<HttpMessage> HttpMessage::take(QByteArray &buffer)
{
    const qsizetype end = buffer.indexOf("\r\n\r\n");
    if (end < 0)
        return {};
    HttpMessage message = parseHead(buffer.left(end));
    const qsizetype length = message.header("Content-Length").toLongLong();
    if (buffer.size() < end + 4 + length)
        return {};
    message.body = buffer.mid(end + 4, length);
    buffer.remove(0, end + 4 + length);
    return message;
}

QVector<HttpMessage> HttpMessage::all(QByteArray pipeline)
{
    QVector<HttpMessage> messages;
    while (const std::optional<HttpMessage> message = take(pipeline))
        messages.append(*message);
    return messages;
}

HttpMessage HttpMessage::answer(int status)
{
    HttpMessage message;
    message.start = "HTTP/1.1 " + QByteArray::number(status) + " Trouble";
    message.body = "<html>proxy</html>";
    message.set("Content-Type", "text/html");
    message.set("Content-Length", QByteArray::number(message.body.size()));
    return message;
}

QByteArray HttpMessage::header(const QByteArray &name) const
{
    const auto found = std::find_if(headers.begin(), headers.end(), named(name));
    return found == headers.end() ? QByteArray() : found->second;
}

void HttpMessage::set(const QByteArray &name, const QByteArray &value)
{
    remove(name);
    headers.append({name, value});
}

void HttpMessage::remove(const QByteArray &name)
{
    headers.removeIf(named(name));
}

QByteArray HttpMessage::path() const
{
    const QByteArray target = start.split(' ').value(1);
    return target.left(target.indexOf('?') < 0 ? target.size() : target.indexOf('?'));
}

QByteArray HttpMessage::toBytes() const
{
    QByteArray bytes = start + "\r\n";
    for (const auto &[name, value] : headers)
        bytes += name + ": " + value + "\r\n";
    return bytes + "\r\n" + body;
}

} // namespace salesbench::faults
