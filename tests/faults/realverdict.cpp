// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/realverdict.h"

#include "net/sync/answers.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace salesbench::faults {

namespace {

using Kept = WorkspaceFile::Kept;

bool isStopped(const Kept &kept)
{
    return kept.sync == SyncState::Conflict || kept.sync == SyncState::Refused;
}

QString toText(const QJsonObject &document)
{
    return QString::fromUtf8(QJsonDocument(document).toJson(QJsonDocument::Compact));
}

class Court {
public:
    Court(const RealEnd &end, RunTotals &totals)
        : m_end(end)
        , m_totals(totals)
        , m_kept(end.workspace.documents())
        , m_written(end.workspace.written())
        , m_replaced(end.workspace.replaced())
        , m_taken(end.workspace.taken())
    {
    }

    QStringList run();

private:
    void lookForStrangers();
    void judge(const Made &made);
    void judgeStopped(const Made &made, const Kept &kept);
    void judgeEnded(const Made &made);
    void judgeSettled(const Made &made, const Kept &kept);
    void judgeAudit(const Made &made);
    void judgeWord(const Colleague::Word &word);
    bool isBehindStopped(const Made &made) const;
    const Made *find(const QString &localId) const;
    void complain(const QString &sentence) { m_found.append(sentence); }
    void miss(const QString &sentence);

