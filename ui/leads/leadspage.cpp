// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/leads/leadspage.h"

#include "models/domain/saleslead.h"
#include "ui/leads/newleaddialog.h"

using namespace Qt::StringLiterals;

namespace salesbench {

LeadsPage::LeadsPage(Context &context, QWidget *parent)
    : RecordPage(context, ResourceKind::SalesLead, parent)
{
}

void LeadsPage::createRecord()
{
    auto *dialog = new NewLeadDialog(context(), window());
    connect(dialog, &NewLeadDialog::created, this, &LeadsPage::openRecord);
    dialog->open();
}

void LeadsPage::recordShown(const Record &record)
{
    RecordPage::recordShown(record);
    const SalesLead lead(record.local);
    const bool isAccepted = lead.status() == toText(State::Accepted);
    const QString opportunity = lead.salesOpportunity().id();
    const bool hasBecome = record.localId == m_shown && isAccepted && !m_wasAccepted && !opportunity.isEmpty();
    m_shown = record.localId;
    m_wasAccepted = isAccepted;
    if (!hasBecome)
        return;
    say(tr("“%1” has become an opportunity.").arg(lead.name()), tr("Open the opportunity"),
        [this, opportunity] { Q_EMIT openRequested(ResourceKind::SalesOpportunity, opportunity); });
}

} // namespace salesbench
