// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/simclient.h"

#include "models/domain/editing.h"
#include "tests/faults/crashpoint.h"
#include "tests/faults/settledjournal.h"

#include <QDir>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace salesbench::faults {

namespace {

constexpr int All = 10'000;

const ServerAddress &address()
{
    static const ServerAddress parsed = *ServerAddress::parse(u"http://server.example"_s);
    return parsed;
}

} // namespace

/// From one start of a workbench to its end.
struct SimClient::Life {
    QString folder;
    std::shared_ptr<bool> isDead = std::make_shared<bool>(false);
    std::unique_ptr<Workspace> workspace;
    std::unique_ptr<SettledJournal> journal;
    std::shared_ptr<SimNetwork> network;
    bool isSyncing = false;

    QString file() const { return folder + "/workspace.sqlite"_L1; }
};

SimClient::SimClient(World &world, int number)
    : m_world(world)
    , m_number(number)
    , m_line(world.server, world.dice, number)
{
    m_line.log = world.log;
    m_line.crash = [this] {
        crashNow();
    };
    const QString folder = nextFolder();
    crashpoint::copy(world.emptyWorkspace + "/workspace.sqlite"_L1, folder);
    open(folder);
}

SimClient::~SimClient() = default;

QString SimClient::nextFolder()
{
    return m_world.folder + u"client%1-%2"_s.arg(m_number).arg(++m_folders);
}

void SimClient::open(const QString &folder)
{
    auto opened = Workspace::open(
        folder, {.surroundings = m_world.surroundings(), .author = u"User %1"_s.arg(m_number)});
    if (!opened)
        qFatal("%s", qPrintable(opened.error().sentence));
    m_life = std::make_shared<Life>();
    m_life->folder = folder;
    m_life->workspace = std::move(*opened);
    if (!m_life->workspace->notice().isEmpty())
        m_world.problems.append(m_life->workspace->notice());
    m_life->journal = std::make_unique<SettledJournal>(m_life->workspace->journal(), m_life->isDead, [this] {
        if (crashpoint::hasFired())
            die();
    });
    m_life->network = std::make_shared<SimNetwork>(m_line, m_life->isDead);
    m_life->journal->counts(); // what opening leaves to do is done before
}

bool SimClient::isDead() const
{
    return *m_life->isDead;
}

bool SimClient::isSyncing() const
{
    return m_life->isSyncing;
}

void SimClient::die()
{
    *m_life->isDead = true;
    crashpoint::disarm();
    m_line.sendsUntilCrash = 0;
    ++m_world.crashes;
    m_world.log(u"   client %1 crashes"_s.arg(m_number));
}

void SimClient::crashNow()
{
    if (isDead())
        return;
    m_left = nextFolder();
    crashpoint::copy(m_life->file(), m_left);
    die();
}

void SimClient::crashWithin(int statements)
{
    m_left = nextFolder();
    crashpoint::arm(m_life->file(), statements, m_left);
}

void SimClient::reopen()
{
    m_life->workspace.reset();
    QDir(m_life->folder).removeRecursively();
    open(m_left);
    m_world.log(u"   client %1 starts again"_s.arg(m_number));
    settleDoubt();
}

/// Nobody was told how that ended: the workspace says it now.
void SimClient::settleDoubt()
{
    if (!m_doubt)
        return;
    const Doubt doubt = *std::exchange(m_doubt, std::nullopt);
    const QVector<PendingChange> left = pending();
    const auto stands = [&](const Deed &deed) {
        // What never left waits for nothing once it is deleted.
        return (deed.op == Edit::Op::Delete && find(deed.kind, deed.localId).deleted)
            || std::any_of(left.begin(), left.end(),
                           [&](const PendingChange &change) { return change.title == deed.title; });
    };
    for (const Deed &deed : doubt.deeds) {
        if (stands(deed))
            m_world.ledger.add(deed);
    }
    const QVector<Deed> &deeds = m_world.ledger.deeds();
    if (!doubt.undoing.isEmpty())
        m_world.ledger.setUndone(doubt.undoing,
                                 std::none_of(deeds.begin(), deeds.end(), [&](const Deed &deed) {
                                     return deed.title == doubt.undoing && stands(deed);
                                 }));
}

template<typename T>
Result<T> SimClient::await(QFuture<Result<T>> future)
{
    future.waitForFinished();
    if (crashpoint::hasFired())
        die();
    return future.result();
}

