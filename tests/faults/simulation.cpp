// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/simulation.h"

#include "tests/faults/crashpoint.h"
#include "tests/faults/simuser.h"
#include "tests/faults/verdict.h"

#include <QDir>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace salesbench::faults {

namespace {

constexpr qint64 Minute = 60'000;
constexpr int MostRounds = 60;

using Clients = std::vector<std::unique_ptr<SimClient>>;

class Simulation {
public:
    Simulation(World &world, const Setting &setting);

    QStringList run(Totals &totals);

private:
    void meet();
    void storm();
    void step();
    void advance();
    void disturb(SimClient &client);
    void calmDown();
    bool comeToRest();
    bool round();
    QString unrest() const;
    void finish(SimClient &client);

    World &m_world;
    Clients m_clients;
};

Simulation::Simulation(World &world, const Setting &setting)
    : m_world(world)
{
    const int count = setting.clients > 0 ? setting.clients : 1 + world.dice.below(3);
    for (int i = 0; i < count; ++i)
        m_clients.push_back(std::make_unique<SimClient>(world, i));
}

QStringList Simulation::run(Totals &totals)
{
    fillServer(m_world);
    if (m_world.dice.chance(80))
        meet();
    storm();
    calmDown();
    QStringList found;
    if (!comeToRest())
        found.append(u"it does not come to rest:"_s + unrest());
    found += verdict(m_world, m_clients, totals);
    for (const auto &client : m_clients) {
        totals.requests += client->line().requests;
        totals.faults += client->line().faults;
    }
    return found;
}

/// Everybody knows what the server has.
void Simulation::meet()
{
    for (const auto &client : m_clients)
        finish(*client);
}

void Simulation::storm()
{
    const int steps = 20 + m_world.dice.below(40);
    const int harshness = 10 + m_world.dice.below(40);
    for (const auto &client : m_clients)
        client->line().harshness = harshness;
    for (int i = 0; i < steps; ++i)
        step();
}

void Simulation::step()
{
    advance();
    SimClient &client = *m_world.dice.pick(m_clients);
    if (client.isDead())
        client.reopen();
    const int what = m_world.dice.below(100);
    if (what < 48)
        actAsUser(m_world, client);
    else if (what < 75)
        client.sync(m_world.dice.chance(70) ? SyncExtent::Full : SyncExtent::SendOnly);
    else if (what < 87)
        actAsOther(m_world);
    else
        disturb(client);
}

void Simulation::advance()
{
    const int what = m_world.dice.below(100);
    const qint64 most = what < 60 ? 300 : what < 90 ? 20'000 : 10 * Minute;
    m_world.time.runUntil(m_world.time.now() + m_world.dice.below(static_cast<int>(most)));
}

void Simulation::disturb(SimClient &client)
{
    switch (m_world.dice.below(4)) {
    case 0:
        client.line().online = !client.line().online;
        m_world.log(u"   client %1 is %2"_s.arg(client.number())
                        .arg(client.line().online ? u"online"_s : u"offline"_s));
        break;
    case 1:
        client.crashNow();
        break;
    case 2:
        client.crashWithin(1 + m_world.dice.below(120));
        break;
    default:
        client.line().sendsUntilCrash = 1 + m_world.dice.below(6);
    }
}

void Simulation::calmDown()
{
    m_world.log(u"   all is well"_s);
    crashpoint::disarm();
    for (const auto &client : m_clients) {
        SimLine &line = client->line();
        line.online = true;
        line.harshness = 0;
        line.sendsUntilCrash = 0;
    }
    m_world.time.runUntil(m_world.time.now() + 10 * Minute); // what is under way arrives
    for (const auto &client : m_clients) {
        if (client->isDead())
            client->reopen();
    }
}

/// Twice nothing to do: the first time may have ended a pull that began before.
bool Simulation::comeToRest()
{
    int quiet = 0;
    for (int i = 0; i < MostRounds && quiet < 2; ++i)
        quiet = round() ? quiet + 1 : 0;
    return quiet == 2;
}

/// Everybody synchronises once; true where there was nothing left to do.
bool Simulation::round()
{
    m_world.time.runUntil(m_world.time.now() + 6 * Minute); // longer than anything is put off
    bool isQuiet = true;
    for (const auto &client : m_clients) {
        finish(*client);
        const SyncSummary &summary = client->summary();
        isQuiet = isQuiet && !summary.problem && summary.waiting == waitingForUsers(*client)
            && summary.pulled == 0 && summary.pushed == 0;
    }
    return isQuiet;
}

QString Simulation::unrest() const
{
    QString result;
    for (const auto &client : m_clients) {
        const SyncSummary &last = client->summary();
        result += u" client %1 has sent %2, taken %3, and keeps %4 (%5)."_s.arg(client->number())
                      .arg(last.pushed)
                      .arg(last.pulled)
                      .arg(last.waiting)
                      .arg(last.problem ? last.problem->sentence : u"no problem"_s);
    }
    return result;
}

void Simulation::finish(SimClient &client)
{
    client.sync(SyncExtent::Full);
    while (client.isSyncing() && m_world.time.runNext()) { }
}

/// An empty workspace to copy, since making one takes longer than all the rest.
QString emptyWorkspace(const QString &folder)
{
    static QString made;
    if (made.isEmpty()) {
        made = folder + u"empty"_s;
        const auto workspace = Workspace::open(made, {.surroundings = Surroundings::real(), .author = {}});
        if (!workspace)
            qFatal("%s", qPrintable(workspace.error().sentence));
    }
    return made;
}

} // namespace

QStringList simulate(quint64 seed, const Setting &setting, VirtualTime &time, Totals &totals)
{
    const QDateTime begin({2026, 11, 24}, {9, 30}, Qt::UTC);
    Dice dice(seed);
    static constexpr int Pages[]{1000, 1000, 7};
    const int page = dice.pick(Pages);
    World world{.time = time,
                .dice = dice,
                .server = SimServer(setting.server, {}, page),
                .ledger = {},
                .folder = setting.folder + u"seed%1/"_s.arg(seed),
                .emptyWorkspace = emptyWorkspace(setting.folder),
                .begin = begin,
                .beganAt = time.now(),
                .problems = {},
                .log = {}};
    world.server = SimServer(
        setting.server, [&world] { return world.now(); }, page);
    world.server.takesBatches = setting.server == SimServer::Kind::Versions && seed % 2 == 0;
    world.server.beforeChange = [&world](int who, const Resource &resource, const QJsonObject &after) {
        world.ledger.judgeChange(who, resource, after);
    };
    world.log = [&](const QString &line) {
        setting.log(world.now().toString(u"HH:mm:ss.zzz "_s) + line);
    };
    QStringList found;
    {
        Simulation simulation(world, setting);
        found = simulation.run(totals);
    }
    QDir(world.folder).removeRecursively();
    ++totals.seeds;
    totals.operations += world.operations;
    totals.crashes += world.crashes;
    return found;
}

} // namespace salesbench::faults
