// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/startchoice.h"

#include <QDialog>

class QButtonGroup;
class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace salesbench {

class ChoiceCard;
class ProfileCards;
class SignInForm;
class StartPeople;

/// Asks where to work and as whom, before there is a workspace or instead of the one that is open. Accepted:
/// choice() says what to open.
class StartDialog : public QDialog {
    Q_OBJECT

public:
    /// Begins with what @p before says, as far as @p offer has it.
    StartDialog(const StartOffer &offer, const StartChoice &before, QWidget *parent = nullptr);

    StartChoice choice() const;

    /// There are other profiles now.
    void setProfiles(const QVector<KnownProfile> &profiles);

Q_SIGNALS:
    /// The user wants to be rid of it.
    void forgetRequested(const salesbench::KnownProfile &profile);

protected:
    bool event(QEvent *event) override;

private:
    QWidget *buildHead();
    QWidget *buildWorkspaces();
    QWidget *buildServerForm();
    QWidget *buildFoot();
    void restore(const StartChoice &before);
    void showChoice();
    bool isComplete() const;

    StartOffer m_offer;
    QButtonGroup *m_group = nullptr;
    QLabel *m_profilesTitle = nullptr;
    ProfileCards *m_profiles = nullptr;
    ChoiceCard *m_demo = nullptr;
    ChoiceCard *m_server = nullptr;
    QLineEdit *m_address = nullptr;
    SignInForm *m_signIn = nullptr;
    StartPeople *m_people = nullptr;
    QCheckBox *m_silent = nullptr;
    QPushButton *m_start = nullptr;
};

} // namespace salesbench
