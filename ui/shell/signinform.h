// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/signinmethod.h"

#include <QWidget>

class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;

namespace salesbench {

/// Asks how to sign in at a server, and for the secret that it takes; shows only what the kind of sign-in needs.
class SignInForm : public QWidget {
    Q_OBJECT

public:
    explicit SignInForm(QWidget *parent = nullptr);

    void setMethod(const SignInMethod &method);
    SignInMethod method() const;

    /// The token or the client's secret, as typed.
    QString secret() const;
    void clearSecret();

    /// Nothing is missing that the kind cannot do without; a secret may be.
    bool isComplete() const;

    /// A row above the others.
    void insertRow(const QString &name, QWidget *field);

Q_SIGNALS:
    /// By the user.
    void edited();
    void returnPressed();

private:
    SignInMethod::Kind kind() const;
    QLineEdit *addField(const QString &objectName, const QString &name, const QString &hint);
    void showKind();

    QFormLayout *m_rows;
    QComboBox *m_kind;
    QLineEdit *m_authorizationUrl;
    QLineEdit *m_tokenUrl;
    QLineEdit *m_clientId;
    QLineEdit *m_scope;
    QLineEdit *m_secret;
    QLabel *m_secretName = nullptr;
};

} // namespace salesbench
