// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/list/recordactions.h"

#include "models/domain/whendone.h"
#include "models/domain/words.h"
#include "models/items/celltext.h"
#include "models/items/resourcetablemodel.h"
#include "ui/assignment/assigndialog.h"
#include "ui/assignment/changerecords.h"
#include "ui/details/formdialog.h"
#include "ui/list/kindwords.h"
#include "ui/list/recordchanges.h"
#include "ui/list/recordtable.h"
#include "ui/list/tablecolumns.h"
#include "ui/widgets/icons.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QJsonObject>
#include <QMenu>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

QStringList idsOf(const QVector<ListRow> &rows)
{
    QStringList ids;
    for (const ListRow &row : rows)
        ids.append(row.localId);
    return ids;
}

QVector<FormField> reasonForm()
{
    return {{{"reason", QT_TRANSLATE_NOOP("AttributeField", "Reason"), EditorKind::Multiline, AttributeSection::All},
             0,
             0,
             2,
             QT_TRANSLATE_NOOP("FieldForm", "What the customer said, or why it ends here"),
             true}};
}

QString iconOf(Field field, const QString &value)
{
    return field == Field::Rating ? value : u"priority-"_s + value;
}

} // namespace

RecordActions::RecordActions(Context &context, ResourceKind kind, RecordTable &table, QObject *parent)
    : QObject(parent)
    , m_context(context)
    , m_kind(kind)
    , m_table(table)
{
    makeSteps();
    makeRest();
    connect(&table, &RecordTable::selectionTouched, this, &RecordActions::refresh);
    refresh();
}

QAction *RecordActions::make(const QString &text, const QString &iconName, const QList<QKeySequence> &keys,
                             const QString &name)
{
    auto *action = new QAction(icon(iconName), text, this);
    action->setObjectName(name);
    action->setShortcuts(keys);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    m_table.addAction(action);
    return action;
}

void RecordActions::makeSteps()
{
    const auto add = [this](QList<QAction *> &needs, const QString &text, const QString &iconName,
                            const QList<QKeySequence> &keys, const QString &name, auto deed) {
        QAction *action = make(text, iconName, keys, name);
        connect(action, &QAction::triggered, this, deed);
        needs.append(action);
        m_record.append(action);
    };
    add(m_forOne, tr("&Open"), u"eye"_s, {Qt::Key_Return, Qt::Key_Enter}, u"open"_s, [this] { Q_EMIT openPressed(); });
    add(m_forOne, tr("Edit in the &Pane"), u"pane"_s, {u"Alt+Return"_s}, u"openInPane"_s,
        [this] { Q_EMIT panePressed(); });
    add(m_forOne, tr("Edit the &Field"), u"edit"_s, {Qt::Key_F2}, u"editField"_s,
        [this] { Q_EMIT fieldPressed(Column(m_table.currentIndex().column())); });
    m_record.append(nullptr);
    add(m_forOne, tr("Take the &Main Step"), u"check"_s, {u"Ctrl+Return"_s}, u"mainStep"_s,
        [this] { Q_EMIT mainStepPressed(); });
    add(m_forSome, tr("Change &Status…"), u"flag"_s, {Qt::Key_S}, u"status"_s, [this] { chooseStatus(); });
    if (m_kind != ResourceKind::Quote) {
        add(m_forSome, tr("Set the &Rating…"), u"hot"_s, {Qt::Key_R}, u"rating"_s, [this] {
            choose(Field::Rating, {u"hot"_s, u"warm"_s, u"cold"_s}, Column::Rating);
        });
        add(m_forSome, tr("Set the P&riority…"), u"priority-high"_s, {Qt::Key_P}, u"priority"_s, [this] {
            choose(Field::Priority, {u"high"_s, u"medium"_s, u"low"_s}, Column::Priority);
        });
    }
    const bool assigns = m_context.session.canAssign();
    add(m_forSome, assigns ? tr("&Assign…") : tr("&Claim"), assigns ? u"assign"_s : u"claim"_s, {Qt::Key_O},
        u"owner"_s, [this] { chooseOwner(); });
    add(m_forOne, tr("Add a &Note"), u"note"_s, {Qt::Key_M}, u"note"_s, [this] { Q_EMIT notePressed(); });
}

