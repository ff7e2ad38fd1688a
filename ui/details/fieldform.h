// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/details/attributefield.h"

#include <QJsonObject>
#include <QWidget>

Q_MOC_INCLUDE("ui/details/fieldeditor.h")

namespace salesbench {

class FieldEditor;

/// A field's place in a form of two columns.
struct FormField {
    AttributeField field;
    int row = 0;
    int column = 0; ///< 0 or 1
    int span = 1;   ///< columns
    const char *hint = ""; ///< untranslated, of the context "FieldForm"; in the input while it is empty
    bool required = false;
    /// Why the text cannot be used, in a sentence; empty when it can. Not asked for an empty text.
    QString (*objection)(const QString &text) = nullptr;
};

/// Inputs with their labels above them and their problems below them. What was typed stays until it is right.
class FieldForm : public QWidget {
    Q_OBJECT

public:
    explicit FieldForm(QVector<FormField> fields, QWidget *parent = nullptr);

    void setValues(const QJsonObject &values);
    /// What stands in the form, by the fields' paths. Nothing where a field has a problem: the problem shows and
    /// the first such field has the focus.
    std::optional<QJsonObject> values();
    /// @p part with what stands in the form; what the form does not know stays.
    QJsonObject appliedTo(const QJsonObject &part) const;
    /// Whether anything was typed or chosen since setValues().
    bool isEdited() const;
    FieldEditor *editor(QStringView path) const;

Q_SIGNALS:
    void suggestionsWanted(salesbench::FieldEditor *editor);

private:
    void addField(const FormField &field);
    bool check(const FormField &field, FieldEditor *editor) const;

    QVector<FormField> m_fields;
    QVector<FieldEditor *> m_editors; ///< one for each field
    QJsonObject m_before;
};

} // namespace salesbench
