// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/problem.h"

#include <QFuture>

namespace salesbench {

/// Keeps tokens and passwords, each under a name. Belongs to the thread that runs the event loop of its user.
class Secrets {
public:
    Secrets() = default;
    virtual ~Secrets() = default;
    Q_DISABLE_COPY_MOVE(Secrets)

    /// Empty where none is kept under @p name. A Problem where one may be, and is not given.
    virtual QFuture<Result<QByteArray>> read(const QString &name) = 0;

    /// Comes to a sentence for the user where the secret is kept until the program ends and no longer; else
    /// to an empty one.
    virtual QFuture<QString> write(const QString &name, const QByteArray &secret) = 0;

    /// None is kept under @p name any more, once it has come to a success.
    virtual QFuture<Result<void>> remove(const QString &name) = 0;
};

} // namespace salesbench
