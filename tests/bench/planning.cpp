// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/merge.h"
#include "net/sync/planner.h"
#include "resources/demo/demodata.h"
#include "tests/bench/bench.h"

#include <QJsonDocument>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace salesbench::bench {

namespace {

constexpr int PlannedLeads =
    50; ///< so few that they stay near the processor: what is planned was read just before
constexpr int PlannedTimes = 100;
constexpr double EnoughPerSecond = 100'000;

/// As they come from the disk and from servers.
QJsonObject read(const QJsonObject &document)
{
    return QJsonDocument::fromJson(QJsonDocument(document).toJson(QJsonDocument::Compact)).object();
}

QVector<QJsonObject> leads()
{
    const DemoData data(
        DemoData::Options::forLeads(PlannedLeads, QDateTime({2026, 10, 7}, {12, 0}, QTimeZone::utc())));
    QVector<QJsonObject> documents;
    for (int i = 0; i < PlannedLeads; ++i)
        documents.append(read(data.document(ResourceKind::SalesLead, i)));
    return documents;
}

QVector<QJsonObject> changed(QVector<QJsonObject> documents, const QJsonObject &patch)
{
    for (QJsonObject &document : documents)
        document = read(mergePatch(document, patch));
    return documents;
}

double perSecond(const std::function<void(int)> &step)
{
    QElapsedTimer timer;
    timer.start();
    for (int i = 0; i < PlannedTimes * PlannedLeads; ++i)
        step(i % PlannedLeads);
    return PlannedTimes * PlannedLeads / elapsed(timer) * 1000;
}

void planning(Bench &bench)
{
    const QVector<QJsonObject> base = leads();
    const QVector<QJsonObject> same = leads(); // copies would share what is to be compared
    const QVector<QJsonObject> here =
        changed(same, {{u"nextStep"_s, u"Call"_s}, {u"statusChangeReason"_s, u"Asked"_s}});
    const QVector<QJsonObject> there = changed(same, {{u"description"_s, u"By post"_s}});
    const auto plan = [&](const QVector<QJsonObject> &local, const QVector<QJsonObject> &remote) {
        const auto expected = local == same ? UpdatePlan::Action::Nothing : UpdatePlan::Action::Send;
        return perSecond([&](int i) {
            if (planUpdate(ResourceKind::SalesLead, base[i], local[i], remote[i]).action != expected)
                qFatal("The planner plans something else than what is measured");
        });
    };
    QByteArrayList texts;
    for (const QJsonObject &document : base)
        texts.append(QJsonDocument(document).toJson(QJsonDocument::Compact));
    bench.single(u"leads parsed"_s, perSecond([&](int i) { QJsonDocument::fromJson(texts[i]); }), u"1/s"_s);
    const Goal goal{EnoughPerSecond, u"leads parsed"_s, {}};
    bench.single(u"leads planned: nothing to do"_s, plan(same, same), u"1/s"_s, goal);
    bench.single(u"leads planned: changed here"_s, plan(here, same), u"1/s"_s, goal);
    bench.single(u"leads planned: changed on both sides"_s, plan(here, there), u"1/s"_s, goal);
}

SALESBENCH_BENCH("planning", planning)

} // namespace

} // namespace salesbench::bench
