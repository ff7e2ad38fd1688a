// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/verdict.h"

#include "models/domain/merge.h"
#include "models/domain/references.h"
#include "tests/faults/twinverdict.h"

#include <QJsonArray>
#include <QMap>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace salesbench::faults {

namespace {

bool isStopped(const Record &record)
{
    return record.sync == SyncState::Conflict || record.sync == SyncState::Refused;
}

/// The user can see why it is not on the server: it is stopped, or waits for something that is. New documents
/// may name each other, so that @p met is not asked again.
bool isShown(SimClient &client, const Record &record, QSet<QString> met = {})
{
    if (isStopped(record))
        return true;
    if (record.sync != SyncState::Waiting || met.contains(record.localId))
        return false;
    met.insert(record.localId);
    for (const Reference &reference : references(record.local)) {
        const Record other = client.find(reference.kind, reference.id);
        if (other.row != 0 && other.serverId.isEmpty() && isShown(client, other, met))
            return true;
    }
    return false;
}

/// Everything about one workbench at the end.
class Inspection {
public:
    Inspection(World &world, SimClient &client, Totals &totals)
        : m_world(world)
        , m_client(client)
        , m_totals(totals)
    {
    }

    QStringList run()
    {
        for (const ResourceType &type : resourceTypes())
            compareAll(type.kind);
        lookForDeeds();
        lookForTwins();
        return m_found;
    }

private:
    void compareAll(ResourceKind kind);
    void compare(const Record &record);
    void lookForDeeds();
    void lookForTwins();
    void lookFor(const QVector<Deed> &deeds, qsizetype index);
    void lookForDeletion(const Deed &deed);
    void lookForUnit(const Deed &deed, const QString &unit);
    void lookForElement(const Deed &deed, const QString &unit, const QJsonValue &element);
    bool wasOnServer(const Deed &deed, const std::function<bool(const QJsonObject &)> &has);
    const Resource *resourceOf(const Deed &deed) const; ///< that is there
    bool isOnTwin(const Deed &deed, const Resource &resource) const;
    bool hasGone(const Deed &deed) const;
    QStringList unknownThere(const QJsonObject &document) const;
    void miss(const Deed &deed, const QString &what);

