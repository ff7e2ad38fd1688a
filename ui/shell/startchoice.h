// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/knownprofile.h"

#include <QVector>

class QSettings;

namespace salesbench {

/// Where to work and as whom.
struct StartChoice {
    enum class Workspace { Demo, Server, Profile };

    Workspace workspace = Workspace::Demo;
    QString address; ///< Server: as typed, not empty
    SignInMethod method; ///< Server
    QString token; ///< Server: or the client's secret; may be empty; never kept in the settings
    Person user; ///< Demo and Server; a profile knows its own
    QString folder; ///< Profile
    bool askAgain = true;
};

/// What the start can offer. The texts of the demo come from who makes it.
struct StartOffer {
    QVector<Person> demoPeople;
    QString demoText; ///< "500 sample leads, 120 opportunities and 80 quotes."
    QDate today;
    QVector<KnownProfile> profiles; ///< the last used one first
    QString notice; ///< something about them that the user should know, in whole sentences
    bool isSwitch = false; ///< a workspace is open, and stays so where the user would rather not
};

/// What was chosen the last time; the defaults where nothing was.
StartChoice readStartChoice(const QSettings &settings);
/// Everything but the token.
void keepStartChoice(QSettings &settings, const StartChoice &choice);

} // namespace salesbench
