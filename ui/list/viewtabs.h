// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTabBar>

namespace salesbench {

/// The views of a list as tabs, each with the number of documents in it.
class ViewTabs : public QTabBar {
    Q_OBJECT

public:
    explicit ViewTabs(QWidget *parent = nullptr);

    /// -1 takes the number away.
    void setNumber(int tab, qint64 number);
    qint64 number(int tab) const;
    /// To the next tab, or around the end to the first.
    void cycle(int by);

    QSize minimumSizeHint() const override;

protected:
    QSize tabSizeHint(int tab) const override;
    QSize minimumTabSizeHint(int tab) const override { return tabSizeHint(tab); }
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    QString numberText(int tab) const;
    void paintTab(QPainter &painter, int tab) const;

    int m_hovered = -1;
};

} // namespace salesbench
