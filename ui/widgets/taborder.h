// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace salesbench {

// Qt goes through widgets in the order in which they were made, which is not what the eye sees where some are
// made later than their neighbours.

/// Lets the Tab key go through everything in @p part as it is laid out: to be called when it is another thing
/// than before. The first of it stays where it is in the window's order.
void orderTabs(QWidget *part);

/// Lets the Tab key reach @p widget just before @p next.
void tabBefore(QWidget *widget, QWidget *next);

/// @p widget itself or the first thing in it that takes keys; null where there is none.
QWidget *focusTarget(QWidget *widget);

} // namespace salesbench
