// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/details/detailspane.h"

#include "models/domain/conversion.h"
#include "models/domain/merge.h"
#include "models/domain/move.h"
#include "models/domain/parts.h"
#include "models/domain/whendone.h"
#include "models/domain/words.h"
#include "ui/details/decisionmaker.h"
#include "ui/details/detailshead.h"
#include "ui/details/documentpath.h"
#include "ui/details/fieldeditor.h"
#include "ui/details/fieldlist.h"
#include "ui/details/formdialog.h"
#include "ui/details/linklist.h"
#include "ui/details/notesbox.h"
#include "ui/details/ownerline.h"
#include "ui/details/partlist.h"
#include "ui/details/pathbar.h"
#include "ui/details/section.h"
#include "ui/details/steprunner.h"
#include "ui/details/suggestions.h"
#include "ui/details/timeline.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/taborder.h"
#include "ui/widgets/theme.h"

#include <QLabel>
#include <QLocale>
#include <QScrollArea>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

constexpr int HistoryLimit = 50;
constexpr int PaneSide = 12;

Edit updateOf(const Record &record, const QJsonObject &patch)
{
    return {.op = Edit::Op::Update, .kind = record.kind, .id = record.localId, .content = patch};
}

QString emptyText(ResourceKind kind)
{
    switch (kind) {
    case ResourceKind::SalesLead:
        return DetailsPane::tr("Select a lead to see its details");
    case ResourceKind::SalesOpportunity:
        return DetailsPane::tr("Select an opportunity to see its details");
    case ResourceKind::Quote:
        return DetailsPane::tr("Select a quote to see its details");
    }
    return {};
}

} // namespace

