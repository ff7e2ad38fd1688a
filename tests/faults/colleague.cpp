// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/colleague.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace salesbench::faults {

namespace {

/// For sure, or perhaps: there was no answer.
bool happened(int status)
{
    return status < 300;
}

} // namespace

void Colleague::change(const QString &path, const std::function<void()> &done)
{
    send("GET", path, {}, {},
         [this, path, done](int status, const QJsonObject &document, const QByteArray &etag) {
             if (status == 200 && madeAt(path))
                 write(path, document, etag, done);
             else
                 done();
         });
}

bool Colleague::list(QMap<QString, QJsonObject> &documents, QStringList &twice)
{
    for (const ResourceKind kind : {ResourceKind::SalesLead, ResourceKind::SalesOpportunity}) {
        const QUrl url(
            u"http://127.0.0.1:%1/tmf-api/sales/v4/%2?limit=1000"_s.arg(port).arg(resourceType(kind).name));
        const std::unique_ptr<QNetworkReply> reply(m_network.get(QNetworkRequest(url)));
        if (!waitUntil([&reply] { return reply->isFinished(); }, Patience) || reply->error() != 0)
            return false;
        const QJsonArray all = QJsonDocument::fromJson(reply->readAll()).array();
        for (const QJsonValue &value : all) {
            const QString name = value["name"_L1].toString();
            if (documents.contains(name))
                twice.append(name);
            documents.insert(name, value.toObject());
        }
    }
    return true;
}

void Colleague::write(const QString &path, const QJsonObject &document, const QByteArray &etag,
                      const std::function<void()> &done)
{
    const QString id = madeAt(path)->localId;
    const bool isOrigin = std::any_of(m_script.made().begin(), m_script.made().end(),
                                      [&](const Made &other) { return other.origin == id; });
    if (!isOrigin && m_dice.chance(15))
        remove(path, document, etag, done);
    else
        patch(path, document, etag, done);
}

void Colleague::patch(const QString &path, const QJsonObject &document, const QByteArray &etag,
                      const std::function<void()> &done)
{
    const QString attribute = m_dice.pick(Script::attributes());
    const QString value = m_script.fresh(u"their-"_s + attribute);
    const QString before = document.value(attribute).toString();
    send("PATCH", path, etag, {{attribute, value}},
         [this, path, attribute, value, before, done](int status, const QJsonObject &, const QByteArray &) {
             if (happened(status)) {
                 madeAt(path)->isTouched = true;
                 m_replaced.insert(before);
             }
             if (status == 200)
                 m_words.append({madeAt(path)->localId, attribute, value});
             done();
         });
}

void Colleague::remove(const QString &path, const QJsonObject &document, const QByteArray &etag,
                       const std::function<void()> &done)
{
    send("DELETE", path, etag, {},
         [this, path, document, done](int status, const QJsonObject &, const QByteArray &) {
             if (happened(status)) {
                 madeAt(path)->isTouched = madeAt(path)->isGone = true;
                 for (const QString &attribute : Script::attributes())
                     m_replaced.insert(document.value(attribute).toString());
             }
             done();
         });
}

void Colleague::send(const QByteArray &verb, const QString &path, const QByteArray &etag,
                     const QJsonObject &body, const Taker &take)
{
    QNetworkRequest request(QUrl(u"http://127.0.0.1:%1%2"_s.arg(port).arg(path)));
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/merge-patch+json"_s);
    if (!etag.isEmpty())
        request.setRawHeader("If-Match", etag);
    const QByteArray content = body.isEmpty() ? QByteArray() : QJsonDocument(body).toJson();
    ++m_underWay;
    QNetworkReply *reply = m_network.sendCustomRequest(request, verb, content);
    QObject::connect(reply, &QNetworkReply::finished, reply, [this, reply, verb, body, take] {
        reply->deleteLater();
        --m_underWay;
        const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        m_log(u"  colleague: %1 %2 %3 → %4"_s
                  .arg(QString::fromLatin1(verb), reply->url().path(),
                       QString::fromUtf8(QJsonDocument(body).toJson(QJsonDocument::Compact)))
                  .arg(status));
        take(status, QJsonDocument::fromJson(reply->readAll()).object(), reply->rawHeader("ETag"));
    });
}

Made *Colleague::madeAt(const QString &path)
{
    const QString id = path.section(u'/', -1);
    QVector<Made> &all = m_script.made();
    const auto made =
        std::find_if(all.begin(), all.end(), [&](const Made &each) { return each.localId == id; });
    return made == all.end() ? nullptr : &*made;
}

} // namespace salesbench::faults
