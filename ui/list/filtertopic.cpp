// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/list/filtertopic.h"

#include "models/domain/move.h"

#include <QCoreApplication>

namespace salesbench {

namespace {

struct FilterTopicText {
    Q_DECLARE_TR_FUNCTIONS(FilterTopic)
};

QString ownerText(const FieldValue &value, const QVector<Person> &team)
{
    if (value.value.isEmpty())
        return FilterTopicText::tr("Nobody");
    if (!value.label.isEmpty() && value.label != value.value)
        return value.label;
    for (const Person &person : team) {
        if (person.partyId == value.value)
            return person.name;
    }
    return value.value;
}

} // namespace

QVector<FilterTopic> filterTopics(ResourceKind kind)
{
    using enum FilterTopic;
    if (kind == ResourceKind::Quote)
        return {Status, Owner, Offering, Created, Unsent};
    return {Status, Rating, Priority, Owner, Campaign, Channel, Offering, Segment, Created, Unsent};
}

QString topicTitle(FilterTopic topic)
{
    switch (topic) {
    case FilterTopic::Status:
        return FilterTopicText::tr("Status");
    case FilterTopic::Rating:
        return FilterTopicText::tr("Rating");
    case FilterTopic::Priority:
        return FilterTopicText::tr("Priority");
    case FilterTopic::Owner:
        return FilterTopicText::tr("Owner");
    case FilterTopic::Campaign:
        return FilterTopicText::tr("Campaign");
    case FilterTopic::Channel:
        return FilterTopicText::tr("Channel");
    case FilterTopic::Offering:
        return FilterTopicText::tr("Offering");
    case FilterTopic::Segment:
        return FilterTopicText::tr("Segment");
    case FilterTopic::Created:
        return FilterTopicText::tr("Created");
    case FilterTopic::Unsent:
        return FilterTopicText::tr("Not yet on the server");
    }
    return {};
}

std::optional<Field> topicField(FilterTopic topic)
{
    switch (topic) {
    case FilterTopic::Status:
        return Field::Status;
    case FilterTopic::Rating:
        return Field::Rating;
    case FilterTopic::Priority:
        return Field::Priority;
    case FilterTopic::Owner:
        return Field::OwnerId;
    case FilterTopic::Campaign:
        return Field::Campaign;
    case FilterTopic::Channel:
        return Field::Channel;
    case FilterTopic::Offering:
        return Field::Offering;
    case FilterTopic::Segment:
        return Field::Segment;
    case FilterTopic::Created:
    case FilterTopic::Unsent:
        break;
    }
    return {};
}

bool isFiltered(const ListFilter &filter, FilterTopic topic)
{
    if (const std::optional<Field> field = topicField(topic))
        return filter.anyOf.contains(*field) || filter.noneOf.contains(*field);
    return topic == FilterTopic::Unsent ? filter.unsentOnly
                                        : filter.createdFrom.isValid() || filter.createdTo.isValid();
}

ListFilter withoutTopic(ListFilter filter, FilterTopic topic)
{
    if (const std::optional<Field> field = topicField(topic)) {
        filter.anyOf.remove(*field);
        filter.noneOf.remove(*field);
    } else if (topic == FilterTopic::Unsent) {
        filter.unsentOnly = false;
    } else {
        filter.createdFrom = {};
        filter.createdTo = {};
    }
    return filter;
}

QString valueText(ResourceKind kind, FilterTopic topic, const FieldValue &value, const QVector<Person> &team)
{
    if (topic == FilterTopic::Owner)
        return ownerText(value, team);
    if (value.value.isEmpty())
        return FilterTopicText::tr("Not set");
    return topic == FilterTopic::Status ? statusText(kind, value.value) : choiceText(value.value);
}

} // namespace salesbench
