// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/record.h"

#include <QFrame>

class QAction;
class QLabel;

namespace salesbench {

class PillLabel;

/// Above the lines: the way back, what quote it is, and how it stands.
class QuoteHead : public QFrame {
    Q_OBJECT

public:
    QuoteHead(QAction *back, QWidget *parent);

    void setRecord(const Record &quote);

private:
    QLabel *m_name = nullptr;
    QLabel *m_version = nullptr;
    PillLabel *m_state = nullptr;
    PillLabel *m_sync = nullptr;
};

} // namespace salesbench
