// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/record.h"
#include "ui/details/attributefield.h"

#include <QWidget>

Q_MOC_INCLUDE("ui/details/fieldeditor.h")

namespace salesbench {

class FieldEditor;

/// Why @p attribute of @p record has a dot: changed and not sent, or refused. Empty where the server has it.
QString unsentHint(const Record &record, const QString &attribute);

/// The attributes of one section, each with its editor.
class FieldList : public QWidget {
    Q_OBJECT

public:
    FieldList(ResourceKind kind, AttributeSection section, QWidget *parent = nullptr);

    bool isEmpty() const { return m_editors.isEmpty(); }
    void setRecord(const Record &record);
    /// Another record comes: typing is committed to the one before, and what cannot be is dropped.
    void leave();
    FieldEditor *editor(QStringView path) const;

Q_SIGNALS:
    void edited(salesbench::FieldEditor *editor, const QJsonValue &value, const QString &typed);
    void suggestionsWanted(salesbench::FieldEditor *editor);

private:
    QVector<FieldEditor *> m_editors;
};

} // namespace salesbench
