// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/startdialog.h"

#include "ui/shell/choicecard.h"
#include "ui/shell/profilecards.h"
#include "ui/shell/signinform.h"
#include "ui/shell/startpeople.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/label.h"
#include "ui/widgets/theme.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

constexpr QSize Size(900, 548);

QPixmap choiceMark(const QString &iconName, const QWidget *widget)
{
    return iconPixmap(iconName, Theme::current().accent, 20, widget->devicePixelRatioF());
}

} // namespace

StartDialog::StartDialog(const StartOffer &offer, const StartChoice &before, QWidget *parent)
    : QDialog(parent)
    , m_offer(offer)
    , m_group(new QButtonGroup(this))
    , m_people(new StartPeople(offer.demoPeople, this))
{
    setWindowTitle(tr("Salesbench"));
    setWindowIcon(appIcon());
    auto *middle = new QHBoxLayout;
    middle->setSpacing(0);
    middle->addWidget(buildWorkspaces(), 1);
    middle->addWidget(m_people);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(buildHead());
    column->addLayout(middle, 1);
    column->addWidget(buildFoot());
    for (ChoiceCard *card : {m_demo, m_server})
        connect(card, &ChoiceCard::chosen, this, &StartDialog::showChoice);
    connect(m_profiles, &ProfileCards::chosenChanged, this, &StartDialog::showChoice);
    connect(m_address, &QLineEdit::textChanged, this, &StartDialog::showChoice);
    connect(m_people, &StartPeople::changed, this, &StartDialog::showChoice);
    connect(m_people, &StartPeople::forgetPressed, this, [this] {
        if (const KnownProfile *profile = m_profiles->chosen())
            Q_EMIT forgetRequested(*profile);
    });
    restore(before);
    resize(Size);
}

QWidget *StartDialog::buildHead()
{
    auto *head = new QFrame(this);
    head->setProperty("look", u"startHead"_s);
    auto *tile = new QLabel(head);
    tile->setPixmap(appTile(40, devicePixelRatioF()));
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(
        makeLabel(m_offer.isSwitch ? tr("Switch workspace") : tr("Start a session"), u"headline"_s, head));
    words->addWidget(makeLabel(tr("Choose where the data lives and who you are."), u"secondary"_s, head));
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(28, 20, 28, 20);
    row->setSpacing(14);
    row->addWidget(tile);
    row->addLayout(words, 1);
    return head;
}

QWidget *StartDialog::buildWorkspaces()
{
    const bool isFirst = m_offer.profiles.isEmpty();
    auto *left = new QFrame(this);
    left->setProperty("look", u"page"_s);
    m_profilesTitle = makeLabel(tr("Your profiles"), u"section"_s, left);
    m_profiles = new ProfileCards(m_group, left);
    m_demo = new ChoiceCard(u"choice"_s, tr("Demo (embedded server)"),
                            m_offer.demoText + u' ' + tr("Runs on this computer, needs no network."), left);
    m_server =
        new ChoiceCard(u"choice"_s, isFirst ? tr("Connect to a server") : tr("Connect to another server"),
                       isFirst ? tr("A TMF699 sales management service of your company.")
                               : tr("A new profile, for another TMF699 service or another person."),
                       left);
    m_demo->setObjectName(u"demo"_s);
    m_server->setObjectName(u"server"_s);
    m_demo->setMark(choiceMark(u"flask"_s, this));
    m_server->setMark(choiceMark(u"server"_s, this));
    m_server->addContent(buildServerForm());
    auto *notice = makeLabel(m_offer.notice, u"warning"_s, left);
    notice->setWordWrap(true);
    notice->setVisible(!m_offer.notice.isEmpty());
    auto *column = new QVBoxLayout(left);
    column->setContentsMargins(28, 18, 22, 18);
    column->setSpacing(12);
    column->addWidget(notice);
    column->addWidget(m_profilesTitle);
    column->addWidget(m_profiles);
    column->addWidget(makeLabel(isFirst ? tr("Workspace") : tr("New workspace"), u"section"_s, left));
    for (ChoiceCard *card : {m_demo, m_server}) {
        m_group->addButton(card->button());
        column->addWidget(card);
    }
    column->addStretch();
    return left;
}

