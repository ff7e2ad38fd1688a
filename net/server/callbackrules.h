// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/server/apierror.h"

#include <QStringList>
#include <QUrl>

namespace salesbench {

/// Where events may be posted to. A server that posted wherever it is told would let its users reach what
/// only it can reach.
class CallbackRules {
public:
    /// Loopback addresses alone.
    CallbackRules() = default;

    /// These hosts alone, each "host" or "host:port". BadInput names the one that is none.
    static Result<CallbackRules> onlyTo(const QStringList &hosts);

    /// The URL, or 400 with the reason why nothing is posted there.
    ApiResult<QUrl> check(const QString &callback) const;

private:
    struct Place {
        QString host;
        int port = -1; ///< -1 = any
    };

    bool allows(const QUrl &url) const;

    QVector<Place> m_places; ///< empty = loopback
};

} // namespace salesbench
