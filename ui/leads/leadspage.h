// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/list/recordpage.h"

namespace salesbench {

/// The leads: from the first word of a prospect to an opportunity.
class LeadsPage : public RecordPage {
    Q_OBJECT

public:
    explicit LeadsPage(Context &context, QWidget *parent = nullptr);

protected:
    void createRecord() override;
    /// Offers to go on with the opportunity when the lead that is shown has become one.
    void recordShown(const Record &record) override;

private:
    QString m_shown; ///< local id
    bool m_wasAccepted = false;
};

} // namespace salesbench
