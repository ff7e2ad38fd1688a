// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/details/notesbox.h"

#include "models/domain/parts.h"
#include "models/domain/words.h"
#include "ui/details/linelist.h"

#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

constexpr int DraftHeight = 52;

} // namespace

NotesBox::NotesBox(QWidget *parent)
    : QWidget(parent)
    , m_notes(new LineList(this))
    , m_draft(new QPlainTextEdit(this))
{
    m_draft->setObjectName(u"newNote"_s);
    m_draft->setAccessibleName(tr("New note"));
    m_draft->setPlaceholderText(tr("Write a note"));
    m_draft->setTabChangesFocus(true);
    m_draft->setFixedHeight(DraftHeight);
    auto *add = new QPushButton(tr("Add note"), this);
    add->setObjectName(u"addNote"_s);
    connect(add, &QPushButton::clicked, this, &NotesBox::add);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(m_notes);
    all->addWidget(m_draft);
    all->addWidget(add, 0, Qt::AlignRight);
}

void NotesBox::setNotes(const QJsonArray &notes)
{
    m_notes->clear();
    for (qsizetype i = notes.size() - 1; i >= 0; --i) {
        const Note note(notes.at(i).toObject());
        const QString author = note.author().isEmpty() ? tr("Unknown") : note.author();
        m_notes->add(u"muted"_s, u"%1 · %2"_s.arg(author, dateText(note.date())));
        m_notes->add(u"note"_s, note.text());
    }
}

QString NotesBox::draft() const
{
    return m_draft->toPlainText();
}

void NotesBox::setDraft(const QString &text)
{
    m_draft->setPlainText(text);
}

void NotesBox::focusDraft()
{
    m_draft->setFocus();
}

void NotesBox::add()
{
    const QString text = draft().trimmed();
    if (text.isEmpty()) {
        focusDraft();
        return;
    }
    m_draft->clear();
    Q_EMIT written(text);
}

} // namespace salesbench
