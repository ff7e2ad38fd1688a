// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sync/conflictmodel.h"

#include "ui/details/fieldtext.h"
#include "ui/details/parttext.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

using PartVerdict = ConflictPart::Verdict;

bool isSamePart(const ConflictPart &a, const ConflictPart &b)
{
    return a.attribute == b.attribute && a.isElement == b.isElement && a.key == b.key
        && a.verdict == b.verdict && a.mine == b.mine && a.theirs == b.theirs;
}

QString verdictText(PartVerdict verdict)
{
    switch (verdict) {
    case PartVerdict::Mine:
        return ConflictModel::tr("only you changed it");
    case PartVerdict::Theirs:
        return ConflictModel::tr("only they changed it");
    case PartVerdict::Same:
        return ConflictModel::tr("same change on both");
    case PartVerdict::Open:
        break;
    }
    return {};
}

QString choiceText(ConflictModel::Choice choice)
{
    switch (choice) {
    case ConflictModel::Choice::Mine:
        return ConflictModel::tr("Mine");
    case ConflictModel::Choice::Theirs:
        return ConflictModel::tr("Theirs");
    case ConflictModel::Choice::Own:
        return ConflictModel::tr("Edited");
    case ConflictModel::Choice::None:
        break;
    }
    return ConflictModel::tr("not chosen");
}

} // namespace

void ConflictModel::setRecord(const Record &record)
{
    beginResetModel();
    if (!m_record.localId.isEmpty() && undecided() < open())
        m_drafts.insert(m_record.localId, {m_parts, m_chosen});
    if (m_record.localId != record.localId)
        m_before.clear();
    m_record = record;
    m_parts = conflictParts(record);
    m_chosen = QVector<Chosen>(m_parts.size());
    const Draft draft = m_drafts.take(record.localId);
    for (qsizetype i = 0; i < m_parts.size(); ++i) {
        const auto known = std::ranges::find_if(
            draft.parts, [&](const ConflictPart &part) { return isSamePart(part, m_parts[i]); });
        if (known != draft.parts.end())
            m_chosen[i] = draft.chosen[known - draft.parts.begin()];
    }
    if (!m_before.isEmpty() && m_before.last().size() != m_parts.size())
        m_before.clear();
    endResetModel();
    Q_EMIT choicesChanged();
}

bool ConflictModel::isOpen(int row) const
{
    return row >= 0 && row < m_parts.size() && m_parts[row].verdict == PartVerdict::Open;
}

int ConflictModel::open() const
{
    return int(std::ranges::count(m_parts, PartVerdict::Open, &ConflictPart::verdict));
}

int ConflictModel::undecided() const
{
    int count = 0;
    for (int row = 0; row < m_parts.size(); ++row)
        count += isOpen(row) && m_chosen[row].choice == Choice::None;
    return count;
}

QJsonObject ConflictModel::result() const
{
    QVector<QJsonValue> values;
    for (const Chosen &chosen : m_chosen)
        values.append(chosen.value);
    return settledDocument(m_record, m_parts, values);
}

// Choosing ----------------------------------------------------------------------------------------------

void ConflictModel::change(const QVector<Chosen> &chosen)
{
    m_before.append(m_chosen);
    m_chosen = chosen;
    Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    Q_EMIT choicesChanged();
}

void ConflictModel::choose(int row, Choice choice)
{
    const bool isSide = choice == Choice::Theirs || (choice == Choice::Mine && m_parts.value(row).canBeMine);
    if (!isOpen(row) || !isSide || m_chosen[row].choice == choice)
        return;
    QVector<Chosen> chosen = m_chosen;
    chosen[row] = {choice, choice == Choice::Mine ? m_parts[row].mine : m_parts[row].theirs};
    change(chosen);
}

