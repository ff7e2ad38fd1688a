// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/knownprofile.h"

#include <QWidget>

class QFormLayout;
class QLabel;
class QPushButton;

namespace salesbench {

/// What is known of one profile, and how to be rid of it.
class ProfileFacts : public QWidget {
    Q_OBJECT

public:
    explicit ProfileFacts(QWidget *parent = nullptr);

    void show(const KnownProfile &profile, const QDate &today);

Q_SIGNALS:
    void forgetPressed();

private:
    QLabel *addFact(const QString &name);

    QFormLayout *m_rows;
    QLabel *m_disc;
    QLabel *m_name;
    QLabel *m_role;
    QLabel *m_signIn;
    QLabel *m_synced;
    QLabel *m_folder;
    QPushButton *m_forget;
};

} // namespace salesbench
