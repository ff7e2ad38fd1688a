// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QObject>

class QAction;
class QWidget;

namespace salesbench {

class LinesView;

/// What can be done with the lines of a quote, with its keys.
class LineActions : public QObject {
    Q_OBJECT

public:
    /// The keys work while @p lines, or for going back @p editor, has the focus.
    LineActions(LinesView *lines, QWidget *editor);

    /// In the menu's order; a null stands for a separator.
    QList<QAction *> all() const;
    void enable(bool isOpen, bool hasLine, bool canMoveUp, bool canMoveDown);

    QAction *add = nullptr;
    QAction *edit = nullptr;
    QAction *remove = nullptr;
    QAction *moveUp = nullptr;
    QAction *moveDown = nullptr;
    QAction *back = nullptr;

private:
    QAction *make(const QString &text, const QString &iconName, const QList<QKeySequence> &keys,
                  QWidget *place);
};

} // namespace salesbench
