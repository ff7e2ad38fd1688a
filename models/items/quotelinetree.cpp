// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/quotelinetree.h"

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

std::optional<LinePath> findBelow(const LineKeys &keys, const QVector<QuoteItem> &items,
                                  const LinePath &above, const QString &key)
{
    for (qsizetype i = 0; i < items.size(); ++i) {
        const LinePath path = above + LinePath{i};
        if (keys.key(items[i], path) == key)
            return path;
        if (const std::optional<LinePath> found = findBelow(keys, items[i].quoteItem(), path, key))
            return found;
    }
    return {};
}

} // namespace

QString lineNumber(const LinePath &path)
{
    QStringList parts;
    for (qsizetype place : path)
        parts.append(QString::number(place + 1));
    return parts.join(u'.');
}

LineKeys::LineKeys(const QVector<QuoteItem> &items)
{
    count(items);
}

void LineKeys::count(const QVector<QuoteItem> &items)
{
    for (const QuoteItem &item : items) {
        ++m_uses[item.id()];
        count(item.quoteItem());
    }
}

QString LineKeys::key(const QuoteItem &item, const LinePath &path) const
{
    const QString id = item.id();
    return !id.isEmpty() && m_uses.value(id) == 1 ? id : u"#"_s + lineNumber(path);
}

std::optional<LinePath> findLine(const QVector<QuoteItem> &items, const QString &key)
{
    return findBelow(LineKeys(items), items, {}, key);
}

void changeLine(QVector<QuoteItem> &items, const LinePath &path,
                const std::function<void(QVector<QuoteItem> &siblings, qsizetype place)> &change)
{
    const qsizetype place = path.first();
    if (path.size() == 1) {
        change(items, place);
        return;
    }
    QVector<QuoteItem> inner = items[place].quoteItem();
    changeLine(inner, path.sliced(1), change);
    items[place].setQuoteItem(inner);
}

QString lineName(const QuoteItem &item)
{
    const QStringList names{item.productOffering().name(), item.product().name(),
                            item.productOffering().id()};
    for (const QString &name : names) {
        if (!name.isEmpty())
            return name;
    }
    return {};
}

} // namespace salesbench
