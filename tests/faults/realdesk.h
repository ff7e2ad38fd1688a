// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/faults/dice.h"
#include "tests/faults/programs.h"
#include "tests/faults/workspacefile.h"

#include <QJsonObject>

namespace salesbench::faults {

using Documents = QMap<QString, QJsonObject>; ///< by name

struct RoundSetting {
    QString folder; ///< the round's own
    bool isPlain = false; ///< a server without ETag, Idempotency-Key and kept ids
    Log log;
};

/// One person's workbench: a profile, and one program after the other on it, some of them killed.
class RealDesk {
public:
    RealDesk(const RoundSetting &setting, Dice &dice)
        : m_setting(setting)
        , m_dice(dice)
        , m_profile(setting.folder + u"/profile")
    {
    }

    struct Ending {
        int exitCode = -1;
        bool isDone = false; ///< it ended with 0
        bool wasKilled = false;
        QByteArray output;
    };
    Ending apply(const QString &file, bool isDoomed);
    Ending sync(const QString &server, bool isDoomed);
    Documents exported();
    /// What is kept, after the workbench has put in order what was killed.
    WorkspaceFile file();

    /// Something happened on the network: a good one to be killed in.
    void passMoment();

    std::function<void()> killed; ///< it was
    const QStringList &problems() const { return m_problems; }

private:
    Ending run(const QString &command, const QStringList &arguments, bool isDoomed);
    void doom(const QString &command);
    void killIn(qint64 milliseconds);
    void killInWriting();
    void complain(const QString &sentence);

    const RoundSetting &m_setting;
    Dice &m_dice;
    QString m_profile;
    WorkbenchProcess *m_running = nullptr;
    int m_fuse = 0; ///< moments until it is killed; 0: never
    bool m_wasKilled = false; ///< the last one
    QStringList m_problems;
};

} // namespace salesbench::faults
