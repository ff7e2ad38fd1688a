// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/startpeople.h"

#include "ui/shell/choicecard.h"
#include "ui/shell/profilefacts.h"
#include "ui/shell/userbutton.h"
#include "ui/widgets/avatar.h"
#include "ui/widgets/combobox.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/label.h"
#include "ui/widgets/theme.h"

#include <QButtonGroup>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QRadioButton>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

constexpr int PeopleWidth = 412; ///< the longest of the demo's titles has room
constexpr int PersonDisc = 30;

QLineEdit *makePersonEdit(const QString &objectName, const QString &name, const QString &hint,
                          QWidget *parent)
{
    auto *edit = new QLineEdit(parent);
    edit->setObjectName(objectName);
    edit->setAccessibleName(name);
    edit->setPlaceholderText(hint);
    return edit;
}

} // namespace

StartPeople::StartPeople(const QVector<Person> &demoPeople, QWidget *parent)
    : QFrame(parent)
    , m_demoPeople(demoPeople)
    , m_title(makeLabel({}, u"section"_s, this))
    , m_pages(new QStackedWidget(this))
    , m_profile(new ProfileFacts(this))
{
    setProperty("look", u"startPeople"_s);
    setFixedWidth(PeopleWidth);
    m_demo = buildDemo();
    m_person = buildPerson();
    for (QWidget *page : {m_demo, m_person, static_cast<QWidget *>(m_profile)})
        m_pages->addWidget(page);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(14, 18, 18, 18);
    column->setSpacing(8);
    m_title->setContentsMargins(10, 0, 0, 0);
    column->addWidget(m_title);
    column->addWidget(m_pages, 1);
    column->addWidget(buildRights());
    connect(m_profile, &ProfileFacts::forgetPressed, this, &StartPeople::forgetPressed);
}

QWidget *StartPeople::buildDemo()
{
    auto *demo = new QWidget(m_pages);
    auto *list = new QVBoxLayout(demo);
    list->setContentsMargins(0, 0, 0, 0);
    list->setSpacing(2);
    auto *group = new QButtonGroup(this);
    for (const Person &person : std::as_const(m_demoPeople)) {
        auto *card = new ChoiceCard(u"person"_s, person.name, roleText(person), demo);
        card->setMark(
            avatarPixmap(person.partyId, person.name, PersonDisc, devicePixelRatioF(), Theme::current()));
        group->addButton(card->button());
        list->addWidget(card);
        m_cards.append(card);
        connect(card, &ChoiceCard::chosen, this, &StartPeople::changed);
    }
    list->addStretch();
    return demo;
}

QWidget *StartPeople::buildPerson()
{
    auto *form = new QWidget(m_pages);
    m_name = makePersonEdit(u"userName"_s, tr("Your name"), tr("As your leads show it"), form);
    m_partyId = makePersonEdit(u"userId"_s, tr("Your id"), tr("Party id at the server"), form);
    m_role = new ComboBox(form);
    m_role->setObjectName(u"userRole"_s);
    m_role->setAccessibleName(tr("Your role"));
    m_role->addItem(tr("Sales representative"), int(Role::Representative));
    m_role->addItem(tr("Supervisor"), int(Role::Supervisor));
    auto *rows = new QFormLayout(form);
    rows->setContentsMargins(10, 6, 0, 0);
    rows->setHorizontalSpacing(12);
    rows->setVerticalSpacing(8);
    rows->addRow(makeLabel(tr("Name"), u"muted"_s, form), m_name);
    rows->addRow(makeLabel(tr("Id"), u"muted"_s, form), m_partyId);
    rows->addRow(makeLabel(tr("Role"), u"muted"_s, form), m_role);
    connect(m_name, &QLineEdit::textChanged, this, &StartPeople::changed);
    connect(m_role, &QComboBox::currentIndexChanged, this, &StartPeople::changed);
    return form;
}

QWidget *StartPeople::buildRights()
{
    auto *rights = new QWidget(this);
    m_rightsTitle = makeLabel({}, u"section"_s, rights);
    m_rightsList = new QVBoxLayout;
    m_rightsList->setSpacing(6);
    auto *line = new QFrame(rights);
    line->setProperty("look", u"hairline"_s);
    line->setFixedHeight(1);
    auto *column = new QVBoxLayout(rights);
    column->setContentsMargins(10, 0, 0, 0);
    column->setSpacing(10);
    column->addWidget(line);
    column->addWidget(m_rightsTitle);
    column->addLayout(m_rightsList);
    return rights;
}

void StartPeople::showDemo()
{
    m_title->setText(tr("Role"));
    turnTo(m_demo, demoPerson().role);
}

void StartPeople::showServer()
{
    m_title->setText(tr("Role"));
    turnTo(m_person, serverPerson().role);
}

void StartPeople::showProfile(const KnownProfile &profile, const QDate &today)
{
    m_title->setText(tr("Profile"));
    m_profile->show(profile, today);
    turnTo(m_profile, profile.user.role);
}

void StartPeople::chooseDemoPerson(const QString &partyId)
{
    if (m_cards.isEmpty())
        return;
    const auto found = std::ranges::find(m_demoPeople, partyId, &Person::partyId);
    m_cards.at(found == m_demoPeople.end() ? 0 : found - m_demoPeople.begin())->choose();
}

Person StartPeople::demoPerson() const
{
    const auto found = std::ranges::find_if(m_cards, &ChoiceCard::isChosen);
    return found == m_cards.end() ? Person() : m_demoPeople.at(found - m_cards.begin());
}

void StartPeople::setServerPerson(const Person &person)
{
    m_name->setText(person.name);
    m_partyId->setText(person.partyId);
    m_role->setCurrentIndex(m_role->findData(int(person.role)));
}

Person StartPeople::serverPerson() const
{
    return {m_partyId->text().trimmed(), m_name->text().trimmed(), Role(m_role->currentData().toInt()), {}};
}

void StartPeople::turnTo(QWidget *page, Role role)
{
    m_pages->setCurrentWidget(page);
    const bool supervisor = role == Role::Supervisor;
    m_rightsTitle->setText(supervisor ? tr("As a supervisor") : tr("As a sales representative"));
    while (QLayoutItem *item = m_rightsList->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const Theme &theme = Theme::current();
    const auto add = [&](bool may, const QString &text) {
        auto *line = new QWidget(m_rightsTitle->parentWidget());
        auto *row = new QHBoxLayout(line);
        row->setContentsMargins(0, 0, 0, 0);
        row->setSpacing(8);
        auto *mark = new QLabel(line);
        mark->setPixmap(iconPixmap(may ? u"check"_s : u"close"_s,
                                   may ? theme.pill(State::Accepted).fg : theme.text3, 14,
                                   devicePixelRatioF()));
        row->addWidget(mark);
        row->addWidget(makeLabel(text, may ? u"fact"_s : u"muted"_s, line), 1);
        m_rightsList->addWidget(line);
    };
    add(true, supervisor ? tr("Qualify and convert every lead") : tr("Qualify and convert your own leads"));
    add(true, tr("Write quotes and send them for approval"));
    add(true, tr("Work offline and sync later"));
    add(supervisor, tr("Assign leads to other people"));
}

} // namespace salesbench
