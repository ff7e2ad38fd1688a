// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/settingspage.h"

#include "ui/shell/appearance.h"
#include "ui/shell/connection.h"
#include "ui/shell/signinform.h"
#include "ui/shell/userbutton.h"

#include <QButtonGroup>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollArea>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

constexpr int Widest = 640;
constexpr int RoleWidth = 240;

QLabel *label(const QString &text, const QString &look, QWidget *parent)
{
    auto *result = new QLabel(text, parent);
    result->setProperty("look", look);
    result->setWordWrap(true);
    return result;
}

/// A titled block with room for its content.
QVBoxLayout *makeBlock(QWidget *block, const QString &title)
{
    auto *column = new QVBoxLayout(block);
    column->setContentsMargins(0, 0, 0, 16);
    column->setSpacing(8);
    column->addWidget(label(title, u"title"_s, block));
    return column;
}

QFormLayout *makeFacts()
{
    auto *facts = new QFormLayout;
    facts->setLabelAlignment(Qt::AlignLeft);
    facts->setHorizontalSpacing(24);
    facts->setVerticalSpacing(6);
    return facts;
}

} // namespace

SettingsPage::SettingsPage(Context &context, Appearance &appearance, QWidget *parent)
    : Page(parent)
    , m_context(context)
    , m_appearance(appearance)
{
    auto *content = new QWidget(this);
    content->setMaximumWidth(Widest);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(24, 20, 24, 20);
    column->setSpacing(8);
    column->addWidget(buildLook());
    column->addWidget(buildWorkspace());
    column->addWidget(buildSignIn());
    column->addStretch();
    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(content);
    // The page's ground shows through.
    content->setAutoFillBackground(false);
    scroll->viewport()->setAutoFillBackground(false);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(scroll);
    connect(&m_appearance, &Appearance::changed, this, &SettingsPage::showChoice);
    connect(&m_context.status, &WorkspaceStatus::changed, this, &SettingsPage::showStatus);
    showChoice();
    showStatus();
}

QWidget *SettingsPage::buildLook()
{
    auto *block = new QWidget(this);
    QVBoxLayout *column = makeBlock(block, tr("Look"));
    m_look = new QButtonGroup(this);
    const QVector<QPair<Appearance::Choice, QString>> choices{
        {Appearance::Choice::System, tr("Follow the desktop")},
        {Appearance::Choice::Light, tr("Light")},
        {Appearance::Choice::Dark, tr("Dark")}};
    for (const auto &[choice, text] : choices) {
        auto *button = new QRadioButton(text, block);
        button->setAccessibleName(tr("Look: %1").arg(text));
        m_look->addButton(button, int(choice));
        column->addWidget(button, 0, Qt::AlignLeft);
    }
    connect(m_look, &QButtonGroup::idClicked, this,
            [this](int id) { m_appearance.setChoice(Appearance::Choice(id)); });
    return block;
}

QWidget *SettingsPage::buildWorkspace()
{
    auto *block = new QWidget(this);
    QVBoxLayout *column = makeBlock(block, tr("Workspace"));
    const Session &session = m_context.session;
    m_server = label({}, {}, block);
    m_connection = label({}, {}, block);
    m_connection->setObjectName(u"settingsConnection"_s);
    m_lastSync = label({}, {}, block);
    m_resources = label({}, {}, block);
    m_resources->setObjectName(u"settingsResources"_s);
    m_guard = label({}, {}, block);
    m_guard->setObjectName(u"settingsGuard"_s);
    QFormLayout *facts = makeFacts();
    const auto fact = [&](const QString &name, QWidget *value) {
        facts->addRow(label(name, u"muted"_s, block), value);
    };
    fact(tr("You are"), label(tr("%1, %2").arg(session.user.name, roleText(session.user)), {}, block));
    fact(tr("Server"), m_server);
    fact(tr("Connection"), m_connection);
    fact(tr("Synchronised"), m_lastSync);
    fact(tr("The server keeps"), m_resources);
    fact(tr("Others' changes"), m_guard);
    fact(tr("Owner's role"), buildOwnerRole(block));
    column->addLayout(facts);
    column->addWidget(label(tr("A document belongs to the related party that has the owner's role in it. With "
                               "another role the workspace opens anew and looks for the owners again."),
                            u"secondary"_s, block));
    auto *change = new QPushButton(tr("Switch Workspace…"), block);
    change->setAccessibleName(tr("Switch workspace"));
    column->addWidget(change, 0, Qt::AlignLeft);
    connect(change, &QPushButton::clicked, this, &SettingsPage::switchWorkspacePressed);
    return block;
}

