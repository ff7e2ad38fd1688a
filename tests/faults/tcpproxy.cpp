// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/tcpproxy.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace salesbench::faults {

namespace {

constexpr int Longest = 300; ///< milliseconds that something is under way

/// A document that @p request reads; empty where it reads none.
QByteArray documentReadBy(const HttpMessage &request)
{
    const QVector<HttpMessage> parts = request.parts();
    for (const HttpMessage &part : parts) {
        if (part.verb() == "GET" && part.path().count('/') > 4)
            return part.path();
    }
    return {};
}

void setBody(HttpMessage &message, const QByteArray &body)
{
    message.body = body;
    message.set("Content-Length", QByteArray::number(body.size()));
}

/// What a plain server knows nothing of.
HttpMessage plain(HttpMessage request)
{
    request.remove("Idempotency-Key");
    request.remove("If-Match");
    if (request.verb() != "POST")
        return request;
    QJsonObject document = QJsonDocument::fromJson(request.body).object();
    document.remove("id"_L1);
    setBody(request, QJsonDocument(document).toJson(QJsonDocument::Compact));
    return request;
}

HttpMessage plainAnswer(HttpMessage answer)
{
    answer.remove("ETag");
    answer.set("Server", "Plain");
    return answer;
}

QString shown(const HttpMessage &message)
{
    return QString::fromUtf8(message.start + ' ' + message.body.left(400));
}

} // namespace

TcpProxy::TcpProxy(Dice &dice)
    : m_dice(dice)
{
    connect(this, &QTcpServer::newConnection, this, [this] {
        while (QTcpSocket *client = nextPendingConnection())
            serve(client);
    });
}

void TcpProxy::open()
{
    if (!isListening() && listen(QHostAddress::LocalHost, m_port))
        m_port = serverPort();
}

void TcpProxy::serve(QTcpSocket *client)
{
    auto buffer = std::make_shared<QByteArray>();
    connect(client, &QTcpSocket::disconnected, client, &QObject::deleteLater);
    connect(client, &QTcpSocket::readyRead, this, [this, client, buffer] {
        buffer->append(client->readAll());
        if (const auto request = HttpMessage::take(*buffer))
            begin(client, *request);
    });
}

void TcpProxy::begin(QTcpSocket *client, const HttpMessage &request)
{
    auto exchange = std::make_shared<Exchange>();
    exchange->number = ++requests;
    exchange->client = client;
    exchange->request = request;
    exchange->passed = isPlain ? plain(request) : request;
    exchange->passed.set("Connection", "close");
    exchange->fault = m_dice.chance(harshness) ? roll(request) : Fault::None;
    watch.noteRequest(request);
    static const char *const Names[]{"",    "delay",   "lost",  "late",  "answer lost",
                                     "cut", "trouble", "twice", "meddle"};
    log(u"  #%1 %2 %3"_s.arg(exchange->number)
            .arg(shown(request), QLatin1StringView(Names[static_cast<int>(exchange->fault)])));
    moment();
    spoil(exchange);
}

/// What a plain server cannot be saved from, or what cannot happen to this request, does not happen.
TcpProxy::Fault TcpProxy::roll(const HttpMessage &request)
{
    const auto fault = static_cast<Fault>(1 + m_dice.below(static_cast<int>(Fault::Count) - 1));
    const QByteArray verb = request.verb();
    const bool overtakes = isPlain && fault == Fault::Late && verb != "POST";
    const bool doubles = isPlain && fault == Fault::Twice && verb == "POST";
    const bool meddles = fault == Fault::Meddle;
    if (overtakes || doubles || (meddles && (isPlain || documentReadBy(request).isEmpty())))
        return Fault::AnswerLost;
    return fault;
}

void TcpProxy::spoil(const ExchangePtr &exchange)
{
    faults += exchange->fault == Fault::None ? 0 : 1;
    switch (exchange->fault) {
    case Fault::Delay:
        return later(m_dice.below(Longest), [this, exchange] { pass(exchange); });
    case Fault::Lost:
        return hangUp(exchange);
    case Fault::Late:
        hangUp(exchange);
        return later(m_dice.below(2 * Longest), [this, exchange] { ask(exchange, [](const Answer &) {}); });
    case Fault::Trouble:
        return sayTrouble(exchange);
    case Fault::Twice:
        return askTwice(exchange);
    default:
        return pass(exchange);
    }
}

