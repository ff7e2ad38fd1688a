// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/list/recordpage.h"

namespace salesbench {

/// The opportunities. Its "New" is the quote that the one shown is made into: an opportunity itself comes
/// from a lead.
class OpportunitiesPage : public RecordPage {
    Q_OBJECT

public:
    explicit OpportunitiesPage(Context &context, QWidget *parent = nullptr);

protected:
    void createRecord() override;
    void recordShown(const Record &record) override;

private:
    void showStep();
};

} // namespace salesbench
