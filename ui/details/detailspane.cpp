// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/details/detailspane.h"

#include "models/domain/conversion.h"
#include "models/domain/move.h"
#include "models/domain/parts.h"
#include "models/domain/whendone.h"
#include "models/domain/words.h"
#include "ui/details/documentpath.h"
#include "ui/details/fieldeditor.h"
#include "ui/details/fieldlist.h"
#include "ui/details/fieldtext.h"
#include "ui/details/linelist.h"
#include "ui/details/notesbox.h"
#include "ui/details/pathbar.h"
#include "ui/details/section.h"
#include "ui/details/suggestions.h"
#include "ui/widgets/theme.h"

#include <QLabel>
#include <QLocale>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

constexpr int HistoryLimit = 50;

QLabel *label(const QString &look, QWidget *parent)
{
    auto *result = new QLabel(parent);
    result->setProperty("look", look);
    result->setWordWrap(true);
    result->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return result;
}

QString historyLine(const AuditEntry &entry)
{
    if (entry.attribute.isEmpty() || entry.before.isObject() || entry.after.isObject() || entry.after.isArray())
        return entry.title;
    const QString before = json::toText(entry.before);
    const QString after = json::toText(entry.after);
    return u"%1: %2 → %3"_s.arg(entry.title, before.isEmpty() ? u"–"_s : before, after.isEmpty() ? u"–"_s : after);
}

Edit updateOf(const Record &record, const QJsonObject &patch)
{
    return {.op = Edit::Op::Update, .kind = record.kind, .id = record.localId, .content = patch};
}

} // namespace

