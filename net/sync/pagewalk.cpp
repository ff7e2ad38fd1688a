// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/sync/pagewalk.h"

#include <algorithm>

namespace salesbench {

namespace {

QSet<QString> idsOf(const ListPage &page)
{
    QSet<QString> ids;
    for (const RemoteDocument &document : page.documents)
        ids.insert(document.serverId);
    return ids;
}

} // namespace

QUrlQuery PageWalk::query() const
{
    QUrlQuery query;
    query.addQueryItem(QStringLiteral("offset"), QString::number(m_offset));
    query.addQueryItem(QStringLiteral("limit"), QString::number(Limit));
    return query;
}

PageWalk::Verdict PageWalk::take(const ListPage &page)
{
    const qint64 before = std::exchange(m_total, page.total.value_or(-1));
    if (m_total >= 0 && before - m_total > Overlap)
        return Verdict::Restart;
    const qint64 count = page.documents.size();
    const QSet<QString> ids = idsOf(page);
    if (std::exchange(m_probes, false)) {
        m_countsPages = count > 0 && !m_last.intersects(ids);
        if (!m_countsPages)
            return atEnd();
    }
    if (count == 0 && mayCountPages()) {
        m_probes = true;
        m_offset = 1;
        return Verdict::More;
    }
    // A server that does not know offset gives the same page for ever.
    if (count == 0 || m_last.contains(ids))
        return atEnd();
    m_last = ids;
    moveOn(count);
    return m_total >= 0 && m_end >= m_total ? Verdict::End : Verdict::More;
}

/// Nothing came for the second page, although its first documents were on the first one too.
bool PageWalk::mayCountPages() const
{
    return !m_countsPages && m_pages == 1 && m_offset > 1 && (m_offset < m_end || m_total > m_end);
}

void PageWalk::moveOn(qint64 count)
{
    ++m_pages;
    m_end = m_countsPages ? m_end + count : m_offset + count;
    m_offset = m_countsPages ? m_offset + 1 : m_end - std::min(Overlap, count / 10);
}

} // namespace salesbench
