// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/menus.h"
#include "ui/shell/paletteentry.h"
#include "ui/widgets/context.h"

#include <QPointer>
#include <QWidget>

class QFrame;
class QLineEdit;
class QListView;

namespace salesbench {

class PaletteModel;
class PaletteSearch;

/// Ctrl+K: finds documents, commands, people and pages from the keyboard, over the dimmed window.
class CommandPalette : public QWidget {
    Q_OBJECT

public:
    /// Covers @p window.
    CommandPalette(Context &context, QWidget *window);

    void open(const QVector<Command> &commands, const QString &text);
    void dismiss();

Q_SIGNALS:
    void recordChosen(salesbench::ResourceKind kind, const QString &localId);
    void personChosen(const salesbench::Person &person);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build();
    QWidget *buildHead();
    QWidget *buildFoot();
    void show(const QVector<PaletteEntry> &entries);
    void place();
    bool pressed(int key);
    void move(int step);
    void choose();

    QFrame *m_frame = nullptr;
    QLineEdit *m_edit = nullptr;
    QListView *m_list = nullptr;
    PaletteModel *m_model = nullptr;
    PaletteSearch *m_search = nullptr;
    QPointer<QWidget> m_before; ///< had the focus
};

} // namespace salesbench
