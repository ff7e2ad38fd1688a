// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/twinverdict.h"

#include <QJsonArray>
#include <QMap>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace salesbench::faults {

namespace {

using Resources = QVector<std::shared_ptr<Resource>>;

/// All that is there of one creation, the elder first.
QMap<QString, Resources> creations(const World &world)
{
    QMap<QString, Resources> result;
    for (const auto &resource : world.server.living()) {
        if (!resource->marker.isEmpty())
            result[resource->marker].append(resource);
    }
    result.removeIf([](const auto &creation) { return creation.value().size() < 2; });
    return result;
}

/// One creation at the workbench that made it.
class TwinInspection {
public:
    TwinInspection(World &world, SimClient &maker, const Record &original, const Resources &there)
        : m_world(world)
        , m_maker(maker)
        , m_original(original)
        , m_there(there)
    {
    }

    QStringList run()
    {
        if (m_original.serverId != m_there.first()->id)
            complain(u"stands for %1"_s.arg(m_original.serverId));
        lookForQuestions();
        for (const auto &younger : m_there.mid(1))
            lookForDeeds(*younger);
        return m_found;
    }

private:
    void complain(const QString &what)
    {
        m_found.append(u"client %1's %2, which is %3 and %4 more: %5"_s.arg(m_maker.number())
                           .arg(m_original.localId, m_there.first()->id)
                           .arg(m_there.size() - 1)
                           .arg(what));
    }
    void lookForQuestions();
    void lookForDeeds(const Resource &younger);
    bool isAskedElsewise(const Resource &younger);
    bool isReplaced(const QVector<Deed> &deeds, qsizetype index, const QString &unit) const;
    bool hasCome(const QString &unit, const QJsonValue &value) const;

    World &m_world;
    SimClient &m_maker;
    Record m_original;
    Resources m_there;
    QStringList m_found;
};

/// The user deletes it already, or is asked something else about it first.
bool TwinInspection::isAskedElsewise(const Resource &younger)
{
    const Record record = m_maker.find(younger.kind, younger.id);
    return record.deleted || record.sync == SyncState::Conflict;
}

void TwinInspection::lookForQuestions()
{
    const QVector<PendingChange> pending = m_maker.pending();
    for (const auto &younger : m_there.mid(1)) {
        const QString id = m_maker.find(younger->kind, younger->id).localId;
        const bool isAsked = std::any_of(pending.begin(), pending.end(), [&](const PendingChange &change) {
            return change.localId == id && change.twinOf == m_original.localId;
        });
        if (!isAsked && !isAskedElsewise(*younger))
            complain(u"nobody is asked about %1"_s.arg(younger->id));
    }
}

bool TwinInspection::isReplaced(const QVector<Deed> &deeds, qsizetype index, const QString &unit) const
{
    return std::any_of(deeds.begin() + index + 1, deeds.end(), [&](const Deed &later) {
        return changedUnits(later.kind, later.before, later.after, false).contains(unit);
    });
}

bool TwinInspection::hasCome(const QString &unit, const QJsonValue &value) const
{
    const auto has = [&](const QJsonObject &document) {
        return isElementwise(unit) ? hasElement(document, unit, value)
                                   : sameValue(unitOf(document, unit), value);
    };
    const auto &history = m_there.first()->history;
    return has(m_original.local)
        || std::any_of(history.begin(), history.end(),
                       [&](const Resource::Version &version) { return has(version.document); });
}

/// What the maker typed while the record stood for the younger one, and what stands there still.
void TwinInspection::lookForDeeds(const Resource &younger)
{
    QVector<Deed> deeds = m_world.ledger.deeds();
    deeds.removeIf([this](const Deed &deed) {
        return deed.who != m_maker.number() || deed.undone || deed.localId != m_original.localId;
    });
    for (qsizetype i = 0; i < deeds.size(); ++i) {
        const Deed &deed = deeds.at(i);
        if (deed.serverId != younger.id)
            continue;
        for (const QString &unit : changedUnits(deed.kind, deed.before, deed.after, false)) {
            const QJsonArray values = isElementwise(unit) ? addedElements(deed.before, deed.after, unit)
                                                          : QJsonArray{unitOf(deed.after, unit)};
            for (const QJsonValue &value : values) {
                if (!isReplaced(deeds, i, unit) && !hasCome(unit, value))
                    complain(u"%1 of %2 is in %3 alone"_s.arg(unit, deed.title, younger.id));
            }
        }
    }
}

} // namespace

QStringList twinVerdict(World &world, const std::vector<std::unique_ptr<SimClient>> &clients)
{
    QStringList found;
    const QMap<QString, Resources> all = creations(world);
    for (auto it = all.begin(); it != all.end(); ++it) {
        for (const auto &client : clients) {
            const Record original = client->find(it->first()->kind, it.key());
            // One that the user deleted is gone, and one with a conflict waits for the user first.
            if (original.localId == it.key() && !original.deleted && original.sync != SyncState::Conflict)
                found += TwinInspection(world, *client, original, *it).run();
        }
    }
    return found;
}

} // namespace salesbench::faults
