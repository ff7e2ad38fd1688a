// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/simnetwork.h"

#include <QNetworkReply>
#include <QPointer>
#include <QTimer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace salesbench::faults {

namespace {

using std::chrono::milliseconds;

constexpr int Doubled = 25; ///< percent of the creations, where the network doubles them

class SimReply : public QNetworkReply {
public:
    explicit SimReply(const QNetworkRequest &request)
    {
        setRequest(request);
        setUrl(request.url());
        open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }

    void fail(NetworkError error, const QString &words)
    {
        if (isFinished())
            return;
        setError(error, words);
        end();
    }

    void answer(const Answer &answer, const SimLine::Fate &fate)
    {
        if (isFinished())
            return;
        setAttribute(QNetworkRequest::HttpStatusCodeAttribute, answer.status);
        for (auto it = answer.headers.begin(); it != answer.headers.end(); ++it)
            setRawHeader(it.key(), it.value());
        m_body = answer.body;
        if (fate.cutOff) {
            m_body.truncate(m_body.size() / 2);
            if (!fate.cutUnseen)
                setError(RemoteHostClosedError, u"Connection closed"_s);
        } else if (answer.status >= 400) {
            setError(UnknownContentError, u"Status %1"_s.arg(answer.status));
        }
        end();
    }

    void abort() override { fail(OperationCanceledError, u"Operation canceled"_s); }
    qint64 bytesAvailable() const override
    {
        return m_body.size() - m_read + QNetworkReply::bytesAvailable();
    }
    bool isSequential() const override { return true; }

protected:
    qint64 readData(char *data, qint64 most) override
    {
        const qint64 size = std::min<qint64>(most, m_body.size() - m_read);
        std::copy_n(m_body.constData() + m_read, size, data);
        m_read += size;
        return size == 0 ? -1 : size;
    }

private:
    void end()
    {
        setFinished(true);
        Q_EMIT finished();
    }

    QByteArray m_body;
    qint64 m_read = 0;
};

/// One exchange on its way.
struct Exchange {
    Request request;
    SimLine::Fate fate;
    QPointer<SimReply> reply;
    bool repeatsItself = false; ///< Qt sends it again by itself when the connection closes
};

QByteArray verbOf(QNetworkAccessManager::Operation operation, const QNetworkRequest &request)
{
    if (operation == QNetworkAccessManager::CustomOperation)
        return request.attribute(QNetworkRequest::CustomVerbAttribute).toByteArray();
    return "GET";
}

Request toRequest(QNetworkAccessManager::Operation operation, const QNetworkRequest &request, QIODevice *body)
{
    Request result{.verb = verbOf(operation, request),
                   .url = request.url(),
                   .headers = {},
                   .body = body ? body->readAll() : QByteArray()};
    for (const QByteArray &name : request.rawHeaderList())
        result.headers.insert(name.toLower(), request.rawHeader(name));
    return result;
}

/// As Qt 6.4 does: only a sequential body that must not be buffered keeps it from repeating a write.
bool wouldRepeat(const QNetworkRequest &request, const QByteArray &verb, const QIODevice *body)
{
    const bool guarded = body && body->isSequential()
        && request.attribute(QNetworkRequest::DoNotBufferUploadDataAttribute).toBool();
    return verb != "GET" && !guarded;
}

void comeBack(SimLine &line, const Exchange &exchange, const Answer &answer)
{
    if (!exchange.reply || (exchange.fate.answerLost && !exchange.fate.closes))
        return;
    QTimer::singleShot(milliseconds(exchange.fate.back), exchange.reply.data(), [&line, exchange, answer] {
        if (!line.online)
            return;
        if (!exchange.fate.answerLost)
            exchange.reply->answer(answer, exchange.fate);
        else if (!exchange.repeatsItself)
            exchange.reply->fail(QNetworkReply::RemoteHostClosedError, u"Connection closed"_s);
        else
            exchange.reply->answer(line.deliver(exchange.request), {});
    });
}

void arrive(SimLine &line, const Exchange &exchange)
{
    if (exchange.fate.status == 0) {
        comeBack(line, exchange, line.deliver(exchange.request));
        return;
    }
    if (exchange.fate.arrives)
        line.deliver(exchange.request);
    Answer answer{.status = exchange.fate.status, .body = "<html>proxy</html>"};
    if (line.dice().chance(30))
        answer.headers.insert("Retry-After", "7");
    comeBack(line, exchange, answer);
}

void depart(SimLine &line, const Exchange &exchange)
{
    const SimLine::Fate &fate = exchange.fate;
    if (fate.requestLost) {
        if (fate.closes && exchange.reply)
            QTimer::singleShot(milliseconds(fate.out), exchange.reply.data(), [reply = exchange.reply] {
                reply->fail(QNetworkReply::RemoteHostClosedError, u"Connection closed"_s);
            });
        return;
    }
    QTimer::singleShot(milliseconds(fate.out), &line, [&line, exchange] { arrive(line, exchange); });
    if (!fate.twice)
        return;
    Request again = exchange.request;
    again.isRepeat = true;
    const qint64 at = fate.secondFirst ? fate.out / 2 : fate.out + fate.second;
    QTimer::singleShot(milliseconds(at), &line, [&line, again] { line.deliver(again); });
}

void failSoon(SimReply *reply, QNetworkReply::NetworkError error)
{
    QTimer::singleShot(1, reply, [reply, error] { reply->fail(error, u"No network"_s); });
}

} // namespace