QWidget *StartDialog::buildServerForm()
{
    m_signIn = new SignInForm(this);
    m_address = new QLineEdit(m_signIn);
    m_address->setObjectName(u"address"_s);
    m_address->setAccessibleName(tr("Address"));
    m_address->setPlaceholderText(u"https://sales.fjordtel.example"_s);
    m_signIn->insertRow(tr("Address"), m_address);
    // Who begins to fill it in has chosen it.
    connect(m_address, &QLineEdit::textEdited, this, [this] { m_server->choose(); });
    connect(m_signIn, &SignInForm::edited, this, [this] {
        m_server->choose();
        showChoice();
    });
    return m_signIn;
}

QWidget *StartDialog::buildFoot()
{
    auto *foot = new QFrame(this);
    foot->setProperty("look", u"startFoot"_s);
    m_silent = new QCheckBox(tr("&Do not ask again"), foot);
    m_silent->setAccessibleName(tr("Do not ask again"));
    m_silent->setToolTip(
        tr("Start with this workspace from now on. “Switch Workspace…” shows this choice again."));
    auto *leave = new QPushButton(m_offer.isSwitch ? tr("&Cancel") : tr("&Quit"), foot);
    leave->setAccessibleName(leave->text().remove(u'&'));
    m_start = new QPushButton(foot);
    m_start->setObjectName(u"start"_s);
    m_start->setProperty("look", u"primary"_s);
    m_start->setDefault(true);
    auto *row = new QHBoxLayout(foot);
    row->setContentsMargins(20, 12, 20, 12);
    row->setSpacing(8);
    row->addWidget(m_silent);
    row->addStretch();
    row->addWidget(leave);
    row->addWidget(m_start);
    connect(leave, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_start, &QPushButton::clicked, this, &QDialog::accept);
    return foot;
}

void StartDialog::setProfiles(const QVector<KnownProfile> &profiles)
{
    m_offer.profiles = profiles;
    m_profilesTitle->setVisible(!profiles.isEmpty());
    m_profiles->setProfiles(profiles, m_offer.today);
    if (!m_group->checkedButton() && !m_profiles->choose({}))
        m_demo->choose();
    showChoice();
}

void StartDialog::restore(const StartChoice &before)
{
    m_address->setText(before.address);
    m_signIn->setMethod(before.method);
    m_silent->setChecked(!before.askAgain);
    m_people->chooseDemoPerson(before.user.partyId);
    if (before.workspace == StartChoice::Workspace::Server)
        m_people->setServerPerson(before.user);
    setProfiles(m_offer.profiles);
    const bool isProfile =
        before.workspace == StartChoice::Workspace::Profile && m_profiles->choose(before.folder);
    if (!isProfile)
        (before.workspace == StartChoice::Workspace::Server ? m_server : m_demo)->choose();
    m_group->checkedButton()->setFocus();
}

/// A layout's smallest size does not know of lines that wrap.
bool StartDialog::event(QEvent *event)
{
    const bool isDone = QDialog::event(event);
    if (event->type() == QEvent::LayoutRequest)
        resize(width(), std::max(height(), layout()->totalHeightForWidth(width())));
    return isDone;
}

StartChoice StartDialog::choice() const
{
    StartChoice result;
    result.askAgain = !m_silent->isChecked();
    if (const KnownProfile *profile = m_profiles->chosen()) {
        result.workspace = StartChoice::Workspace::Profile;
        result.folder = profile->folder;
    } else if (m_server->isChosen()) {
        result.workspace = StartChoice::Workspace::Server;
        result.address = m_address->text().trimmed();
        result.method = m_signIn->method();
        result.token = m_signIn->secret();
        result.user = m_people->serverPerson();
    } else {
        result.user = m_people->demoPerson();
    }
    return result;
}

bool StartDialog::isComplete() const
{
    return !m_server->isChosen()
        || (!m_address->text().trimmed().isEmpty() && !m_people->serverPerson().name.isEmpty()
            && m_signIn->isComplete());
}

void StartDialog::showChoice()
{
    const bool server = m_server->isChosen();
    const KnownProfile *profile = m_profiles->chosen();
    if (profile)
        m_people->showProfile(*profile, m_offer.today);
    else if (server)
        m_people->showServer();
    else
        m_people->showDemo();
    m_signIn->setVisible(server || m_offer.profiles.isEmpty());
    m_start->setText(server ? tr("&Connect") : profile ? tr("&Open") : tr("&Start demo"));
    m_start->setAccessibleName(m_start->text().remove(u'&'));
    m_start->setEnabled(isComplete());
    m_start->setToolTip(isComplete() ? QString()
                                     : tr("Fill in the server's address, how to sign in and your name."));
}

} // namespace salesbench
