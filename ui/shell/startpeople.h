// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/knownprofile.h"

#include <QFrame>
#include <QVector>

class QComboBox;
class QLabel;
class QLineEdit;
class QStackedWidget;
class QVBoxLayout;

namespace salesbench {

class ChoiceCard;
class ProfileFacts;

/// The start's right half: who someone is in the workspace that is chosen beside it, and what they may do
/// there.
class StartPeople : public QFrame {
    Q_OBJECT

public:
    explicit StartPeople(const QVector<Person> &demoPeople, QWidget *parent = nullptr);

    void showDemo();
    void showServer();
    void showProfile(const KnownProfile &profile, const QDate &today);

    /// The first where nobody in the demo has this id.
    void chooseDemoPerson(const QString &partyId);
    Person demoPerson() const;
    void setServerPerson(const Person &person);
    Person serverPerson() const;

Q_SIGNALS:
    /// By the user.
    void changed();
    void forgetPressed();

private:
    QWidget *buildDemo();
    QWidget *buildPerson();
    QWidget *buildRights();
    void turnTo(QWidget *page, Role role);

    QVector<Person> m_demoPeople;
    QVector<ChoiceCard *> m_cards;
    QLabel *m_title = nullptr;
    QStackedWidget *m_pages = nullptr;
    QWidget *m_demo = nullptr;
    QWidget *m_person = nullptr;
    ProfileFacts *m_profile = nullptr;
    QLineEdit *m_name = nullptr;
    QLineEdit *m_partyId = nullptr;
    QComboBox *m_role = nullptr;
    QLabel *m_rightsTitle = nullptr;
    QVBoxLayout *m_rightsList = nullptr;
};

} // namespace salesbench
