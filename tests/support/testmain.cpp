// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testcase.h"

#include <QStandardPaths>
#ifdef QT_WIDGETS_LIB
#include <QApplication>
using Application = QApplication;
#else
#include <QCoreApplication>
using Application = QCoreApplication;
#endif

#include <cstdio>
#include <map>

namespace salesbench::testing {

namespace {

using Make = std::function<std::unique_ptr<QObject>()>;

std::map<QByteArray, Make> &tests()
{
    static std::map<QByteArray, Make> all;
    return all;
}

} // namespace

bool registerTest(const char *className, Make make)
{
    return tests().emplace(QByteArray(className).toLower(), std::move(make)).second;
}

} // namespace salesbench::testing

int main(int argc, char *argv[])
{
    using namespace salesbench::testing;
    QStandardPaths::setTestModeEnabled(true);
    Application app(argc, argv);

    QStringList arguments = QCoreApplication::arguments();
    const QByteArray wanted = arguments.size() > 1 ? arguments.at(1).toLower().toUtf8() : QByteArray();
    if (tests().contains(wanted)) {
        arguments.removeAt(1);
        return QTest::qExec(tests()[wanted]().get(), arguments);
    }
    if (!wanted.isEmpty() && !wanted.startsWith('-')) {
        std::fprintf(stderr, "No test class is called %s.\n", wanted.constData());
        return 2;
    }
    int failed = 0;
    for (const auto &[name, make] : tests())
        failed += QTest::qExec(make().get(), arguments);
    return failed;
}
