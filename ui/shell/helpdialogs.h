// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/menus.h"

class QDialog;

namespace salesbench {

/// The list of every shortcut there is now, by menu. Not modal; deletes itself.
QDialog *showShortcuts(const QVector<Command> &commands, QWidget *parent);

/// What this is, its version and licence. Not modal; deletes itself.
QDialog *showAbout(QWidget *parent);

} // namespace salesbench
