// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/details/partkind.h"
#include "ui/widgets/context.h"

#include <QJsonArray>
#include <QWidget>

class QVBoxLayout;

Q_MOC_INCLUDE("ui/details/formdialog.h")

namespace salesbench {

class FormDialog;

/// The parts of one list attribute, a row each, with a dialog to add and edit them. It asks for the whole
/// list to be replaced: lists of a document have no smaller unit in a merge patch.
class PartList : public QWidget {
    Q_OBJECT

public:
    PartList(Context &context, ResourceKind resource, const PartKind &kind, QWidget *parent = nullptr);

    const PartKind &kind() const { return m_kind; }
    /// Another document comes: a dialog that is open for the one before is closed.
    void leave();
    void setParts(const QJsonArray &parts);

public Q_SLOTS:
    void add();

Q_SIGNALS:
    /// @p title says what is done, for undo: "Add contact". @p dialog waits for accept() or refuse();
    /// nullptr where none was needed.
    void changed(const QString &title, const QJsonArray &parts, salesbench::FormDialog *dialog);

private:
    QWidget *makeRow(qsizetype index);
    void edit(qsizetype index);
    void remove(qsizetype index);
    void openDialog(const QString &title, const QJsonObject &part, qsizetype index);

    Context &m_context;
    ResourceKind m_resource;
    PartKind m_kind;
    QJsonArray m_parts;
    QVBoxLayout *m_rows = nullptr;
    FormDialog *m_dialog = nullptr;
};

} // namespace salesbench
