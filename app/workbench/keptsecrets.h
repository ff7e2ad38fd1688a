// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workbench/keychain.h"
#include "app/workbench/secrets.h"

#include <QHash>

#include <memory>

namespace salesbench {

/// Keeps secrets in a keychain; where there is none, or it does not take them, in memory until the program
/// ends. Never in a file.
class KeptSecrets final : public Secrets {
public:
    /// Without a @p keychain all stays in memory.
    explicit KeptSecrets(std::unique_ptr<Keychain> keychain);
    ~KeptSecrets() override;

    QFuture<Result<QByteArray>> read(const QString &name) override;
    QFuture<QString> write(const QString &name, const QByteArray &secret) override;
    QFuture<Result<void>> remove(const QString &name) override;

private:
    std::unique_ptr<Keychain> m_keychain;
    std::shared_ptr<QHash<QString, QByteArray>> m_memory; ///< answers may come after this object's end
};

} // namespace salesbench
