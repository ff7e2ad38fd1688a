// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/quotelineedit.h"

#include "models/items/quotelinetree.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

struct QuoteLineEditText {
    Q_DECLARE_TR_FUNCTIONS(QuoteLineEdit)
};

using Siblings = QVector<QuoteItem>;

tl::unexpected<Problem> isGone(const LineTarget &line)
{
    return tl::unexpected(
        Problem{Problem::Kind::NotFound,
                QuoteLineEditText::tr("The line %1 is not in the quote any more.").arg(line.name),
                {}});
}

LineEdit siblingsEdit(const LineTarget &line, const QString &title,
                      const std::function<void(Siblings &siblings, qsizetype place)> &change)
{
    const auto apply = [line, change](QVector<QuoteItem> items,
                                      const EntityRef &) -> Result<QVector<QuoteItem>> {
        const std::optional<LinePath> path = findLine(items, line.key);
        if (!path)
            return isGone(line);
        changeLine(items, *path, change);
        return items;
    };
    return {title, apply, {}};
}

LineEdit itemEdit(const LineTarget &line, const QString &title,
                  const std::function<void(QuoteItem &item)> &change)
{
    return siblingsEdit(line, title,
                        [change](Siblings &siblings, qsizetype place) { change(siblings[place]); });
}

EntityRef ownOffering(const QString &name, const QString &id)
{
    EntityRef offering;
    offering.setId(id);
    offering.setName(name);
    offering.setAtReferredType(u"ProductOffering"_s);
    return offering;
}

} // namespace

LineEdit offeringEdit(const LineTarget &line, const QString &name, const Surroundings &surroundings)
{
    const EntityRef own = ownOffering(name, surroundings.newId());
    LineEdit edit{QuoteLineEditText::tr("Change offering of %1").arg(line.name), {}, name};
    edit.apply = [line, own](QVector<QuoteItem> items, const EntityRef &known) -> Result<QVector<QuoteItem>> {
        const std::optional<LinePath> path = findLine(items, line.key);
        if (!path)
            return isGone(line);
        changeLine(items, *path, [&](Siblings &siblings, qsizetype place) {
            siblings[place].setProductOffering(known.isEmpty() ? own : known);
        });
        return items;
    };
    return edit;
}

LineEdit quantityEdit(const LineTarget &line, double quantity)
{
    return itemEdit(line, QuoteLineEditText::tr("Change quantity of %1").arg(line.name),
                    [quantity](QuoteItem &item) { item.setQuantity(quantity); });
}

LineEdit chargeEdit(const LineTarget &line, ChargeKind kind, const Charge &charge,
                    std::optional<double> taxRate)
{
    return itemEdit(line, QuoteLineEditText::tr("Change price of %1").arg(line.name),
                    [=](QuoteItem &item) { setCharge(item, kind, charge, taxRate); });
}

LineEdit discountEdit(const LineTarget &line, const LineDiscount &discount)
{
    return itemEdit(
        line, QuoteLineEditText::tr("Change discount of %1").arg(line.name),
        [discount](QuoteItem &item) { setDiscount(item, discount, QuoteLineEditText::tr("Discount")); });
}

LineEdit taxRateEdit(const LineTarget &line, std::optional<double> rate)
{
    return itemEdit(line, QuoteLineEditText::tr("Change tax of %1").arg(line.name),
                    [rate](QuoteItem &item) { setTaxRate(item, rate); });
}

LineEdit addLineEdit(const QString &offering, const Surroundings &surroundings)
{
    const EntityRef own = ownOffering(offering, surroundings.newId());
    QuoteItem added;
    added.setId(surroundings.newId());
    added.setAtType(u"QuoteItem"_s);
    added.setAction(u"add"_s);
    added.setQuantity(1);
    added.setState(toText(quoteItemLifecycle().initial()));
    LineEdit edit{QuoteLineEditText::tr("Add %1").arg(offering), {}, offering};
    edit.apply = [added, own](QVector<QuoteItem> items,
                              const EntityRef &known) -> Result<QVector<QuoteItem>> {
        QuoteItem item = added;
        item.setProductOffering(known.isEmpty() ? own : known);
        items.append(item);
        return items;
    };
    return edit;
}

LineEdit removeLineEdit(const LineTarget &line)
{
    LineEdit edit{QuoteLineEditText::tr("Remove %1").arg(line.name), {}, {}};
    edit.apply = [line](QVector<QuoteItem> items, const EntityRef &) -> Result<QVector<QuoteItem>> {
        const std::optional<LinePath> path = findLine(items, line.key);
        if (!path)
            return isGone(line);
        if (path->size() == 1 && items.size() == 1)
            return notAllowed(QuoteLineEditText::tr("A quote needs at least one line."));
        changeLine(items, *path, [](Siblings &siblings, qsizetype place) { siblings.removeAt(place); });
        return items;
    };
    return edit;
}

LineEdit moveLineEdit(const LineTarget &line, int step)
{
    return siblingsEdit(line, QuoteLineEditText::tr("Move %1").arg(line.name),
                        [step](Siblings &siblings, qsizetype place) {
                            if (place + step >= 0 && place + step < siblings.size())
                                siblings.swapItemsAt(place, place + step);
                        });
}

QString lineLock(const Record &quote)
{
    if (quote.deleted)
        return QuoteLineEditText::tr("This quote is being deleted: its lines are closed.");
    switch (stateFromText(Quote(quote.local).state()).value_or(State::InProgress)) {
    case State::Approved:
        return QuoteLineEditText::tr("This quote is approved: its lines stay as the customer sees them.");
    case State::Accepted:
        return QuoteLineEditText::tr("The customer has accepted this quote: its lines are closed.");
    case State::Rejected:
        return QuoteLineEditText::tr(
            "The customer has rejected this quote: start its next version to change the lines.");
    case State::Cancelled:
        return QuoteLineEditText::tr("This quote is cancelled: its lines are closed.");
    default:
        return {};
    }
}

} // namespace salesbench