QWidget *SettingsPage::buildOwnerRole(QWidget *block)
{
    auto *row = new QWidget(block);
    m_ownerRole = new QLineEdit(m_context.session.ownerRole, row);
    m_ownerRole->setObjectName(u"ownerRole"_s);
    m_ownerRole->setAccessibleName(tr("Owner's role"));
    m_ownerRole->setMinimumWidth(RoleWidth);
    auto *change = new QPushButton(tr("Change"), row);
    change->setObjectName(u"changeOwnerRole"_s);
    change->setAccessibleName(tr("Change the owner's role"));
    change->setEnabled(false);
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(8);
    line->addWidget(m_ownerRole);
    line->addWidget(change);
    line->addStretch();
    connect(m_ownerRole, &QLineEdit::textChanged, change, [this, change] { change->setEnabled(isOtherRole()); });
    connect(m_ownerRole, &QLineEdit::returnPressed, this, &SettingsPage::sendOwnerRole);
    connect(change, &QPushButton::clicked, this, &SettingsPage::sendOwnerRole);
    return row;
}

QWidget *SettingsPage::buildSignIn()
{
    m_signIn = new QWidget(this);
    QVBoxLayout *column = makeBlock(m_signIn, tr("Sign in"));
    m_form = new SignInForm(m_signIn);
    m_send = new QPushButton(m_signIn);
    m_send->setObjectName(u"signIn"_s);
    m_send->setProperty("look", u"primary"_s);
    column->addWidget(m_form);
    column->addWidget(m_send, 0, Qt::AlignLeft);
    connect(m_form, &SignInForm::edited, this, &SettingsPage::showSignIn);
    connect(m_form, &SignInForm::returnPressed, this, &SettingsPage::sendSignIn);
    connect(m_send, &QPushButton::clicked, this, &SettingsPage::sendSignIn);
    showSignIn();
    return m_signIn;
}

void SettingsPage::setSignIn(const std::optional<SignInMethod> &method)
{
    m_signsIn = method.has_value();
    m_form->setMethod(method.value_or(SignInMethod()));
    showSignIn();
    showStatus();
}

bool SettingsPage::canSignIn() const
{
    const bool isToken = m_form->method().kind == SignInMethod::Kind::Token;
    return m_form->isComplete() && (!isToken || !m_form->secret().isEmpty());
}

void SettingsPage::showSignIn()
{
    const bool byBrowser = m_form->method().kind == SignInMethod::Kind::Browser;
    m_send->setText(byBrowser ? tr("Open the Browser") : tr("Sign In"));
    m_send->setAccessibleName(byBrowser ? tr("Sign in with the browser") : tr("Sign in"));
    m_send->setEnabled(canSignIn());
}

void SettingsPage::sendSignIn()
{
    if (!canSignIn())
        return;
    const SignInMethod method = m_form->method();
    const QString secret = m_form->secret();
    m_form->clearSecret();
    showSignIn();
    Q_EMIT signInEntered(method, secret);
}

bool SettingsPage::isOtherRole() const
{
    const QString role = m_ownerRole->text().trimmed();
    return !role.isEmpty() && role != m_context.session.ownerRole;
}

void SettingsPage::sendOwnerRole()
{
    if (isOtherRole())
        Q_EMIT ownerRoleEntered(m_ownerRole->text().trimmed());
}

void SettingsPage::showStatus()
{
    const WorkspaceStatus::Snapshot &now = m_context.status.now();
    const bool local = now.connection == WorkspaceStatus::Connection::Local;
    const ConnectionChip chip = connectionChip(now);
    m_server->setText(local ? tr("None") : now.server);
    m_connection->setText(chip.text + u". "_s + chip.tip);
    m_lastSync->setText(local ? tr("Never")
                              : lastSyncText(now, m_context.surroundings.now().toLocalTime().date()));
    m_resources->setText(local ? tr("Nothing: all stays on this computer") : resourcesText(now));
    m_guard->setText(local ? tr("None can come") : guardText(now));
    m_signIn->setVisible(!local && m_signsIn);
}

void SettingsPage::showChoice()
{
    m_look->button(int(m_appearance.choice()))->setChecked(true);
}

} // namespace salesbench
