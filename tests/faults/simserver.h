// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/resource.h"

#include <QDateTime>
#include <QHash>
#include <QSet>
#include <QUrl>
#include <QVector>

#include <functional>
#include <map>
#include <memory>

namespace salesbench::faults {

struct Request {
    QByteArray verb;
    QUrl url;
    QHash<QByteArray, QByteArray> headers; ///< names in lower case
    QByteArray body;
    bool isRepeat = false; ///< the network's own doing
};

struct Answer {
    int status = 200;
    QByteArray body = {};
    QHash<QByteArray, QByteArray> headers = {};
};

/// Who wrote something: a workbench by its number from 0, or one of these.
inline constexpr int OtherUser = -1;
inline constexpr int Nobody = -2;

/// A document of the server, with all that it ever was.
struct Resource {
    struct Version {
        QJsonObject document;
        int author = Nobody;
    };
    ResourceKind kind = ResourceKind::SalesLead;
    QString id;
    QString marker; ///< the local id that it was created under; empty where no workbench did
    QVector<Version> history; ///< never empty
    bool deleted = false;
    std::map<int, QSet<QString>> told; ///< the states that each workbench was ever told of

    const QJsonObject &document() const { return history.last().document; }
    QByteArray etag() const { return '"' + QByteArray::number(history.size()) + '"'; }
};

/// A TMF699 and TMF648 server in memory that remembers everything.
class SimServer {
public:
    enum class Kind {
        Versions, ///< ETag and If-Match, Idempotency-Key, a document keeps the id that it is created with
        Plain, ///< nothing of that
        Doubling, ///< neither, and the network may pass a creation on twice
    };
    SimServer(Kind kind, std::function<QDateTime()> now, int largestPage)
        : m_kind(kind)
        , m_now(std::move(now))
        , m_largestPage(largestPage)
    {
    }

    Answer answer(int who, const Request &request);

    bool takesBatches = false; ///< many requests in one

    /// Somebody's work on the server itself.
    Resource &put(ResourceKind kind, const QString &id, const QJsonObject &document, int author);
    void change(Resource &resource, const QJsonObject &patch, int author);

    const Resource *find(ResourceKind kind, const QString &id) const;
    const QVector<std::shared_ptr<Resource>> &resources() const { return m_resources; }
    QVector<std::shared_ptr<Resource>> living() const;

    Kind kind() const { return m_kind; }
    /// Moves that a workbench asked for although the lifecycle does not have them from any state it was told.
    int illegalMoves() const { return m_illegalMoves; }
    /// What was created although a document of the same marker was there.
    const QStringList &duplicates() const { return m_duplicates; }

    /// Called before a workbench's change is made; an empty document is a deletion.
    std::function<void(int who, const Resource &resource, const QJsonObject &after)> beforeChange;

private:
    struct Kept {
        QByteArray body;
        Answer answer;
    };

    Resource *living(ResourceKind kind, const QString &id);
    Answer serve(int who, const Request &request);
    Answer batch(int who, const Request &request);
    Answer list(int who, ResourceKind kind, const QUrl &url);
    Answer create(int who, ResourceKind kind, const Request &request);
    Answer created(int who, ResourceKind kind, const Request &request);
    Answer patch(int who, Resource &resource, const Request &request);
    Answer remove(int who, Resource &resource);
    Answer one(int who, int status, Resource &resource) const;
    bool isMoveLegal(const Resource &resource, const QJsonObject &after) const;
    void countMove(int who, const Resource &resource, const QJsonObject &after);
    void noteDuplicate(const QString &marker, const QString &id);
    static void tell(int who, Resource &resource);
    bool hasVersions() const { return m_kind == Kind::Versions; }

    Kind m_kind;
    std::function<QDateTime()> m_now;
    int m_largestPage;
    QVector<std::shared_ptr<Resource>> m_resources; ///< in the order of their creation, deleted ones too
    std::map<QByteArray, Kept> m_answers; ///< by idempotency key
    int m_made = 0;
    int m_illegalMoves = 0;
    QStringList m_duplicates;
};

} // namespace salesbench::faults
