// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/team.h"

#include "models/domain/whendone.h"

using namespace std::chrono_literals;

namespace salesbench {

namespace {

constexpr int Most = 500;
constexpr std::chrono::milliseconds Shortest = 100ms; ///< between two readings
constexpr std::chrono::milliseconds Longest = 3s;

} // namespace

Team::Team(WorkspaceQueries &queries, Session &session, QObject *parent)
    : QObject(parent)
    , m_queries(queries)
    , m_session(session)
{
    m_rest.setSingleShot(true);
    connect(&m_rest, &QTimer::timeout, this, [this] {
        if (m_isOutdated)
            read();
    });
    connect(&queries, &WorkspaceQueries::changed, this, [this](ResourceKind kind) {
        if (kind != ResourceKind::SalesLead)
            return;
        m_isOutdated = true;
        if (!m_rest.isActive())
            read();
    });
    read();
}

void Team::read()
{
    m_isOutdated = false;
    m_clock.start();
    m_rest.start(Shortest);
    whenDone(m_queries.values(ResourceKind::SalesLead, Field::OwnerId, Most), this,
             [this](const Result<QVector<FieldValue>> &owners) {
                 // A long list takes long to read: that is not to be what the workspace is busy with.
                 m_rest.start(
                     std::clamp(10 * std::chrono::milliseconds(m_clock.elapsed()), Shortest, Longest));
                 if (owners)
                     take(*owners);
             });
}

void Team::take(const QVector<FieldValue> &owners)
{
    QVector<Person> team{m_session.user};
    for (const FieldValue &owner : owners) {
        if (!owner.value.isEmpty() && owner.value != m_session.user.partyId)
            team.append(
                {.partyId = owner.value, .name = owner.label, .role = Role::Representative, .title = {}});
    }
    m_session.team = team;
}

} // namespace salesbench
