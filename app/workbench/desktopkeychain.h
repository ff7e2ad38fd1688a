// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workbench/keychain.h"

namespace salesbench {

/// The keychain of the user's desktop: KWallet or a Secret Service such as GNOME's. The user may be asked to
/// unlock it, so that an answer can take long. Needs an event loop.
class DesktopKeychain final : public Keychain {
public:
    QFuture<KeychainAnswer> read(const QString &name) override;
    QFuture<KeychainAnswer> write(const QString &name, const QByteArray &secret) override;
    QFuture<KeychainAnswer> remove(const QString &name) override;
};

} // namespace salesbench
