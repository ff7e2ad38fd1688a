// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/quotes/lineactions.h"

#include "ui/quotes/linesview.h"
#include "ui/widgets/icons.h"

#include <QAction>

using namespace Qt::StringLiterals;

namespace salesbench {

LineActions::LineActions(LinesView *lines, QWidget *editor)
    : QObject(editor)
{
    add = make(tr("&Add a Line"), u"plus"_s, {Qt::Key_Insert, Qt::Key_N}, lines);
    edit = make(tr("&Edit the Cell"), u"edit"_s, {Qt::Key_F2}, lines);
    remove = make(tr("&Remove the Line"), u"trash"_s, {Qt::Key_Delete}, lines);
    moveUp = make(tr("Move the Line &Up"), u"arrow-up"_s, {Qt::ALT | Qt::Key_Up}, lines);
    moveDown = make(tr("Move the Line &Down"), u"arrow-down"_s, {Qt::ALT | Qt::Key_Down}, lines);
    back = make(tr("&Back to the List"), u"chevron-left"_s, {Qt::ALT | Qt::Key_Left}, editor);
}

QAction *LineActions::make(const QString &text, const QString &iconName, const QList<QKeySequence> &keys,
                           QWidget *place)
{
    auto *action = new QAction(icon(iconName), text, this);
    action->setShortcuts(keys);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    place->addAction(action);
    return action;
}

QList<QAction *> LineActions::all() const
{
    return {add, edit, remove, nullptr, moveUp, moveDown, nullptr, back};
}

void LineActions::enable(bool isOpen, bool hasLine, bool canMoveUp, bool canMoveDown)
{
    add->setEnabled(isOpen);
    edit->setEnabled(hasLine); // says why not where the quote is settled
    remove->setEnabled(isOpen && hasLine);
    moveUp->setEnabled(canMoveUp);
    moveDown->setEnabled(canMoveDown);
}

} // namespace salesbench