bool SimClient::record(const Change &change)
{
    const QVector<Deed> deeds = deedsOf(change);
    const Result<void> done = await(m_life->workspace->edits().record(change));
    ++m_world.operations;
    m_world.log(
        u"   client %1: %2 %3"_s.arg(m_number).arg(change.title, done ? QString() : done.error().sentence));
    for (const Deed &deed : deeds)
        m_world.log(u"      %1 %2 %3"_s.arg(
            deed.localId, deed.serverId,
            toText(deed.op == Edit::Op::Delete ? QJsonValue() : QJsonValue(deed.after))));
    if (isDead())
        m_doubt = {deeds, {}};
    else if (done)
        for (const Deed &deed : deeds)
            m_world.ledger.add(deed);
    return done.has_value();
}

QVector<Deed> SimClient::deedsOf(const Change &change)
{
    QVector<Deed> result;
    for (const Edit &edit : change.edits) {
        const Record record = edit.op == Edit::Op::Create ? Record() : find(edit.kind, edit.id);
        Deed deed{.who = m_number,
                  .op = edit.op,
                  .kind = edit.kind,
                  .localId = edit.op == Edit::Op::Create ? edit.id : record.localId,
                  .serverId = record.serverId,
                  .before = record.local,
                  .after = {},
                  .title = change.title};
        if (edit.op == Edit::Op::Create)
            deed.after = createdDocument(edit);
        else if (edit.op == Edit::Op::Update)
            deed.after = updatedDocument(edit.kind, record.local, edit.content).value_or(record.local);
        result.append(deed);
    }
    return result;
}

bool SimClient::undo()
{
    WorkspaceEdits &edits = m_life->workspace->edits();
    const QString title = edits.undoState().undoTitle;
    if (title.isEmpty())
        return false;
    const Result<void> done = await(edits.undo());
    ++m_world.operations;
    m_world.log(
        u"   client %1 undoes %2 %3"_s.arg(m_number).arg(title, done ? QString() : done.error().sentence));
    if (isDead())
        m_doubt = {{}, title};
    else if (done)
        m_world.ledger.setUndone(title, true);
    return done.has_value();
}

void SimClient::sync(SyncExtent extent)
{
    if (isSyncing() || isDead())
        return;
    m_world.log(u"   client %1 synchronises"_s.arg(m_number));
    run(m_life, extent);
}

QCoro::Task<void> SimClient::run(std::shared_ptr<Life> life, SyncExtent extent)
{
    SyncTiming timing;
    timing.random = [this] {
        return m_world.dice.unit();
    };
    const ServerConnection connection{.address = address(),
                                      .token = "token",
                                      .network = life->network,
                                      .cancel = std::make_shared<CancelSignal>(),
                                      .timeout = timing.timeout};
    SyncContext context{.journal = *life->journal,
                        .connection = connection,
                        .surroundings = m_world.surroundings(),
                        .timing = timing,
                        .progress = {},
                        .capabilities = {}};
    life->isSyncing = true;
    const bool isOffline = !m_line.online;
    const qint64 before = m_line.requests;
    const int tried = attempts();
    const SyncSummary summary = co_await runSync(std::move(context), extent);
    life->isSyncing = false;
    if (*life->isDead)
        co_return;
    m_summary = summary;
    m_world.log(u"   client %1 has synchronised: %2"_s.arg(m_number).arg(
        summary.problem ? summary.problem->sentence : u"well"_s));
    if (isOffline && !m_line.online && m_line.requests == before && attempts() > tried)
        m_world.problems.append(u"client %1 counted an attempt while it was offline"_s.arg(m_number));
}

int SimClient::attempts()
{
    int sum = 0;
    for (const PendingChange &change : pending())
        sum += change.attempts;
    return sum;
}

Record SimClient::find(ResourceKind kind, const QString &id)
{
    return await(m_life->workspace->queries().record(kind, id)).value_or(Record());
}

QVector<Record> SimClient::documents(ResourceKind kind)
{
    WorkspaceQueries &queries = m_life->workspace->queries();
    const Result<ListHead> head = await(queries.head({.kind = kind, .filter = {}, .sort = {}}, All));
    const Result<QVector<ListRow>> rows =
        head ? await(queries.rows(kind, head->first)) : Result<QVector<ListRow>>(QVector<ListRow>());
    QVector<Record> result;
    for (const ListRow &row : rows.value_or(QVector<ListRow>()))
        result.append(find(kind, row.localId));
    return result;
}

QVector<PendingChange> SimClient::pending()
{
    return await(m_life->workspace->queries().pending(All)).value_or(QVector<PendingChange>());
}

} // namespace salesbench::faults