    const RealEnd &m_end;
    RunTotals &m_totals;
    QMap<QString, Kept> m_kept;
    QMap<QString, int> m_written;
    QSet<QString> m_replaced;
    QSet<QString> m_taken;
    QStringList m_found;
};

QStringList Court::run()
{
    m_totals.duplicates += static_cast<int>(m_end.twice.size());
    for (const QString &name : m_end.twice)
        complain(u"the server has %1 more than once"_s.arg(name));
    lookForStrangers();
    for (const Made &made : m_end.script.made())
        judge(made);
    for (const Colleague::Word &word : m_end.colleague.words())
        judgeWord(word);
    return m_found;
}

void Court::lookForStrangers()
{
    QStringList known;
    for (const Made &made : m_end.script.made())
        known.append(made.name);
    for (const QString &name : m_end.there.keys() + m_end.here.keys()) {
        if (!known.contains(name))
            complain(u"nobody recorded %1, which is there"_s.arg(name));
    }
}

void Court::judge(const Made &made)
{
    judgeAudit(made);
    const auto kept = m_kept.constFind(made.localId);
    if (kept == m_kept.constEnd())
        return judgeEnded(made);
    if (isStopped(*kept) || (kept->sync == SyncState::Waiting && isBehindStopped(made)))
        return judgeStopped(made, *kept);
    judgeSettled(made, *kept);
}

/// It waits for the user, who sees all that is not on the server.
void Court::judgeStopped(const Made &made, const Kept &kept)
{
    ++m_totals.conflicts;
    const bool isTired = kept.attempts >= MostAttempts;
    if (kept.sync == SyncState::Refused && !m_end.isPlain && !isTired)
        complain(u"%1 was refused: %2"_s.arg(made.name, kept.reason));
    if (kept.sync == SyncState::Conflict && !made.isTouched)
        complain(u"%1 is in conflict with nobody: %2"_s.arg(made.name, kept.reason));
    if (kept.waiting == 0)
        miss(u"%1 is stopped, and nothing waits"_s.arg(made.name));
    if (made.isDeleted != kept.isDeleted)
        miss(u"%1 was deleted, and is not"_s.arg(made.name));
    if (made.isDeleted)
        return;
    for (auto it = made.values.begin(); it != made.values.end(); ++it) {
        const QString shown = m_end.here.value(made.name).value(it.key()).toString();
        if (shown != *it && !m_end.colleague.replaced().contains(*it))
            miss(u"%1 of %2, which is stopped, shows %3"_s.arg(*it, made.name, shown));
    }
}

/// The workspace has it no more.
void Court::judgeEnded(const Made &made)
{
    if (!made.isDeleted && !made.isGone)
        miss(u"%1 has vanished from the workspace"_s.arg(made.name));
    if (m_end.there.contains(made.name))
        complain(u"%1 was deleted, and the server still has it"_s.arg(made.name));
    for (const QString &value : made.values) {
        if (!made.isDeleted && !m_end.colleague.replaced().contains(value))
            miss(u"%1 was deleted by somebody who had not seen %2"_s.arg(made.name, value));
    }
}

void Court::judgeSettled(const Made &made, const Kept &kept)
{
    if (kept.isDeleted && kept.serverId.isEmpty() && !m_end.there.contains(made.name))
        return; // before it left
    if (kept.sync != SyncState::Synced || kept.waiting > 0)
        complain(u"%1 does not come to rest (state %2, %3 waiting)"_s.arg(made.name)
                     .arg(static_cast<int>(kept.sync))
                     .arg(kept.waiting));
    if (made.isDeleted || !m_end.there.contains(made.name))
        return miss(u"%1 is in the workspace, deleted %2, and on the server %3"_s.arg(made.name)
                        .arg(made.isDeleted)
                        .arg(m_end.there.contains(made.name)));
    const QJsonObject here = m_end.here.value(made.name);
    const QJsonObject there = m_end.there.value(made.name);
    if (here != there)
        complain(u"%1 differs: %2 here, %3 there"_s.arg(made.name, toText(here), toText(there)));
    for (auto it = made.values.begin(); it != made.values.end(); ++it) {
        if (there.value(it.key()).toString() != *it && !m_end.colleague.replaced().contains(*it))
            miss(u"%1 of %2 is %3"_s.arg(*it, made.name, there.value(it.key()).toString()));
    }
}

/// What the user did stands in the audit, and once.
void Court::judgeAudit(const Made &made)
{
    for (const QString &value : made.values) {
        if (m_written.value(value) != 1)
            complain(u"%1 stands %2 times in the audit"_s.arg(value).arg(m_written.value(value)));
    }
    const auto kept = m_kept.constFind(made.localId);
    const int expected = made.isDeleted ? 2 : 1;
    if (kept != m_kept.constEnd() && kept->wholes != expected)
        complain(u"the audit has %1 lines about %2 as a whole"_s.arg(kept->wholes).arg(made.name));
}

/// Whatever somebody else wrote stands, or was seen by the user before it went.
void Court::judgeWord(const Colleague::Word &word)
{
    const Made *made = find(word.localId);
    if (!made || made->isGone)
        return;
    const bool stands = m_end.there.value(made->name).value(word.attribute).toString() == word.value;
    const bool wasSeen = m_end.colleague.replaced().contains(word.value) || m_replaced.contains(word.value)
        || (made->isDeleted && m_taken.contains(word.value));
    if (stands || wasSeen)
        return;
    ++m_totals.overwrites;
    complain(u"%1 of %2 was overwritten unseen"_s.arg(word.value, made->name));
}

bool Court::isBehindStopped(const Made &made) const
{
    const Made *origin = find(made.origin);
    const Kept kept = m_kept.value(made.origin);
    return origin && kept.serverId.isEmpty() && isStopped(kept);
}

const Made *Court::find(const QString &localId) const
{
    for (const Made &made : m_end.script.made()) {
        if (made.localId == localId)
            return &made;
    }
    return nullptr;
}

void Court::miss(const QString &sentence)
{
    ++m_totals.lost;
    complain(sentence);
}

} // namespace

void RunTotals::add(const RunTotals &other)
{
    for (int RunTotals::*count : {&RunTotals::edits, &RunTotals::requests, &RunTotals::faults,
                                  &RunTotals::workbenchKills, &RunTotals::serverKills, &RunTotals::conflicts,
                                  &RunTotals::duplicates, &RunTotals::lost, &RunTotals::overwrites})
        this->*count += other.*count;
}

QStringList judge(const RealEnd &end, RunTotals &totals)
{
    return Court(end, totals).run();
}

} // namespace salesbench::faults
