// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/surroundings.h"
#include "models/domain/workspacestatus.h"

#include <QFrame>

class QHBoxLayout;
class QLabel;
class QProgressBar;
class QPushButton;

namespace salesbench {

/// The window's foot: what the page says on the left, how the synchronisation stands on the right.
class StatusLine : public QFrame {
    Q_OBJECT

public:
    StatusLine(const WorkspaceStatus &status, const Surroundings &surroundings, QWidget *parent = nullptr);

    void setPageTexts(const QStringList &texts);
    /// What the page waits for, with a button to stop it; nothing where @p text is empty.
    void setWaitText(const QString &text);

Q_SIGNALS:
    void cancelPressed();
    void stopWaitingPressed();

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void showStatus();
    void showProgress();

    const WorkspaceStatus &m_status;
    Surroundings m_surroundings;
    QHBoxLayout *m_page = nullptr;
    QLabel *m_waitText = nullptr;
    QPushButton *m_stopWaiting = nullptr;
    QLabel *m_progressText = nullptr;
    QProgressBar *m_progress = nullptr;
    QPushButton *m_cancel = nullptr;
    QLabel *m_dot = nullptr;
    QLabel *m_pending = nullptr;
    QLabel *m_lastSync = nullptr;
    QLabel *m_server = nullptr;
};

} // namespace salesbench
