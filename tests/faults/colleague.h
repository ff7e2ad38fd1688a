// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/faults/programs.h"
#include "tests/faults/script.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSet>

namespace salesbench::faults {

/// Somebody else at the same server, who reads a document, and then changes or deletes it under If-Match.
class Colleague {
public:
    Colleague(Script &script, Dice &dice, Log log)
        : m_script(script)
        , m_dice(dice)
        , m_log(std::move(log))
    {
    }

    quint16 port = 0; ///< the server's
    /// The document at @p path, if it is one of the round's; then @p done, however it went.
    void change(const QString &path, const std::function<void()> &done);

    /// All that the server has, by name, and the names that it has @p twice. False where it does not say.
    bool list(QMap<QString, QJsonObject> &documents, QStringList &twice);

    struct Word {
        QString localId;
        QString attribute;
        QString value;
    };
    const QVector<Word> &words() const { return m_words; } ///< that the server took for sure
    /// Values that were on the server, and that the colleague wrote over or deleted, or may have.
    const QSet<QString> &replaced() const { return m_replaced; }
    bool isQuiet() const { return m_underWay == 0; }

private:
    using Taker = std::function<void(int status, const QJsonObject &document, const QByteArray &etag)>;

    void write(const QString &path, const QJsonObject &document, const QByteArray &etag,
               const std::function<void()> &done);
    void patch(const QString &path, const QJsonObject &document, const QByteArray &etag,
               const std::function<void()> &done);
    void remove(const QString &path, const QJsonObject &document, const QByteArray &etag,
                const std::function<void()> &done);
    void send(const QByteArray &verb, const QString &path, const QByteArray &etag, const QJsonObject &body,
              const Taker &take);
    Made *madeAt(const QString &path);

    Script &m_script;
    Dice &m_dice;
    Log m_log;
    QNetworkAccessManager m_network;
    QVector<Word> m_words;
    QSet<QString> m_replaced;
    int m_underWay = 0;
};

} // namespace salesbench::faults
