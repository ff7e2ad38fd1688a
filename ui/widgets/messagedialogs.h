// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/context.h"

#include <QCoreApplication>

namespace salesbench {

/// Asks with message boxes, modal to the window that the question is about.
class MessageDialogs final : public Dialogs {
    Q_DECLARE_TR_FUNCTIONS(MessageDialogs)

public:
    bool confirm(QWidget *parent, const QString &title, const QString &text, const QString &action) override;
    void tell(QWidget *parent, const QString &title, const QString &text) override;
};

} // namespace salesbench
