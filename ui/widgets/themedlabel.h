// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

#include <functional>

namespace salesbench {

struct Theme;

/// A picture that is drawn again when the theme is another one.
class ThemedLabel : public QLabel {
    Q_OBJECT

public:
    using Draw = std::function<QPixmap(const Theme &theme, qreal devicePixelRatio)>;

    explicit ThemedLabel(Draw draw = {}, QWidget *parent = nullptr);

    void setDraw(Draw draw);

protected:
    void changeEvent(QEvent *event) override;

private:
    void draw();

    Draw m_draw;
};

/// An icon of ui/widgets/icons.h in the colour of secondary text, @p size pixels wide and high.
ThemedLabel *iconLabel(const QString &iconName, int size, QWidget *parent);

} // namespace salesbench