qint64 SimLine::delay()
{
    return m_dice.chance(15) ? m_dice.below(static_cast<int>(slowest)) : 5 + m_dice.below(200);
}

/// A creation that the network doubles makes two documents on a server that honours no key; no client can
/// keep it from that.
bool SimLine::mayDouble(bool isCreation) const
{
    return !isCreation || m_server.kind() != SimServer::Kind::Plain;
}

SimLine::Fate SimLine::roll(bool isWrite, bool isCreation)
{
    Fate fate;
    if (harshness == 0)
        return fate;
    fate.out = delay();
    fate.back = delay();
    if (isCreation && m_server.kind() == SimServer::Kind::Doubling && m_dice.chance(Doubled)) {
        fate.twice = true;
        fate.second = delay();
        fate.secondFirst = m_dice.chance(50);
    }
    if (m_dice.chance(harshness))
        spoil(fate, isWrite, isCreation);
    return fate;
}

void SimLine::spoil(Fate &fate, bool isWrite, bool isCreation)
{
    ++faults;
    fate.closes = m_dice.chance(60);
    switch (m_dice.below(6)) {
    case 0:
        fate.requestLost = true;
        break;
    case 1:
        fate.answerLost = true;
        break;
    case 2:
        fate.cutOff = true;
        fate.cutUnseen = m_dice.chance(50);
        break;
    case 3:
        fate.twice = fate.twice || mayDouble(isCreation);
        fate.second = delay();
        break;
    case 4:
        fate.answerLost = isWrite;
        break;
    default:
        static constexpr int Statuses[]{502, 503, 504, 500, 429, 408};
        fate.status = m_dice.pick(Statuses);
        // Who says "busy" has not done it; of the others nobody knows.
        fate.arrives = fate.status != 503 && fate.status != 429 && m_dice.chance(50);
    }
}

Answer SimLine::deliver(const Request &request)
{
    ++requests;
    const Answer answer = m_server.answer(m_who, request);
    log(u"      server: %1 %2 %3 → %4 %5"_s.arg(
        QString::fromLatin1(request.verb), request.url.path() + u'?' + request.url.query(),
        QString::fromUtf8(request.body), QString::number(answer.status), QString::fromUtf8(answer.body)));
    return answer;
}

QNetworkReply *SimNetwork::createRequest(Operation operation, const QNetworkRequest &request, QIODevice *body)
{
    auto *reply = new SimReply(request);
    const Request what = toRequest(operation, request, body);
    const bool isWrite = what.verb != "GET";
    if (m_line.sendsUntilCrash > 0 && --m_line.sendsUntilCrash == 0) {
        m_line.crash();
        if (m_line.dice().chance(50)) // it had left already
            depart(m_line, {what, m_line.roll(isWrite, what.verb == "POST"), {}, false});
    }
    if (*m_isDead || !m_line.online) {
        failSoon(reply,
                 *m_isDead                      ? QNetworkReply::OperationCanceledError
                     : m_line.dice().chance(50) ? QNetworkReply::ConnectionRefusedError
                                                : QNetworkReply::UnknownNetworkError);
        return reply;
    }
    depart(m_line,
           {what, m_line.roll(isWrite, what.verb == "POST"), reply, wouldRepeat(request, what.verb, body)});
    return reply;
}

} // namespace salesbench::faults
