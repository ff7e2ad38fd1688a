// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/opportunities/opportunitiespage.h"

#include "ui/details/detailspane.h"
#include "ui/details/steprunner.h"
#include "ui/list/pageactions.h"

#include <QAction>

using namespace Qt::StringLiterals;

namespace salesbench {

OpportunitiesPage::OpportunitiesPage(Context &context, QWidget *parent)
    : RecordPage(context, ResourceKind::SalesOpportunity, parent)
{
    actions().create->setShortcuts({QKeySequence::New, u"Ctrl+Shift+Q"_s});
    showStep();
}

void OpportunitiesPage::createRecord()
{
    whenShown([this] { pane().steps().run(RecordStep::NewQuote, pane().record()); });
}

void OpportunitiesPage::recordShown(const Record &record)
{
    RecordPage::recordShown(record);
    showStep();
}

void OpportunitiesPage::showStep()
{
    const bool possible = possibleSteps(pane().record(), context().session).contains(RecordStep::NewQuote);
    actions().create->setEnabled(possible);
    actions().create->setToolTip(possible ? tr("New quote from this opportunity (Ctrl+Shift+Q)")
                                          : tr("A quote is made from an opportunity that is not lost."));
}

} // namespace salesbench
