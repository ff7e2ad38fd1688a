// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/pill.h"

#include <QWidget>

#include <functional>

namespace salesbench {

/// A pill as a widget. It follows the theme, because it asks for its pill whenever it paints.
class PillLabel : public QWidget {
    Q_OBJECT

public:
    using MakePill = std::function<Pill(const Theme &)>;

    explicit PillLabel(QWidget *parent = nullptr);

    /// Hidden while the pill's text is empty.
    void setPill(MakePill make);
    QString text() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Pill pill() const;

    MakePill m_make;
};

} // namespace salesbench
