// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/sync/eventlistener.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

QString idOf(const QJsonValue &document)
{
    const QJsonValue id = document["id"_L1];
    return id.isDouble() ? QString::number(id.toInteger()) : id.toString();
}

HttpResponse refusal(int status, const QByteArray &)
{
    return {.status = status, .headers = {}, .body = {}};
}

} // namespace

std::optional<DocumentKey> subjectOf(const QByteArray &event)
{
    const QJsonValue payload = QJsonDocument::fromJson(event).object().value("event"_L1);
    for (const ResourceType &type : resourceTypes()) {
        if (const QString id = idOf(payload[type.name]); !id.isEmpty())
            return DocumentKey{type.kind, id};
    }
    return {};
}

Result<std::unique_ptr<EventListener>> EventListener::start(Heard heard)
{
    const QByteArray secret = QUuid::createUuid().toByteArray(QUuid::WithoutBraces);
    std::unique_ptr<EventListener> listener(new EventListener("/listener/" + secret, std::move(heard)));
    const HttpServer::Options options{.address = u"127.0.0.1"_s, .threads = 1};
    const auto answer = [listener = listener.get()](const HttpRequest &request, const HttpReply &reply) {
        reply(listener->answer(request));
    };
    return HttpServer::start(options, answer, refusal).map([&](std::unique_ptr<HttpServer> server) {
        listener->m_server = std::move(server);
        return std::move(listener);
    });
}

QString EventListener::callback() const
{
    return u"http://127.0.0.1:%1%2"_s.arg(m_server->port()).arg(QString::fromLatin1(m_path));
}

HttpResponse EventListener::answer(const HttpRequest &request) const
{
    // Some servers add the event's own path: "/listener/salesLeadCreateEvent".
    if (request.path != m_path && !request.path.startsWith(QByteArray(m_path + '/')))
        return refusal(404, {});
    if (request.method != "POST")
        return refusal(405, {});
    const std::optional<DocumentKey> subject = subjectOf(request.body);
    if (!subject)
        return refusal(400, {});
    m_heard(*subject);
    return {.status = 201, .headers = {}, .body = {}};
}

} // namespace salesbench
