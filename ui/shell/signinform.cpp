// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/signinform.h"

#include "ui/widgets/combobox.h"
#include "ui/widgets/label.h"

#include <QAbstractItemView>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

using Kind = SignInMethod::Kind;

struct SecretWords {
    QString name;
    QString hint;
};

SecretWords secretWords(Kind kind)
{
    switch (kind) {
    case Kind::Token:
        return {SignInForm::tr("Token"), SignInForm::tr("From your administrator")};
    case Kind::Client:
        return {SignInForm::tr("Secret"), SignInForm::tr("From your administrator")};
    case Kind::Browser:
        return {SignInForm::tr("Secret"), SignInForm::tr("Only where the client has one")};
    }
    return {};
}

} // namespace

SignInForm::SignInForm(QWidget *parent)
    : QWidget(parent)
    , m_rows(new QFormLayout(this))
    , m_kind(new ComboBox(this))
{
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setHorizontalSpacing(16);
    m_rows->setVerticalSpacing(6);
    m_rows->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_kind->setObjectName(u"signInKind"_s);
    m_kind->setAccessibleName(tr("Sign in by"));
    m_kind->view()->setAccessibleName(tr("Ways to sign in"));
    m_kind->addItem(tr("Token"), int(Kind::Token));
    m_kind->addItem(tr("Browser (OAuth 2)"), int(Kind::Browser));
    m_kind->addItem(tr("Client id and secret (OAuth 2)"), int(Kind::Client));
    insertRow(tr("Sign in by"), m_kind);
    m_authorizationUrl =
        addField(u"authorizationUrl"_s, tr("Sign-in page"), u"https://login.fjordtel.example/authorize"_s);
    m_tokenUrl = addField(u"tokenUrl"_s, tr("Token address"), u"https://login.fjordtel.example/token"_s);
    m_clientId = addField(u"clientId"_s, tr("Client id"), tr("From your administrator"));
    m_scope = addField(u"scope"_s, tr("Scope"), tr("Where the server wants one"));
    m_secret = addField(u"token"_s, {}, {});
    m_secret->setEchoMode(QLineEdit::Password);
    m_secretName = qobject_cast<QLabel *>(m_rows->labelForField(m_secret));
    connect(m_kind, &QComboBox::currentIndexChanged, this, &SignInForm::showKind);
    connect(m_kind, &QComboBox::activated, this, &SignInForm::edited);
    showKind();
}

QLineEdit *SignInForm::addField(const QString &objectName, const QString &name, const QString &hint)
{
    auto *edit = new QLineEdit(this);
    edit->setObjectName(objectName);
    edit->setAccessibleName(name);
    edit->setPlaceholderText(hint);
    m_rows->addRow(makeLabel(name, u"muted"_s, this), edit);
    connect(edit, &QLineEdit::textEdited, this, &SignInForm::edited);
    connect(edit, &QLineEdit::returnPressed, this, &SignInForm::returnPressed);
    return edit;
}

void SignInForm::insertRow(const QString &name, QWidget *field)
{
    m_rows->insertRow(0, makeLabel(name, u"muted"_s, this), field);
}

void SignInForm::showKind()
{
    const bool isToken = kind() == Kind::Token;
    m_rows->setRowVisible(m_authorizationUrl, kind() == Kind::Browser);
    for (QLineEdit *edit : {m_tokenUrl, m_clientId, m_scope})
        m_rows->setRowVisible(edit, !isToken);
    const SecretWords words = secretWords(kind());
    m_secretName->setText(words.name);
    m_secret->setAccessibleName(words.name);
    m_secret->setPlaceholderText(words.hint);
}

SignInMethod::Kind SignInForm::kind() const
{
    return Kind(m_kind->currentData().toInt());
}

void SignInForm::setMethod(const SignInMethod &method)
{
    m_kind->setCurrentIndex(m_kind->findData(int(method.kind)));
    m_authorizationUrl->setText(method.authorizationUrl);
    m_tokenUrl->setText(method.tokenUrl);
    m_clientId->setText(method.clientId);
    m_scope->setText(method.scope);
}

/// What does not belong to the kind is left out, so that equal methods are equal.
SignInMethod SignInForm::method() const
{
    SignInMethod method{.kind = kind()};
    if (method.kind == Kind::Token)
        return method;
    if (method.kind == Kind::Browser)
        method.authorizationUrl = m_authorizationUrl->text().trimmed();
    method.tokenUrl = m_tokenUrl->text().trimmed();
    method.clientId = m_clientId->text().trimmed();
    method.scope = m_scope->text().simplified();
    return method;
}

QString SignInForm::secret() const
{
    return m_secret->text().trimmed();
}

void SignInForm::clearSecret()
{
    m_secret->clear();
}

bool SignInForm::isComplete() const
{
    const SignInMethod now = method();
    if (now.kind == Kind::Token)
        return true;
    return !now.tokenUrl.isEmpty() && !now.clientId.isEmpty()
        && (now.kind == Kind::Client || !now.authorizationUrl.isEmpty());
}

} // namespace salesbench
