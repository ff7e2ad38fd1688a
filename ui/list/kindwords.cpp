// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/list/kindwords.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

struct Words {
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
        return one ? Words::tr("%1 lead") : Words::tr("%1 leads");
    case ResourceKind::SalesOpportunity:
        return one ? Words::tr("%1 opportunity") : Words::tr("%1 opportunities");
    case ResourceKind::Quote:
        return one ? Words::tr("%1 quote") : Words::tr("%1 quotes");
    }
    return {};
}

} // namespace

KindWords kindWords(ResourceKind kind)
{
    switch (kind) {
    case ResourceKind::SalesLead:
        return {Words::tr("Leads"),         u"leads"_s,
                Words::tr("&Lead"),         Words::tr("New lead"),
                Words::tr("No leads yet"),  Words::tr("Add the first one, or connect to a server that has some."),
                Words::tr("No lead matches"), Words::tr("My leads")};
    case ResourceKind::SalesOpportunity:
        return {Words::tr("Opportunities"),         u"opportunities"_s,
                Words::tr("&Opportunity"),          Words::tr("New quote"),
                Words::tr("No opportunities yet"),  Words::tr("A lead that is accepted becomes one."),
                Words::tr("No opportunity matches"), Words::tr("My opportunities")};
    case ResourceKind::Quote:
        return {Words::tr("Quotes"),          u"quotes"_s,
                Words::tr("&Quote"),          Words::tr("New quote"),
                Words::tr("No quotes yet"),   Words::tr("An opportunity can be made into one."),
                Words::tr("No quote matches"), Words::tr("My quotes")};
    }
    return {};
}

QString countedText(ResourceKind kind, qint64 count)
{
    return noun(kind, count == 1).arg(number(count));
}

QString shareText(qint64 shown, qint64 total)
{
    return shown == total ? number(total) : Words::tr("%1 of %2").arg(number(shown), number(total));
}

QString countedShareText(ResourceKind kind, qint64 shown, qint64 total)
{
    return noun(kind, total == 1).arg(shareText(shown, total));
}

} // namespace salesbench
