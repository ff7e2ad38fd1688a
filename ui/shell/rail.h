// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QToolButton>

class QButtonGroup;
class QVBoxLayout;

namespace salesbench {

/// A page's button: icon over a word, with a count where there is something to attend to.
class RailButton : public QToolButton {
    Q_OBJECT

public:
    RailButton(const QString &text, const QString &iconName, QWidget *parent = nullptr);

    void setBadge(int count);
    int badge() const { return m_badge; }
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int m_badge = 0;
};

/// The navigation at the window's left edge. Numbers are the caller's.
class Rail : public QFrame {
    Q_OBJECT

public:
    explicit Rail(QWidget *parent = nullptr);

    /// @p atBottom pages stand apart from the others, at the foot.
    RailButton *add(int id, const QString &text, const QString &iconName, bool atBottom = false);
    void setCurrent(int id);
    RailButton *button(int id) const;

Q_SIGNALS:
    void chosen(int id);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QButtonGroup *m_group = nullptr;
    QVBoxLayout *m_top = nullptr;
    QVBoxLayout *m_bottom = nullptr;
};

} // namespace salesbench
