// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/faults/dice.h"
#include "tests/faults/repeatwatch.h"

#include <QPointer>
#include <QTcpServer>
#include <QTcpSocket>

#include <chrono>
#include <functional>
#include <memory>

namespace salesbench::faults {

/// Stands between a workbench and a server on loopback and spoils one exchange in some: delays it, drops it
/// before or after the server has done it, cuts the answer off, says 5xx in the server's stead, asks twice.
class TcpProxy : public QTcpServer {
public:
    explicit TcpProxy(Dice &dice);

    /// On a port of its own choice, and after close() on that one again.
    void open();
    QString origin() const { return QStringLiteral("http://127.0.0.1:%1").arg(m_port); }

    quint16 target = 0; ///< the server's port
    int harshness = 0; ///< percentage of exchanges
    bool isPlain = false; ///< makes the server one without ETag, Idempotency-Key and kept ids
    std::function<void(const QString &)> log;
    /// A request came, an answer came from the server, or went to the workbench.
    std::function<void()> moment;
    /// Somebody changes the document at @p path, which the workbench has just asked for; then @p done.
    std::function<void(const QByteArray &path, const std::function<void()> &done)> meddle;

    int requests = 0;
    int faults = 0;
    RepeatWatch watch;

    /// Nothing is on its way to the server any more.
    bool isQuiet() const { return m_underWay == 0; }

private:
    enum class Fault { None, Delay, Lost, Late, AnswerLost, Cut, Trouble, Twice, Meddle, Count };

    struct Exchange {
        int number = 0;
        QPointer<QTcpSocket> client;
        HttpMessage request; ///< as the workbench sent it
        HttpMessage passed; ///< as the server gets it
        Fault fault = Fault::None;
    };
    using ExchangePtr = std::shared_ptr<Exchange>;
    using Answer = std::optional<HttpMessage>;

    void serve(QTcpSocket *client);
    void begin(QTcpSocket *client, const HttpMessage &request);
    void spoil(const ExchangePtr &exchange);
    Fault roll(const HttpMessage &request);
    void sayTrouble(const ExchangePtr &exchange);
    void askTwice(const ExchangePtr &exchange);
    void pass(const ExchangePtr &exchange);
    void comeBack(const ExchangePtr &exchange, const Answer &answer);
    void cut(const ExchangePtr &exchange, HttpMessage answer);
    void give(const ExchangePtr &exchange, const HttpMessage &answer);
    void hangUp(const ExchangePtr &exchange);
    void ask(const ExchangePtr &exchange, const std::function<void(const Answer &)> &done);
    void later(int milliseconds, const std::function<void()> &act);

    Dice &m_dice;
    quint16 m_port = 0;
    int m_underWay = 0;
};

} // namespace salesbench::faults
