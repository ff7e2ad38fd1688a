// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/helpdialogs.h"

#include "ui/widgets/icons.h"
#include "ui/widgets/theme.h"

#include <QAction>
#include <QDialog>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QTreeWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

constexpr int LineHeight = 22;

struct HelpDialogsText {
    Q_DECLARE_TR_FUNCTIONS(HelpDialogs)
};

QDialog *makeDialog(const QString &name, const QString &title, QWidget *parent)
{
    auto *dialog = new QDialog(parent);
    dialog->setObjectName(name);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(title);
    auto *column = new QVBoxLayout(dialog);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(12);
    return dialog;
}

void addCloseButton(QDialog *dialog)
{
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, dialog);
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    dialog->layout()->addWidget(buttons);
}

QString keysOf(const QAction *action)
{
    QStringList keys;
    for (const QKeySequence &sequence : action->shortcuts())
        keys.append(sequence.toString(QKeySequence::NativeText));
    return keys.join(HelpDialogsText::tr(" or "));
}

void fill(QTreeWidget *tree, const QVector<Command> &commands)
{
    QTreeWidgetItem *menu = nullptr;
    for (const Command &command : commands) {
        if (!menu || menu->text(0) != command.menu) {
            menu = new QTreeWidgetItem(tree, {command.menu});
            menu->setFont(0, uiFont(12, QFont::DemiBold));
            menu->setFirstColumnSpanned(true);
            menu->setFlags(Qt::ItemIsEnabled);
            menu->setSizeHint(0, {0, metrics::Row});
        }
        auto *line = new QTreeWidgetItem(menu, {command.text(), keysOf(command.action)});
        line->setSizeHint(0, {0, LineHeight});
    }
    tree->expandAll();
}

QLabel *wrapped(const QString &text, const QString &look, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setProperty("look", look);
    label->setWordWrap(true);
    return label;
}

} // namespace

QDialog *showShortcuts(const QVector<Command> &commands, QWidget *parent)
{
    QDialog *dialog = makeDialog(u"shortcuts"_s, HelpDialogsText::tr("Keyboard Shortcuts"), parent);
    auto *tree = new QTreeWidget(dialog);
    tree->setAccessibleName(HelpDialogsText::tr("Keyboard shortcuts"));
    tree->setHeaderLabels({HelpDialogsText::tr("Action"), HelpDialogsText::tr("Keys")});
    tree->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    tree->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    tree->header()->setStretchLastSection(false);
    tree->setRootIsDecorated(false);
    tree->setIndentation(12);
    fill(tree, commands);
    dialog->layout()->addWidget(tree);
    dialog->layout()->addWidget(wrapped(
        HelpDialogsText::tr("Single letters work while a list has the focus, never while you are typing."),
        u"secondary"_s, dialog));
    addCloseButton(dialog);
    dialog->resize(520, 640);
    dialog->show();
    return dialog;
}

QDialog *showAbout(QWidget *parent)
{
    QDialog *dialog = makeDialog(u"about"_s, HelpDialogsText::tr("About Salesbench"), parent);
    auto *tile = new QLabel(dialog);
    tile->setPixmap(appTile(48, dialog->devicePixelRatioF()));
    dialog->layout()->addWidget(tile);
    dialog->layout()->addWidget(wrapped(
        HelpDialogsText::tr("Salesbench %1").arg(QStringLiteral(SALESBENCH_VERSION)), u"headline"_s, dialog));
    dialog->layout()->addWidget(
        wrapped(HelpDialogsText::tr("A workbench for telecom sales over TMF699 and TMF648, that also works "
                                    "without a network."),
                {}, dialog));
    dialog->layout()->addWidget(wrapped(
        HelpDialogsText::tr("Free software under the GNU General Public License, version 3 or later."),
        u"secondary"_s, dialog));
    addCloseButton(dialog);
    dialog->resize(420, 240);
    dialog->show();
    return dialog;
}

} // namespace salesbench
