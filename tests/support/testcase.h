// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTest>

#include <functional>
#include <memory>

namespace salesbench::testing {

/// Makes a test class known to the program's main function.
bool registerTest(const char *className, std::function<std::unique_ptr<QObject>()> make);

} // namespace salesbench::testing

/// Put once behind a test class. The program runs every class, or the one whose name in lower case is the
/// first argument; the arguments behind it are QTest's own.
#define SALESBENCH_TEST(Class)                                                                               \
    [[maybe_unused]] static const bool registered##Class =                                                   \
        salesbench::testing::registerTest(#Class, [] { return std::make_unique<Class>(); });
