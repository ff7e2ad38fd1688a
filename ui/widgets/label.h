// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QLabel;
class QString;
class QWidget;

namespace salesbench {

/// Plain text in one of the looks that the style sheet knows.
QLabel *makeLabel(const QString &text, const QString &look, QWidget *parent);

/// The same for what a user may want to copy.
QLabel *makeSelectableLabel(const QString &text, const QString &look, QWidget *parent);

} // namespace salesbench
