// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/quotes/quoteeditor.h"

#include "models/domain/whendone.h"
#include "ui/details/detailspane.h"
#include "ui/quotes/lineactions.h"
#include "ui/quotes/linesview.h"
#include "ui/quotes/offeringnames.h"
#include "ui/quotes/quotehead.h"
#include "ui/quotes/totalsblock.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/theme.h"

#include <QAction>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

constexpr int AddRowHeight = 34;
constexpr int MuchMore = 1000; ///< the lines take their height before the empty room below them does

QFrame *hairline(QWidget *parent)
{
    auto *line = new QFrame(parent);
    line->setProperty("look", u"hairline"_s);
    line->setFixedHeight(1);
    return line;
}

int countLines(const QVector<QuoteItem> &items, int &bundles)
{
    int lines = 0;
    for (const QuoteItem &item : items) {
        const QVector<QuoteItem> inner = item.quoteItem();
        bundles += inner.isEmpty() ? 0 : 1;
        lines += inner.isEmpty() ? 1 : countLines(inner, bundles);
    }
    return lines;
}

} // namespace

QuoteEditor::QuoteEditor(Context &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_model(new QuoteLinesModel(context.queries, context.edits, context.surroundings, this))
    , m_names(new OfferingNames(context.queries, this))
    , m_lines(new LinesView(*m_model, *m_names, this))
    , m_actions(new LineActions(m_lines, this))
    , m_pages(new QStackedWidget(this))
    , m_pane(new DetailsPane(context, ResourceKind::Quote, this))
{
    m_pane->setMaximumWidth(metrics::DetailsPaneMax);
    auto *splitter = new QSplitter(Qt::Horizontal, this);
    splitter->setChildrenCollapsible(false);
    splitter->setHandleWidth(1);
    splitter->addWidget(buildLines());
    splitter->addWidget(m_pane);
    splitter->setStretchFactor(0, 1);
    splitter->setStretchFactor(1, 0);
    splitter->setSizes({MuchMore, metrics::DetailsPane});
    m_pages->addWidget(splitter);
    buildTrouble();
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(m_pages);
    connectModel();
    connectActions();
}

// Building ------------------------------------------------------------------------------------------------

QWidget *QuoteEditor::buildLines()
{
    auto *side = new QFrame(this);
    side->setProperty("look", u"page"_s);
    m_head = new QuoteHead(m_actions->back, side);
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_head);
    column->addWidget(hairline(side));
    column->addWidget(buildNote());
    column->addWidget(m_lines, MuchMore);
    column->addWidget(buildAddRow());
    column->addStretch(1);
    column->addWidget(hairline(side));
    column->addWidget(buildFoot());
    return side;
}

QWidget *QuoteEditor::buildNote()
{
    m_note = new QFrame(this);
    m_noteText = new QLabel(m_note);
    m_noteText->setObjectName(u"note"_s);
    m_noteText->setWordWrap(true);
    m_noteText->setTextFormat(Qt::PlainText);
    auto *row = new QHBoxLayout(m_note);
    row->setContentsMargins(16, 7, 16, 7);
    row->addWidget(m_noteText);
    m_note->hide();
    return m_note;
}

QWidget *QuoteEditor::buildAddRow()
{
    m_addRow = new QFrame(this);
    m_addRow->setProperty("look", u"addLine"_s);
    m_addRow->setFixedHeight(AddRowHeight);
    m_add = new QLineEdit(m_addRow);
    m_add->setObjectName(u"addLine"_s);
    m_add->setPlaceholderText(tr("Add an offering: type its name"));
    m_add->setAccessibleName(tr("Add an offering"));
    m_add->addAction(icon(u"plus"_s, IconInk::Muted), QLineEdit::LeadingPosition);
    m_names->suggestIn(m_add);
    auto *row = new QHBoxLayout(m_addRow);
    row->setContentsMargins(42, 0, 12, 0);
    row->addWidget(m_add);
    connect(m_add, &QLineEdit::returnPressed, this, &QuoteEditor::addTyped);
    return m_addRow;
}

QWidget *QuoteEditor::buildFoot()
{
    auto *foot = new QWidget(this);
    m_totals = new TotalsBlock(foot);
    auto *row = new QHBoxLayout(foot);
    row->setContentsMargins(0, 0, 0, 0);
    row->addStretch(1);
    row->addWidget(m_totals);
    return foot;
}

void QuoteEditor::buildTrouble()
{
    m_trouble = new EmptyState(m_pages);
    QPushButton *back = m_trouble->addButton(tr("Back to the list"));
    QPushButton *again = m_trouble->addButton(tr("Try again"));
    back->setObjectName(u"troubleBack"_s);
    again->setObjectName(u"troubleAgain"_s);
    connect(back, &QPushButton::clicked, this, &QuoteEditor::backRequested);
    connect(again, &QPushButton::clicked, this, &QuoteEditor::load);
    m_pages->addWidget(m_trouble);
}

void QuoteEditor::connectModel()
{
    connect(&m_context.queries, &WorkspaceQueries::changed, this,
            [this](ResourceKind kind, const QVector<RowId> &rows) {
                if (kind == ResourceKind::Quote && (rows.isEmpty() || rows.contains(record().row)))
                    load();
            });
    connect(m_model, &QuoteLinesModel::readAgain, this, &QuoteEditor::load);
    connect(m_model, &QuoteLinesModel::totalsChanged, this, &QuoteEditor::showLines);
    connect(m_model, &QuoteLinesModel::failed, this, [this](const Problem &problem) {
        m_problem = problem.sentence;
        showNote();
    });
    connect(m_lines, &LinesView::objected, this, [this](const QString &sentence) {
        m_objection = sentence;
        showNote();
    });
    connect(m_lines, &LinesView::editBegun, this, &QuoteEditor::forgetProblem);
    connect(m_lines, &LinesView::currentLineChanged, this, &QuoteEditor::enableActions);
    connect(m_pane, &DetailsPane::openRequested, this, &QuoteEditor::openRequested);
}

