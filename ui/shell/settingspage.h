// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/signinmethod.h"
#include "ui/shell/page.h"
#include "ui/widgets/context.h"

#include <optional>

class QButtonGroup;
class QGridLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace salesbench {

class Appearance;
class SignInForm;

/// What a user may set: the look, the sign-in; and what holds for this workspace.
class SettingsPage : public Page {
    Q_OBJECT

public:
    SettingsPage(Context &context, Appearance &appearance, QWidget *parent = nullptr);

    QString title() const override { return tr("Settings"); }
    QString iconName() const override { return QStringLiteral("settings"); }

    /// Nothing where nobody signs in.
    void setSignIn(const std::optional<SignInMethod> &method);

Q_SIGNALS:
    /// @p secret may be empty where the method can do without.
    void signInEntered(const salesbench::SignInMethod &method, const QString &secret);
    /// Another role than the session's marks the owner from now on.
    void ownerRoleEntered(const QString &role);
    void switchWorkspacePressed();

private:
    QWidget *buildLook();
    QWidget *buildWorkspace();
    QWidget *buildOwnerRole(QWidget *block);
    QWidget *buildSignIn();
    void showStatus();
    void showChoice();
    bool canSignIn() const;
    void showSignIn();
    void sendSignIn();
    bool isOtherRole() const;
    void sendOwnerRole();

    Context &m_context;
    Appearance &m_appearance;
    QButtonGroup *m_look = nullptr;
    QLabel *m_server = nullptr;
    QLabel *m_connection = nullptr;
    QLabel *m_resources = nullptr;
    QLabel *m_guard = nullptr;
    QLabel *m_lastSync = nullptr;
    QLineEdit *m_ownerRole = nullptr;
    QWidget *m_signIn = nullptr;
    SignInForm *m_form = nullptr;
    QPushButton *m_send = nullptr;
    bool m_signsIn = true;
};

} // namespace salesbench
