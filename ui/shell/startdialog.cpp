// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/startdialog.h"

#include "ui/shell/choicecard.h"
#include "ui/shell/signinform.h"
#include "ui/shell/userbutton.h"
#include "ui/widgets/avatar.h"
#include "ui/widgets/combobox.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/label.h"
#include "ui/widgets/theme.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QEvent>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QRadioButton>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

constexpr QSize Size(900, 548);
constexpr int PeopleWidth = 412; ///< the longest of the demo's titles has room
constexpr int StartDisc = 30;

QLineEdit *makeEdit(const QString &objectName, const QString &name, const QString &hint, QWidget *parent)
{
    auto *edit = new QLineEdit(parent);
    edit->setObjectName(objectName);
    edit->setAccessibleName(name);
    edit->setPlaceholderText(hint);
    return edit;
}

/// "Fjordtel, last synced today 13:58. 3 changes pending."
QString lastText(const StartOffer &offer)
{
    QString text = offer.lastSync.isValid()
        ? StartDialog::tr("%1, last synchronised %2.")
              .arg(offer.lastName.toHtmlEscaped(),
                   QLocale().toString(offer.lastSync.toLocalTime(), u"d MMM HH:mm"_s))
        : StartDialog::tr("%1, never synchronised.").arg(offer.lastName.toHtmlEscaped());
    if (offer.lastPending > 0) {
        const QString pending = offer.lastPending == 1
            ? StartDialog::tr("1 change pending.")
            : StartDialog::tr("%1 changes pending.").arg(QLocale().toString(offer.lastPending));
        text +=
            u" <b style='color:%1'>%2</b>"_s.arg(Theme::current().pill(State::Pending).fg.name(), pending);
    }
    return text;
}

QPixmap choiceMark(const QString &iconName, const QWidget *widget)
{
    return iconPixmap(iconName, Theme::current().accent, 20, widget->devicePixelRatioF());
}

} // namespace

StartDialog::StartDialog(const StartOffer &offer, const StartChoice &before, QWidget *parent)
    : QDialog(parent)
    , m_offer(offer)
{
    setWindowTitle(tr("Salesbench"));
    setWindowIcon(appIcon());
    auto *middle = new QHBoxLayout;
    middle->setSpacing(0);
    middle->addWidget(buildWorkspaces(), 1);
    middle->addWidget(buildPeople());
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(buildHead());
    column->addLayout(middle, 1);
    column->addWidget(buildFoot());
    for (ChoiceCard *card : {m_demo, m_server, m_last})
        connect(card, &ChoiceCard::chosen, this, &StartDialog::showChoice);
    for (QLineEdit *edit : {m_address, m_name})
        connect(edit, &QLineEdit::textChanged, this, &StartDialog::showChoice);
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
    words->addWidget(makeLabel(tr("Start a session"), u"headline"_s, head));
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
    auto *left = new QFrame(this);
    left->setProperty("look", u"page"_s);
    m_demo = new ChoiceCard(u"choice"_s, tr("Demo (embedded server)"),
                            m_offer.demoText + u' ' + tr("Runs on this computer, needs no network."), left);
    m_server = new ChoiceCard(u"choice"_s, tr("Connect to a server"),
                              tr("A TMF699 sales management service of your company."), left);
    m_last = new ChoiceCard(u"choice"_s, tr("Open last workspace"), {}, left);
    m_demo->setObjectName(u"demo"_s);
    m_server->setObjectName(u"server"_s);
    m_last->setObjectName(u"last"_s);
    m_demo->setMark(choiceMark(u"flask"_s, this));
    m_server->setMark(choiceMark(u"server"_s, this));
    m_last->setMark(choiceMark(u"folder"_s, this));
    m_server->addContent(buildServerForm());
    m_last->setText(lastText(m_offer));
    m_last->setVisible(!m_offer.lastName.isEmpty());
    auto *group = new QButtonGroup(this);
    auto *column = new QVBoxLayout(left);
    column->setContentsMargins(28, 18, 22, 18);
    column->setSpacing(12);
    column->addWidget(makeLabel(tr("Workspace"), u"section"_s, left));
    for (ChoiceCard *card : {m_demo, m_server, m_last}) {
        group->addButton(card->button());
        column->addWidget(card);
    }
    column->addStretch();
    return left;
}

QWidget *StartDialog::buildServerForm()
{
    m_signIn = new SignInForm(this);
    m_address = makeEdit(u"address"_s, tr("Address"), u"https://sales.fjordtel.example"_s, m_signIn);
    m_signIn->insertRow(tr("Address"), m_address);
    // Who begins to fill it in has chosen it.
    connect(m_address, &QLineEdit::textEdited, this, [this] { m_server->choose(); });
    connect(m_signIn, &SignInForm::edited, this, [this] {
        m_server->choose();
        showChoice();
    });
    return m_signIn;
}

QWidget *StartDialog::buildPeople()
{
    auto *right = new QFrame(this);
    right->setProperty("look", u"startPeople"_s);
    right->setFixedWidth(PeopleWidth);
    m_who = new QStackedWidget(right);
    auto *demo = new QWidget(m_who);
    auto *list = new QVBoxLayout(demo);
    list->setContentsMargins(0, 0, 0, 0);
    list->setSpacing(2);
    auto *group = new QButtonGroup(this);
    for (const Person &person : m_offer.demoPeople) {
        auto *card = new ChoiceCard(u"person"_s, person.name, roleText(person), demo);
        card->setMark(
            avatarPixmap(person.partyId, person.name, StartDisc, devicePixelRatioF(), Theme::current()));
        group->addButton(card->button());
        list->addWidget(card);
        m_people.append(card);
        connect(card, &ChoiceCard::chosen, this, &StartDialog::showChoice);
    }
    list->addStretch();
    auto *last = new QWidget(m_who);
    auto *lastColumn = new QVBoxLayout(last);
    lastColumn->addWidget(makeLabel(tr("As the last time."), u"secondary"_s, last));
    lastColumn->addStretch();
    m_who->addWidget(demo);
    m_who->addWidget(buildPerson());
    m_who->addWidget(last);
    auto *column = new QVBoxLayout(right);
    column->setContentsMargins(14, 18, 18, 18);
    column->setSpacing(8);
    QLabel *title = makeLabel(tr("Role"), u"section"_s, right);
    title->setContentsMargins(10, 0, 0, 0);
    column->addWidget(title);
    column->addWidget(m_who, 1);
    column->addWidget(buildRights());
    return right;
}

