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
    // A server that does not know offset gives the same page for ever.
    if (count == 0 || m_last.contains(ids))
        return atEnd();
    m_end = m_offset + count;
    if (m_total >= 0 && m_end >= m_total)
        return Verdict::End;
    m_last = ids;
    m_offset = m_end - std::min(Overlap, count / 10);
    return Verdict::More;
}

} // namespace salesbench
