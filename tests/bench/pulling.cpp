// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/client/operations.h"
#include "net/server/demofill.h"
#include "net/server/embeddedserver.h"
#include "net/sync/synchronisation.h"
#include "tests/bench/filledworkspace.h"

#include <QTemporaryDir>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace salesbench::bench {

namespace {

constexpr int Leads = 100'000;
constexpr qint64 ServerPageSize = 1000; ///< as large as the server gives them

template<typename T>
T mustHave(Result<T> result)
{
    if (!result)
        qFatal("%s", qPrintable(result.error().sentence));
    return std::move(*result);
}

std::unique_ptr<EmbeddedServer> filledServer(const QString &file)
{
    mustHave(fillWithDemo(
        file, DemoData::Options::forLeads(Leads, QDateTime({2026, 10, 7}, {12, 0}, QTimeZone::utc()))));
    return mustHave(EmbeddedServer::start({.database = file, .noAuth = true}));
}

std::unique_ptr<Workspace> emptyWorkspace(const QTemporaryDir &folder, const QString &name)
{
    return mustHave(
        Workspace::open(folder.filePath(name), {Surroundings::real(), DefaultOwnerRole, u"Bench"_s}));
}

ListPage readPage(const ServerConnection &connection, ResourceKind kind, qint64 offset)
{
    QUrlQuery query;
    query.addQueryItem(u"offset"_s, QString::number(offset));
    query.addQueryItem(u"limit"_s, QString::number(ServerPageSize));
    const RestResult<ListPage> page = QCoro::waitFor(listPage(connection, kind, query));
    if (!page)
        qFatal("%s", qPrintable(page.error().problem.sentence));
    return *page;
}

/// Documents per second that the store takes, page by page, the reading and parsing in between not counted.
double rateOfStore(SyncJournal &journal, const ServerAddress &address)
{
    const ServerConnection connection{.address = address,
                                      .token = {},
                                      .network = std::make_shared<QNetworkAccessManager>(),
                                      .cancel = std::make_shared<CancelSignal>()};
    double milliseconds = 0;
    qint64 count = 0;
    for (const ResourceType &type : resourceTypes()) {
        must(journal.beginPull(type.kind));
        for (qint64 offset = 0, total = 1; offset < total; offset += ServerPageSize) {
            const ListPage page = readPage(connection, type.kind, offset);
            total = page.total.value_or(0);
            QElapsedTimer timer;
            timer.start();
            must(journal.takePage(type.kind, page.documents));
            count += page.documents.size();
            milliseconds += elapsed(timer);
        }
    }
    return double(count) / milliseconds * 1000;
}

double rateOfPull(SyncJournal &journal, const ServerAddress &address)
{
    QElapsedTimer timer;
    timer.start();
    const SyncSummary summary = QCoro::waitFor(
        synchronise(journal, address, {}, Surroundings::real(), {}, {}, std::make_shared<CancelSignal>()));
    if (summary.problem)
        qFatal("%s", qPrintable(summary.problem->sentence));
    return summary.pulled / elapsed(timer) * 1000;
}

void pulling(Bench &bench)
{
    const QTemporaryDir folder;
    const std::unique_ptr<EmbeddedServer> server = filledServer(folder.filePath(u"server.sqlite"_s));
    const ServerAddress address = mustHave(ServerAddress::parse(server->origin()));
    const std::unique_ptr<Workspace> alone = emptyWorkspace(folder, u"alone"_s);
    bench.single(u"documents that the store takes alone"_s, rateOfStore(alone->journal(), address), u"1/s"_s);
    bench.single(u"documents that the store finds unchanged"_s, rateOfStore(alone->journal(), address),
                 u"1/s"_s, {{}, u"documents that the store takes alone"_s, 2});
    bench.single(u"documents pulled over loopback"_s,
                 rateOfPull(emptyWorkspace(folder, u"pulled"_s)->journal(), address), u"1/s"_s,
                 {{}, u"documents that the store takes alone"_s, 0.5});
}

SALESBENCH_BENCH("pulling", pulling)

} // namespace

} // namespace salesbench::bench
