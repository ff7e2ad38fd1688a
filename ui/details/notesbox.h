// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QWidget>

class QPlainTextEdit;

namespace salesbench {

class LineList;

/// A document's notes, the newest first, and a place to write the next one.
class NotesBox : public QWidget {
    Q_OBJECT

public:
    explicit NotesBox(QWidget *parent = nullptr);

    void setNotes(const QJsonArray &notes);

    /// What is being written and has not been added yet.
    QString draft() const;
    void setDraft(const QString &text);
    void focusDraft();

Q_SIGNALS:
    void written(const QString &text);

private:
    void add();

    LineList *m_notes;
    QPlainTextEdit *m_draft;
};

} // namespace salesbench
