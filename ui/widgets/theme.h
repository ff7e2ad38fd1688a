// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/lifecycle.h"

#include <QColor>
#include <QFont>
#include <QPalette>

#include <array>

namespace salesbench {

/// Text on a filled pill.
struct PillColors {
    QColor fg;
    QColor fill;
};

/// Every colour of the workbench: delegates and the style sheet read them from here, and no colour literal
/// stands anywhere else. Text pairs reach WCAG AA (4.5), marks and focus 3.0.
struct Theme {
    bool isDark;
    QColor window; ///< top bar, rail, status bar
    QColor base; ///< tables, lists, inputs
    QColor alt;
    QColor panel; ///< details pane
    QColor header; ///< table header
    QColor hair; ///< 1 px separators
    QColor line; ///< 1 px borders of controls
    QColor text;
    QColor text2; ///< secondary text, icons
    QColor text3; ///< muted: labels, hints; on a selection use text2
    QColor selectedText;
    QColor accent;
    QColor accentHover;
    QColor onAccent;
    QColor accentTint;
    QColor sel; ///< selected rows, active rail item
    QColor hover;
    QColor selPill; ///< fill of every pill on a selected row
    QColor focus;
    QColor sync; ///< dot of what is not yet on the server
    QColor hot;
    QColor warm;
    QColor cold;
    QColor chart1;
    QColor chart2;
    QColor chart3;
    QColor chartAccepted;
    QColor chartPending;
    QColor chartInProgress;
    QColor chartAcknowledged;
    QColor chartRejected;
    QColor shadow;
    std::array<PillColors, StateCount> pills;

    static const Theme &light();
    static const Theme &dark();
    /// The theme that goes with @p palette, by how light its window is.
    static const Theme &of(const QPalette &palette);
    /// The application's. A widget whose style sheet gives it a ground has another palette than its window.
    static const Theme &current();

    const PillColors &pill(State state) const { return pills[static_cast<size_t>(state)]; }
    /// "hot", "warm", "cold"; anything else is drawn as secondary text.
    QColor rating(QStringView rating) const;
    QPalette palette() const;
};

/// Disc behind a person's white initials: the same for an id in both themes and in every run.
QColor avatarColor(QStringView personId);
/// The initials on it.
QColor avatarTextColor();
/// "Mara Lindqvist" gives "ML".
QString initials(const QString &name);

/// Inter where it is installed, else Noto Sans, else the system's font.
QFont uiFont(int pixelSize = 13, QFont::Weight weight = QFont::Normal);

namespace metrics {
inline constexpr int Row = 28;
inline constexpr int TopBar = 46;
inline constexpr int Rail = 80;
inline constexpr int StatusBar = 26;
inline constexpr int Control = 28;
inline constexpr int Pill = 20;
inline constexpr int DetailsPane = 344;
inline constexpr int DetailsPaneMin = 300;
inline constexpr int DetailsPaneMax = 520;
inline constexpr int TableHeader = 28;
} // namespace metrics

} // namespace salesbench
