// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;

namespace salesbench {

/// Lines of plain text under each other, each of its own look; the text can be selected.
class LineList : public QWidget {
    Q_OBJECT

public:
    explicit LineList(QWidget *parent = nullptr);

    void clear();
    QLabel *add(const QString &look, const QString &text);
};

} // namespace salesbench
