// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakeworkspace.h"

#include "models/domain/merge.h"
#include "tests/support/fakeworkspaceedits.h"
#include "tests/support/fakeworkspacequeries.h"
#include "tests/support/fakeworkspacestate.h"

#include <QJsonArray>
#include <QTimeZone>

#include <array>

using namespace Qt::StringLiterals;

namespace salesbench::testing {

namespace {

template<size_t N>
QString pick(const std::array<const char16_t *, N> &texts, int index)
{
    return QString::fromUtf16(texts[static_cast<size_t>(index) % N]);
}

QJsonObject money(double value, const QString &currency)
{
    return {{u"unit"_s, currency}, {u"value"_s, value}};
}

QJsonObject ref(const QString &id, const QString &name)
{
    return {{u"id"_s, id}, {u"name"_s, name}};
}

QJsonArray parties(int i)
{
    static constexpr std::array Prospects{u"Nordhavn Logistics", u"Brightmoor Clinics", u"Tessel Media", u"Vayu Textiles"};
    static constexpr std::array People{u"Mara Lindqvist", u"Anil Deshmukh", u"Tom Baker"};
    QJsonArray result{QJsonObject{{u"id"_s, u"org-%1"_s.arg(i % 4)}, {u"name"_s, pick(Prospects, i)}, {u"role"_s, u"prospect"_s}}};
    if (i % 5 != 4) {
        result.append(QJsonObject{{u"id"_s, u"p%1"_s.arg(i % 3 + 1)}, {u"name"_s, pick(People, i)}, {u"role"_s, u"salesRepresentative"_s}});
    }
    return result;
}

QJsonObject lead(int i)
{
    static constexpr std::array Names{u"Branch SD-WAN pilot", u"Depot camera uplinks", u"HQ fibre upgrade", u"Net-pen sensors", u"Clinic backup links"};
    static constexpr std::array Statuses{u"acknowledged", u"inProgress", u"pending", u"accepted", u"rejected", u"cancelled"};
    static constexpr std::array Ratings{u"hot", u"warm", u"cold"};
    static constexpr std::array Priorities{u"high", u"medium", u"low"};
    static constexpr std::array Offerings{u"SD-WAN", u"5G business line", u"Fibre 1 Gb/s", u"IoT SIM bundle"};
    static constexpr std::array Campaigns{u"SD-WAN refresh 2026", u"Factory 5G"};
    static constexpr std::array Channels{u"Web", u"Partner", u"Direct"};
    const QDateTime created = QDateTime({2026, 10, 7}, {8, 0}, QTimeZone::utc()).addSecs(-3600LL * 7 * i);
    return {
        {u"name"_s, u"%1 %2"_s.arg(pick(Names, i)).arg(i + 1)},
        {u"status"_s, pick(Statuses, i)},
        {u"rating"_s, pick(Ratings, i)},
        {u"priority"_s, pick(Priorities, i / 2)},
        {u"productOffering"_s, ref(u"o%1"_s.arg(i % 4), pick(Offerings, i))},
        {u"marketingCampaign"_s, ref(u"c%1"_s.arg(i % 2), pick(Campaigns, i))},
        {u"channel"_s, ref(u"ch%1"_s.arg(i % 3), pick(Channels, i))},
        {u"estimatedRevenue"_s, money(1200.0 * (i % 97 + 1), i % 4 == 3 ? u"INR"_s : u"EUR"_s)},
        {u"relatedParty"_s, parties(i)},
        {u"nextStep"_s, i % 2 ? u"Call back"_s : u"Send the offer"_s},
        {u"creationDate"_s, created.toString(Qt::ISODateWithMs)},
        {u"@type"_s, u"SalesLead"_s},
    };
}

} // namespace

FakeWorkspace::FakeWorkspace()
    : m_state(std::make_unique<State>())
    , m_queries(std::make_unique<Queries>(*m_state))
    , m_edits(std::make_unique<Edits>(*m_state, *m_queries))
{
}

FakeWorkspace::~FakeWorkspace() = default;

WorkspaceQueries &FakeWorkspace::queries()
{
    return *m_queries;
}

WorkspaceEdits &FakeWorkspace::edits()
{
    return *m_edits;
}

Surroundings FakeWorkspace::surroundings()
{
    return {[] { return QDateTime({2026, 10, 7}, {12, 0}, QTimeZone::utc()); },
            [this] { return u"id-%1"_s.arg(++m_state->lastId); }};
}

QString FakeWorkspace::add(ResourceKind kind, QJsonObject document, SyncState sync)
{
    Record record;
    record.kind = kind;
    record.row = ++m_state->lastRow;
    record.localId = u"local-%1"_s.arg(record.row);
    record.serverId = document.value("id"_L1).toString(u"server-%1"_s.arg(record.row));
    record.sync = sync;
    document.insert(u"id"_s, record.serverId);
    record.local = document;
    record.base = document;
    m_state->documents[record.row] = record;
    Q_EMIT m_queries->changed(kind, {record.row});
    return record.localId;
}

void FakeWorkspace::addLeads(int count)
{
    for (int i = 0; i < count; ++i)
        add(ResourceKind::SalesLead, lead(i), i % 7 == 6 ? SyncState::Waiting : SyncState::Synced);
}

Record FakeWorkspace::find(ResourceKind kind, const QString &id) const
{
    const Record *found = m_state->find(kind, id);
    return found ? *found : Record();
}

int FakeWorkspace::count(ResourceKind kind) const
{
    ListQuery all;
    all.kind = kind;
    return static_cast<int>(m_state->select(all).size());
}

void FakeWorkspace::change(ResourceKind kind, const QString &localId, const QJsonObject &patch)
{
    Record *record = m_state->find(kind, localId);
    Q_ASSERT(record);
    record->local = mergePatch(record->local, patch);
    record->base = mergePatch(record->base, patch);
    Q_EMIT m_queries->changed(kind, {record->row});
}

void FakeWorkspace::remove(ResourceKind kind, const QString &localId)
{
    const Record *record = m_state->find(kind, localId);
    Q_ASSERT(record);
    const RowId row = record->row;
    m_state->documents.erase(row);
    Q_EMIT m_queries->changed(kind, {row});
}

void FakeWorkspace::setSync(ResourceKind kind, const QString &localId, SyncState sync, const QString &reason)
{
    Record *record = m_state->find(kind, localId);
    Q_ASSERT(record);
    record->sync = sync;
    record->reason = reason;
    Q_EMIT m_queries->changed(kind, {record->row});
}

void FakeWorkspace::contradict(ResourceKind kind, const QString &localId, const QJsonObject &remote,
                               const QString &reason)
{
    Record *record = m_state->find(kind, localId);
    Q_ASSERT(record);
    record->remote = remote;
    setSync(kind, localId, SyncState::Conflict, reason);
}

void FakeWorkspace::offerTwin(ResourceKind kind, const QString &localId, const QString &original)
{
    const Record *record = m_state->find(kind, localId);
    Q_ASSERT(record);
    m_state->twins.insert(record->row, original);
    Q_EMIT m_queries->changed(kind, {record->row});
}

void FakeWorkspace::putOff(ResourceKind kind, const QString &localId, const QDateTime &when)
{
    const Record *record = m_state->find(kind, localId);
    Q_ASSERT(record);
    Delay &delay = m_state->delays[record->row];
    ++delay.attempts;
    delay.notBefore = when;
    Q_EMIT m_queries->changed(kind, {record->row});
}

void FakeWorkspace::announceManyChanges(ResourceKind kind)
{
    Q_EMIT m_queries->changed(kind, {});
}

void FakeWorkspace::hold()
{
    m_state->holding = true;
}

void FakeWorkspace::release()
{
    m_state->holding = false;
    for (size_t waiting = m_state->answers.size(); waiting > 0; --waiting)
        m_state->deliverOne();
}

int FakeWorkspace::held() const
{
    return static_cast<int>(m_state->answers.size());
}

void FakeWorkspace::failQueries(std::optional<Problem> problem)
{
    m_state->queryProblem = std::move(problem);
}

void FakeWorkspace::failEdits(std::optional<Problem> problem)
{
    m_state->editProblem = std::move(problem);
}

int FakeWorkspace::asked(const QString &query) const
{
    return m_state->asked.value(query);
}

const QVector<Decision> &FakeWorkspace::decisions() const
{
    return m_state->decisions;
}

const QVector<Change> &FakeWorkspace::changes() const
{
    return m_state->changes;
}

} // namespace salesbench::testing
