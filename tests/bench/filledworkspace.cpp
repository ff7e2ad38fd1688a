// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/filledworkspace.h"

#include "resources/demo/demodata.h"

#include <QDir>
#include <QJsonObject>
#include <QTimeZone>

#include <cstdio>
#include <deque>

using namespace Qt::StringLiterals;

namespace salesbench::bench {

namespace {

constexpr qint64 PageSize = 10000; ///< so large that an index page is seldom written twice
constexpr size_t PagesAhead = 1; ///< made while the writer is busy with another
constexpr qint64 PagesBetweenMarks = 2;

const QDateTime now({2026, 10, 7}, {12, 0}, QTimeZone::utc());

QVector<RemoteDocument> page(const DemoData &data, ResourceKind kind, qint64 begin, qint64 end)
{
    QVector<RemoteDocument> page;
    for (qint64 i = begin; i < end; ++i) {
        const QJsonObject document = data.document(kind, i);
        page.append({document.value("id"_L1).toString(), document, u"\"%1\""_s.arg(i)});
    }
    return page;
}

/// Puts the documents of one kind in, in their order.
class Filling {
public:
    Filling(SyncJournal &journal, const DemoData &data, ResourceKind kind)
        : m_journal(journal)
        , m_data(data)
        , m_kind(kind)
        , m_mark(u"bench.%1"_s.arg(resourceType(kind).name))
    {
    }

    void run()
    {
        const qint64 count = m_data.count(m_kind);
        const qint64 start = must(m_journal.setting(m_mark)).toInteger();
        for (qint64 begin = start; begin < count; begin += PageSize) {
            add(begin, std::min(begin + PageSize, count));
            if (begin / PageSize % PagesBetweenMarks == PagesBetweenMarks - 1)
                mark(begin + PageSize);
        }
        if (start < count)
            mark(count);
    }

private:
    void add(qint64 begin, qint64 end)
    {
        m_underWay.push_back(m_journal.takePage(m_kind, page(m_data, m_kind, begin, end)));
        if (m_underWay.size() > PagesAhead)
            waitForOne();
    }

    void waitForOne()
    {
        must(m_underWay.front());
        m_underWay.pop_front();
    }

    void mark(qint64 end)
    {
        while (!m_underWay.empty())
            waitForOne();
        must(m_journal.setSetting(m_mark, end));
        std::fprintf(stderr, "\r%s %lld", resourceType(m_kind).name.data(), end);
        if (end == m_data.count(m_kind))
            std::fputs("\n", stderr);
    }

    SyncJournal &m_journal;
    const DemoData &m_data;
    ResourceKind m_kind;
    QString m_mark;
    std::deque<QFuture<Result<PullCounts>>> m_underWay;
};

} // namespace

std::unique_ptr<Workspace> openFilled(const Bench &bench)
{
    auto workspace = Workspace::open(bench.profile(), {Surroundings::real(), DefaultOwnerRole, u"Bench"_s});
    if (!workspace)
        qFatal("%s", qPrintable(workspace.error().sentence));
    const DemoData data(DemoData::Options::forLeads(bench.leads(), now));
    for (const ResourceType &type : resourceTypes())
        Filling((*workspace)->journal(), data, type.kind).run();
    return std::move(*workspace);
}

QString workspaceFile(const Bench &bench)
{
    return QDir(bench.profile()).filePath(u"workspace.sqlite"_s);
}

} // namespace salesbench::bench
