// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/merge.h"
#include "tests/support/fakeserver.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <map>
#include <optional>

namespace salesbench::testing {

/// The smallest TMF699 server, in memory and without events, which can be made to stray.
class FakeTmf {
public:
    FakeTmf()
    {
        m_server.answer([this](const FakeRequest &request) { return answer(request); });
    }

    FakeServer &server() { return m_server; }
    QString origin() const { return m_server.origin(); }

    // How it strays.
    bool keepsIds = true;
    bool hasEtags = true;
    bool hasTotals = true;
    bool takesTests = false; ///< JSON Patch, and says so at OPTIONS
    int failedTest = 409; ///< what it answers to one
    bool numericIds = false;
    bool takesPlainJsonOnly = false; ///< and says 415 to any other media type
    bool sharesIds = false; ///< all that is made gets one id
    bool doublesPosts = false; ///< a proxy before it passes each on twice, and the second answer back
    bool countsPages = false; ///< takes an offset for a page's number
    qint64 largestPage = 1000;
    QStringList absent; ///< names of lists
    QStringList drops; ///< attributes that it does not take
    /// Looks at a request first; may answer in the server's stead.
    std::function<std::optional<FakeAnswer>(const FakeRequest &)> instead;
    /// Looks at an answer before it leaves, when everything has been done.
    std::function<FakeAnswer(const FakeRequest &, FakeAnswer)> afterwards;

    void put(const QString &list, const QJsonObject &document)
    {
        Entry &entry = m_lists[list][document.value(QStringLiteral("id")).toString()];
        entry.document = document;
        ++entry.version;
    }
    void change(const QString &list, const QString &id, const QJsonObject &patch)
    {
        put(list, mergePatch(get(list, id), patch));
    }
    void remove(const QString &list, const QString &id) { m_lists[list].erase(id); }
    QJsonObject get(const QString &list, const QString &id)
    {
        const auto found = m_lists[list].find(id);
        return found == m_lists[list].end() ? QJsonObject() : found->second.document;
    }
    int count(const QString &list) { return int(m_lists[list].size()); }
    QJsonObject first(const QString &list) { return m_lists[list].begin()->second.document; }
    QJsonObject last(const QString &list) { return m_lists[list].rbegin()->second.document; }

private:
    struct Entry {
        QJsonObject document;
        int version = 0;
    };
    using List = std::map<QString, Entry>;

    static FakeAnswer said(int status, const QByteArray &body = "{}")
    {
        return {status, body, {}, false, false, 0};
    }

    FakeAnswer answer(const FakeRequest &request)
    {
        if (instead) {
            if (const std::optional<FakeAnswer> other = instead(request))
                return *other;
        }
        FakeAnswer result = serve(request);
        if (doublesPosts && request.verb == "POST")
            result = serve(request);
        return afterwards ? afterwards(request, result) : result;
    }

    FakeAnswer serve(const FakeRequest &request)
    {
        const QStringList path = request.url.path().split(QLatin1Char('/'), Qt::SkipEmptyParts);
        const QString list = path.value(3);
        if (path.size() < 4 || list == QLatin1StringView("hub") || absent.contains(list))
            return said(404);
        const QByteArray type = request.headers.value("content-type");
        if (takesPlainJsonOnly && !type.isEmpty() && type != "application/json;charset=utf-8")
            return said(415);
        if (path.size() == 4)
            return request.verb == "POST" ? create(list, request) : page(m_lists[list], request);
        const auto found = m_lists[list].find(path.at(4));
        if (found == m_lists[list].end())
            return said(404);
        if (request.verb == "OPTIONS")
            return options();
        if (request.headers.contains("if-match") && request.headers.value("if-match") != etag(found->second))
            return said(412);
        if (request.verb == "DELETE")
            return m_lists[list].erase(found), said(204, {});
        if (request.verb == "PATCH" && type == "application/json-patch+json") {
            if (!takesTests)
                return said(415);
            if (!apply(found->second, QJsonDocument::fromJson(request.body).array()))
                return said(failedTest);
        } else if (request.verb == "PATCH") {
            patch(found->second, request);
        }
        return one(200, found->second);
    }

    QJsonObject taken(const FakeRequest &request) const
    {
        QJsonObject content = QJsonDocument::fromJson(request.body).object();
        for (const QString &name : drops)
            content.remove(name);
        return content;
    }

    FakeAnswer create(const QString &list, const FakeRequest &request)
    {
        QJsonObject document = taken(request);
        const QString own = document.value(QStringLiteral("id")).toString();
        const QString id =
            keepsIds && !own.isEmpty() ? own : QStringLiteral("made-%1").arg(sharesIds ? 1 : ++m_made);
        if (!sharesIds && m_lists[list].count(id))
            return said(409);
        document.insert(QStringLiteral("id"), id);
        const bool quote = list == QLatin1String("quote");
        document.insert(quote ? QStringLiteral("state") : QStringLiteral("status"),
                        quote ? QStringLiteral("inProgress") : QStringLiteral("acknowledged"));
        put(list, document);
        return one(201, m_lists[list][id]);
    }

    void patch(Entry &entry, const FakeRequest &request)
    {
        entry.document = mergePatch(entry.document, taken(request));
        ++entry.version;
    }

    FakeAnswer options() const
    {
        FakeAnswer result = said(204, {});
        if (takesTests)
            result.headers.append("Accept-Patch: application/merge-patch+json, application/json-patch+json");
        return result;
    }

    /// Of RFC 6902 as much as a workbench sends; false where a test fails.
    static bool apply(Entry &entry, const QJsonArray &operations)
    {
        QJsonObject changed = entry.document;
        for (const QJsonValue &operation : operations) {
            const QString name = operation[QStringLiteral("path")].toString().mid(1);
            const QJsonValue value = operation[QStringLiteral("value")];
            const QString op = operation[QStringLiteral("op")].toString();
            if (op == QLatin1String("test") && changed.value(name) != value)
                return false;
            if (op == QLatin1String("add"))
                changed.insert(name, value);
            else if (op == QLatin1String("remove"))
                changed.remove(name);
        }
        entry.document = changed;
        ++entry.version;
        return true;
    }

    static QByteArray etag(const Entry &entry) { return '"' + QByteArray::number(entry.version) + '"'; }

    FakeAnswer one(int status, const Entry &entry) const
    {
        FakeAnswer result = said(status, QJsonDocument(entry.document).toJson(QJsonDocument::Compact));
        if (hasEtags)
            result.headers.append("ETag: " + etag(entry));
        return result;
    }

    FakeAnswer page(const List &list, const FakeRequest &request) const
    {
        const qint64 limit = std::min<qint64>(request.query(QStringLiteral("limit"), 100), largestPage);
        const qint64 offset = request.query(QStringLiteral("offset"), 0) * (countsPages ? limit : 1);
        QJsonArray array;
        qint64 place = 0;
        for (const auto &[id, entry] : list) {
            QJsonObject document = entry.document;
            if (numericIds)
                document.insert(QStringLiteral("id"), id.toInt());
            if (place >= offset && place < offset + limit)
                array.append(document);
            ++place;
        }
        FakeAnswer result =
            said(array.size() == place ? 200 : 206, QJsonDocument(array).toJson(QJsonDocument::Compact));
        if (hasTotals)
            result.headers.append("X-Total-Count: " + QByteArray::number(place));
        return result;
    }

    FakeServer m_server;
    std::map<QString, List> m_lists;
    int m_made = 0;
};

} // namespace salesbench::testing