void RecordActions::makeRest()
{
    m_delete = make(tr("&Delete…"), u"trash"_s, {QKeySequence::Delete}, u"delete"_s);
    connect(m_delete, &QAction::triggered, this, &RecordActions::remove);
    m_record << nullptr << m_delete;
    m_copy = make(tr("&Copy as Text"), u"copy"_s, {QKeySequence::Copy}, u"copy"_s);
    connect(m_copy, &QAction::triggered, this, &RecordActions::copy);
    m_selectAll = make(tr("Select &All"), u"check"_s, {QKeySequence::SelectAll}, u"selectAll"_s);
    connect(m_selectAll, &QAction::triggered, &m_table, &RecordTable::selectAll);
    m_next = make(tr("&Next Row"), u"arrow-down"_s, {Qt::Key_J}, u"nextRow"_s);
    connect(m_next, &QAction::triggered, &m_table, [this] { m_table.step(1); });
    m_previous = make(tr("&Previous Row"), u"arrow-up"_s, {Qt::Key_K}, u"previousRow"_s);
    connect(m_previous, &QAction::triggered, &m_table, [this] { m_table.step(-1); });
}

void RecordActions::add(QAction *action)
{
    m_record.insert(m_record.size() - 2, action);
}

void RecordActions::refresh()
{
    const int count = m_table.selectedCount();
    for (QAction *action : std::as_const(m_forOne))
        action->setEnabled(count == 1);
    for (QAction *action : std::as_const(m_forSome))
        action->setEnabled(count > 0);
    const bool mayDelete = m_context.session.user.role == Role::Supervisor;
    m_delete->setEnabled(count > 0 && mayDelete);
    m_delete->setToolTip(mayDelete ? tr("Delete what is selected") : tr("Only supervisors delete."));
    m_copy->setEnabled(count > 0);
}

/// The rows selected, as they are now; a row that the list has no place for yet makes all of them wait.
void RecordActions::withSelection(const Deed &deed)
{
    const QVector<RowId> ids = m_table.selectedIds();
    if (ids.isEmpty())
        return;
    if (ids.contains(RowId(0))) {
        Q_EMIT failed({Problem::Kind::NotAllowed, tr("The list is still being read. Try again in a moment."), {}});
        return;
    }
    whenDone(m_context.queries.rows(m_kind, ids), this, [this, deed](const Result<QVector<ListRow>> &rows) {
        if (rows)
            deed(*rows);
        else
            Q_EMIT failed(rows.error());
    });
}

void RecordActions::save(const Result<Change> &change)
{
    if (!change) {
        Q_EMIT failed(change.error());
        return;
    }
    whenDone(m_context.edits.record(*change), this,
             [this, title = change->title](const Result<void> &result) { finish(result, title); });
}

void RecordActions::finish(const Result<void> &result, const QString &sentence)
{
    if (result)
        Q_EMIT done(sentence);
    else
        Q_EMIT failed(result.error());
}

QMenu *RecordActions::makeMenu()
{
    auto *menu = new QMenu(&m_table);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    return menu;
}

void RecordActions::popUp(QMenu *menu, Column column)
{
    const QModelIndex cell = m_table.currentIndex().siblingAtColumn(int(column));
    const QRect place = m_table.visualRect(cell);
    menu->popup(m_table.viewport()->mapToGlobal(place.bottomLeft()));
    if (!menu->isEmpty())
        menu->setActiveAction(menu->actions().first());
}

void RecordActions::choose(Field field, const QStringList &values, Column column)
{
    QMenu *menu = makeMenu();
    for (const QString &value : values) {
        QAction *action = menu->addAction(icon(iconOf(field, value)), u'&' + choiceText(value));
        action->setObjectName(value);
        connect(action, &QAction::triggered, this, [this, field, value] {
            withSelection([this, field, value](const QVector<ListRow> &rows) {
                save(chooseForAll(m_kind, rows, field, value));
            });
        });
    }
    popUp(menu, column);
}

