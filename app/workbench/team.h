// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/session.h"
#include "models/domain/workspace.h"

#include <QElapsedTimer>
#include <QTimer>

namespace salesbench {

/// Everyone a lead can be given to. TMF699 has no list of people: they are the user and whoever owns a lead
/// already. Keeps the session's team up to date while leads change.
class Team : public QObject {
    Q_OBJECT

public:
    /// Both outlive the team.
    Team(WorkspaceQueries &queries, Session &session, QObject *parent = nullptr);

private:
    void read();
    void take(const QVector<FieldValue> &owners);

    WorkspaceQueries &m_queries;
    Session &m_session;
    QTimer m_rest; ///< between two readings, while leads pour in
    QElapsedTimer m_clock; ///< of the reading under way
    bool m_isOutdated = false;
};

} // namespace salesbench
