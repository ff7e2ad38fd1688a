// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/repeatwatch.h"

using namespace Qt::StringLiterals;

namespace salesbench::faults {

namespace {

constexpr qsizetype IdSize = 36;

/// Who says one of these may have done it.
bool leavesInDoubt(int status)
{
    return status == 408 || status == 500 || status == 502 || status == 504;
}

} // namespace

void RepeatWatch::noteRequest(const HttpMessage &request)
{
    const QVector<HttpMessage> parts = request.parts();
    for (const HttpMessage &part : parts)
        noteRequestAlone(part);
}

void RepeatWatch::noteEnd(const HttpMessage &request, const std::optional<HttpMessage> &answer)
{
    const QVector<HttpMessage> parts = request.parts();
    const bool isTogether = answer && request.isBatch() && answer->status() == 200;
    const QVector<HttpMessage> answers = isTogether ? HttpMessage::all(answer->body) : QVector<HttpMessage>();
    for (qsizetype i = 0; i < parts.size(); ++i) {
        const auto own = i < answers.size() ? std::optional(answers.at(i)) : std::nullopt;
        noteEndAlone(parts.at(i), isTogether ? own : answer);
    }
}

void RepeatWatch::noteRequestAlone(const HttpMessage &request)
{
    const QByteArray key = request.header("Idempotency-Key");
    if (request.verb() != "POST" || key.isEmpty())
        return;
    if (m_creations.value(key) == Outcome::Unknown)
        m_blind.append(u"%1 was sent again without a look for it"_s.arg(QString::fromLatin1(key)));
    m_creations.insert(key, Outcome::Unknown);
}

void RepeatWatch::noteEndAlone(const HttpMessage &request, const std::optional<HttpMessage> &answer)
{
    const QByteArray key = request.header("Idempotency-Key");
    if (request.verb() == "GET" && answer && !leavesInDoubt(answer->status()))
        noteLook(request);
    else if (request.verb() == "POST" && answer && !leavesInDoubt(answer->status()))
        m_creations.insert(key, answer->status() < 300 ? Outcome::Told : Outcome::None);
}

/// By its id, or among all.
void RepeatWatch::noteLook(const HttpMessage &request)
{
    const QByteArray name = request.path().mid(request.path().lastIndexOf('/') + 1);
    for (auto it = m_creations.begin(); it != m_creations.end(); ++it) {
        if (*it == Outcome::Unknown && (name.size() < IdSize || it.key().startsWith(name)))
            *it = Outcome::LookedFor;
    }
}

void RepeatWatch::noteKill()
{
    for (Outcome &outcome : m_creations) {
        if (outcome == Outcome::Told)
            outcome = Outcome::Unknown;
    }
}

} // namespace salesbench::faults
