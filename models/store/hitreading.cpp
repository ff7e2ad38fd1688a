// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/hitreading.h"

#include "models/domain/searchwords.h"
#include "models/store/documentreading.h"
#include "models/store/listsql.h"
#include "models/store/rawquery.h"
#include "models/store/rowformat.h"
#include "models/store/schema.h"

#include <limits>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

/// So many documents are looked at themselves before the full text has to tell.
constexpr int MostLooks = 100;

struct Match {
    RowId row;
    QString text;
};

QStringList shortened(const QStringList &words)
{
    QStringList result;
    for (const QString &word : words) {
        const QList<uint> letters =
            word.toUcs4().first(std::min<qsizetype>(IndexedLetters, word.toUcs4().size()));
        result.append(QString::fromUcs4(reinterpret_cast<const char32_t *>(letters.data()), letters.size()));
    }
    return result;
}

/// The newest documents of one kind that hold all words.
///
/// The full text has a list of documents for each beginning of up to IndexedLetters letters and gives its
/// newest at once. For a longer one it first puts such a list together, which takes too long where many
/// documents are on it. But of those, soon enough are among the newest that share the first letters.
class HitReading {
public:
    HitReading(Database &database, ResourceKind kind, QStringList words, int limit)
        : m_database(database)
        , m_kind(kind)
        , m_words(std::move(words))
        , m_limit(limit)
    {
    }

    Result<QVector<SearchHit>> read()
    {
        const QStringList beginnings = shortened(m_words);
        const bool areWhole = beginnings == m_words;
        return look(beginnings, areWhole ? m_limit : MostLooks)
            .and_then([&](bool isAll) {
                const bool isDone = areWhole || isAll || m_matches.size() == m_limit;
                return isDone ? Result<bool>(true)
                              : look(m_words, m_limit - static_cast<int>(m_matches.size()));
            })
            .and_then([this](bool) { return hits(); });
    }

private:
    /// Whether there are no more than those it looked at.
    Result<bool> look(const QStringList &beginnings, int most)
    {
        RawQuery query(m_database, listsql::newestMatching(m_kind));
        query.bind(listsql::match(beginnings)).bind(m_below).bind(qint64(most));
        int looks = 0;
        while (m_matches.size() < m_limit && query.next()) {
            ++looks;
            m_below = query.number(0);
            if (Result<void> looked = lookAt(m_below); !looked)
                return tl::unexpected(looked.error());
        }
        return query.result().map([&] { return looks < most; });
    }

    Result<void> lookAt(RowId row)
    {
        RawQuery query(m_database, u"SELECT local FROM document WHERE row = ?"_s);
        query.bind(row);
        if (query.next()) {
            const QString text = searchText(m_kind, toDocument(query.bytes(0).toByteArray()));
            if (holdsWords(text, m_words))
                m_matches.append({row, text});
        }
        return query.result();
    }

    Result<QVector<SearchHit>> hits()
    {
        QVector<RowId> rows;
        for (const Match &match : std::as_const(m_matches))
            rows.append(match.row);
        return readRows(m_database, m_kind, rows).map([this](const QVector<ListRow> &rows) {
            QVector<SearchHit> hits;
            auto match = m_matches.cbegin();
            for (const ListRow &row : rows) {
                while (match->row != row.row)
                    ++match;
                hits.append({m_kind, row, excerpt(match->text, m_words)});
            }
            return hits;
        });
    }

    Database &m_database;
    ResourceKind m_kind;
    QStringList m_words;
    int m_limit;
    QVector<Match> m_matches;
    RowId m_below = std::numeric_limits<RowId>::max();
};

} // namespace

Result<QVector<SearchHit>> readHits(Database &database, const QString &text, int limit)
{
    QVector<SearchHit> all;
    const QStringList words = searchWords(text);
    for (const ResourceType &type : resourceTypes()) {
        if (words.isEmpty())
            break;
        const Result<QVector<SearchHit>> hits = HitReading(database, type.kind, words, limit).read();
        if (!hits)
            return hits;
        all += *hits;
    }
    return all;
}

} // namespace salesbench
