// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFuture>
#include <QString>

namespace salesbench {

/// What a keychain says to one question.
struct KeychainAnswer {
    enum class Kind {
        Done,
        Nothing, ///< is kept under this name
        Absent, ///< there is no keychain
        Failed, ///< there is one, and it does not do it
    };
    Kind kind = Kind::Done;
    QByteArray secret; ///< of a read
    QString words; ///< of a failure, the keychain's own
};

/// Secrets that outlive the program, as far as there is a keeper of such.
class Keychain {
public:
    Keychain() = default;
    virtual ~Keychain() = default;
    Q_DISABLE_COPY_MOVE(Keychain)

    virtual QFuture<KeychainAnswer> read(const QString &name) = 0;
    virtual QFuture<KeychainAnswer> write(const QString &name, const QByteArray &secret) = 0;
    virtual QFuture<KeychainAnswer> remove(const QString &name) = 0;
};

} // namespace salesbench
