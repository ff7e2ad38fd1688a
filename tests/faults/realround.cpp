// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/realround.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QTimer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace salesbench::faults {

namespace {

using std::chrono::milliseconds;

constexpr int Steps = 4;
constexpr int Harshness = 20;
constexpr int MostSyncs = 20;

bool isRecorded(const Deed &deed, const QMap<QString, WorkspaceFile::Kept> &kept,
                const QMap<QString, int> &written)
{
    const auto document = kept.constFind(deed.made.localId);
    switch (deed.op) {
    case Edit::Op::Create:
        return document != kept.constEnd();
    case Edit::Op::Delete:
        return document != kept.constEnd() && document->isDeleted;
    case Edit::Op::Update:
        break;
    }
    return written.contains(deed.value);
}

QString lineOf(const Deed &deed)
{
    return QString::fromUtf8(toLine(deed).trimmed());
}

bool isIdle(const QByteArray &line)
{
    const QJsonObject summary = QJsonDocument::fromJson(line).object();
    return summary.value("pulled"_L1).toInt() + summary.value("pushed"_L1).toInt() == 0;
}

} // namespace

RealRound::RealRound(quint64 seed, const RoundSetting &setting, RunTotals &totals)
    : m_setting(setting)
    , m_totals(totals)
    , m_dice(seed)
    , m_script(m_dice)
    , m_proxy(m_dice)
    , m_server(setting.folder + u"/server.sqlite"_s, setting.log)
    , m_colleague(m_script, m_dice, setting.log)
    , m_desk(m_setting, m_dice)
{
    QDir().mkpath(setting.folder);
    m_proxy.isPlain = setting.isPlain;
    m_proxy.log = setting.log;
    m_serverLoss.setSingleShot(true);
    QObject::connect(&m_serverLoss, &QTimer::timeout, &m_proxy, [this] { loseServer(); });
    m_proxy.moment = [this] {
        m_desk.passMoment();
        if (m_serverFuse > 0 && --m_serverFuse == 0)
            m_serverLoss.start(milliseconds(m_dice.below(4)));
    };
    m_proxy.meddle = [this](const QByteArray &path, const std::function<void()> &done) {
        m_colleague.change(QString::fromLatin1(path), done);
    };
    m_desk.killed = [this] {
        ++m_totals.workbenchKills;
        m_proxy.watch.noteKill();
    };
}

QStringList RealRound::run()
{
    bringServerBack();
    if (!m_server.isUp())
        return m_found;
    m_proxy.harshness = Harshness;
    for (int i = 0; i < Steps; ++i)
        step();
    m_proxy.harshness = 0;
    comeToRest();
    m_totals.requests += m_proxy.requests;
    m_totals.faults += m_proxy.faults;
    return judge() + m_desk.problems() + m_proxy.watch.blindRepeats() + m_found;
}

void RealRound::step()
{
    if (m_script.made().isEmpty() || m_dice.chance(75))
        apply();
    if (!m_setting.isPlain && !m_script.made().isEmpty() && m_dice.chance(40))
        meetColleague();
    if (m_dice.chance(50))
        letTimePass();
    synchronise();
}

void RealRound::apply()
{
    const bool isDoomed = m_dice.chance(45);
    const QVector<Deed> deeds = m_script.write(isDoomed ? 60 + m_dice.below(100) : 4 + m_dice.below(12));
    QFile file(m_setting.folder + u"/edits.jsonl"_s);
    if (!file.open(QFile::WriteOnly))
        return complain(u"the edits cannot be written"_s);
    for (const Deed &deed : deeds)
        file.write(toLine(deed));
    file.close();
    take(deeds, m_desk.apply(file.fileName(), isDoomed));
}

/// On a plain server what the last one sent could overtake what this one sends.
void RealRound::synchronise()
{
    if (m_setting.isPlain)
        waitUntil([this] { return m_proxy.isQuiet(); }, Patience);
    m_serverFuse = m_dice.chance(30) ? 1 + m_dice.below(30) : 0;
    m_desk.sync(m_proxy.origin(), m_dice.chance(50));
    m_serverFuse = 0;
    m_serverLoss.stop(); // too late for this one, and nobody would bring it back
    bringServerBack();
}

void RealRound::meetColleague()
{
    const Made &made = m_dice.pick(m_script.made());
    bool isDone = false;
    const QString path = u"/tmf-api/sales/v4/%1/%2"_s.arg(resourceType(made.kind).name, made.localId);
    m_colleague.change(path, [&isDone] { isDone = true; });
    if (!waitUntil([&isDone] { return isDone; }, Patience))
        complain(u"the server does not answer"_s);
}

