// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sync/conflictview.h"

#include "models/domain/conflict.h"
#include "models/domain/whendone.h"
#include "ui/details/decisionmaker.h"
#include "ui/details/parttext.h"
#include "ui/sync/conflictdelegate.h"
#include "ui/sync/conflictmodel.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/themedlabel.h"

#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QShortcut>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

#include <array>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

constexpr int ConflictBar = 46;
constexpr int PartRow = 36;
constexpr int ConflictSign = 16;
constexpr std::array PartWidths{150, 150, 200, 200, 176};

QPushButton *flatButton(const QString &name, const QString &text, QWidget *parent)
{
    auto *button = new QPushButton(text, parent);
    button->setObjectName(name);
    button->setAccessibleName(text);
    button->setProperty("look", u"flat"_s);
    return button;
}

ThemedLabel *warningSign(QWidget *parent)
{
    return new ThemedLabel(
        [](const Theme &theme, qreal ratio) {
            return iconPixmap(u"warning"_s, theme.pill(State::Pending).fg, ConflictSign, ratio);
        },
        parent);
}

QHBoxLayout *conflictBar(QWidget *bar)
{
    bar->setFixedHeight(ConflictBar);
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(14, 0, 12, 0);
    row->setSpacing(8);
    return row;
}

QFrame *conflictLine(QWidget *parent)
{
    auto *line = new QFrame(parent);
    line->setProperty("look", u"hairline"_s);
    line->setFixedHeight(1);
    return line;
}

} // namespace

