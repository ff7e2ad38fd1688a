// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/problem.h"

#include <QFrame>

class QLabel;
class QPushButton;
class QTimer;

namespace salesbench {

class ThemedLabel;

/// One calm line across the window: what happened, and at most one thing to do about it. Never in the way of
/// the work; hidden while there is nothing to say.
class NoticeBar : public QFrame {
    Q_OBJECT

public:
    enum class Tone { Info, Warning, Problem };

    explicit NoticeBar(QWidget *parent = nullptr);

    /// Stays until dismissed or replaced; an Info goes by itself. @p action is the label of the button, empty
    /// for none.
    void say(Tone tone, const QString &text, const QString &action = {});
    void say(const Problem &problem);
    void dismiss();
    QString text() const;

Q_SIGNALS:
    void actionPressed();

private:
    ThemedLabel *m_icon = nullptr;
    QLabel *m_text = nullptr;
    QPushButton *m_action = nullptr;
    QPushButton *m_close = nullptr;
    QTimer *m_timer = nullptr;
};

} // namespace salesbench