void RecordActions::chooseStatus()
{
    withSelection([this](const QVector<ListRow> &rows) {
        const QVector<State> moves = commonMoves(m_kind, rows);
        if (moves.isEmpty()) {
            Q_EMIT failed({Problem::Kind::NotAllowed, tr("There is no step that all of these can take."), {}});
            return;
        }
        QMenu *menu = makeMenu();
        const auto from = stateFromText(rows.first().summary.text(Field::Status));
        for (State to : moves) {
            const QString word = moveWord(m_kind, {from.value_or(to), to});
            QAction *action = menu->addAction(icon(u"state-"_s + toText(to)), needsReason(to) ? word + u'…' : word);
            action->setObjectName(toText(to));
            connect(action, &QAction::triggered, this, [this, rows, to] { move(rows, to); });
        }
        popUp(menu, Column::Status);
    });
}

void RecordActions::move(const QVector<ListRow> &rows, State to)
{
    if (needsReason(to)) {
        askReason(rows, to);
        return;
    }
    const auto make = [this, to](const QVector<Record> &records) { return moveAll(records, to, {}, m_context); };
    whenDone(changeRecords(m_context, m_kind, idsOf(rows), make), this, [this, rows, to](const Result<void> &result) {
        finish(result, tr("%1: %2").arg(countedText(m_kind, rows.size()), stateWord(m_kind, to)));
    });
}

void RecordActions::askReason(const QVector<ListRow> &rows, State to)
{
    const auto from = stateFromText(rows.first().summary.text(Field::Status));
    const QString word = moveWord(m_kind, {from.value_or(to), to});
    auto *dialog = new FormDialog(m_context, tr("%1: %2").arg(word, countedText(m_kind, rows.size())), reasonForm(),
                                  word, m_table.window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &FormDialog::submitted, this, [this, dialog, rows, to](const QJsonObject &values) {
        const auto make = [this, to, reason = values.value("reason"_L1).toString()](const QVector<Record> &records) {
            return moveAll(records, to, reason, m_context);
        };
        whenDone(changeRecords(m_context, m_kind, idsOf(rows), make), dialog, [dialog](const Result<void> &result) {
            if (result)
                dialog->accept();
            else
                dialog->refuse(result.error().sentence);
        });
    });
    dialog->open();
}

void RecordActions::chooseOwner()
{
    withSelection([this](const QVector<ListRow> &rows) {
        if (m_context.session.canAssign()) {
            auto *dialog = new AssignDialog(m_context, m_kind, idsOf(rows), m_table.window());
            connect(dialog, &AssignDialog::assigned, this, [this, count = rows.size()](const Person &person) {
                Q_EMIT done(tr("%1 assigned to %2").arg(countedText(m_kind, count), person.name));
            });
            dialog->open();
            return;
        }
        const auto make = [this](const QVector<Record> &records) { return claimAll(records, m_context.session); };
        whenDone(changeRecords(m_context, m_kind, idsOf(rows), make), this,
                 [this](const Result<void> &result) { finish(result, tr("It is yours now.")); });
    });
}

void RecordActions::remove()
{
    withSelection([this](const QVector<ListRow> &rows) {
        const Change change = deleteAll(m_kind, rows);
        const QString text = tr("%1? It goes from the server with the next synchronisation.").arg(change.title);
        if (m_context.dialogs.confirm(&m_table, tr("Delete"), text, tr("Delete")))
            save(change);
    });
}

void RecordActions::copy()
{
    withSelection([this](const QVector<ListRow> &rows) {
        QStringList lines;
        for (const ListRow &row : rows) {
            QStringList cells;
            for (const FittedColumn &column : m_table.columns().shown())
                cells.append(cellText(row, m_kind, column.column, m_context.surroundings.now()));
            lines.append(cells.join(u'\t'));
        }
        QGuiApplication::clipboard()->setText(lines.join(u'\n'));
    });
}

} // namespace salesbench