DetailsPane::DetailsPane(Context &context, ResourceKind kind, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_kind(kind)
    , m_steps(new StepRunner(context, this))
    , m_decisions(new DecisionMaker(context, this))
{
    setAccessibleName(tr("Details"));
    setMinimumWidth(metrics::DetailsPaneMin);
    build();
    connect(&context.queries, &WorkspaceQueries::changed, this,
            [this](ResourceKind changed, const QVector<RowId> &rows) {
                if (changed == m_kind && (rows.isEmpty() || rows.contains(m_record.row)))
                    reload();
            });
    connect(m_steps, &StepRunner::failed, m_head, &DetailsHead::setProblem);
    connect(m_steps, &StepRunner::openRequested, this, &DetailsPane::openRequested);
    show(QString());
}

DetailsPane::~DetailsPane()
{
    for (FieldList *list : std::as_const(m_lists)) {
        list->leave(); // what was typed last is kept
        list->disconnect(this); // the focus leaves when the input goes, and by then nobody is here to listen
    }
}

// Building ----------------------------------------------------------------------------------------------

void DetailsPane::build()
{
    m_empty = new QLabel(this);
    m_empty->setProperty("look", u"muted"_s);
    m_empty->setWordWrap(true);
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
    // A long word inside gives way; else the whole pane would reach beyond its edge.
    scroll->widget()->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    scroll->viewport()->setAutoFillBackground(false);
    scroll->widget()->setAutoFillBackground(false);
    column->addWidget(scroll, 1);
    m_pages = new QStackedWidget(this);
    m_pages->setProperty("look", u"panel"_s);
    m_pages->addWidget(m_empty);
    m_pages->addWidget(full);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(m_pages);
}

QWidget *DetailsPane::buildHead()
{
    m_head = new DetailsHead(m_kind, this);
    connect(m_head->path(), &PathBar::moveRequested, this, &DetailsPane::move);
    connect(m_head->links(), &LinkList::openRequested, this, &DetailsPane::openRequested);
    connect(m_head->owner(), &OwnerLine::stepRequested, this, [this](RecordStep step) {
        m_head->setProblem({});
        m_steps->run(step, m_record);
    });
    connect(m_head, &DetailsHead::closeRequested, this, &DetailsPane::closeRequested);
    connect(m_head, &DetailsHead::compareRequested, this, [this] { Q_EMIT compareRequested(m_kind, m_record.localId); });
    connect(m_head, &DetailsHead::retryRequested, this, [this] { m_decisions->retry(m_kind, m_record.localId); });
    connect(m_head, &DetailsHead::recreateRequested, this, [this] { m_decisions->recreate(m_kind, m_record.localId); });
    connect(m_head, &DetailsHead::discardRequested, this, [this] { m_decisions->discard(m_kind, m_record.localId); });
    connect(m_decisions, &DecisionMaker::failed, this,
            [this](const Problem &problem) { m_head->setProblem(problem.sentence); });
    return m_head;
}

QWidget *DetailsPane::buildBody()
{
    auto *body = new QWidget(this);
    auto *column = new QVBoxLayout(body);
    column->setContentsMargins(PaneSide, 0, PaneSide, PaneSide);
    column->setSpacing(0);
    m_facts = new Section(tr("Key facts"), makeFields(AttributeSection::KeyFacts, body), body);
    column->addWidget(m_facts);
    addParts(column, body);
    m_notes = new NotesBox(body);
    connect(m_notes, &NotesBox::written, this, &DetailsPane::addNote);
    m_noteSection = new Section(tr("Notes"), m_notes, body);
    column->addWidget(m_noteSection);
    m_timeline = new Timeline(m_kind, body);
    column->addWidget(new Section(tr("Timeline"), m_timeline, body));
    if (FieldList *references = makeFields(AttributeSection::References, body))
        column->addWidget(new Section(tr("References"), references, body));
    column->addWidget(new Section(tr("All attributes"), makeFields(AttributeSection::All, body), body));
    column->addStretch();
    return body;
}

FieldList *DetailsPane::makeFields(AttributeSection section, QWidget *parent)
{
    auto *list = new FieldList(m_kind, section, parent);
    connect(list, &FieldList::edited, this, &DetailsPane::edit);
    connect(list, &FieldList::suggestionsWanted, this,
            [this](FieldEditor *editor) { offerSuggestions(m_context.queries, m_kind, editor); });
    if (list->isEmpty()) {
        delete list;
        return nullptr;
    }
    m_lists.append(list);
    return list;
}

void DetailsPane::addParts(QVBoxLayout *column, QWidget *body)
{
    for (const PartKind &kind : partKinds(m_kind)) {
        auto *list = new PartList(m_context, m_kind, kind, body);
        auto *section = new Section(kind.title, list, body);
        connect(section->addButton(u"add-"_s + kind.attribute, u"plus"_s, tr("Add %1").arg(kind.one)),
                &QToolButton::clicked, list, &PartList::add);
        connect(list, &PartList::changed, this,
                [this, attribute = kind.attribute](const QString &title, const QJsonArray &parts, FormDialog *dialog) {
                    changeParts(title, attribute, parts, dialog);
                });
        column->addWidget(section);
        m_parts.insert(list, section);
    }
}

// Showing -----------------------------------------------------------------------------------------------

void DetailsPane::show(const QString &id)
{
    if (id != m_wanted)
        leaveRecord(id);
    m_wanted = id;
    if (id.isEmpty()) {
        m_record = {};
        m_empty->setText(emptyText(m_kind));
        m_pages->setCurrentIndex(0);
        return;
    }
    reload();
}

void DetailsPane::leaveRecord(const QString &next)
{
    for (FieldList *list : std::as_const(m_lists))
        list->leave();
    for (auto it = m_parts.keyBegin(); it != m_parts.keyEnd(); ++it)
        (*it)->leave();
    m_drafts.insert(m_wanted, m_notes->draft());
    m_notes->setDraft(m_drafts.take(next));
    m_head->path()->clearReason();
    m_head->setProblem({});
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
                     m_timeline->setEntries(*answer, m_context.surroundings.now());
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
    m_head->setRecord(m_record, m_context.session);
    m_facts->setRemark(m_record.edited.isValid()
                           ? tr("edited %1").arg(QLocale().toString(m_record.edited.toLocalTime(), u"HH:mm"_s))
                           : QString());
    for (FieldList *list : std::as_const(m_lists))
        list->setRecord(m_record);
    for (auto it = m_parts.begin(); it != m_parts.end(); ++it) {
        const QJsonArray parts = m_record.local.value(it.key()->kind().attribute).toArray();
        it.key()->setParts(parts);
        it.value()->setRemark(parts.isEmpty() ? QString() : QString::number(parts.size()));
        it.value()->setUnsent(unsentHint(m_record, it.key()->kind().attribute));
    }
    m_noteSection->setUnsent(unsentHint(m_record, "note"_L1));
    m_notes->setNotes(m_record.local.value("note"_L1).toArray());
    orderTabs(this);
}

// Editing -----------------------------------------------------------------------------------------------

void DetailsPane::edit(FieldEditor *editor, const QJsonValue &value, const QString &typed)
{
    const bool needsId = editor->field().editor == EditorKind::Ref && value.isObject()
        && !value.toObject().contains("id"_L1);
    if (needsId)
        editReference(editor, value.toObject(), typed);
    else
        recordEdit(m_record, editor, value, typed);
}

void DetailsPane::editReference(FieldEditor *editor, const QJsonObject &ref, const QString &typed)
{
    QJsonObject own = ref;
    own.insert("id"_L1, m_context.surroundings.newId());
    if (!editor->field().suggestions) {
        recordEdit(m_record, editor, own, typed);
        return;
    }
    const QString attribute = QLatin1StringView(editor->field().path);
    findKnownPart(
        m_context.queries, editor, having(m_kind, *editor->field().suggestions, ref.value("name"_L1).toString()),
        [attribute](const QJsonObject &document) { return document.value(attribute).toObject(); },
        [this, editor, own, typed, record = m_record](const QJsonObject &known) {
            recordEdit(record, editor, known.isEmpty() ? own : known, typed);
        });
}

void DetailsPane::recordEdit(const Record &record, FieldEditor *editor, const QJsonValue &value, const QString &typed)
{
    const QString path = QLatin1StringView(editor->field().path);
    save({tr("Change %1").arg(fieldLabel(editor->field())), {updateOf(record, patchAt(record.local, path, value))}},
         [editor, typed](const Problem &problem) { editor->refuse(typed, problem.sentence); });
}

void DetailsPane::changeParts(const QString &title, const QString &attribute, const QJsonArray &parts,
                              FormDialog *dialog)
{
    const QJsonValue value = parts.isEmpty() ? QJsonValue() : QJsonValue(parts);
    const Change change{title, {updateOf(m_record, {{attribute, value}})}};
    if (!dialog) {
        save(change, [this](const Problem &problem) { m_head->setProblem(problem.sentence); });
        return;
    }
    whenDone(m_context.edits.record(change), dialog, [dialog](const Result<void> &done) {
        if (done)
            dialog->accept();
        else
            dialog->refuse(done.error().sentence);
    });
}

Result<Change> DetailsPane::moved(State to, const QString &reason) const
{
    if (m_kind == ResourceKind::SalesLead && to == State::Accepted)
        return acceptLead(m_record, reason, m_context.surroundings);
    const Result<QJsonObject> patch
        = movePatch(m_record, to, {reason, m_context.session.user.name}, m_context.surroundings);
    if (!patch)
        return tl::unexpected(patch.error());
    const auto from = stateOf(m_kind, m_record.local);
    return Change{moveWord(m_kind, {from.value_or(to), to}), {updateOf(m_record, *patch)}};
}

void DetailsPane::move(State to, const QString &reason)
{
    const auto refused = [this](const Problem &problem) { m_head->path()->setError(problem.sentence); };
    const Result<Change> change = moved(to, reason);
    if (!change) {
        refused(change.error());
        return;
    }
    save(*change, refused);
    m_head->path()->clearReason();
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
    save({tr("Add a note"), {updateOf(m_record, {{u"note"_s, notes}})}}, [this, text](const Problem &problem) {
        m_notes->setDraft(text);
        m_head->setProblem(problem.sentence);
    });
}

void DetailsPane::save(const Change &change, const Failed &failed)
{
    m_head->setProblem({});
    for (const Edit &edit : change.edits) {
        if (edit.id == m_record.localId) // what is edited next builds upon it
            m_record.local = mergePatch(m_record.local, edit.content);
    }
    whenDone(m_context.edits.record(change), this,
             [this, failed, id = m_record.localId](const Result<void> &done) { saved(id, done, failed); });
}

void DetailsPane::saved(const QString &id, const Result<void> &done, const Failed &failed)
{
    if (!done && id == m_record.localId)
        failed(done.error());
    else if (!done)
        m_context.dialogs.tell(this, tr("The change was not kept"), done.error().sentence);
    reload();
}

void DetailsPane::pressMain()
{
    m_head->path()->pressMain();
}

void DetailsPane::focusNote()
{
    m_notes->focusDraft();
}

} // namespace salesbench