QWidget *StartDialog::buildPerson()
{
    auto *form = new QWidget(m_who);
    m_name = makeEdit(u"userName"_s, tr("Your name"), tr("As your leads show it"), form);
    m_partyId = makeEdit(u"userId"_s, tr("Your id"), tr("Party id at the server"), form);
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
    connect(m_role, &QComboBox::currentIndexChanged, this, &StartDialog::showChoice);
    return form;
}

QWidget *StartDialog::buildRights()
{
    m_rights = new QWidget(this);
    m_rightsTitle = makeLabel({}, u"section"_s, m_rights);
    m_rightsList = new QVBoxLayout;
    m_rightsList->setSpacing(6);
    auto *line = new QFrame(m_rights);
    line->setProperty("look", u"hairline"_s);
    line->setFixedHeight(1);
    auto *column = new QVBoxLayout(m_rights);
    column->setContentsMargins(10, 0, 0, 0);
    column->setSpacing(10);
    column->addWidget(line);
    column->addWidget(m_rightsTitle);
    column->addLayout(m_rightsList);
    return m_rights;
}

QWidget *StartDialog::buildFoot()
{
    auto *foot = new QFrame(this);
    foot->setProperty("look", u"startFoot"_s);
    m_silent = new QCheckBox(tr("&Do not ask again"), foot);
    m_silent->setAccessibleName(tr("Do not ask again"));
    auto *quit = new QPushButton(tr("&Quit"), foot);
    quit->setAccessibleName(tr("Quit"));
    m_start = new QPushButton(foot);
    m_start->setObjectName(u"start"_s);
    m_start->setProperty("look", u"primary"_s);
    m_start->setDefault(true);
    auto *row = new QHBoxLayout(foot);
    row->setContentsMargins(20, 12, 20, 12);
    row->setSpacing(8);
    row->addWidget(m_silent);
    row->addStretch();
    row->addWidget(quit);
    row->addWidget(m_start);
    connect(quit, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_start, &QPushButton::clicked, this, &QDialog::accept);
    return foot;
}

void StartDialog::restore(const StartChoice &before)
{
    m_address->setText(before.address);
    m_signIn->setMethod(before.method);
    m_silent->setChecked(!before.askAgain);
    if (!m_people.isEmpty())
        m_people.first()->choose();
    for (int i = 0; i < m_offer.demoPeople.size(); ++i) {
        if (m_offer.demoPeople.at(i).partyId == before.user.partyId)
            m_people.at(i)->choose();
    }
    if (before.workspace == StartChoice::Workspace::Server) {
        m_name->setText(before.user.name);
        m_partyId->setText(before.user.partyId);
        m_role->setCurrentIndex(m_role->findData(int(before.user.role)));
    }
    const bool last = before.workspace == StartChoice::Workspace::Last && !m_offer.lastName.isEmpty();
    ChoiceCard *card = before.workspace == StartChoice::Workspace::Server ? m_server : last ? m_last : m_demo;
    card->choose();
    card->button()->setFocus();
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
    if (m_last->isChosen()) {
        result.workspace = StartChoice::Workspace::Last;
    } else if (m_server->isChosen()) {
        result.workspace = StartChoice::Workspace::Server;
        result.address = m_address->text().trimmed();
        result.method = m_signIn->method();
        result.token = m_signIn->secret();
        result.user = {m_partyId->text().trimmed(), m_name->text().trimmed(), role(), {}};
    } else {
        result.user = demoPerson();
    }
    return result;
}

Person StartDialog::demoPerson() const
{
    for (int i = 0; i < m_people.size(); ++i) {
        if (m_people.at(i)->isChosen())
            return m_offer.demoPeople.at(i);
    }
    return {};
}

Role StartDialog::role() const
{
    return m_server->isChosen() ? Role(m_role->currentData().toInt()) : demoPerson().role;
}

bool StartDialog::isComplete() const
{
    return !m_server->isChosen()
        || (!m_address->text().trimmed().isEmpty() && !m_name->text().trimmed().isEmpty() && m_signIn->isComplete());
}

void StartDialog::showChoice()
{
    const bool server = m_server->isChosen();
    const bool last = m_last->isChosen();
    m_who->setCurrentIndex(server ? 1 : last ? 2 : 0);
    m_rights->setVisible(!last);
    m_start->setText(server ? tr("&Connect") : last ? tr("&Open") : tr("&Start demo"));
    m_start->setAccessibleName(m_start->text().remove(u'&'));
    m_start->setEnabled(isComplete());
    m_start->setToolTip(isComplete() ? QString() : tr("Fill in the server's address, how to sign in and your name."));
    showRights(role());
}

void StartDialog::showRights(Role role)
{
    const bool supervisor = role == Role::Supervisor;
    m_rightsTitle->setText(supervisor ? tr("As a supervisor") : tr("As a sales representative"));
    while (QLayoutItem *item = m_rightsList->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const Theme &theme = Theme::current();
    const auto add = [&](bool may, const QString &text) {
        auto *line = new QWidget(m_rights);
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
