// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

namespace salesbench {

/// A condition of a filter: "Campaign SD-WAN refresh 2026, Factory 5G, +1 ×". Clicking it opens what chooses
/// the values; the cross, Backspace and Delete remove it. Shrinks by eliding its values.
class FilterChip : public QAbstractButton {
    Q_OBJECT

public:
    explicit FilterChip(QWidget *parent = nullptr);

    /// @p topic is "Channel is not", @p values are in words; the first ones are shown.
    void setTexts(const QString &topic, const QStringList &values);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void removeRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    QRect crossRect() const;
    int topicWidth() const;

    QString m_topic;
    QString m_shown;
};

} // namespace salesbench
