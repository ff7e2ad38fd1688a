// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/database.h"

#include <QThreadStorage>

#include <memory>

namespace salesbench {

/// One read-only connection for each thread that asks. Outlives those threads.
class Readers {
public:
    explicit Readers(QString path)
        : m_path(std::move(path))
    {
    }

    /// The calling thread's own.
    Result<Database *> here();

private:
    QString m_path;
    QThreadStorage<std::shared_ptr<Database>> m_databases;
};

} // namespace salesbench
