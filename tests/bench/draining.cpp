// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/sync/syncrun.h"
#include "tests/bench/filledworkspace.h"
#include "tests/bench/serverprocess.h"
#include "tests/bench/wrk.h"

#include <QTemporaryDir>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace salesbench::bench {

namespace {

constexpr int MostOperations = 100'000;
constexpr int EditsOfAChange = 1000;
constexpr int PiecesAsked = 32; ///< that a synchronisation asks for at once
constexpr int LoadSeconds = 5;
constexpr ResourceKind Lead = ResourceKind::SalesLead;

std::unique_ptr<Workspace> openIn(const QString &folder)
{
    auto opened = Workspace::open(folder, {Surroundings::real(), DefaultOwnerRole, u"Bench"_s});
    if (!opened)
        qFatal("%s", qPrintable(opened.error().sentence));
    return std::move(*opened);
}

SyncSummary run(Workspace &workspace, const QString &origin, SyncExtent extent)
{
    const ServerConnection connection{.address = *ServerAddress::parse(origin),
                                      .token = {},
                                      .network = std::make_shared<QNetworkAccessManager>(),
                                      .cancel = std::make_shared<CancelSignal>()};
    SyncContext context{.journal = workspace.journal(),
                        .connection = connection,
                        .surroundings = Surroundings::real(),
                        .timing = {},
                        .progress = {},
                        .capabilities = {}};
    SyncSummary summary = QCoro::waitFor(runSync(std::move(context), extent));
    if (summary.problem)
        qFatal("%s", qPrintable(summary.problem->sentence));
    return summary;
}

/// An edit of every lead, so that as many documents wait as operations do.
void editAll(Workspace &workspace, int operations)
{
    const ListHead head =
        must(workspace.queries().head({.kind = Lead, .filter = {}, .sort = {}}, operations));
    const QVector<ListRow> rows = must(workspace.queries().rows(Lead, head.first));
    for (qsizetype first = 0; first < rows.size(); first += EditsOfAChange) {
        Change change{u"Edit"_s, {}};
        for (const ListRow &row : rows.mid(first, EditsOfAChange))
            change.edits.append({Edit::Op::Update, Lead, row.localId, {{u"nextStep"_s, u"Call"_s}}});
        must(workspace.edits().record(change));
    }
}

void draining(Bench &bench)
{
    if (!hasWrk())
        return;
    const int operations = std::min(bench.leads(), MostOperations);
    const QTemporaryDir folder;
    const auto server =
        ServerProcess::start(programBeside(u"salesbench-server"_s),
                             {u"--demo"_s, u"--leads"_s, QString::number(operations), u"--listen"_s,
                              u"127.0.0.1:0"_s, u"--database"_s, folder.filePath(u"server.sqlite"_s),
                              u"--no-auth"_s, u"--log"_s, folder.filePath(u"log"_s)});
    if (!server)
        qFatal("The server does not start");
    const QString profile = folder.filePath(u"workspace"_s);
    {
        const std::unique_ptr<Workspace> workspace = openIn(profile);
        run(*workspace, server->origin(), SyncExtent::Full);
        editAll(*workspace, operations);
    }
    QElapsedTimer timer;
    timer.start();
    const std::unique_ptr<Workspace> workspace = openIn(profile);
    must(workspace->journal().recover());
    must(workspace->journal().due(QDateTime::currentDateTimeUtc(), PiecesAsked));
    bench.single(u"%L1 waiting operations, opened until the first is due"_s.arg(operations), elapsed(timer),
                 u"ms"_s, {1000, {}, {}});

    const QString yardstick = u"patches that the server takes, 16 connections"_s;
    bench.single(yardstick, runWrk(server->origin(), 16, LoadSeconds, patchScript()).perSecond, u"1/s"_s);
    timer.restart();
    const SyncSummary summary = run(*workspace, server->origin(), SyncExtent::SendOnly);
    bench.single(u"operations drained"_s, summary.pushed / elapsed(timer) * 1000, u"1/s"_s,
                 {{}, yardstick, 0.6});
}

SALESBENCH_BENCH("draining", draining)

} // namespace

} // namespace salesbench::bench
