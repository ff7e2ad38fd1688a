// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/faults/httpmessage.h"

#include <QMap>
#include <QStringList>

namespace salesbench::faults {

/// Looks over a workbench's shoulder: a creation whose outcome it cannot know is looked for before it is sent
/// again.
class RepeatWatch {
public:
    void noteRequest(const HttpMessage &request);
    /// @p answer as it reached the workbench whole; nothing where none did.
    void noteEnd(const HttpMessage &request, const std::optional<HttpMessage> &answer);
    /// The workbench ended: whatever it was told, it may not have kept.
    void noteKill();

    const QStringList &blindRepeats() const { return m_blind; }

private:
    enum class Outcome { None, Told, Unknown, LookedFor };

    void noteRequestAlone(const HttpMessage &request);
    void noteEndAlone(const HttpMessage &request, const std::optional<HttpMessage> &answer);
    void noteLook(const HttpMessage &request);

    QMap<QByteArray, Outcome> m_creations; ///< by Idempotency-Key, which begins with the local id
    QStringList m_blind;
};

} // namespace salesbench::faults