void ConflictModel::chooseAll(Choice choice)
{
    QVector<Chosen> chosen = m_chosen;
    for (int row = 0; row < m_parts.size(); ++row) {
        if (isOpen(row) && choice == Choice::Theirs)
            chosen[row] = {choice, m_parts[row].theirs};
        else if (isOpen(row) && m_parts[row].canBeMine)
            chosen[row] = {choice, m_parts[row].mine};
    }
    if (open() > 0)
        change(chosen);
}

Result<void> ConflictModel::enter(int row, const QString &text)
{
    const AttributeField *field = isOpen(row) ? typedField(m_record.kind, m_parts[row]) : nullptr;
    if (!field)
        return notAllowed(tr("This can only be chosen, not typed."));
    return fieldValue(*field, text, m_parts[row].mine).map([&](const QJsonValue &value) {
        QVector<Chosen> chosen = m_chosen;
        chosen[row] = {Choice::Own, value};
        change(chosen);
    });
}

void ConflictModel::takeBack()
{
    if (m_before.isEmpty())
        return;
    m_chosen = m_before.takeLast();
    Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    Q_EMIT choicesChanged();
}

// The table ---------------------------------------------------------------------------------------------

int ConflictModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_parts.size());
}

int ConflictModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(Column::Count);
}

ConflictModel::Choice ConflictModel::standing(int row) const
{
    if (isOpen(row))
        return m_chosen[row].choice;
    return m_parts[row].verdict == PartVerdict::Theirs ? Choice::Theirs : Choice::Mine;
}

QString ConflictModel::text(const ConflictPart &part, const Chosen &chosen, Column column) const
{
    const auto shown = [&](const QJsonValue &value) {
        const QString text = partText(m_record.kind, part, value);
        return text.isEmpty() ? tr("none") : text;
    };
    const bool isOpen = part.verdict == PartVerdict::Open;
    switch (column) {
    case Column::Field:
        return partLabel(m_record.kind, part);
    case Column::Base:
        return shown(part.base);
    case Column::Mine:
        return shown(part.mine);
    case Column::Theirs:
        return shown(part.theirs);
    case Column::Use:
        return isOpen ? choiceText(chosen.choice) : verdictText(part.verdict);
    case Column::Result:
        if (isOpen && chosen.choice == Choice::None)
            return tr("Choose");
        return shown(isOpen ? chosen.value : part.settled());
    case Column::Count:
        break;
    }
    return {};
}

QVariant ConflictModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ConflictPart &part = m_parts.at(index.row());
    const auto column = Column(index.column());
    switch (role) {
    case Qt::EditRole:
        if (standing(index.row()) == Choice::None)
            return partText(m_record.kind, part, part.mine);
        [[fallthrough]];
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        if (role == Qt::ToolTipRole && column == Column::Use && !part.canBeMine)
            return tr("No step leads from the server's status to yours.");
        return text(part, m_chosen.at(index.row()), column);
    case VerdictRole:
        return int(part.verdict);
    case ChoiceRole:
        return int(standing(index.row()));
    case MineAllowedRole:
        return part.canBeMine;
    case TypedRole:
        return isOpen(index.row()) && typedField(m_record.kind, part) != nullptr;
    default:
        return {};
    }
}

bool ConflictModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || Column(index.column()) != Column::Result)
        return false;
    const Result<void> entered = enter(index.row(), value.toString());
    if (!entered)
        Q_EMIT objected(entered.error().sentence);
    return entered.has_value();
}

QVariant ConflictModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= int(Column::Count))
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant(Qt::AlignVCenter | Qt::AlignLeft);
    if (role != Qt::DisplayRole)
        return {};
    static const char *const names[] = {QT_TR_NOOP("Field"),  QT_TR_NOOP("Base"), QT_TR_NOOP("Mine"),
                                        QT_TR_NOOP("Theirs"), QT_TR_NOOP("Use"),  QT_TR_NOOP("Result")};
    return tr(names[section]);
}

Qt::ItemFlags ConflictModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    const bool isTyped = Column(index.column()) == Column::Result && data(index, TypedRole).toBool();
    return isTyped ? flags | Qt::ItemIsEditable : flags;
}

} // namespace salesbench
