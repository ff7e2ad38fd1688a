// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/record.h"

#include <QElapsedTimer>
#include <QHash>
#include <QObject>
#include <QTimer>
#include <QVector>

namespace salesbench {

/// Lights rows that somebody else changed, and lets the light fade.
class RowFlash : public QObject {
    Q_OBJECT

public:
    explicit RowFlash(QObject *parent = nullptr);

    void light(const QVector<RowId> &rows);
    /// 1 for a row that was lit just now, 0 for one in its usual colours.
    qreal strength(RowId row) const;

Q_SIGNALS:
    /// Lit rows look different now.
    void changed();

private:
    void fade();

    QHash<RowId, QElapsedTimer> m_lit;
    QTimer m_frames;
};

} // namespace salesbench
