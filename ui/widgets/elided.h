// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>
#include <QLineEdit>

namespace salesbench {

// Text that does not fit ends in an ellipsis and has itself whole as its tooltip, unless it has a tooltip of
// its own. Neither asks for the width of its text.

/// One line; whoever marks it or copies it gets the whole.
class ElidedLabel : public QLabel {
    Q_OBJECT

public:
    explicit ElidedLabel(const QString &text, QWidget *parent = nullptr);

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    bool isTooLong() const;
};

/// Ends in an ellipsis only while nobody types.
class ElidedEdit : public QLineEdit {
    Q_OBJECT

public:
    explicit ElidedEdit(QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace salesbench