DetailsPane::DetailsPane(Context &context, ResourceKind kind, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_kind(kind)
{
    setAccessibleName(tr("Details"));
    setMinimumWidth(metrics::DetailsPaneMin);
    build();
    connect(&context.queries, &WorkspaceQueries::changed, this,
            [this](ResourceKind changed, const QVector<RowId> &rows) {
                if (changed == m_kind && (rows.isEmpty() || rows.contains(m_record.row)))
                    reload();
            });
    show(QString());
}

DetailsPane::~DetailsPane()
{
    for (FieldList *list : std::as_const(m_lists)) {
        list->leave(); // what was typed last is kept
        list->disconnect(this); // the focus leaves when the input goes, and by then nobody is here to listen
    }
}

void DetailsPane::build()
{
    m_empty = label(u"muted"_s, this);
    m_empty->setAlignment(Qt::AlignCenter);
    auto *full = new QWidget(this);
    auto *column = new QVBoxLayout(full);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(buildHead());
    auto *scroll = new QScrollArea(full);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(buildBody());
    column->addWidget(scroll, 1);
    m_pages = new QStackedWidget(this);
    m_pages->addWidget(m_empty);
    m_pages->addWidget(full);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(m_pages);
}

QWidget *DetailsPane::buildHead()
{
    auto *head = new QWidget(this);
    m_banner = label(u"banner"_s, head);
    m_banner->setObjectName(u"banner"_s);
    m_problem = label(u"error"_s, head);
    m_problem->setObjectName(u"problem"_s);
    m_id = label(u"muted"_s, head);
    m_id->setWordWrap(false);
    m_status = new QLabel(head);
    m_status->setObjectName(u"status"_s);
    m_name = label(u"title"_s, head);
    m_name->setObjectName(u"title"_s);
    m_path = new PathBar(m_kind, head);
    connect(m_path, &PathBar::moveRequested, this, &DetailsPane::move);
    auto *line = new QHBoxLayout;
    line->setSpacing(8);
    line->addWidget(m_id);
    line->addWidget(m_status);
    line->addStretch();
    auto *all = new QVBoxLayout(head);
    all->setContentsMargins(12, 10, 12, 8);
    all->setSpacing(8);
    all->addWidget(m_banner);
    all->addLayout(line);
    all->addWidget(m_name);
    all->addWidget(m_path);
    all->addWidget(m_problem);
    return head;
}

QWidget *DetailsPane::buildBody()
{
    auto *body = new QWidget(this);
    auto *all = new QVBoxLayout(body);
    all->setContentsMargins(12, 0, 12, 12);
    all->setSpacing(0);
    for (AttributeSection section : {AttributeSection::KeyFacts, AttributeSection::References, AttributeSection::All}) {
        auto *list = new FieldList(m_kind, section, body);
        connectFields(list);
        m_lists.append(list);
    }
    m_history = new LineList(body);
    m_notes = new NotesBox(body);
    connect(m_notes, &NotesBox::written, this, &DetailsPane::addNote);
    m_facts = new Section(tr("Key facts"), m_lists[0], body);
    all->addWidget(m_facts);
    all->addWidget(new Section(tr("Notes"), m_notes, body));
    all->addWidget(new Section(tr("Parties and references"), m_lists[1], body));
    auto *attributes = new Section(tr("All attributes"), m_lists[2], body);
    all->addWidget(attributes);
    all->addWidget(new Section(tr("History"), m_history, body));
    all->addStretch();
    return body;
}

void DetailsPane::connectFields(FieldList *list)
{
    connect(list, &FieldList::edited, this, &DetailsPane::edit);
    connect(list, &FieldList::suggestionsWanted, this, &DetailsPane::suggest);
}

void DetailsPane::show(const QString &id)
{
    if (id != m_wanted) {
        for (FieldList *list : std::as_const(m_lists))
            list->leave();
        m_drafts.insert(m_wanted, m_notes->draft());
        m_notes->setDraft(m_drafts.take(id));
        m_path->clearReason();
    }
    m_wanted = id;
    if (id.isEmpty()) {
        m_record = {};
        const QString none[] = {tr("Select a lead to see its details"), tr("Select an opportunity to see its details"),
                                tr("Select a quote to see its details")};
        m_empty->setText(none[static_cast<int>(m_kind)]);
        m_pages->setCurrentIndex(0);
        return;
    }
    reload();
}

void DetailsPane::reload()
{
    if (m_wanted.isEmpty())
        return;
    const QString id = m_wanted;
    whenDone(m_context.queries.record(m_kind, id), this, [this, id](const Result<Record> &answer) {
        if (id == m_wanted)
            take(answer);
    });
    whenDone(m_context.queries.history(m_kind, id, HistoryLimit), this,
             [this, id](const Result<QVector<AuditEntry>> &answer) {
                 if (id == m_wanted && answer)
                     showHistory(*answer);
             });
}

void DetailsPane::take(const Result<Record> &answer)
{
    if (!answer) {
        m_empty->setText(answer.error().sentence);
        m_pages->setCurrentIndex(0);
        return;
    }
    m_record = *answer;
    showRecord();
    m_pages->setCurrentIndex(1);
    Q_EMIT recordShown(m_record);
}

void DetailsPane::showRecord()
{
    const ResourceType &type = resourceType(m_kind);
    const QString status = m_record.local.value(type.stateAttribute).toString();
    const auto state = stateFromText(status);
    const Theme &theme = Theme::of(palette());
    m_id->setText(json::toText(m_record.local.value("id"_L1)).left(13));
    m_id->setToolTip(json::toText(m_record.local.value("id"_L1)));
    m_status->setText(state ? stateWord(m_kind, *state) : status);
    const PillColors pill = theme.pill(state.value_or(State::Cancelled));
    m_status->setStyleSheet(u"background:%1;color:%2;border-radius:10px;padding:2px 8px;font-size:12px"_s.arg(
        pill.fill.name(), pill.fg.name()));
    m_status->setFixedHeight(metrics::Pill);
    m_name->setText(m_record.local.value(type.nameAttribute).toString());
    m_path->setStatus(status);
    m_facts->setRemark(m_record.edited.isValid()
                           ? tr("edited %1").arg(QLocale().toString(m_record.edited.toLocalTime(), u"HH:mm"_s))
                           : QString());
    for (FieldList *list : std::as_const(m_lists))
        list->setRecord(m_record);
    m_problem->hide();
    showBanner();
    m_notes->setNotes(m_record.local.value("note"_L1).toArray());
}

void DetailsPane::showBanner()
{
    const bool conflict = m_record.sync == SyncState::Conflict;
    const bool refused = m_record.sync == SyncState::Refused;
    const PillColors colors = Theme::of(palette()).pill(conflict ? State::Pending : State::Rejected);
    m_banner->setVisible(conflict || refused || m_record.deleted);
    m_banner->setStyleSheet(u"background:%1;color:%2;padding:8px;border-radius:4px"_s.arg(colors.fill.name(),
                                                                                        colors.fg.name()));
    if (conflict)
        m_banner->setText(tr("Changed on the server while you worked on it. Nothing is lost: compare and decide. %1")
                              .arg(m_record.reason)
                              .trimmed());
    else if (refused)
        m_banner->setText(tr("The server refused the change: %1").arg(m_record.reason));
    else
        m_banner->setText(tr("The deletion waits to be sent."));
}

void DetailsPane::showHistory(const QVector<AuditEntry> &entries)
{
    m_history->clear();
    for (const AuditEntry &entry : entries) {
        const QString when = QLocale().toString(entry.when.toLocalTime(), u"d MMM HH:mm"_s);
        QLabel *line = m_history->add(u"secondary"_s, u"%1  %2"_s.arg(when, historyLine(entry)));
        line->setToolTip(entry.fromServer ? tr("From the server") : entry.who);
    }
    if (entries.isEmpty())
        m_history->add(u"muted"_s, tr("Nothing has been changed yet."));
}

void DetailsPane::edit(FieldEditor *editor, const QJsonValue &value, const QString &typed)
{
    QJsonValue kept = value;
    if (editor->field().editor == EditorKind::Ref && value.isObject() && !value.toObject().contains("id"_L1)) {
        QJsonObject ref = value.toObject(); // the standards want an id in every reference
        ref.insert("id"_L1, m_context.surroundings.newId());
        kept = ref;
    }
    const QString path = QLatin1StringView(editor->field().path);
    record({tr("Change %1").arg(fieldLabel(editor->field())), {updateOf(m_record, patchAt(m_record.local, path, kept))}},
           [editor, typed](const Problem &problem) { editor->refuse(typed, problem.sentence); });
}

void DetailsPane::suggest(FieldEditor *editor)
{
    offerSuggestions(m_context.queries, m_kind, editor);
}

Result<Change> DetailsPane::moved(State to, const QString &reason) const
{
    if (m_kind == ResourceKind::SalesLead && to == State::Accepted)
        return acceptLead(m_record, reason, m_context.surroundings);
    const Result<QJsonObject> patch
        = movePatch(m_record, to, {reason, m_context.session.user.name}, m_context.surroundings);
    if (!patch)
        return tl::unexpected(patch.error());
    const auto from = stateFromText(m_record.local.value(resourceType(m_kind).stateAttribute).toString());
    return Change{moveWord(m_kind, {from.value_or(to), to}), {updateOf(m_record, *patch)}};
}

void DetailsPane::move(State to, const QString &reason)
{
    const auto refused = [this](const Problem &problem) { m_path->setError(problem.sentence); };
    const Result<Change> change = moved(to, reason);
    if (!change) {
        refused(change.error());
        return;
    }
    record(*change, refused);
    m_path->clearReason();
}

void DetailsPane::addNote(const QString &text)
{
    Note note;
    note.setId(m_context.surroundings.newId());
    note.setAuthor(m_context.session.user.name);
    note.setDate(m_context.surroundings.now());
    note.setText(text);
    QJsonArray notes = m_record.local.value("note"_L1).toArray();
    notes.append(note.json());
    record({tr("Add a note"), {updateOf(m_record, {{u"note"_s, notes}})}}, [this, text](const Problem &problem) {
        m_notes->setDraft(text);
        m_problem->setText(problem.sentence);
        m_problem->show();
    });
}

void DetailsPane::record(const Change &change, std::function<void(const Problem &)> failed)
{
    whenDone(m_context.edits.record(change), this,
             [this, failed = std::move(failed), id = m_record.localId](const Result<void> &done) {
                 if (!done && id == m_record.localId)
                     failed(done.error());
                 else if (!done)
                     m_context.dialogs.tell(this, tr("The change was not kept"), done.error().sentence);
                 reload();
             });
}

void DetailsPane::pressMain()
{
    m_path->pressMain();
}

void DetailsPane::focusNote()
{
    m_notes->focusDraft();
}

} // namespace salesbench
