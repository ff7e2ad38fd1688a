// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/crashpoint.h"
#include "tests/faults/simulation.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace salesbench::faults;

namespace {

struct Range {
    quint64 from = 1;
    quint64 to = 100;
};

/// "1..2000", or one seed; nothing where it is neither.
std::optional<Range> toRange(const QString &text)
{
    const QStringList ends = text.split(u".."_s);
    bool isFirst = false;
    bool isLast = false;
    const Range range{ends.first().toULongLong(&isFirst), ends.last().toULongLong(&isLast)};
    return isFirst && isLast && ends.size() <= 2 && range.from <= range.to ? std::optional(range)
                                                                           : std::nullopt;
}

void print(const QString &line)
{
    std::printf("%s\n", qPrintable(line));
}

int run(const Range &range, const Setting &setting, VirtualTime &time)
{
    Totals totals;
    int failed = 0;
    for (quint64 seed = range.from; seed <= range.to; ++seed) {
        const QStringList found = simulate(seed, setting, time, totals);
        for (const QString &sentence : found)
            print(u"seed %1: %2"_s.arg(seed).arg(sentence));
        failed += found.isEmpty() ? 0 : 1;
        std::fflush(stdout);
    }
    print(u"%1 seeds, %2 operations, %3 requests, %4 network faults, %5 crashes, %6 conflicts and refusals "
          u"left to users: "
          "%7 duplicates, %8 lost, %9 unseen overwrites, %10 illegal moves; %11 seeds failed"_s
              .arg(totals.seeds)
              .arg(totals.operations)
              .arg(totals.requests)
              .arg(totals.faults)
              .arg(totals.crashes)
              .arg(totals.conflicts)
              .arg(totals.duplicates)
              .arg(totals.lost)
              .arg(totals.overwrites)
              .arg(totals.illegalMoves)
              .arg(failed));
    return failed == 0 ? 0 : 1;
}

std::optional<SimServer::Kind> toServer(const QString &text)
{
    static const QMap<QString, SimServer::Kind> kinds{{u"versions"_s, SimServer::Kind::Versions},
                                                      {u"plain"_s, SimServer::Kind::Plain},
                                                      {u"doubling"_s, SimServer::Kind::Doubling}};
    const auto found = kinds.find(text);
    return found == kinds.end() ? std::nullopt : std::optional(*found);
}

void describe(QCommandLineParser &parser)
{
    parser.setApplicationDescription(
        u"Simulates people, workbenches, a network and a server that fail; the same seed fails the same way."_s);
    parser.addHelpOption();
    parser.addOptions({{u"seeds"_s, u"Seeds to run."_s, u"FROM..TO"_s, u"1..100"_s},
                       {u"seed"_s, u"One seed."_s, u"N"_s},
                       {u"clients"_s, u"Workbenches; 1 to 3 by chance unless told."_s, u"N"_s, u"0"_s},
                       {u"server"_s,
                        u"versions (ETag, Idempotency-Key, ids are kept), plain (none of these), or doubling "
                        u"(plain, and the "
                        u"network makes two of a creation: its maker must be asked about the second)."_s,
                        u"KIND"_s, u"versions"_s},
                       {u"verbose"_s, u"Print all that happens."_s}});
}

} // namespace

int main(int argc, char *argv[])
{
    qputenv("QT_HASH_SEED", "0");
    auto *time = new VirtualTime;
    QCoreApplication::setEventDispatcher(time);
    QCoreApplication app(argc, argv);
    crashpoint::install();
    QCommandLineParser parser;
    describe(parser);
    parser.process(app);
    const auto range = toRange(parser.value(parser.isSet(u"seed"_s) ? u"seed"_s : u"seeds"_s));
    const auto server = toServer(parser.value(u"server"_s));
    if (!range || !server) {
        std::fprintf(stderr, "%s", qPrintable(parser.helpText()));
        return 2;
    }
    const QString memory = QFileInfo(u"/dev/shm"_s).isWritable() ? u"/dev/shm"_s : QDir::tempPath();
    const QTemporaryDir folder(memory + u"/salesbench-faults-XXXXXX"_s);
    Setting setting;
    setting.server = *server;
    setting.clients = parser.value(u"clients"_s).toInt();
    setting.folder = folder.path() + u'/';
    if (parser.isSet(u"verbose"_s))
        setting.log = print;
    return run(*range, setting, *time);
}
