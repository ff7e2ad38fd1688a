// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/listquery.h"

#include <bit>
#include <vector>

namespace salesbench {

/// Any number of rows, one bit for each number up to the highest: 125 KB for a million.
class RowSet {
public:
    void insert(RowId row)
    {
        const size_t word = wordOf(row);
        if (word >= m_words.size())
            m_words.resize(word + 1 + word / 4);
        m_count += !(m_words[word] & bitOf(row));
        m_words[word] |= bitOf(row);
    }

    bool contains(RowId row) const
    {
        const size_t word = wordOf(row);
        return word < m_words.size() && m_words[word] & bitOf(row);
    }

    qint64 count() const { return m_count; }

    void intersect(const RowSet &other)
    {
        combine([&other](quint64 word, size_t i) { return word & other.word(i); });
    }

    void subtract(const RowSet &other)
    {
        combine([&other](quint64 word, size_t i) { return word & ~other.word(i); });
    }

    void unite(const RowSet &other)
    {
        m_words.resize(std::max(m_words.size(), other.m_words.size()));
        combine([&other](quint64 word, size_t i) { return word | other.word(i); });
    }

    /// Highest first, at most @p limit.
    QVector<RowId> newest(qint64 limit) const
    {
        QVector<RowId> rows;
        rows.reserve(std::min(limit, m_count));
        for (size_t i = m_words.size(); i-- > 0;) {
            for (quint64 word = m_words[i]; word && rows.size() < limit;) {
                const int bit = 63 - std::countl_zero(word);
                word &= ~(quint64(1) << bit);
                rows.append(static_cast<RowId>(i * 64) + bit);
            }
        }
        return rows;
    }

private:
    static size_t wordOf(RowId row) { return static_cast<size_t>(row) / 64; }
    static quint64 bitOf(RowId row) { return quint64(1) << (static_cast<size_t>(row) % 64); }
    quint64 word(size_t i) const { return i < m_words.size() ? m_words[i] : 0; }

    template<typename Combine>
    void combine(Combine combine)
    {
        m_count = 0;
        for (size_t i = 0; i < m_words.size(); ++i) {
            m_words[i] = combine(m_words[i], i);
            m_count += std::popcount(m_words[i]);
        }
    }

    std::vector<quint64> m_words;
    qint64 m_count = 0;
};

} // namespace salesbench
