// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/list/pagekeeping.h"

#include "ui/widgets/theme.h"

#include <QSettings>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

constexpr auto Columns = "columns";
constexpr auto Sort = "sort";
constexpr auto View = "view";
constexpr auto PaneWidth = "paneWidth";
constexpr auto PaneShown = "paneShown";

QStringList sortTexts(const QVector<SortKey> &keys)
{
    QStringList texts;
    for (const SortKey &key : keys)
        texts.append(fieldName(key.field) + (key.order == Qt::AscendingOrder ? u":up"_s : u":down"_s));
    return texts;
}

QVector<SortKey> sortFromTexts(const QStringList &texts)
{
    QVector<SortKey> keys;
    for (const QString &text : texts) {
        const auto field = fieldFromName(text.section(u':', 0, 0));
        if (field)
            keys.append({*field, text.endsWith(":down"_L1) ? Qt::DescendingOrder : Qt::AscendingOrder});
    }
    return keys;
}

} // namespace

QVector<SortKey> standardSort()
{
    return {sortKey(Column::Age, Qt::AscendingOrder)};
}

void keepPage(const KeptPage &page, QSettings &settings)
{
    settings.setValue(Columns, page.columns.toTexts());
    settings.setValue(Sort, sortTexts(page.sort));
    settings.setValue(View, page.view);
    settings.setValue(PaneWidth, page.paneWidth);
    settings.setValue(PaneShown, page.isPaneShown);
}

KeptPage keptPage(ResourceKind kind, const QSettings &settings)
{
    const QVector<SortKey> sort = sortFromTexts(settings.value(Sort).toStringList());
    const int width = settings.value(PaneWidth, metrics::DetailsPane).toInt();
    return {ColumnPlan::fromTexts(kind, settings.value(Columns).toStringList()),
            sort.isEmpty() ? standardSort() : sort, settings.value(View).toString(),
            std::clamp(width, metrics::DetailsPaneMin, metrics::DetailsPaneMax),
            settings.value(PaneShown, true).toBool()};
}

int conditionCount(const ListFilter &filter)
{
    const bool created = filter.createdFrom.isValid() || filter.createdTo.isValid();
    return int(filter.anyOf.size() + filter.noneOf.size()) + created + !filter.text.trimmed().isEmpty()
        + filter.unsentOnly;
}

QStringView attributeOf(ResourceKind kind, Column column)
{
    switch (column) {
    case Column::Name:
        return kind == ResourceKind::Quote ? u"description" : u"name";
    case Column::Rating:
        return u"rating";
    case Column::Priority:
        return u"priority";
    case Column::Offering:
        return u"productOffering";
    case Column::Amount:
        return u"estimatedRevenue";
    case Column::NextStep:
        return u"nextStep";
    case Column::Campaign:
        return u"marketingCampaign";
    case Column::Channel:
        return u"channel";
    case Column::Segment:
        return u"marketSegment";
    case Column::Category:
        return u"category";
    case Column::Type:
        return kind == ResourceKind::SalesOpportunity ? u"salesOpportunityType" : u"type";
    case Column::ValidUntil:
        return u"validFor.endDateTime";
    case Column::ExternalId:
        return u"externalId";
    case Column::Version:
        return u"version";
    default:
        return {};
    }
}

} // namespace salesbench
