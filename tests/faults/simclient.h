// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/workspace.h"
#include "net/sync/syncrun.h"
#include "tests/faults/ledger.h"
#include "tests/faults/simnetwork.h"
#include "tests/faults/virtualtime.h"

namespace salesbench::faults {

/// What all of a simulation share.
struct World {
    VirtualTime &time;
    Dice dice;
    SimServer server;
    Ledger ledger;
    QString folder; ///< where workspaces are kept; ends in a slash
    QString emptyWorkspace; ///< the folder of one to begin with
    QDateTime begin;
    qint64 beganAt = 0;
    int token = 0;
    int operations = 0;
    int crashes = 0;
    QStringList problems; ///< that no simulation may have
    std::function<void(const QString &)> log;

    QDateTime now() const { return begin.addMSecs(time.now() - beganAt); }
    /// A value that nothing else has.
    QString fresh(const QString &what) { return what + u'-' + QString::number(++token); }
    Surroundings surroundings()
    {
        return {.now = [this] { return now(); },
                .newId =
                    [this] {
                        return dice.uuid();
                    }};
    }
};

/// One person's workbench: a real workspace and the real synchronisation over a virtual network.
class SimClient {
public:
    SimClient(World &world, int number);
    ~SimClient();

    // What a person does.
    /// False where the workspace refuses it.
    bool record(const Change &change);
    bool undo();
    void sync(SyncExtent extent);

    // How it ends.
    void crashNow();
    /// While the workspace writes its @p statements-th statement from now on.
    void crashWithin(int statements);
    void reopen();

    bool isDead() const;
    bool isSyncing() const;
    int number() const { return m_number; }
    SimLine &line() { return m_line; }
    /// Of the last synchronisation that came to its end.
    const SyncSummary &summary() const { return m_summary; }

    Record find(ResourceKind kind, const QString &id);
    QVector<Record> documents(ResourceKind kind);
    QVector<PendingChange> pending();

private:
    struct Life;

    void open(const QString &folder);
    QString nextFolder();
    void die();
    template<typename T>
    Result<T> await(QFuture<Result<T>> future);
    QCoro::Task<void> run(std::shared_ptr<Life> life, SyncExtent extent);
    QVector<Deed> deedsOf(const Change &change);
    void settleDoubt();
    int attempts();

    World &m_world;
    int m_number;
    int m_folders = 0;
    SimLine m_line;
    std::shared_ptr<Life> m_life;
    QString m_left; ///< the folder that the last end left behind
    SyncSummary m_summary;
    /// What was being done when it ended: a change, or the undoing of one.
    struct Doubt {
        QVector<Deed> deeds;
        QString undoing;
    };
    std::optional<Doubt> m_doubt;
};

} // namespace salesbench::faults
