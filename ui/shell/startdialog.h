// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/startchoice.h"

#include <QDialog>

class QButtonGroup;
class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;
class QVBoxLayout;

namespace salesbench {

class ChoiceCard;
class SignInForm;

/// Asks where to work and as whom, before there is a workspace. Accepted: choice() says what to open.
class StartDialog : public QDialog {
    Q_OBJECT

public:
    /// Begins with what @p before says, as far as @p offer has it.
    StartDialog(const StartOffer &offer, const StartChoice &before, QWidget *parent = nullptr);

    StartChoice choice() const;

protected:
    bool event(QEvent *event) override;

private:
    QWidget *buildHead();
    QWidget *buildWorkspaces();
    QWidget *buildServerForm();
    QWidget *buildPeople();
    QWidget *buildPerson();
    QWidget *buildRights();
    QWidget *buildFoot();
    void restore(const StartChoice &before);
    void showChoice();
    void showRights(Role role);
    Person demoPerson() const;
    Role role() const;
    bool isComplete() const;

    StartOffer m_offer;
    ChoiceCard *m_demo = nullptr;
    ChoiceCard *m_server = nullptr;
    ChoiceCard *m_last = nullptr;
    QLineEdit *m_address = nullptr;
    SignInForm *m_signIn = nullptr;
    QVector<ChoiceCard *> m_people;
    QStackedWidget *m_who = nullptr;
    QLineEdit *m_name = nullptr;
    QLineEdit *m_partyId = nullptr;
    QComboBox *m_role = nullptr;
    QWidget *m_rights = nullptr;
    QLabel *m_rightsTitle = nullptr;
    QVBoxLayout *m_rightsList = nullptr;
    QCheckBox *m_silent = nullptr;
    QPushButton *m_start = nullptr;
};

} // namespace salesbench
