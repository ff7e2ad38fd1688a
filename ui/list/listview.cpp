// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/list/listview.h"

#include "ui/list/kindwords.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

struct ListViewText {
    Q_DECLARE_TR_FUNCTIONS(ListView)
};

ListFilter having(Field field, const QStringList &values)
{
    ListFilter filter;
    filter.anyOf.insert(field, values);
    return filter;
}

QStringList openStates()
{
    QStringList names;
    for (State state : {State::InProgress, State::Pending, State::Approved})
        names.append(toText(state));
    return names;
}

} // namespace

QVector<ListView> listViews(ResourceKind kind, const Person &user)
{
    QVector<ListView> views;
    if (!user.partyId.isEmpty())
        views.append({u"mine"_s, kindWords(kind).mine, having(Field::OwnerId, {user.partyId})});
    views.append({u"unassigned"_s, ListViewText::tr("Unassigned"), having(Field::OwnerId, {QString()})});
    if (kind == ResourceKind::Quote)
        views.append({u"open"_s, ListViewText::tr("Open"), having(Field::Status, openStates())});
    else
        views.append({u"hot"_s, ListViewText::tr("Hot"), having(Field::Rating, {u"hot"_s})});
    views.append({u"all"_s, ListViewText::tr("All"), {}});
    return views;
}

ListFilter narrowed(const ListView &view, const ListFilter &chips)
{
    ListFilter both = chips;
    for (auto it = view.filter.anyOf.begin(); it != view.filter.anyOf.end(); ++it) {
        if (!both.anyOf.contains(it.key()))
            both.anyOf.insert(it.key(), it.value());
    }
    return both;
}

bool contradicts(const ListView &view, const ListFilter &chips)
{
    const QList<Field> fields = view.filter.anyOf.keys();
    return std::ranges::any_of(fields, [&chips](Field field) { return chips.anyOf.contains(field); });
}

ListFilter withoutFieldsOf(const ListView &view, ListFilter chips)
{
    for (auto it = view.filter.anyOf.keyBegin(); it != view.filter.anyOf.keyEnd(); ++it)
        chips.anyOf.remove(*it);
    return chips;
}

} // namespace salesbench
