// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/quotes/totalsblock.h"

#include "models/items/linetext.h"
#include "ui/widgets/label.h"
#include "ui/widgets/layouts.h"

#include <QGridLayout>
#include <QLabel>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

enum Row { Title, List, Discount, Line, Net, Tax, Total };

constexpr int TotalsColumnGap = 28; ///< between two totals

QString titleOf(const PriceTotal &total)
{
    if (total.priceType == "oneTime"_L1)
        return TotalsBlock::tr("One-time");
    const QString title = total.priceType == "recurring"_L1 ? periodTitle(total.period) : total.priceType;
    const bool isSaid =
        total.period.isEmpty() || title == periodTitle(u"month"_s) || title == periodTitle(u"year"_s);
    return isSaid ? title : TotalsBlock::tr("%1 per %2").arg(title, total.period);
}

/// "Tax 19%" where all parts of all totals are taxed alike.
QString taxTitle(const QVector<PriceTotal> &totals)
{
    const QString rates = taxText(totals);
    const bool isOne =
        std::ranges::all_of(totals, [&](const PriceTotal &total) { return taxText({total}) == rates; });
    return isOne && !rates.isEmpty() ? TotalsBlock::tr("Tax %1").arg(rates) : TotalsBlock::tr("Tax");
}

} // namespace

TotalsBlock::TotalsBlock(QWidget *parent)
    : QFrame(parent)
    , m_grid(new QGridLayout(this))
{
    setObjectName(u"totals"_s);
    setProperty("look", u"panel"_s);
    setAccessibleName(tr("Totals of the quote"));
    m_grid->setContentsMargins(16, 12, 14, 14);
    m_grid->setHorizontalSpacing(4);
    m_grid->setVerticalSpacing(5);
}

void TotalsBlock::setTotals(const Result<QuoteTotals> &totals)
{
    clearLayout(m_grid);
    if (!totals) {
        showProblem(totals.error().sentence);
        return;
    }
    const QVector<PriceTotal> &all = totals->totals;
    if (all.isEmpty()) {
        m_grid->addWidget(makeSelectableLabel(tr("No line has a price yet."), u"muted"_s, this), 0, 0);
        return;
    }
    const bool hasDiscount =
        std::ranges::any_of(all, [](const PriceTotal &total) { return total.discount != 0; });
    addNames(hasDiscount, taxTitle(all));
    for (qsizetype i = 0; i < all.size(); ++i)
        addTotal(all[i], int(i), hasDiscount);
}

void TotalsBlock::showProblem(const QString &sentence)
{
    QLabel *label =
        makeSelectableLabel(tr("The quote cannot be added up. %1").arg(sentence), u"error"_s, this);
    label->setObjectName(u"totalsProblem"_s);
    label->setWordWrap(true);
    label->setMinimumWidth(280);
    m_grid->addWidget(label, 0, 0);
}

void TotalsBlock::addNames(bool hasDiscount, const QString &tax)
{
    m_grid->addWidget(makeSelectableLabel(tr("Price"), u"muted"_s, this), List, 0);
    if (hasDiscount)
        m_grid->addWidget(makeSelectableLabel(tr("Discount"), u"muted"_s, this), Discount, 0);
    m_grid->addWidget(makeSelectableLabel(tr("Net"), u"muted"_s, this), Net, 0);
    m_grid->addWidget(makeSelectableLabel(tax, u"muted"_s, this), Tax, 0);
    m_grid->addWidget(makeSelectableLabel(tr("Total"), u"title"_s, this), Total, 0);
}

void TotalsBlock::addTotal(const PriceTotal &total, int column, bool hasDiscount)
{
    const int first = 1 + 3 * column;
    m_grid->setColumnMinimumWidth(first, TotalsColumnGap);
    m_grid->addWidget(makeSelectableLabel(titleOf(total), u"secondary"_s, this), Title, first + 1, 1, 2,
                      Qt::AlignRight);
    addAmount(total, total.list, List, first + 1, false);
    if (hasDiscount)
        addAmount(total, -total.discount, Discount, first + 1, false);
    addAmount(total, total.net, Net, first + 1, false);
    addAmount(total, total.tax, Tax, first + 1, false);
    addAmount(total, total.gross, Total, first + 1, true);
    auto *line = new QFrame(this);
    line->setProperty("look", u"hairline"_s);
    line->setFixedHeight(1);
    m_grid->addWidget(line, Line, first + 1, 1, 2);
}

void TotalsBlock::addAmount(const PriceTotal &total, qint64 minor, int row, int column, bool isSum)
{
    QLabel *figure =
        makeSelectableLabel(minorText(minor, total.currency), isSum ? u"title"_s : QString(), this);
    figure->setObjectName(u"total-%1-%2"_s.arg(column / 3).arg(row));
    figure->setAccessibleName(
        u"%1: %2 %3"_s.arg(titleOf(total), minorText(minor, total.currency), total.currency));
    m_grid->addWidget(figure, row, column, Qt::AlignRight | Qt::AlignVCenter);
    m_grid->addWidget(makeSelectableLabel(total.currency, u"unit"_s, this), row, column + 1,
                      Qt::AlignVCenter);
}

} // namespace salesbench
