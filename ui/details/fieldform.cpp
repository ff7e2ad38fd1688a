// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/details/fieldform.h"

#include "models/domain/merge.h"
#include "ui/details/documentpath.h"
#include "ui/details/fieldeditor.h"

#include <QCoreApplication>
#include <QGridLayout>
#include <QLabel>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

constexpr int FormColumnGap = 16;
constexpr int RowGap = 12;

} // namespace

FieldForm::FieldForm(QVector<FormField> fields, QWidget *parent)
    : QWidget(parent)
    , m_fields(std::move(fields))
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(FormColumnGap);
    grid->setVerticalSpacing(RowGap);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    for (const FormField &field : std::as_const(m_fields))
        addField(field);
}

void FieldForm::addField(const FormField &field)
{
    auto *editor = new FieldEditor(field.field, this);
    editor->setInPlace(false);
    editor->setPlaceholder(QCoreApplication::translate("FieldForm", field.hint));
    connect(editor, &FieldEditor::suggestionsWanted, this, [this, editor] { Q_EMIT suggestionsWanted(editor); });
    auto *label = new QLabel(fieldLabel(field.field), this);
    label->setProperty("look", u"muted"_s);
    label->setBuddy(editor);
    if (field.required)
        label->setText(tr("%1 (required)").arg(label->text()));
    auto *cell = new QVBoxLayout;
    cell->setSpacing(4);
    cell->addWidget(label);
    cell->addWidget(editor);
    cell->addStretch();
    static_cast<QGridLayout *>(layout())->addLayout(cell, field.row, field.column, 1, field.span);
    m_editors.append(editor);
}

void FieldForm::setValues(const QJsonObject &values)
{
    for (FieldEditor *editor : std::as_const(m_editors)) {
        editor->revert();
        editor->setValue(valueAt(values, QString::fromLatin1(editor->field().path)));
    }
    m_before = appliedTo({});
}

std::optional<QJsonObject> FieldForm::values()
{
    FieldEditor *firstWrong = nullptr;
    for (qsizetype i = 0; i < m_fields.size(); ++i) {
        if (!check(m_fields[i], m_editors[i]) && !firstWrong)
            firstWrong = m_editors[i];
    }
    if (firstWrong) {
        firstWrong->input()->setFocus();
        return {};
    }
    return appliedTo({});
}

bool FieldForm::check(const FormField &field, FieldEditor *editor) const
{
    const QString text = editor->text().trimmed();
    QString sentence;
    if (text.isEmpty() && field.required)
        sentence = tr("This cannot stay empty.");
    else if (!text.isEmpty() && field.objection)
        sentence = field.objection(text);
    if (sentence.isEmpty())
        return editor->commit();
    editor->setError(sentence);
    return false;
}

QJsonObject FieldForm::appliedTo(const QJsonObject &part) const
{
    QJsonObject result = part;
    for (const FieldEditor *editor : m_editors) {
        const QString path = QLatin1StringView(editor->field().path);
        result = mergePatch(result, patchAt(result, path, editor->value()));
    }
    return result;
}

bool FieldForm::isEdited() const
{
    return appliedTo({}) != m_before
        || std::any_of(m_editors.begin(), m_editors.end(), [](const FieldEditor *editor) { return editor->isTyping(); });
}

FieldEditor *FieldForm::editor(QStringView path) const
{
    for (FieldEditor *editor : m_editors) {
        if (path == QLatin1StringView(editor->field().path))
            return editor;
    }
    return nullptr;
}

} // namespace salesbench
