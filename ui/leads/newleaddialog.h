// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/details/formdialog.h"

namespace salesbench {

/// Asks for a new lead and records it as one change. Shown with open(); deletes itself when closed.
class NewLeadDialog : public FormDialog {
    Q_OBJECT

public:
    explicit NewLeadDialog(Context &context, QWidget *parent = nullptr);

private:
    /// From the reference at @p index on, references by name get the ids that other leads have for them; then
    /// the lead is recorded.
    void complete(const QJsonObject &draft, size_t index);

    Context &m_context;
};

} // namespace salesbench
