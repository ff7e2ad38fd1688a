// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/faults/dice.h"
#include "tests/faults/simserver.h"

#include <QNetworkAccessManager>

namespace salesbench::faults {

/// The way between one workbench and the server, and how bad it is. Outlives whoever speaks over it: what
/// was sent arrives although its sender is gone.
class SimLine : public QObject {
public:
    SimLine(SimServer &server, Dice &dice, int who)
        : m_server(server)
        , m_dice(dice)
        , m_who(who)
    {
    }

    bool online = true;
    int harshness = 0; ///< 0: a perfect network; else the percentage of exchanges that something happens to
    qint64 slowest = 45'000; ///< milliseconds that a request may be under way
    int sendsUntilCrash = 0; ///< 0: none; else the workbench ends with this one
    std::function<void()> crash;
    std::function<void(const QString &)> log = [](const QString &) {
    };

    qint64 requests = 0;
    qint64 faults = 0;

    /// What happens to one exchange.
    struct Fate {
        bool requestLost = false;
        bool answerLost = false;
        bool closes = false; ///< what is lost ends in a closed connection, not in silence
        bool twice = false; ///< the request arrives a second time
        bool secondFirst = false; ///< which the answer is not to
        bool cutOff = false; ///< the answer's body ends early
        bool cutUnseen = false; ///< and nobody says so
        int status = 0; ///< a proxy answers it in the server's stead
        bool arrives = true; ///< although a proxy answers
        qint64 out = 5; ///< milliseconds
        qint64 back = 5;
        qint64 second = 0;
    };
    Fate roll(bool isWrite, bool isCreation);

    Dice &dice() { return m_dice; }
    Answer deliver(const Request &request);
    bool mayDouble(bool isCreation) const;

private:
    void spoil(Fate &fate, bool isWrite, bool isCreation);
    qint64 delay();

    SimServer &m_server;
    Dice &m_dice;
    int m_who;
};

/// The product's network, virtual.
class SimNetwork : public QNetworkAccessManager {
public:
    SimNetwork(SimLine &line, std::shared_ptr<bool> isDead)
        : m_line(line)
        , m_isDead(std::move(isDead))
    {
    }

protected:
    QNetworkReply *createRequest(Operation operation, const QNetworkRequest &request,
                                 QIODevice *body) override;

private:
    SimLine &m_line;
    std::shared_ptr<bool> m_isDead;
};

} // namespace salesbench::faults
