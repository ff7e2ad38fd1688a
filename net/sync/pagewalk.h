// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/client/operations.h"

#include <QSet>
#include <QUrlQuery>

namespace salesbench {

/// Which page of a list to ask for next, whatever size the server gives. Pages may shift while they are read:
/// each one begins a little before the end of the one before, and a list that shrank by more than that is
/// read again from the start. Some servers count pages where the standard counts documents.
class PageWalk {
public:
    /// The most that is asked for; a server gives fewer where it likes.
    static constexpr qint64 Limit = 1000;
    /// Documents read twice, at most.
    static constexpr qint64 Overlap = 20;

    explicit PageWalk(qint64 offset = 0, qint64 total = -1)
        : m_offset(offset)
        , m_total(total)
    {
    }

    enum class Verdict {
        More,
        End,
        Short, ///< the list ends before the total that the server names
        Restart, ///< it shrank: begin again
    };

    QUrlQuery query() const;

    /// Takes note of the page that query() brought, and moves on.
    Verdict take(const ListPage &page);

    qint64 offset() const { return m_offset; }
    qint64 read() const { return m_end; } ///< how many documents of the list have been read
    qint64 total() const { return m_total; } ///< -1: the server does not say
    bool countsPages() const { return m_countsPages; } ///< offset() is then a page's number

private:
    Verdict atEnd() const { return m_total > m_end ? Verdict::Short : Verdict::End; }
    bool mayCountPages() const;
    void moveOn(qint64 count);

    qint64 m_offset;
    qint64 m_total;
    qint64 m_end = m_offset;
    QSet<QString> m_last; ///< ids of the page before
    int m_pages = 0; ///< that were read
    bool m_countsPages = false;
    bool m_probes = false; ///< whether the server counts pages
};

} // namespace salesbench
