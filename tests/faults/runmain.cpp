// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/realround.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QThread>

#include <algorithm>
#include <atomic>
#include <cstdio>
#include <memory>
#include <mutex>
#include <vector>

using namespace Qt::StringLiterals;
using namespace salesbench::faults;

namespace {

struct Wish {
    quint64 first = 1;
    int rounds = 20;
    QString server; ///< empty: by the seed
    int jobs = 2;
    bool isVerbose = false;
};

void print(const QString &line)
{
    std::printf("%s\n", qPrintable(line));
    std::fflush(stdout);
}

/// Every third round is on a plain server.
bool isPlain(quint64 seed, const Wish &wish)
{
    return wish.server.isEmpty() ? seed % 3 == 0 : wish.server == "plain"_L1;
}

/// Runs rounds, a few beside each other: most of their time they wait for programs to start.
class Runner {
public:
    explicit Runner(const Wish &wish)
        : m_wish(wish)
    {
    }

    int run();

private:
    void runSome();
    QStringList runOne(quint64 seed, RunTotals &totals, QStringList &story);
    void take(quint64 seed, const QStringList &found, const RunTotals &totals, const QStringList &story);

    const Wish m_wish;
    std::atomic<int> m_next = 0;
    std::mutex m_mutex; ///< of what follows
    RunTotals m_totals;
    int m_failed = 0;
};

int Runner::run()
{
    std::vector<std::unique_ptr<QThread>> threads;
    for (int i = 0; i < std::min(m_wish.jobs, m_wish.rounds); ++i) {
        threads.emplace_back(QThread::create([this] { runSome(); }));
        threads.back()->start();
    }
    for (const auto &thread : threads)
        thread->wait();
    print(
        u"%1 rounds, %2 edits, %3 requests, %4 network faults, %5 kills of the workbench, %6 of the server, "
        u"%7 "
        "conflicts and refusals left to users: %8 duplicates, %9 lost, %10 unseen overwrites; %11 rounds failed"_s
            .arg(m_wish.rounds)
            .arg(m_totals.edits)
            .arg(m_totals.requests)
            .arg(m_totals.faults)
            .arg(m_totals.workbenchKills)
            .arg(m_totals.serverKills)
            .arg(m_totals.conflicts)
            .arg(m_totals.duplicates)
            .arg(m_totals.lost)
            .arg(m_totals.overwrites)
            .arg(m_failed));
    return m_failed == 0 ? 0 : 1;
}

void Runner::runSome()
{
    for (int i = m_next++; i < m_wish.rounds; i = m_next++) {
        const quint64 seed = m_wish.first + static_cast<quint64>(i);
        RunTotals totals;
        QStringList story;
        const QStringList found = runOne(seed, totals, story);
        take(seed, found, totals, story);
    }
}

QStringList Runner::runOne(quint64 seed, RunTotals &totals, QStringList &story)
{
    const QString memory = QFileInfo(u"/dev/shm"_s).isWritable() ? u"/dev/shm"_s : QDir::tempPath();
    const QTemporaryDir folder(memory + u"/salesbench-run-XXXXXX"_s);
    QElapsedTimer clock;
    clock.start();
    const auto log = [&](const QString &line) {
        story.append(u"%1 ms: %2"_s.arg(clock.elapsed(), 6).arg(line));
        if (m_wish.isVerbose)
            print(story.last());
    };
    return RealRound(seed, {folder.filePath(u"round"_s), isPlain(seed, m_wish), log}, totals).run();
}

/// The log of a round that fails is printed at once: the clock has a say in what happens, and it may not fail
/// again.
void Runner::take(quint64 seed, const QStringList &found, const RunTotals &totals, const QStringList &story)
{
    const std::lock_guard lock(m_mutex);
    m_totals.add(totals);
    m_failed += found.isEmpty() ? 0 : 1;
    if (!found.isEmpty() && !m_wish.isVerbose)
        print(story.join(u'\n'));
    for (const QString &sentence : found)
        print(u"seed %1: %2"_s.arg(seed).arg(sentence));
}

void describe(QCommandLineParser &parser)
{
    parser.setApplicationDescription(
        u"Runs workbench and server as processes with a bad network between them, and kills either."_s);
    parser.addHelpOption();
    parser.addOptions(
        {{u"rounds"_s, u"How many, from seed 1."_s, u"N"_s, u"20"_s},
         {u"jobs"_s, u"How many at a time."_s, u"N"_s, u"2"_s},
         {u"seed"_s, u"One round, and print all that happens."_s, u"N"_s},
         {u"server"_s,
          u"versions, or plain: without ETag, Idempotency-Key and kept ids. Every third is plain "
          "unless told."_s,
          u"KIND"_s}});
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    QCommandLineParser parser;
    describe(parser);
    parser.process(app);
    Wish wish{.rounds = parser.value(u"rounds"_s).toInt(),
              .server = parser.value(u"server"_s),
              .jobs = parser.value(u"jobs"_s).toInt()};
    if (parser.isSet(u"seed"_s))
        wish = {parser.value(u"seed"_s).toULongLong(), 1, wish.server, 1, true};
    const bool isKnown = wish.server.isEmpty() || wish.server == "versions"_L1 || wish.server == "plain"_L1;
    if (wish.rounds < 1 || wish.first < 1 || wish.jobs < 1 || !isKnown) {
        std::fprintf(stderr, "%s", qPrintable(parser.helpText()));
        return 2;
    }
    return Runner(wish).run();
}
