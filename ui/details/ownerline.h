// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/details/recordstep.h"

#include <QWidget>

class QHBoxLayout;
class QLabel;

namespace salesbench {

class ThemedLabel;

/// Who has the document, and a button for every step that the user can take with it.
class OwnerLine : public QWidget {
    Q_OBJECT

public:
    explicit OwnerLine(QWidget *parent = nullptr);

    void setRecord(const Record &record, const Session &session);

Q_SIGNALS:
    void stepRequested(salesbench::RecordStep step);

private:
    void showOwner(const Person &owner);
    void showSteps(const QVector<RecordStep> &steps);

    QVector<RecordStep> m_steps;
    ThemedLabel *m_avatar = nullptr;
    QLabel *m_name = nullptr;
    QHBoxLayout *m_buttons = nullptr;
};

} // namespace salesbench
