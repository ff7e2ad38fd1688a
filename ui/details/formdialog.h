// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/details/fieldform.h"
#include "ui/widgets/context.h"

#include <QDialog>

class QLabel;
class QPushButton;

namespace salesbench {

/// A form that is filled in and handed over as a whole. Ctrl+Enter hands over, Escape leaves, and asks first
/// where something was typed. It stays open until accept(): a problem is shown and nothing typed is lost.
class FormDialog : public QDialog {
    Q_OBJECT

public:
    /// @p action is the label of the button that hands over.
    FormDialog(Context &context, const QString &title, QVector<FormField> fields, const QString &action,
               QWidget *parent = nullptr);

    FieldForm *form() const { return m_form; }
    /// What could not be done with the values.
    void refuse(const QString &sentence);

public Q_SLOTS:
    void submit();
    void reject() override;

Q_SIGNALS:
    /// Everything in the form can be used. No second one comes before refuse().
    void submitted(const QJsonObject &values);
    /// create() has recorded the document.
    void created(const QString &localId);

protected:
    /// Records @p document as a new one of @p kind and closes the dialog, or shows why it cannot be. @p title
    /// is what undoing it is called by.
    void create(ResourceKind kind, const QString &title, const QJsonObject &document);
    /// A sentence under a field makes the form higher.
    bool event(QEvent *event) override;

private:
    QWidget *buildFooter(const QString &action);
    void setBusy(bool busy);

    Context &m_context;
    FieldForm *m_form = nullptr;
    QLabel *m_problem = nullptr;
    QPushButton *m_action = nullptr;
    bool m_busy = false;
};

} // namespace salesbench
