// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSignalSpy>

namespace salesbench::testing {

struct HttpAnswer {
    int status = 0;
    QByteArray body;
    QHash<QByteArray, QByteArray> headers; ///< names in lower case
    QJsonObject object() const { return QJsonDocument::fromJson(body).object(); }
    QJsonArray array() const { return QJsonDocument::fromJson(body).array(); }
    QByteArray etag() const { return headers.value("etag"); }
};

using HttpHeaders = QVector<std::pair<QByteArray, QByteArray>>;

/// Speaks to a server over a real socket and waits for each answer.
class HttpClient {
public:
    explicit HttpClient(QString origin, QByteArray token = {})
        : m_origin(std::move(origin))
        , m_token(std::move(token))
    {
    }

    HttpAnswer get(const QString &path, const HttpHeaders &headers = {})
    {
        return send("GET", path, {}, headers);
    }
    HttpAnswer post(const QString &path, const QByteArray &body, const HttpHeaders &headers = {})
    {
        return send("POST", path, body, headers);
    }
    HttpAnswer patch(const QString &path, const QByteArray &body, const HttpHeaders &headers = {})
    {
        return send("PATCH", path, body, headers);
    }
    HttpAnswer remove(const QString &path, const HttpHeaders &headers = {})
    {
        return send("DELETE", path, {}, headers);
    }

    HttpAnswer send(const QByteArray &method, const QString &path, const QByteArray &body,
                    const HttpHeaders &headers)
    {
        QNetworkRequest request(QUrl(m_origin + path));
        request.setHeader(QNetworkRequest::ContentTypeHeader, QByteArray("application/json"));
        if (!m_token.isEmpty())
            request.setRawHeader("Authorization", "Bearer " + m_token);
        for (const auto &[name, value] : headers)
            request.setRawHeader(name, value);
        // As a custom verb, HEAD would be waited upon for its body.
        const std::unique_ptr<QNetworkReply> reply(
            method == "HEAD" ? m_network.head(request) : m_network.sendCustomRequest(request, method, body));
        QSignalSpy finished(reply.get(), &QNetworkReply::finished);
        if (!reply->isFinished())
            finished.wait(20'000);
        return toAnswer(*reply);
    }

private:
    static HttpAnswer toAnswer(QNetworkReply &reply)
    {
        HttpAnswer answer{
            reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), reply.readAll(), {}};
        for (const auto &[name, value] : reply.rawHeaderPairs())
            answer.headers.insert(name.toLower(), value);
        return answer;
    }

    QString m_origin;
    QByteArray m_token;
    QNetworkAccessManager m_network;
};

} // namespace salesbench::testing
