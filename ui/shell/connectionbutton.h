// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/connection.h"

#include <QToolButton>

namespace salesbench {

/// The connection as a pill in the top bar; a press leads to what is pending, or to the sign-in.
class ConnectionButton : public QToolButton {
    Q_OBJECT

public:
    explicit ConnectionButton(QWidget *parent = nullptr);

    void setChip(const ConnectionChip &chip);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    ConnectionChip m_chip;
};

} // namespace salesbench
