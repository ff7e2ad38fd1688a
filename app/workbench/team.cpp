// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/team.h"

#include "models/domain/whendone.h"

using namespace std::chrono_literals;

namespace salesbench {

namespace {

constexpr int Most = 500;

} // namespace

Team::Team(WorkspaceQueries &queries, Session &session, QObject *parent)
    : QObject(parent)
    , m_queries(queries)
    , m_session(session)
{
    m_rest.setSingleShot(true);
    m_rest.setInterval(3s);
    connect(&m_rest, &QTimer::timeout, this, &Team::read);
    connect(&queries, &WorkspaceQueries::changed, this, [this](ResourceKind kind) {
        if (kind == ResourceKind::SalesLead && !m_rest.isActive())
            m_rest.start();
    });
    read();
}

void Team::read()
{
    whenDone(m_queries.values(ResourceKind::SalesLead, Field::OwnerId, Most), this,
             [this](const Result<QVector<FieldValue>> &owners) {
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
