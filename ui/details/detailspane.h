// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/details/attributefield.h"
#include "ui/widgets/context.h"

#include <QHash>
#include <QWidget>

#include <functional>

class QLabel;
class QStackedWidget;

namespace salesbench {

class FieldEditor;
class FieldList;
class LineList;
class NotesBox;
class PathBar;
class Section;

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
    QString localId() const { return m_record.localId; }
    void pressMain();
    void focusNote();

Q_SIGNALS:
    /// Another document is to be looked at, for example the opportunity that a lead became.
    void openRequested(salesbench::ResourceKind kind, const QString &id);
    void recordShown(const salesbench::Record &record);

private:
    void build();
    QWidget *buildHead();
    QWidget *buildBody();
    void connectFields(FieldList *list);
    void reload();
    void take(const Result<Record> &answer);
    void showRecord();
    void showBanner();
    void showHistory(const QVector<AuditEntry> &entries);
    void edit(FieldEditor *editor, const QJsonValue &value, const QString &typed);
    void suggest(FieldEditor *editor);
    Result<Change> moved(State to, const QString &reason) const;
    void move(State to, const QString &reason);
    void addNote(const QString &text);
    void record(const Change &change, std::function<void(const Problem &)> failed);

    Context &m_context;
    ResourceKind m_kind;
    Record m_record;
    QString m_wanted;
    QStackedWidget *m_pages = nullptr;
    QLabel *m_empty = nullptr;
    QLabel *m_id = nullptr;
    QLabel *m_name = nullptr;
    QLabel *m_status = nullptr;
    QLabel *m_banner = nullptr;
    QLabel *m_problem = nullptr;
    PathBar *m_path = nullptr;
    Section *m_facts = nullptr;
    QVector<FieldList *> m_lists;
    NotesBox *m_notes = nullptr;
    QHash<QString, QString> m_drafts; ///< notes begun on other records, by their id
    LineList *m_history = nullptr;
};

} // namespace salesbench