void QuoteEditor::connectActions()
{
    connect(m_actions->back, &QAction::triggered, this, &QuoteEditor::backRequested);
    connect(m_actions->add, &QAction::triggered, this, [this] { m_add->setFocus(Qt::ShortcutFocusReason); });
    connect(m_actions->edit, &QAction::triggered, m_lines, &LinesView::editCurrent);
    connect(m_actions->remove, &QAction::triggered, this, &QuoteEditor::removeCurrent);
    connect(m_actions->moveUp, &QAction::triggered, this, [this] { moveCurrent(-1); });
    connect(m_actions->moveDown, &QAction::triggered, this, [this] { moveCurrent(1); });
    enableActions();
}

// Showing -------------------------------------------------------------------------------------------------

void QuoteEditor::open(const QString &id)
{
    m_wanted = id;
    m_isReady = false;
    m_problem.clear();
    m_objection.clear();
    m_add->clear();
    m_model->setRecord({});
    m_pane->show(id);
    m_names->refresh();
    load();
}

void QuoteEditor::load()
{
    if (m_wanted.isEmpty())
        return;
    whenDone(m_context.queries.record(ResourceKind::Quote, m_wanted), this,
             [this, id = m_wanted](const Result<Record> &answer) {
                 if (id == m_wanted)
                     take(answer);
             });
}

void QuoteEditor::take(const Result<Record> &answer)
{
    const bool isFirst = !std::exchange(m_isReady, true);
    m_pages->setCurrentIndex(answer ? 0 : 1);
    if (!answer) {
        m_trouble->say(u"warning"_s, tr("The quote cannot be shown"), answer.error().sentence);
        Q_EMIT textsChanged();
        return;
    }
    m_head->setRecord(*answer);
    m_model->setRecord(*answer);
    if (!isFirst)
        return;
    m_lines->expandAll();
    m_lines->goTo(m_model->index(0, 0).data(QuoteLinesModel::LineKeyRole).toString());
    m_lines->setFocus(Qt::OtherFocusReason);
}

void QuoteEditor::showLines()
{
    m_totals->setTotals(m_model->totals());
    m_addRow->setEnabled(m_model->lock().isEmpty());
    m_addRow->setVisible(m_model->lock().isEmpty());
    showNote();
    enableActions();
    Q_EMIT textsChanged();
}

/// What was typed wrong before what failed before what is closed.
void QuoteEditor::showNote()
{
    const QString trouble = m_objection.isEmpty() ? m_problem : m_objection;
    const QString text = trouble.isEmpty() ? m_model->lock() : trouble;
    m_noteText->setText(text);
    m_note->setProperty("look", trouble.isEmpty() ? u"notice"_s : u"alarm"_s);
    for (QWidget *widget : {static_cast<QWidget *>(m_note), static_cast<QWidget *>(m_noteText)})
        widget->style()->polish(widget);
    m_note->setVisible(!text.isEmpty());
}

void QuoteEditor::forgetProblem()
{
    m_problem.clear();
    showNote();
}

QString QuoteEditor::countText() const
{
    return record().serverId;
}

QStringList QuoteEditor::statusTexts() const
{
    int bundles = 0;
    const int lines = countLines(Quote(record().local).quoteItem(), bundles);
    const auto counted = [this](int count, const QString &one, const QString &many) {
        return count == 1 ? one : many.arg(locale().toString(count));
    };
    const QString all = counted(lines, tr("1 line"), tr("%1 lines"));
    return {bundles == 0 ? all : tr("%1, %2").arg(all, counted(bundles, tr("1 bundle"), tr("%1 bundles")))};
}

QList<QWidget *> QuoteEditor::parts() const
{
    if (m_pages->currentWidget() == m_trouble)
        return {m_trouble};
    return {m_lines, m_add, m_pane};
}

// Doing ---------------------------------------------------------------------------------------------------

void QuoteEditor::addTyped()
{
    const QString name = m_add->text().simplified();
    if (name.isEmpty())
        return;
    forgetProblem();
    m_model->addLine(name);
    m_add->clear();
    const int last = m_model->rowCount() - 1;
    m_lines->goTo(m_model->index(last, 0).data(QuoteLinesModel::LineKeyRole).toString());
}

void QuoteEditor::removeCurrent()
{
    forgetProblem();
    m_model->removeLine(m_lines->currentIndex());
}

void QuoteEditor::moveCurrent(int step)
{
    forgetProblem();
    m_model->moveLine(m_lines->currentIndex(), step);
    enableActions();
}

void QuoteEditor::enableActions()
{
    const QModelIndex line = m_lines->currentIndex();
    m_actions->enable(m_model->lock().isEmpty() && !record().localId.isEmpty(), line.isValid(),
                      m_model->canMove(line, -1), m_model->canMove(line, 1));
}

void QuoteEditor::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Escape)
        QWidget::keyPressEvent(event);
    else if (m_add->hasFocus() || m_pane->isAncestorOf(focusWidget()))
        m_lines->setFocus(Qt::OtherFocusReason);
    else
        Q_EMIT backRequested();
}

} // namespace salesbench
