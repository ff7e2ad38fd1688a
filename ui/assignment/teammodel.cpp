// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/assignment/teammodel.h"

#include "models/domain/whendone.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

QStringList openStates(ResourceKind kind)
{
    const Lifecycle &lifecycle = resourceType(kind).lifecycle;
    QStringList result;
    for (State state : lifecycle.states()) {
        if (!lifecycle.isFinal(state))
            result.append(toText(state));
    }
    return result;
}

bool matches(const Person &person, const QStringList &words)
{
    return std::all_of(words.begin(), words.end(), [&](const QString &word) {
        return person.name.contains(word, Qt::CaseInsensitive) || person.title.contains(word, Qt::CaseInsensitive);
    });
}

} // namespace

TeamModel::TeamModel(Context &context, ResourceKind kind, QObject *parent)
    : QAbstractListModel(parent)
    , m_context(context)
    , m_shown(context.session.team)
{
    for (const Person &person : std::as_const(m_shown))
        countWork(kind, person);
}

void TeamModel::countWork(ResourceKind kind, const Person &person)
{
    ListQuery query;
    query.kind = kind;
    query.filter.anyOf[Field::OwnerId] = {person.partyId};
    query.filter.anyOf[Field::Status] = openStates(kind);
    whenDone(m_context.queries.head(query, 0), this, [this, id = person.partyId](const Result<ListHead> &head) {
        if (!head)
            return;
        m_open[id] = head->total;
        if (!m_shown.isEmpty())
            Q_EMIT dataChanged(index(0), index(rowCount() - 1), {OpenWorkRole});
    });
}

void TeamModel::setFilter(const QString &text)
{
    const QStringList words = text.split(u' ', Qt::SkipEmptyParts);
    beginResetModel();
    m_shown.clear();
    std::copy_if(m_context.session.team.begin(), m_context.session.team.end(), std::back_inserter(m_shown),
                 [&](const Person &person) { return matches(person, words); });
    endResetModel();
}

Person TeamModel::person(const QModelIndex &index) const
{
    return m_shown.value(index.row());
}

int TeamModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

QVariant TeamModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Person &person = m_shown[index.row()];
    const auto open = m_open.constFind(person.partyId);
    switch (role) {
    case Qt::DisplayRole:
        return person.name;
    case Qt::AccessibleTextRole:
        return open == m_open.constEnd() ? person.name : tr("%1, %n open", nullptr, static_cast<int>(*open)).arg(person.name);
    case PartyIdRole:
        return person.partyId;
    case TitleRole:
        return person.title;
    case OpenWorkRole:
        return open == m_open.constEnd() ? QVariant() : QVariant(static_cast<int>(*open));
    default:
        return {};
    }
}

} // namespace salesbench
