// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/details/fieldlist.h"

#include "ui/details/documentpath.h"
#include "ui/details/fieldeditor.h"

#include <QGridLayout>
#include <QLabel>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace salesbench {

QString unsentHint(const Record &record, const QString &attribute)
{
    if (!record.unsent.contains(attribute))
        return {};
    if (record.sync == SyncState::Refused)
        return FieldList::tr("Refused by the server: %1").arg(record.reason);
    if (!record.edited.isValid())
        return FieldList::tr("Not yet sent");
    return FieldList::tr("Changed %1, not yet sent")
        .arg(QLocale().toString(record.edited.toLocalTime(), u"HH:mm"_s));
}

FieldList::FieldList(ResourceKind kind, AttributeSection section, QWidget *parent)
    : QWidget(parent)
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(0);
    grid->setColumnMinimumWidth(0, 88);
    grid->setColumnStretch(1, 1);
    for (const AttributeField &field : attributeFields(kind)) {
        if (field.section != section)
            continue;
        auto *editor = new FieldEditor(field, this);
        auto *label = new QLabel(fieldLabel(field), this);
        label->setProperty("look", u"muted"_s);
        label->setBuddy(editor);
        const int row = grid->rowCount();
        grid->addWidget(label, row, 0, Qt::AlignTop);
        label->setMinimumHeight(26);
        grid->addWidget(editor, row, 1);
        connect(editor, &FieldEditor::committed, this, [this, editor](const QJsonValue &value, const QString &typed) {
            Q_EMIT edited(editor, value, typed);
        });
        connect(editor, &FieldEditor::suggestionsWanted, this, [this, editor] { Q_EMIT suggestionsWanted(editor); });
        m_editors.append(editor);
    }
}

void FieldList::setRecord(const Record &record)
{
    const bool refused = record.sync == SyncState::Refused;
    for (FieldEditor *editor : std::as_const(m_editors)) {
        const QString path = QLatin1StringView(editor->field().path);
        editor->setValue(valueAt(record.local, path));
        const QString hint = unsentHint(record, path.section(u'.', 0, 0));
        editor->setMark(hint.isEmpty() ? FieldEditor::Mark::None
                            : refused  ? FieldEditor::Mark::Refused
                                       : FieldEditor::Mark::Unsent,
                        hint);
    }
}

void FieldList::leave()
{
    for (FieldEditor *editor : std::as_const(m_editors)) {
        editor->commit();
        editor->revert();
    }
}

FieldEditor *FieldList::editor(QStringView path) const
{
    for (FieldEditor *editor : m_editors) {
        if (path == QLatin1StringView(editor->field().path))
            return editor;
    }
    return nullptr;
}

} // namespace salesbench
