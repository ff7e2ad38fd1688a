// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/sync/answers.h"
#include "tests/support/testcase.h"

#include <QTimeZone>

using namespace salesbench;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

using Kind = Outcome::Kind;

class AnswersTest : public QObject {
    Q_OBJECT

    const QDateTime m_now{{2026, 11, 24}, {9, 30}, QTimeZone::utc()};

    static RestFailure failure(Problem::Kind kind, int status, bool unknown, bool offline)
    {
        return {.problem = {.kind = kind, .sentence = u"words"_s, .detail = {}},
                .status = status,
                .unknown = unknown,
                .offline = offline,
                .retryAfter = {}};
    }

private Q_SLOTS:
    void shouldJudgeEveryAnswer_data()
    {
        QTest::addColumn<Problem::Kind>("problem");
        QTest::addColumn<int>("status");
        QTest::addColumn<bool>("unknown");
        QTest::addColumn<bool>("offline");
        QTest::addColumn<int>("attempts");
        QTest::addColumn<int>("outcome");
        QTest::addColumn<bool>("stops");
        const auto row = [](const char *name, Problem::Kind problem, int status, bool unknown, bool offline,
                            int attempts, Kind outcome, bool stops) {
            QTest::newRow(name) << problem << status << unknown << offline << attempts << int(outcome)
                                << stops;
        };
        using P = Problem::Kind;
        row("refused connection", P::Unreachable, 0, false, true, 0, Kind::Pause, true);
        row("network gone under way", P::Unreachable, 0, true, true, 0, Kind::Unknown, true);
        row("time-out of a read", P::Unreachable, 0, false, false, 0, Kind::Retry, false);
        row("time-out of a write", P::Unreachable, 0, true, false, 0, Kind::Unknown, false);
        row("time-out, once more", P::Unreachable, 0, true, false, 99, Kind::Unknown, false);
        row("sign-in", P::SignIn, 401, false, false, 0, Kind::Pause, true);
        row("web page", P::NotTmf, 200, false, false, 0, Kind::Pause, true);
        row("web page after a write", P::NotTmf, 200, true, false, 0, Kind::Unknown, false);
        row("cancelled", P::Cancelled, 0, false, false, 0, Kind::Pause, true);
        row("cancelled under way", P::Cancelled, 0, true, false, 0, Kind::Unknown, true);
        row("full disk", P::Storage, 0, false, false, 0, Kind::Pause, true);
        row("bad request", P::BadInput, 400, false, false, 0, Kind::Refused, false);
        row("forbidden", P::NotAllowed, 403, false, false, 0, Kind::Refused, false);
        row("not found", P::NotFound, 404, false, false, 0, Kind::Refused, false);
        row("method", P::BadInput, 405, false, false, 0, Kind::Refused, false);
        row("illegal move", P::BadInput, 409, false, false, 0, Kind::Refused, false);
        row("unprocessable", P::BadInput, 422, false, false, 0, Kind::Refused, false);
        row("request time-out", P::Server, 408, true, false, 0, Kind::Unknown, false);
        row("too many", P::Server, 429, false, false, 99, Kind::Retry, false);
        row("bad gateway", P::Server, 502, true, false, 0, Kind::Unknown, false);
        row("unavailable", P::Server, 503, false, false, 99, Kind::Retry, false);
        row("gateway time-out", P::Server, 504, true, false, 0, Kind::Unknown, false);
        row("error", P::Server, 500, false, false, 0, Kind::Retry, false);
        row("error at a write", P::Server, 500, true, false, 0, Kind::Unknown, false);
        row("error, in the end", P::Server, 500, true, false, MostAttempts, Kind::Refused, false);
    }

    void shouldJudgeEveryAnswer()
    {
        QFETCH(Problem::Kind, problem);
        QFETCH(int, status);
        QFETCH(bool, unknown);
        QFETCH(bool, offline);
        QFETCH(int, attempts);
        QFETCH(bool, stops);
        const PushResult result = judge(failure(problem, status, unknown, offline),
                                        {.attempts = attempts, .now = m_now, .random = 0.5});
        QTEST(int(result.outcome.kind), "outcome");
        QCOMPARE(result.stop.has_value(), stops);
        const bool later = !stops && result.outcome.kind != Kind::Refused;
        QCOMPARE(result.outcome.notBefore.isValid(), later);
        if (!stops)
            QCOMPARE(result.outcome.reason, u"words"_s);
    }

    void shouldWaitLongerEachTimeUpToABound()
    {
        QCOMPARE(backoff(0, 0.5), 500ms);
        QCOMPARE(backoff(1, 0.5), 1000ms);
        QCOMPARE(backoff(3, 0.5), 4000ms);
        QCOMPARE(backoff(50, 0.5), 150'000ms);
        QCOMPARE(backoff(50, 0), 0ms);
    }

    void shouldObeyTheServersWish()
    {
        RestFailure busy = failure(Problem::Kind::Server, 503, false, false);
        busy.retryAfter = 90s;
        const PushResult result = judge(busy, {.attempts = 0, .now = m_now, .random = 0.9});
        QCOMPARE(result.outcome.notBefore, m_now.addSecs(90));
        QCOMPARE(result.retryAfter.value_or(0s), 90s);
    }
};

SALESBENCH_TEST(AnswersTest)
#include "answerstest.moc"
