// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/session.h"
#include "models/domain/signinmethod.h"

#include <QDateTime>

class QSettings;

namespace salesbench {

/// Where to work and as whom.
struct StartChoice {
    enum class Workspace { Demo, Server, Last };

    Workspace workspace = Workspace::Demo;
    QString address; ///< Server: as typed, not empty
    SignInMethod method; ///< Server
    QString token; ///< Server: or the client's secret; may be empty; never kept in the settings
    Person user; ///< Demo and Server; the last workspace knows its own
    bool askAgain = true;
};

/// What the start can offer. The texts of the demo come from who makes it.
struct StartOffer {
    QVector<Person> demoPeople;
    QString demoText; ///< "500 sample leads, 120 opportunities and 80 quotes."
    QString lastName; ///< host of the last workspace's server; empty: there is none
    QDateTime lastSync; ///< invalid: never
    int lastPending = 0; ///< changes in it that are not yet on the server
};

/// What was chosen the last time; the defaults where nothing was.
StartChoice readStartChoice(const QSettings &settings);
/// Everything but the token.
void keepStartChoice(QSettings &settings, const StartChoice &choice);

} // namespace salesbench