    World &m_world;
    SimClient &m_client;
    Totals &m_totals;
    QStringList m_found;
};

void Inspection::compareAll(ResourceKind kind)
{
    QStringList ids;
    for (const Record &record : m_client.documents(kind)) {
        ids.append(record.serverId);
        m_totals.conflicts += isStopped(record) ? 1 : 0;
        compare(record);
    }
    for (const auto &resource : m_world.server.living()) {
        const bool isHere = ids.contains(resource->id) || resource->kind != kind
            || m_client.find(kind, resource->id).row != 0; // being deleted here
        if (!isHere)
            m_found.append(u"client %1 does not have %2"_s.arg(m_client.number()).arg(resource->id));
    }
}

void Inspection::compare(const Record &record)
{
    m_world.log(u"   client %1 has %2 %3 sync %4 base %5 local %6 remote %7"_s.arg(m_client.number())
                    .arg(record.localId, record.serverId)
                    .arg(int(record.sync))
                    .arg(toText(record.base), toText(record.local), toText(record.remote)));
    if (record.sync != SyncState::Synced)
        return;
    const Resource *resource = m_world.server.find(record.kind, record.serverId);
    const QJsonObject local = withoutReferences(record.local, unknownThere(record.local));
    if (record.serverId.isEmpty() || !resource || resource->deleted) {
        m_found.append(
            u"client %1 has %2, which the server does not have"_s.arg(m_client.number()).arg(record.localId));
        return;
    }
    QStringList units = changedUnits(record.kind, local, resource->document(), true);
    units += changedUnits(record.kind, record.base, resource->document(), true);
    if (!units.isEmpty())
        m_found.append(u"client %1 and the server differ in %2 of %3"_s.arg(m_client.number())
                           .arg(units.join(u", "_s), resource->id));
}

/// What the document names although the server never had it: made here, and deleted before it left.
QStringList Inspection::unknownThere(const QJsonObject &document) const
{
    QStringList ids;
    for (const Reference &reference : references(document)) {
        if (!m_world.server.find(reference.kind, reference.id))
            ids.append(reference.id);
    }
    return ids;
}

const Resource *Inspection::resourceOf(const Deed &deed) const
{
    for (const auto &resource : m_world.server.resources()) {
        if (!resource->deleted && isOn(deed, *resource))
            return resource.get();
    }
    return nullptr;
}

/// The document may come to stand for another one of its creation than it did when it was edited.
bool Inspection::isOnTwin(const Deed &deed, const Resource &resource) const
{
    return m_world.server.kind() == SimServer::Kind::Doubling && deed.kind == resource.kind
        && deed.localId == resource.marker;
}

bool Inspection::hasGone(const Deed &deed) const
{
    const auto &all = m_world.server.resources();
    return std::any_of(all.begin(), all.end(),
                       [&](const auto &resource) { return resource->deleted && isOnTwin(deed, *resource); });
}

bool Inspection::wasOnServer(const Deed &deed, const std::function<bool(const QJsonObject &)> &has)
{
    for (const auto &resource : m_world.server.resources()) {
        const bool isIt = (isOn(deed, *resource) || isOnTwin(deed, *resource))
            && std::any_of(resource->history.begin(), resource->history.end(),
                           [&](const Resource::Version &version) { return has(version.document); });
        if (isIt)
            return true;
    }
    return false;
}

void Inspection::miss(const Deed &deed, const QString &what)
{
    ++m_totals.lost;
    m_found.append(
        u"lost: %1 of client %2 on %3: %4"_s.arg(deed.title, QString::number(deed.who), deed.localId, what));
}

void Inspection::lookForDeeds()
{
    QMap<QString, QVector<Deed>> documents;
    for (const Deed &deed : m_world.ledger.deeds()) {
        if (deed.who == m_client.number() && !deed.undone)
            documents[deed.localId].append(deed);
    }
    for (const QVector<Deed> &deeds : std::as_const(documents)) {
        const auto deletion = std::find_if(deeds.begin(), deeds.end(),
                                           [](const Deed &deed) { return deed.op == Edit::Op::Delete; });
        if (deletion != deeds.end()) {
            lookForDeletion(*deletion);
            continue;
        }
        for (qsizetype i = 0; i < deeds.size(); ++i)
            lookFor(deeds, i);
    }
}

/// Nobody is to be asked to delete what is no duplicate.
void Inspection::lookForTwins()
{
    if (!m_world.server.duplicates().isEmpty())
        return;
    for (const PendingChange &change : m_client.pending()) {
        if (!change.twinOf.isEmpty())
            m_found.append(u"client %1 is asked about %2, which is there once"_s.arg(m_client.number())
                               .arg(change.localId));
    }
}

void Inspection::lookForDeletion(const Deed &deed)
{
    const Resource *resource = resourceOf(deed);
    const Record record = m_client.find(deed.kind, deed.localId);
    // Of two the user saw the one that went.
    if (hasGone(deed))
        return;
    if (resource && !(record.deleted && isStopped(record)))
        miss(deed, u"it is still there"_s);
}

/// Whatever no later deed of the same person replaced.
void Inspection::lookFor(const QVector<Deed> &deeds, qsizetype index)
{
    const Deed &deed = deeds.at(index);
    for (const QString &unit : changedUnits(deed.kind, deed.before, deed.after, false)) {
        if (isElementwise(unit)) {
            for (const QJsonValue &element : addedElements(deed.before, deed.after, unit))
                lookForElement(deed, unit, element);
            continue;
        }
        const bool isReplaced = std::any_of(deeds.begin() + index + 1, deeds.end(), [&](const Deed &later) {
            return changedUnits(later.kind, later.before, later.after, false).contains(unit);
        });
        if (!isReplaced)
            lookForUnit(deed, unit);
    }
}

void Inspection::lookForUnit(const Deed &deed, const QString &unit)
{
    const QJsonValue wanted = unitOf(deed.after, unit);
    const Record record = m_client.find(deed.kind, deed.localId);
    const bool isSeen = isShown(m_client, record) && sameValue(unitOf(record.local, unit), wanted);
    if (!isSeen && !wasOnServer(deed, [&](const QJsonObject &document) {
            return sameValue(unitOf(document, unit), wanted);
        }))
        miss(deed, unit + u' ' + toText(wanted));
}

void Inspection::lookForElement(const Deed &deed, const QString &unit, const QJsonValue &element)
{
    const Record record = m_client.find(deed.kind, deed.localId);
    const bool isSeen = isShown(m_client, record) && hasElement(record.local, unit, element);
    if (!isSeen && !wasOnServer(deed, [&](const QJsonObject &document) {
            return hasElement(document, unit, element);
        }))
        miss(deed, unit + u' ' + toText(element));
}

bool everNamed(const SimServer &server, const Record &document, const Reference &link)
{
    const Resource *resource = server.find(document.kind, document.serverId);
    return resource && std::ranges::any_of(resource->history, [&link](const Resource::Version &version) {
               return references(version.document).contains(link);
           });
}

/// Each link that one living document has to another living one is answered there, where nothing is stopped.
/// Without versions it may have been, and been overwritten, even by an older request that came late.
QStringList brokenConversions(const World &world, const std::vector<std::unique_ptr<SimClient>> &clients,
                              Totals &totals)
{
    const bool hasVersions = world.server.kind() == SimServer::Kind::Versions;
    QStringList result;
    for (const Deed &deed : world.ledger.deeds()) {
        if (deed.undone || deed.op != Edit::Op::Create || !deed.title.startsWith("convert"_L1))
            continue;
        SimClient &client = *clients.at(static_cast<size_t>(deed.who));
        const Record made = client.find(deed.kind, deed.localId);
        const QVector<Reference> from = origins(deed.kind, made.local);
        if (made.row == 0 || made.deleted || made.sync != SyncState::Synced || from.isEmpty())
            continue;
        const Record origin = client.find(from.first().kind, from.first().id);
        const QVector<Reference> back = references(origin.local);
        const bool counts = origin.row != 0 && !origin.deleted && origin.sync == SyncState::Synced;
        const Reference link{deed.kind, made.serverId};
        if (!counts || back.contains(link))
            continue;
        if (!hasVersions && everNamed(world.server, origin, link))
            ++totals.overwrites;
        else
            result.append(u"%1: %2 does not name %3"_s.arg(deed.title, origin.serverId, made.serverId));
    }
    return result;
}

} // namespace

int waitingForUsers(SimClient &client)
{
    int count = 0;
    for (const ResourceType &type : resourceTypes()) {
        for (const Record &record : client.documents(type.kind))
            count += record.sync == SyncState::Waiting && isShown(client, record) ? 1 : 0;
    }
    return count;
}

QStringList verdict(World &world, const std::vector<std::unique_ptr<SimClient>> &clients, Totals &totals)
{
    QStringList found = world.problems;
    for (const auto &client : clients)
        found += Inspection(world, *client, totals).run();
    const QStringList &doubles = world.server.duplicates();
    if (world.server.kind() == SimServer::Kind::Doubling)
        found += twinVerdict(world, clients); // no client can keep the network from it
    else
        found += doubles;
    found += brokenConversions(world, clients, totals);
    const QStringList &overwrites = world.ledger.overwrites();
    if (world.server.kind() == SimServer::Kind::Versions)
        found += overwrites;
    if (world.server.illegalMoves() > 0)
        found.append(u"%1 illegal moves were sent"_s.arg(world.server.illegalMoves()));
    totals.duplicates += doubles.size();
    totals.overwrites += overwrites.size();
    totals.illegalMoves += world.server.illegalMoves();
    return found;
}

} // namespace salesbench::faults
