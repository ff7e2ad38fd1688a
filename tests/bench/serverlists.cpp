// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/bench.h"
#include "tests/bench/serverprocess.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace salesbench::bench {

namespace {

constexpr auto LeadList = "/tmf-api/sales/v4/salesLead";
constexpr int ListRounds = 10;
const Goal onePage{20, {}, {}};

const QByteArrayList Sorts{
    "",           "&sort=creationDate", "&sort=-creationDate", "&sort=priority", "&sort=-priority",
    "&sort=name", "&sort=status",       "&sort=rating"};

std::unique_ptr<ServerProcess> startServer(const Bench &bench)
{
    QDir().mkpath(bench.profile());
    const QString file = QDir(bench.profile()).filePath(u"server.sqlite"_s);
    QStringList arguments{u"--no-auth"_s, u"--listen"_s, u"127.0.0.1:0"_s, u"--database"_s,
                          file,           u"--log"_s,    u"none"_s};
    if (!QFile::exists(file))
        arguments += {u"--demo"_s, u"--leads"_s, QString::number(bench.leads())};
    auto server = ServerProcess::start(programBeside(u"salesbench-server"_s), arguments);
    if (!server)
        qFatal("The server does not start");
    return server;
}

QByteArray encoded(const QString &text)
{
    return text.toUtf8().toPercentEncoding();
}

class Lists {
public:
    Lists(Bench &bench, const QString &origin)
        : m_bench(bench)
        , m_origin(origin)
        , m_caller(origin, {})
    {
    }

    void run()
    {
        const QJsonObject lead =
            QJsonDocument::fromJson(get("?limit=1&offset=4321").body).array().at(0).toObject();
        const auto text = [&](QLatin1StringView name) {
            return encoded(lead.value(name).toString());
        };
        measure("status", "pending");
        measure("status", "acknowledged");
        measure("rating", "hot");
        measure("priority", "low");
        measure("relatedParty.id", "RP-101");
        measure("marketingCampaign.id", "MC-33");
        measure("channel.id", "CH-2");
        measure("name", text("name"_L1));
        measure("creationDate", text("creationDate"_L1));
        measure("statusChangeDate", text("statusChangeDate"_L1));
        measureOne(u"page at offset 900,000"_s, "?limit=50&offset=900000", {200, {}, {}});
        measureOne(u"page at offset 900,000 by -creationDate"_s, "?limit=50&offset=900000&sort=-creationDate",
                   {200, {}, {}});
        measureBesideSearches();
    }

private:
    Caller::Answer get(const QByteArray &query)
    {
        Caller::Answer answer = m_caller.get(LeadList + query);
        if (!answer.isGood())
            qFatal("%s: %s", query.constData(), answer.head.constData());
        return answer;
    }

    double timeOf(const QByteArray &query)
    {
        QElapsedTimer timer;
        timer.start();
        get(query);
        return elapsed(timer);
    }

    void measureOne(const QString &name, const QByteArray &query, const Goal &goal)
    {
        m_bench.time(
            name, ListRounds, [&] { get(query); }, goal);
    }

    /// One figure over all sorts: its worst is that of the worst one.
    void measure(const QByteArray &attribute, const QByteArray &value)
    {
        QVector<double> times;
        for (const QByteArray &sort : Sorts) {
            QVector<double> some;
            for (int round = 0; round < ListRounds; ++round)
                some.append(timeOf('?' + attribute + '=' + value + "&limit=50" + sort));
            std::sort(some.begin(), some.end());
            times.append(some.at(ListRounds / 2));
        }
        m_bench.times(
            u"50 of %1=%2, by each sort"_s.arg(QString::fromLatin1(attribute),
                                               QString::fromUtf8(QByteArray::fromPercentEncoding(value))),
            times, onePage);
    }

    /// Two searches that look into every document, and one client who wants a lead meanwhile.
    void measureBesideSearches()
    {
        Caller first(m_origin, {});
        Caller second(m_origin, {});
        const QByteArray search = QByteArray(LeadList) + "?description.regex=no.such.thing.anywhere";
        first.ask(search);
        second.ask(search);
        m_bench.time(
            u"GET by id beside two searches"_s, 300, [&] { get("/SL-4321"); }, onePage);
        first.await();
        second.await();
    }

    Bench &m_bench;
    QString m_origin;
    Caller m_caller;
};

void serverLists(Bench &bench)
{
    startServer(bench).reset(); // a first run fills it
    const std::unique_ptr<ServerProcess> server = startServer(bench);
    bench.single(u"server over that many leads, start"_s, server->startTime(), u"ms"_s, {1000, {}, {}});
    Lists(bench, server->origin()).run();
    bench.single(u"server after the lists, memory"_s, server->residentMemory(), u"MiB"_s, {100, {}, {}});
}

SALESBENCH_BENCH("server lists", serverLists)

} // namespace

} // namespace salesbench::bench
