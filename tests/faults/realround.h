// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/faults/realdesk.h"
#include "tests/faults/realverdict.h"
#include "tests/faults/tcpproxy.h"

#include <QTimer>

namespace salesbench::faults {

/// A workbench and a server as processes, a bad network between them, and either killed at any moment; then
/// all is well, and they must agree.
class RealRound {
public:
    RealRound(quint64 seed, const RoundSetting &setting, RunTotals &totals);

    /// What must not be, in sentences.
    QStringList run();

private:
    void step();
    void apply();
    void synchronise();
    void meetColleague();
    void loseServer();
    void bringServerBack();
    void letTimePass();
    void comeToRest();

    void take(const QVector<Deed> &deeds, const RealDesk::Ending &ending);
    void compare(const Documents &here, const QVector<Deed> &deeds);
    QStringList judge();
    void complain(const QString &sentence);

    RoundSetting m_setting;
    RunTotals &m_totals;
    Dice m_dice;
    Script m_script;
    TcpProxy m_proxy;
    ServerProcess m_server;
    Colleague m_colleague;
    RealDesk m_desk;
    int m_serverFuse = 0; ///< moments of the network until the server is killed; 0: never
    QTimer m_serverLoss; ///< from the end of the fuse to the kill
    QStringList m_found;
};

} // namespace salesbench::faults
