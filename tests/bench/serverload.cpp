// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/server/serveruser.h"
#include "tests/bench/bench.h"
#include "tests/bench/serverprocess.h"
#include "tests/bench/wrk.h"

#include <QCoreApplication>
#include <QFile>
#include <QTemporaryDir>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace salesbench::bench {

namespace {

constexpr int ServedLeads = 10'000;
constexpr int Seconds = 5; ///< of each load
constexpr qint64 Million = 1'000'000;
constexpr auto Token = "bench-token";

/// Goes through many leads, each request made once, so that wrk leaves most of the processors to the server.
constexpr auto GetScript = R"lua(
local made = {}
init = function()
  for i = 1, 5000 do made[i] = wrk.format("GET", string.format("/tmf-api/sales/v4/salesLead/SL-%04d", i * 2)) end
end
local at = 0
request = function()
  at = at % #made + 1
  return made[at]
end
)lua";

constexpr auto PageScript = R"lua(
local made = {}
init = function()
  for i = 1, 200 do made[i] = wrk.format("GET", "/tmf-api/sales/v4/salesLead?limit=50&offset=" .. (i - 1) * 50) end
end
local at = 0
request = function()
  at = at % #made + 1
  return made[at]
end
)lua";

constexpr auto PostScript = R"lua(
wrk.headers["Content-Type"] = "application/json"
local made
init = function()
  made = wrk.format("POST", "/tmf-api/sales/v4/salesLead", nil, [[{"name": "Fibre for 12 branches, Utrecht",
    "description": "Asks for fibre to twelve branches and a router in each.", "priority": "high", "rating": "warm",
    "estimatedRevenue": {"unit": "EUR", "value": 48000}, "channel": {"id": "CH-1", "name": "Website"},
    "relatedParty": [{"id": "OR-10203", "name": "De Vries Logistics", "role": "prospect",
    "@referredType": "Organization"}]}]])
end
request = function() return made end
)lua";

QByteArray withToken(const QByteArray &script)
{
    return "wrk.headers[\"Authorization\"] = \"Bearer " + QByteArray(Token) + "\"\n" + script;
}

void write(const QString &name, const QByteArray &text)
{
    QFile file(name);
    if (!file.open(QFile::WriteOnly) || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)
        || file.write(text) != text.size())
        qFatal("%s cannot be written", qPrintable(name));
}

/// Each kind of request over few and over many connections.
class Loads {
public:
    explicit Loads(Bench &bench)
        : m_bench(bench)
    {
        const QString users = m_folder.filePath(u"users.json"_s);
        write(users, R"([{"name":"Bench","role":"supervisor","token":")" + tokenDigest(Token) + R"("}])");
        m_server =
            ServerProcess::start(programBeside(u"salesbench-server"_s),
                                 {u"--demo"_s, u"--leads"_s, QString::number(ServedLeads), u"--listen"_s,
                                  u"127.0.0.1:0"_s, u"--database"_s, m_folder.filePath(u"server.sqlite"_s),
                                  u"--users"_s, users, u"--log"_s, m_folder.filePath(u"log"_s)});
        if (!m_server)
            qFatal("The server does not start");
    }

    void run()
    {
        measureBare();
        const QString bare = u"bare Beast, the same bytes, %1 connections"_s;
        measure(u"GET by id"_s, GetScript, {20'000, bare, 0.4});
        measure(u"page of 50"_s, PageScript, {3000, {}, {}});
        measure(u"POST"_s, PostScript, {3000, {}, {}});
        measure(u"PATCH with If-Match"_s, patchScript(), {2500, {}, {}});
        while (m_requests < Million)
            m_requests += runWrk(m_server->origin(), 16, Seconds, withToken(GetScript)).requests;
        m_bench.single(u"server after a million requests, memory"_s, m_server->residentMemory(), u"MiB"_s,
                       {100, {}, {}});
    }

private:
    void measureBare()
    {
        const QString answer = m_folder.filePath(u"answer"_s);
        const Caller::Answer lead =
            Caller(m_server->origin(), Token).get("/tmf-api/sales/v4/salesLead/SL-0002");
        write(answer, lead.head + lead.body);
        const auto bare =
            ServerProcess::start(QCoreApplication::applicationFilePath(), {u"--bare"_s, answer});
        if (!bare)
            qFatal("The yardstick does not start");
        for (int connections : {16, 256}) {
            const WrkResult result = runWrk(bare->origin(), connections, Seconds, withToken(GetScript));
            const QString full = u"bare Beast, the same bytes, %1 connections"_s.arg(connections);
            m_bench.single(full, result.perSecond, u"1/s"_s);
            m_bench.single(full + u", p50"_s, result.p50, u"ms"_s);
            m_bench.single(full + u", p99"_s, result.p99, u"ms"_s);
        }
    }

    /// @p goal's yardstick has the number of connections for %1.
    void measure(const QString &name, const QByteArray &script, const Goal &goal)
    {
        for (int connections : {16, 256}) {
            const QString full = u"%1, %2 connections"_s.arg(name).arg(connections);
            const double computed = m_server->processorTime();
            const WrkResult result = runWrk(m_server->origin(), connections, Seconds, withToken(script));
            m_requests += result.requests;
            if (result.failed > 0)
                std::fprintf(stderr, "%s: %lld failed\n", qPrintable(full), result.failed);
            const QString yardstick = goal.yardstick.isEmpty() ? QString() : goal.yardstick.arg(connections);
            m_bench.single(full, result.failed > 0 ? 0 : result.perSecond, u"1/s"_s,
                           {goal.worst, yardstick, goal.ratio});
            m_bench.single(
                full + u", server's processor time"_s,
                (m_server->processorTime() - computed) * 1e6 / static_cast<double>(result.requests), u"µs"_s);
            m_bench.single(full + u", p50"_s, result.p50, u"ms"_s);
            m_bench.single(full + u", p99"_s, result.p99, u"ms"_s,
                           connections == 16 ? Goal{{}, full + u", p50"_s, 5} : Goal());
        }
    }

    Bench &m_bench;
    QTemporaryDir m_folder;
    std::unique_ptr<ServerProcess> m_server;
    qint64 m_requests = 0;
};

/// wrk takes its share of the same processors, which the bare server's figures show.
void serverLoad(Bench &bench)
{
    if (!hasWrk()) {
        std::fputs("wrk is not installed: the server's load is left out\n", stderr);
        return;
    }
    Loads(bench).run();
}

SALESBENCH_BENCH("server load", serverLoad)

} // namespace

} // namespace salesbench::bench
