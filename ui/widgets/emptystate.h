// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QHBoxLayout;
class QLabel;
class QPushButton;

namespace salesbench {

/// What stands in place of a list that has nothing to show: an icon, a line that says so, one that says what
/// to do, and buttons.
class EmptyState : public QWidget {
    Q_OBJECT

public:
    explicit EmptyState(QWidget *parent = nullptr);

    /// Empty texts leave the place blank.
    void say(const QString &iconName, const QString &title, const QString &advice);
    QPushButton *addButton(const QString &text, const QString &look = {});
    QString title() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    void drawIcon();

    QString m_iconName;
    QLabel *m_icon = nullptr;
    QLabel *m_title = nullptr;
    QLabel *m_advice = nullptr;
    QHBoxLayout *m_buttons = nullptr;
};

} // namespace salesbench
