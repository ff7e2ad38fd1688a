// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/details/attributefield.h"
#include "ui/widgets/context.h"

#include <QHash>
#include <QJsonArray>
#include <QWidget>

#include <functional>

class QLabel;
class QStackedWidget;
class QVBoxLayout;

namespace salesbench {

class DecisionMaker;
class DetailsHead;
class FieldEditor;
class FieldList;
class FormDialog;
class NotesBox;
class PartList;
class Section;
class StepRunner;
class Timeline;

/// Everything about one document, editable in place. Each edit is one Change; nothing here waits for the
/// workspace, and what is being typed survives every refresh.
class DetailsPane : public QWidget {
    Q_OBJECT

public:
    DetailsPane(Context &context, ResourceKind kind, QWidget *parent = nullptr);
    ~DetailsPane() override;

    using QWidget::show;
    /// By local or server id; an empty id empties the pane. What is being typed is kept for the record before.
    void show(const QString &id);
    const Record &record() const { return m_record; }
    QString localId() const { return m_record.localId; }
    StepRunner &steps() const { return *m_steps; }
    void pressMain();
    void focusNote();

Q_SIGNALS:
    /// Another document is to be looked at, for example the opportunity that a lead became.
    void openRequested(salesbench::ResourceKind kind, const QString &id);
    /// The two sides of a conflict are to be looked at.
    void compareRequested(salesbench::ResourceKind kind, const QString &localId);
    void recordShown(const salesbench::Record &record);
    /// The pane is to go out of sight.
    void closeRequested();

private:
    using Failed = std::function<void(const Problem &)>;

    void build();
    QWidget *buildHead();
    QWidget *buildBody();
    FieldList *makeFields(AttributeSection section, QWidget *parent);
    void addParts(QVBoxLayout *column, QWidget *body);
    void leaveRecord(const QString &next);
    void reload();
    void take(const Result<Record> &answer);
    void showRecord();
    void edit(FieldEditor *editor, const QJsonValue &value, const QString &typed);
    /// @p ref by its name alone, with the id that other documents have for it, or one of its own.
    void editReference(FieldEditor *editor, const QJsonObject &ref, const QString &typed);
    void recordEdit(const Record &record, FieldEditor *editor, const QJsonValue &value, const QString &typed);
    void changeParts(const QString &title, const QString &attribute, const QJsonArray &parts, FormDialog *dialog);
    Result<Change> moved(State to, const QString &reason) const;
    void move(State to, const QString &reason);
    void addNote(const QString &text);
    void save(const Change &change, const Failed &failed);
    void saved(const QString &id, const Result<void> &done, const Failed &failed);

    Context &m_context;
    ResourceKind m_kind;
    Record m_record;
    QString m_wanted;
    StepRunner *m_steps = nullptr;
    DecisionMaker *m_decisions = nullptr;
    QStackedWidget *m_pages = nullptr;
    QLabel *m_empty = nullptr;
    DetailsHead *m_head = nullptr;
    Section *m_facts = nullptr;
    QVector<FieldList *> m_lists;
    QHash<PartList *, Section *> m_parts;
    NotesBox *m_notes = nullptr;
    Section *m_noteSection = nullptr;
    QHash<QString, QString> m_drafts; ///< notes begun on other records, by their id
    Timeline *m_timeline = nullptr;
};

} // namespace salesbench