/// For a while, or until the workbench has ended; to that one it looks broken, or as if there were none.
void RealRound::loseServer()
{
    ++m_totals.serverKills;
    m_server.kill();
    if (m_dice.chance(40))
        m_proxy.close();
    if (m_dice.chance(60))
        QTimer::singleShot(milliseconds(m_dice.below(200)), &m_proxy, [this] {
            if (!m_server.isRunning())
                m_server.start();
            m_proxy.open();
        });
}

void RealRound::bringServerBack()
{
    if (!m_server.isRunning())
        m_server.start();
    waitUntil([this] { return m_server.isUp() || m_server.hasCrashed(); }, Patience);
    if (!m_server.isUp())
        complain(u"the server does not run"_s);
    m_proxy.target = m_colleague.port = m_server.port();
    m_proxy.open();
}

/// Only once nothing is on its way any more: what waits, waits longer than a request can live.
void RealRound::letTimePass()
{
    if (!waitUntil([this] { return m_proxy.isQuiet() && m_colleague.isQuiet(); }, Patience))
        complain(u"the network does not come to rest"_s);
    m_desk.file().letTimePass();
}

void RealRound::comeToRest()
{
    for (int i = 0; i < MostSyncs; ++i) {
        letTimePass();
        const RealDesk::Ending ending = m_desk.sync(m_proxy.origin(), false);
        if (ending.exitCode > 1)
            complain(u"the synchronisation ended with %1"_s.arg(ending.exitCode));
        if (ending.isDone || (isIdle(ending.output) && !m_desk.file().isInDoubt()))
            return;
    }
    complain(u"it does not come to rest"_s);
}

/// Of lines that nobody acknowledged the first ones may be recorded: the workspace says which, and so its
/// user sees it.
void RealRound::take(const QVector<Deed> &deeds, const RealDesk::Ending &ending)
{
    const bool isLookedAt = ending.wasKilled || m_dice.chance(30);
    const Documents here = isLookedAt ? m_desk.exported() : Documents();
    WorkspaceFile file = m_desk.file();
    const auto kept = file.documents();
    const auto written = file.written();
    QVector<Deed> recorded;
    bool isOver = false;
    for (const Deed &deed : deeds) {
        const bool isThere = isRecorded(deed, kept, written);
        if (isThere && isOver)
            complain(u"recorded, although what stood before it is not: "_s + lineOf(deed));
        if (!isThere && ending.isDone)
            complain(u"acknowledged, and not recorded: "_s + lineOf(deed));
        isOver = isOver || !isThere;
        if (isThere)
            recorded.append(deed);
    }
    for (const Deed &deed : std::as_const(recorded))
        m_script.accept(deed);
    m_totals.edits += static_cast<int>(recorded.size());
    m_setting.log(u"%1 of %2 edits are recorded"_s.arg(recorded.size()).arg(deeds.size()));
    const bool mayStop = std::any_of(m_script.made().begin(), m_script.made().end(),
                                     [](const Made &made) { return made.isGone; });
    if (!ending.isDone && !ending.wasKilled && !mayStop)
        complain(u"the edits ended with %1"_s.arg(ending.exitCode));
    if (isLookedAt)
        compare(here, recorded);
}

/// The user sees what was just recorded.
void RealRound::compare(const Documents &here, const QVector<Deed> &deeds)
{
    QMap<QString, QMap<QString, QString>> last;
    for (const Deed &deed : deeds)
        last[deed.made.name].insert(deed.attribute, deed.value);
    for (const Made &made : std::as_const(m_script.made())) {
        if (here.contains(made.name) == made.isDeleted && !made.isGone)
            complain(u"%1: deleted is %2, shown too"_s.arg(made.name).arg(made.isDeleted));
        const QMap<QString, QString> wanted = last.value(made.name);
        for (const QString &attribute : Script::attributes()) {
            const QString shown = here.value(made.name).value(attribute).toString();
            if (wanted.contains(attribute) && !made.isDeleted && shown != wanted.value(attribute))
                complain(u"%1 shows %2, not %3"_s.arg(made.name, shown, wanted.value(attribute)));
        }
    }
}

QStringList RealRound::judge()
{
    const Documents here = m_desk.exported();
    WorkspaceFile workspace = m_desk.file();
    RealEnd end{.script = m_script,
                .colleague = m_colleague,
                .workspace = workspace,
                .here = here,
                .there = {},
                .twice = {},
                .isPlain = m_setting.isPlain};
    if (!m_colleague.list(end.there, end.twice))
        complain(u"the server does not say what it has"_s);
    return faults::judge(end, m_totals);
}

void RealRound::complain(const QString &sentence)
{
    m_setting.log(u"BROKEN: "_s + sentence);
    m_found.append(sentence);
}

} // namespace salesbench::faults
