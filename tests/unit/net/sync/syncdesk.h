// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/sync/synchronisation.h"
#include "tests/support/fakejournal.h"
#include "tests/support/faketmf.h"
#include "tests/support/fixedsurroundings.h"
#include "tests/support/parse.h"

#include <QTest>

namespace salesbench::testing {

inline const QString Leads = QStringLiteral("salesLead");
inline const QString Opportunities = QStringLiteral("salesOpportunity");
inline const QString Quotes = QStringLiteral("quote");

/// A workspace and a server, both in memory, and a clock that stands still.
struct SyncDesk {
    FakeTmf tmf;
    FakeJournal journal;
    QDateTime now = fixedSurroundings().now();
    SyncTiming timing{.poll = std::chrono::seconds(30),
                      .settle = std::chrono::milliseconds(1),
                      .timeout = std::chrono::seconds(5),
                      .random = [] {
                          return 0.0;
                      }};
    std::shared_ptr<CancelSignal> cancel = std::make_shared<CancelSignal>();
    QVector<WorkspaceStatus::Progress> progress;

    SyncSummary sync(const QString &origin)
    {
        const Surroundings surroundings{.now = [this] { return now; }, .newId = fixedSurroundings().newId};
        const SyncProgress report = [this](const WorkspaceStatus::Progress &step) {
            progress.append(step);
        };
        return QCoro::waitFor(synchronise(journal, *ServerAddress::parse(origin), QByteArray("token"), surroundings,
                                          timing, report, cancel));
    }
    SyncSummary sync() { return sync(tmf.origin()); }

    /// Everything is known on both sides, and the server was met before.
    void meet()
    {
        const SyncSummary summary = sync();
        QVERIFY2(!summary.problem, qPrintable(summary.problem ? summary.problem->sentence : QString()));
        tmf.server().forget();
    }

    QList<FakeRequest> sent(const QByteArray &verb)
    {
        QList<FakeRequest> all = tmf.server().requests();
        all.removeIf([&](const FakeRequest &request) { return request.verb != verb; });
        return all;
    }

    SyncState stateOf(const QString &id) const { return journal.find(id).state; }

    /// Answers @p status once to the first request with @p verb.
    void failOnce(const QByteArray &verb, FakeAnswer answer)
    {
        auto left = std::make_shared<int>(1);
        tmf.instead = [=](const FakeRequest &request) -> std::optional<FakeAnswer> {
            if (request.verb != verb || (*left)-- <= 0)
                return {};
            return answer;
        };
    }

    /// The server does what it is asked and hangs up, once.
    void hangUpOnceAfter(const QByteArray &verb)
    {
        auto left = std::make_shared<int>(1);
        tmf.afterwards = [=](const FakeRequest &request, FakeAnswer answer) {
            answer.hangUp = request.verb == verb && (*left)-- > 0;
            return answer;
        };
    }
};

inline FakeAnswer hangingUp()
{
    return {.hangUp = true};
}

} // namespace salesbench::testing
