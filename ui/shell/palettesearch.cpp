// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/palettesearch.h"

#include "models/domain/whendone.h"
#include "ui/shell/userbutton.h"

#include <QAction>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

constexpr int HitsPerKind = 6;
constexpr int CommandsBesideHits = 4;
constexpr int AllCommands = 200;

PaletteEntry heading(const QString &text)
{
    return {PaletteEntry::Type::Heading, text, {}, {}, {}, {}, {}};
}

QString iconOf(ResourceKind kind)
{
    switch (kind) {
    case ResourceKind::SalesLead:
        return u"leads"_s;
    case ResourceKind::SalesOpportunity:
        return u"opportunities"_s;
    case ResourceKind::Quote:
        return u"quotes"_s;
    }
    return {};
}

PaletteEntry recordEntry(const SearchHit &hit)
{
    const Summary &summary = hit.row.summary;
    const QString prospect = summary.text(Field::Prospect);
    return {PaletteEntry::Type::Record,
            summary.text(Field::Name),
            prospect.isEmpty() ? hit.excerpt : prospect,
            iconOf(hit.kind),
            hit,
            {},
            {}};
}

PaletteEntry commandEntry(const Command &command)
{
    PaletteEntry entry;
    entry.type = PaletteEntry::Type::Command;
    entry.title = command.text();
    entry.detail = command.menu;
    entry.icon = command.goesSomewhere ? u"arrow-right"_s : u"chevron-right"_s;
    entry.action = command.action;
    return entry;
}

} // namespace

PaletteSearch::PaletteSearch(Context &context, QObject *parent)
    : QObject(parent)
    , m_context(context)
{
}

void PaletteSearch::ask(const QString &text)
{
    const QString trimmed = text.trimmed();
    const QChar sign = trimmed.isEmpty() ? QChar() : trimmed.front();
    const bool signedText = sign == u'>' || sign == u'@' || sign == u':';
    m_text = signedText ? trimmed.sliced(1).trimmed() : trimmed;
    m_words = m_text.split(u' ', Qt::SkipEmptyParts);
    ++m_question;
    m_running.cancel();
    if (sign == u'>')
        answer(commands(tr("Commands"), AllCommands, false));
    else if (sign == u'@')
        answer(people());
    else if (sign == u':')
        answer(commands(tr("Go to"), AllCommands, true));
    else if (m_text.isEmpty())
        answer(start());
    else
        askDocuments(m_text);
}

void PaletteSearch::askDocuments(const QString &text)
{
    m_running = m_context.queries.search(text, HitsPerKind);
    whenDone(m_running, this, [this, question = m_question](const Result<QVector<SearchHit>> &found) {
        if (question == m_question)
            take(found);
    });
}

void PaletteSearch::take(const Result<QVector<SearchHit>> &found)
{
    if (!found) {
        Q_EMIT answered({heading(found.error().sentence)});
        return;
    }
    answer(documents(*found) + commands(tr("Commands"), CommandsBesideHits, false));
}

QVector<PaletteEntry> PaletteSearch::start() const
{
    return commands(tr("Go to"), AllCommands, true);
}

QVector<PaletteEntry> PaletteSearch::documents(const QVector<SearchHit> &hits) const
{
    QVector<PaletteEntry> leads;
    QVector<PaletteEntry> others;
    for (const SearchHit &hit : hits)
        (hit.kind == ResourceKind::SalesLead ? leads : others).append(recordEntry(hit));
    if (!leads.isEmpty())
        leads.prepend(heading(tr("Leads")));
    if (!others.isEmpty())
        others.prepend(heading(tr("Opportunities and quotes")));
    return leads + others;
}

QVector<PaletteEntry> PaletteSearch::commands(const QString &title, int limit, bool placesOnly) const
{
    QVector<PaletteEntry> found;
    for (const Command &command : m_commands) {
        if (found.size() == limit)
            break;
        if (command.action->isEnabled() && (command.goesSomewhere || !placesOnly) && matches(command.text()))
            found.append(commandEntry(command));
    }
    if (!found.isEmpty())
        found.prepend(heading(title));
    return found;
}

QVector<PaletteEntry> PaletteSearch::people() const
{
    QVector<PaletteEntry> found;
    for (const Person &person : m_context.session.team) {
        if (!matches(person.name))
            continue;
        PaletteEntry entry;
        entry.type = PaletteEntry::Type::Person;
        entry.title = person.name;
        entry.detail = roleText(person);
        entry.person = person;
        found.append(entry);
    }
    if (!found.isEmpty())
        found.prepend(heading(tr("Leads of")));
    return found;
}

/// Every word begins a word of @p text.
bool PaletteSearch::matches(const QString &text) const
{
    const QStringList own = text.split(u' ', Qt::SkipEmptyParts);
    return std::ranges::all_of(m_words, [&own](const QString &word) {
        return std::ranges::any_of(
            own, [&word](const QString &start) { return start.startsWith(word, Qt::CaseInsensitive); });
    });
}

void PaletteSearch::answer(QVector<PaletteEntry> entries)
{
    if (entries.isEmpty())
        entries.append(heading(tr("Nothing found for “%1”").arg(m_text)));
    Q_EMIT answered(entries);
}

} // namespace salesbench
