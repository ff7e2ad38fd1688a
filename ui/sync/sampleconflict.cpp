// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sync/sampleconflict.h"

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

QJsonObject sampleRevenue(int value)
{
    return {{u"unit"_s, u"EUR"_s}, {u"value"_s, value}};
}

QJsonObject sampleUntil(const QString &date)
{
    return {{u"endDateTime"_s, QString(date + u"T12:00:00.000Z"_s)}};
}

QJsonObject sampleCampaign(const QString &name)
{
    return {{u"id"_s, name}, {u"name"_s, name}};
}

QJsonObject sampleBase()
{
    return {{u"id"_s, u"SL-2026-0417"_s},
            {u"name"_s, u"SD-WAN for 14 depots"_s},
            {u"status"_s, u"inProgress"_s},
            {u"estimatedRevenue"_s, sampleRevenue(162000)},
            {u"description"_s, u"WAN for the depots"_s},
            {u"validFor"_s, sampleUntil(u"2026-11-30"_s)},
            {u"priority"_s, u"high"_s},
            {u"rating"_s, u"warm"_s}};
}

} // namespace

Record sampleConflict()
{
    Record record;
    record.localId = u"sample"_s;
    record.serverId = u"SL-2026-0417"_s;
    record.sync = SyncState::Conflict;
    record.base = record.local = record.remote = sampleBase();
    record.local.insert(u"estimatedRevenue"_s, sampleRevenue(184000));
    record.local.insert(u"description"_s, u"SD-WAN for 14 depots, LTE backup"_s);
    record.local.insert(u"marketingCampaign"_s, sampleCampaign(u"SD-WAN refresh 2026"_s));
    record.local.insert(u"validFor"_s, sampleUntil(u"2026-12-31"_s));
    record.local.insert(u"rating"_s, u"hot"_s);
    record.remote.insert(u"estimatedRevenue"_s, sampleRevenue(171500));
    record.remote.insert(u"description"_s, u"SD-WAN, without Hamburg port"_s);
    record.remote.insert(u"marketingCampaign"_s, sampleCampaign(u"Autumn fibre push"_s));
    record.remote.insert(u"priority"_s, u"medium"_s);
    record.remote.insert(u"rating"_s, u"hot"_s);
    return record;
}

} // namespace salesbench
