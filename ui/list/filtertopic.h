// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/listquery.h"
#include "models/domain/session.h"

#include <QVector>

namespace salesbench {

/// What one chip of a filter is about.
enum class FilterTopic {
    Status,
    Rating,
    Priority,
    Owner,
    Campaign,
    Channel,
    Offering,
    Segment,
    Created,
    Unsent
};

/// Those that documents of @p kind have, in the order of the menu.
QVector<FilterTopic> filterTopics(ResourceKind kind);
/// "Campaign".
QString topicTitle(FilterTopic topic);
/// The field whose values are chosen among; nothing for Created and Unsent.
std::optional<Field> topicField(FilterTopic topic);

/// Whether @p filter says anything about @p topic.
bool isFiltered(const ListFilter &filter, FilterTopic topic);
ListFilter withoutTopic(ListFilter filter, FilterTopic topic);

/// A value in the words of the screen: "In progress", "Not set", a person's name.
QString valueText(ResourceKind kind, FilterTopic topic, const FieldValue &value, const QVector<Person> &team);

} // namespace salesbench