ConflictView::ConflictView(Context &context, DecisionMaker &decisions, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_decisions(decisions)
    , m_model(new ConflictModel(this))
    , m_stack(new QStackedWidget(this))
{
    setAccessibleName(tr("Conflict"));
    buildTable();
    buildQuestion();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(buildHead());
    column->addWidget(conflictLine(this));
    column->addWidget(m_stack, 1);
    column->addWidget(conflictLine(this));
    column->addWidget(buildFoot());
    connect(m_model, &ConflictModel::choicesChanged, this, &ConflictView::showChoices);
    connect(m_model, &ConflictModel::objected, this,
            [this](const QString &sentence) { m_hint->setText(sentence); });
    connect(&context.queries, &WorkspaceQueries::changed, this, [this](ResourceKind kind) {
        if (kind == m_kind && !m_localId.isEmpty())
            reload();
    });
    setVisible(false);
}

/// What is being typed at the end is still taken, and by then nobody is here to listen.
ConflictView::~ConflictView()
{
    m_model->disconnect(this);
}

// Building ----------------------------------------------------------------------------------------------

QWidget *ConflictView::buildHead()
{
    auto *head = new QFrame(this);
    head->setProperty("look", u"bar"_s);
    m_name = new QLabel(head);
    m_name->setObjectName(u"conflictName"_s);
    m_name->setProperty("look", u"strong"_s);
    m_name->setTextFormat(Qt::PlainText);
    m_story = new QLabel(head);
    m_story->setObjectName(u"conflictStory"_s);
    m_story->setProperty("look", u"secondary"_s);
    m_story->setTextFormat(Qt::PlainText);
    m_story->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_undo = flatButton(u"undoChoice"_s, tr("Undo"), head);
    m_undo->setAccessibleName(tr("Take the last choice back"));
    m_undo->setToolTip(tr("Take the last choice back (Backspace)"));
    m_allMine = flatButton(u"allMine"_s, tr("All mine"), head);
    m_allTheirs = flatButton(u"allTheirs"_s, tr("All theirs"), head);
    connect(m_undo, &QPushButton::clicked, m_model, &ConflictModel::takeBack);
    connect(m_allMine, &QPushButton::clicked, this, [this] { m_model->chooseAll(ConflictModel::Choice::Mine); });
    connect(m_allTheirs, &QPushButton::clicked, this, [this] { m_model->chooseAll(ConflictModel::Choice::Theirs); });
    auto *row = conflictBar(head);
    row->addWidget(warningSign(head));
    row->addWidget(m_name);
    row->addWidget(m_story, 1);
    for (QPushButton *button : {m_undo, m_allMine, m_allTheirs})
        row->addWidget(button);
    return head;
}

void ConflictView::buildTable()
{
    m_table = new QTableView(this);
    m_table->setObjectName(u"conflict"_s);
    m_table->setAccessibleName(tr("Both sides of the conflict"));
    m_table->setModel(m_model);
    auto *delegate = new ConflictDelegate(m_table);
    m_table->setItemDelegate(delegate);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed);
    m_table->setShowGrid(false);
    m_table->setTabKeyNavigation(false);
    m_table->setWordWrap(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(PartRow);
    QHeaderView *header = m_table->horizontalHeader();
    header->setFixedHeight(metrics::TableHeader);
    header->setHighlightSections(false);
    header->setStretchLastSection(true);
    for (int column = 0; column < int(PartWidths.size()); ++column)
        m_table->setColumnWidth(column, PartWidths.at(size_t(column)));
    connect(delegate, &ConflictDelegate::pressed, this, &ConflictView::press);
    for (int number = 0; number < 3; ++number)
        addKey(QString::number(number + 1), number);
    addKey(u"Backspace"_s, -1);
    m_stack->addWidget(m_table);
}

/// @p number as in press(); -1 takes the last choice back.
void ConflictView::addKey(const QString &key, int number)
{
    auto *shortcut = new QShortcut(QKeySequence(key), m_table, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
    connect(shortcut, &QShortcut::activated, this, [this, number] {
        if (number < 0)
            m_model->takeBack();
        else
            press(m_table->currentIndex().row(), number);
    });
}

void ConflictView::buildQuestion()
{
    m_question = new EmptyState(this);
    m_mine = m_question->addButton({});
    m_mine->setObjectName(u"keepMine"_s);
    m_theirs = m_question->addButton({}, u"danger"_s);
    m_theirs->setObjectName(u"takeTheirs"_s);
    connect(m_mine, &QPushButton::clicked, this, [this] {
        if (isGoneThere(m_model->record()))
            m_decisions.recreate(m_kind, m_localId);
        else
            m_decisions.settle(m_model->record(), {});
    });
    connect(m_theirs, &QPushButton::clicked, this, [this] { m_decisions.discard(m_kind, m_localId); });
    m_stack->addWidget(m_question);
}

QWidget *ConflictView::buildFoot()
{
    auto *foot = new QFrame(this);
    foot->setProperty("look", u"bar"_s);
    m_state = new QLabel(foot);
    m_state->setObjectName(u"conflictState"_s);
    m_hint = new QLabel(foot);
    m_hint->setObjectName(u"conflictHint"_s);
    m_hint->setProperty("look", u"secondary"_s);
    m_hint->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    auto *later = new QPushButton(tr("Decide later"), foot);
    later->setObjectName(u"decideLater"_s);
    later->setAccessibleName(later->text());
    m_save = new QPushButton(icon(u"send"_s, IconInk::OnAccent), tr("Save and send"), foot);
    m_save->setObjectName(u"saveConflict"_s);
    m_save->setAccessibleName(m_save->text());
    m_save->setProperty("look", u"primary"_s);
    m_save->setToolTip(tr("Save and send (Ctrl+Enter)"));
    m_save->setShortcut(u"Ctrl+Return"_s);
    connect(later, &QPushButton::clicked, this, [this] {
        leave();
        Q_EMIT closed();
    });
    connect(m_save, &QPushButton::clicked, this, &ConflictView::save);
    auto *row = conflictBar(foot);
    row->addWidget(m_state);
    row->addWidget(m_hint, 1);
    row->addWidget(later);
    row->addWidget(m_save);
    return foot;
}

// Showing -----------------------------------------------------------------------------------------------

void ConflictView::show(ResourceKind kind, const QString &localId)
{
    m_kind = kind;
    m_localId = localId;
    reload();
}

void ConflictView::leave()
{
    m_localId.clear();
    setVisible(false);
}

void ConflictView::reload()
{
    whenDone(m_context.queries.record(m_kind, m_localId), this, [this, id = m_localId](const Result<Record> &record) {
        if (id != m_localId)
            return;
        if (record && record->sync == SyncState::Conflict) {
            showRecord(*record);
        } else {
            leave();
            Q_EMIT shown();
        }
    });
}

void ConflictView::showRecord(const Record &record)
{
    m_kind = record.kind;
    m_localId = record.localId;
    const int row = m_table->currentIndex().row();
    m_model->setRecord(record);
    if (m_model->rowCount() > 0)
        m_table->selectRow(std::clamp(row, 0, m_model->rowCount() - 1));
    showTexts();
    setVisible(true);
    Q_EMIT shown();
}

QWidget *ConflictView::focusPart() const
{
    return m_stack->currentWidget() == m_table ? static_cast<QWidget *>(m_table) : m_mine;
}

void ConflictView::showTexts()
{
    const Record &record = m_model->record();
    m_name->setText(nameOf(record.kind, record.local));
    const bool isQuestion = record.deleted || isGoneThere(record);
    m_story->setText(isQuestion ? QString() : tr("Changed on the server too, while you worked on it"));
    m_stack->setCurrentWidget(isQuestion ? static_cast<QWidget *>(m_question) : m_table);
    for (QWidget *widget : {static_cast<QWidget *>(m_allMine), static_cast<QWidget *>(m_allTheirs),
                            static_cast<QWidget *>(m_undo), static_cast<QWidget *>(m_save)})
        widget->setVisible(!isQuestion);
    if (isQuestion)
        askAboutDeletion();
    showChoices();
}

void ConflictView::askAboutDeletion()
{
    const Record &record = m_model->record();
    if (isGoneThere(record)) {
        m_question->say(u"trash"_s, tr("The server has deleted it"),
                        tr("What you changed is still here. Create it on the server once more, or let it go?"));
        m_mine->setText(tr("Recreate"));
        m_theirs->setText(tr("Discard…"));
    } else {
        const QString changes = changedThereTexts(record).mid(0, 5).join(u'\n');
        m_question->say(u"trash"_s, tr("You deleted it, and the server has changed it since"), changes);
        m_mine->setText(tr("Delete all the same"));
        m_theirs->setText(tr("Keep the server's…"));
    }
    for (QPushButton *button : {m_mine, m_theirs})
        button->setAccessibleName(button->text());
}

void ConflictView::showChoices()
{
    const bool isQuestion = m_stack->currentWidget() == m_question;
    const int open = m_model->open();
    const int undecided = m_model->undecided();
    m_undo->setEnabled(m_model->canTakeBack());
    for (QPushButton *button : {m_allMine, m_allTheirs})
        button->setEnabled(open > 0);
    m_save->setEnabled(undecided == 0 && !isQuestion);
    m_state->setProperty("look", undecided > 0 ? u"warning"_s : u"small"_s);
    m_state->style()->polish(m_state);
    if (isQuestion)
        m_state->clear();
    else if (undecided == 0)
        m_state->setText(tr("Nothing is open any more"));
    else if (open == 1)
        m_state->setText(tr("1 conflict needs a choice"));
    else if (undecided == 1)
        m_state->setText(tr("1 of %1 conflicts still needs a choice").arg(QLocale().toString(open)));
    else
        m_state->setText(tr("%1 of %2 conflicts still need a choice")
                             .arg(QLocale().toString(undecided), QLocale().toString(open)));
    m_hint->setText(isQuestion ? QString() : tr("1 mine, 2 theirs, 3 edit, Backspace undo"));
}

// Choosing ----------------------------------------------------------------------------------------------

void ConflictView::press(int row, int number)
{
    const QModelIndex result = m_model->index(row, int(ConflictModel::Column::Result));
    if (!result.isValid())
        return;
    m_table->setCurrentIndex(result);
    if (number < 2)
        m_model->choose(row, number == 0 ? ConflictModel::Choice::Mine : ConflictModel::Choice::Theirs);
    else if (m_model->flags(result) & Qt::ItemIsEditable)
        m_table->edit(result);
}

void ConflictView::save()
{
    m_decisions.settle(m_model->record(), m_model->result());
}

} // namespace salesbench
