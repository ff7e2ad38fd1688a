// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/list/kindwords.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

struct KindNames {
    Q_DECLARE_TR_FUNCTIONS(KindWords)
};

QString number(qint64 value)
{
    return QLocale().toString(value);
}

QString noun(ResourceKind kind, bool one)
{
    switch (kind) {
    case ResourceKind::SalesLead:
        return one ? KindNames::tr("%1 lead") : KindNames::tr("%1 leads");
    case ResourceKind::SalesOpportunity:
        return one ? KindNames::tr("%1 opportunity") : KindNames::tr("%1 opportunities");
    case ResourceKind::Quote:
        return one ? KindNames::tr("%1 quote") : KindNames::tr("%1 quotes");
    }
    return {};
}

} // namespace

KindWords kindWords(ResourceKind kind)
{
    switch (kind) {
    case ResourceKind::SalesLead:
        return {KindNames::tr("Leads"),
                u"leads"_s,
                KindNames::tr("&Lead"),
                KindNames::tr("New lead"),
                KindNames::tr("No leads yet"),
                KindNames::tr("Add the first one, or connect to a server that has some."),
                KindNames::tr("No lead matches"),
                KindNames::tr("My leads")};
    case ResourceKind::SalesOpportunity:
        return {
            KindNames::tr("Opportunities"),          u"opportunities"_s,
            KindNames::tr("&Opportunity"),           KindNames::tr("New quote"),
            KindNames::tr("No opportunities yet"),   KindNames::tr("A lead that is accepted becomes one."),
            KindNames::tr("No opportunity matches"), KindNames::tr("My opportunities")};
    case ResourceKind::Quote:
        return {KindNames::tr("Quotes"),           u"quotes"_s,
                KindNames::tr("&Quote"),           KindNames::tr("New quote"),
                KindNames::tr("No quotes yet"),    KindNames::tr("An opportunity can be made into one."),
                KindNames::tr("No quote matches"), KindNames::tr("My quotes")};
    }
    return {};
}

QString countedText(ResourceKind kind, qint64 count)
{
    return noun(kind, count == 1).arg(number(count));
}

QString shareText(qint64 shown, qint64 total)
{
    return shown == total ? number(total) : KindNames::tr("%1 of %2").arg(number(shown), number(total));
}

QString countedShareText(ResourceKind kind, qint64 shown, qint64 total)
{
    return noun(kind, total == 1).arg(shareText(shown, total));
}

} // namespace salesbench
