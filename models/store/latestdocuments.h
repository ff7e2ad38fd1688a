// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QCache>
#include <QJsonObject>

namespace salesbench {

/// Remembers what was parsed until it is asked for once more: what is read to be sent is read again when it has
/// arrived, and parsing is a large part of either. Of one thread.
class LatestDocuments {
public:
    /// As toDocument().
    QJsonObject parse(const QByteArray &text);

private:
    static constexpr qsizetype MostBytes = 4 * 1024 * 1024; ///< of texts: more than is sent beside each other

    QCache<QByteArray, QJsonObject> m_documents{MostBytes};
};

} // namespace salesbench