/// Who says "busy" has not done it; of the others nobody knows.
void TcpProxy::sayTrouble(const ExchangePtr &exchange)
{
    static constexpr int Statuses[]{500, 502, 503, 504, 408, 429};
    const int status = m_dice.pick(Statuses);
    const bool isBusy = status == 503 || status == 429;
    const auto say = [this, exchange, status](const Answer &) {
        give(exchange, HttpMessage::answer(status));
    };
    if (isBusy || m_dice.chance(50))
        say({});
    else
        ask(exchange, say);
}

/// One beside or after the other; in order where nothing tells a repetition from the first.
void TcpProxy::askTwice(const ExchangePtr &exchange)
{
    if (isPlain)
        return ask(exchange, [this, exchange](const Answer &) { pass(exchange); });
    pass(exchange);
    later(m_dice.below(Longest), [this, exchange] { ask(exchange, [](const Answer &) {}); });
}

void TcpProxy::pass(const ExchangePtr &exchange)
{
    ask(exchange, [this, exchange](const Answer &answer) { comeBack(exchange, answer); });
}

void TcpProxy::comeBack(const ExchangePtr &exchange, const Answer &given)
{
    moment();
    const Answer answer = given && isPlain ? plainAnswer(*given) : given;
    if (!answer || exchange->fault == Fault::AnswerLost)
        hangUp(exchange);
    else if (exchange->fault == Fault::Cut)
        cut(exchange, *answer);
    else if (exchange->fault == Fault::Meddle)
        meddle(documentReadBy(exchange->request), [this, exchange, answer] { give(exchange, *answer); });
    else
        give(exchange, *answer);
}

/// Half of it, without a sign that there was more, or in the middle of what was promised.
void TcpProxy::cut(const ExchangePtr &exchange, HttpMessage answer)
{
    const bool isUnseen = m_dice.chance(50) && !answer.body.isEmpty();
    if (isUnseen)
        setBody(answer, answer.body.left(answer.body.size() / 2));
    const QByteArray bytes = answer.toBytes();
    const QByteArray given = isUnseen ? bytes : bytes.left(bytes.size() * 3 / 4);
    // Of what is not there the head tells enough, and of a batch the parts that came whole.
    const bool tellsEnough = given.contains("\r\n\r\n")
        && (answer.status() >= 300 || (isUnseen && exchange->request.isBatch()));
    watch.noteEnd(exchange->request, tellsEnough ? Answer(answer) : Answer());
    if (!exchange->client)
        return;
    exchange->client->write(given);
    exchange->client->disconnectFromHost();
}

void TcpProxy::give(const ExchangePtr &exchange, const HttpMessage &answer)
{
    log(u"  #%1 → %2"_s.arg(exchange->number).arg(shown(answer)));
    if (!exchange->client)
        return;
    HttpMessage given = answer;
    given.remove("Connection");
    exchange->client->write(given.toBytes());
    watch.noteEnd(exchange->request, given);
    moment();
    if (m_dice.chance(harshness))
        exchange->client->disconnectFromHost();
}

void TcpProxy::hangUp(const ExchangePtr &exchange)
{
    watch.noteEnd(exchange->request, {});
    if (!exchange->client)
        return;
    if (m_dice.chance(50))
        exchange->client->abort();
    else
        exchange->client->disconnectFromHost();
}

void TcpProxy::ask(const ExchangePtr &exchange, const std::function<void(const Answer &)> &done)
{
    ++m_underWay;
    auto *server = new QTcpSocket(this);
    connect(server, &QTcpSocket::connected, server,
            [server, bytes = exchange->passed.toBytes()] { server->write(bytes); });
    // That it closes after its answer is an error, too.
    connect(server, &QTcpSocket::errorOccurred, this, [this, server, done] {
        server->disconnect();
        server->deleteLater();
        --m_underWay;
        QByteArray said = server->readAll();
        done(HttpMessage::take(said));
    });
    server->connectToHost(QHostAddress(QHostAddress::LocalHost), target);
}

void TcpProxy::later(int milliseconds, const std::function<void()> &act)
{
    ++m_underWay;
    QTimer::singleShot(std::chrono::milliseconds(milliseconds), this, [this, act] {
        --m_underWay;
        act();
    });
}

} // namespace salesbench::faults
