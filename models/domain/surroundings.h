// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>

#include <functional>

namespace salesbench {

/// Time and ids are passed in, so that tests and simulations repeat exactly.
struct Surroundings {
    std::function<QDateTime()> now; ///< UTC
    std::function<QString()> newId; ///< a uuid without braces; the real ones sort by the time they were made

    static Surroundings real();
};

} // namespace salesbench
