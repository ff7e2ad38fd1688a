// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/details/formdialog.h"

namespace salesbench {

/// Asks for a new quote that comes from no opportunity, and records it as one change: what it is about, for
/// whom, and its first line. Shown with open(); deletes itself when closed.
class NewQuoteDialog : public FormDialog {
    Q_OBJECT

public:
    explicit NewQuoteDialog(Context &context, QWidget *parent = nullptr);

private:
    void findCompany(const QJsonObject &draft);
    void findOffering(const QJsonObject &draft, const QJsonObject &company);

    Context &m_context;
};

} // namespace salesbench
