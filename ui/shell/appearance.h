// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/theme.h"

#include <QObject>

#include <functional>

namespace salesbench {

/// How the whole application looks: style, palette, fonts, style sheet. Follows the desktop's light or dark
/// setting while it runs, unless the user chose one of them; the choice is kept.
class Appearance : public QObject {
    Q_OBJECT

public:
    enum class Choice { System, Light, Dark };
    Q_ENUM(Choice)

    /// Dresses the application at once. @p desktopIsDark is asked at the start and whenever the desktop says
    /// that its theme is another one; by default it reads the desktop's palette.
    explicit Appearance(std::function<bool()> desktopIsDark = {}, QObject *parent = nullptr);

    Choice choice() const { return m_choice; }
    void setChoice(Choice choice);
    /// From what is seen now to the other one.
    void toggle();
    const Theme &theme() const;

Q_SIGNALS:
    void changed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void followDesktop();
    void apply();

    std::function<bool()> m_desktopIsDark;
    Choice m_choice = Choice::System;
    bool m_dark = false;
    bool m_applying = false;
};

} // namespace salesbench
