// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QLabel;
class QRadioButton;
class QVBoxLayout;

namespace salesbench {

/// One of several ways to go on: a mark, a title, a line about it, and a radio button; a click anywhere
/// chooses it.
class ChoiceCard : public QFrame {
    Q_OBJECT

public:
    /// @p look is the frame's look in the style sheet: "choice" or "person".
    ChoiceCard(const QString &look, const QString &title, const QString &text, QWidget *parent = nullptr);

    void setMark(const QPixmap &mark);
    /// Something to fill in, below the line.
    void addContent(QWidget *content);
    QRadioButton *button() const { return m_button; }
    bool isChosen() const;
    void choose();

Q_SIGNALS:
    void chosen();

protected:
    void mousePressEvent(QMouseEvent *event) override;

private:
    void show(bool isChosen);

    QLabel *m_mark = nullptr;
    QLabel *m_text = nullptr;
    QVBoxLayout *m_words = nullptr;
    QRadioButton *m_button = nullptr;
};

} // namespace salesbench
