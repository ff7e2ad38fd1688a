// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/commands.h"
#include "app/workbench/windowrun.h"

#include <QCoreApplication>

#include <csignal>

using namespace Qt::StringLiterals;
using namespace salesbench;

namespace {

QStringList argumentsOf(int argc, char *argv[])
{
    QStringList arguments;
    for (int i = 0; i < argc; ++i)
        arguments.append(QString::fromLocal8Bit(argv[i]));
    return arguments;
}

} // namespace

int main(int argc, char *argv[])
{
    std::signal(SIGPIPE, SIG_IGN); // an export into a closed pipe is an error like others
    QCoreApplication::setOrganizationName(u"salesbench"_s);
    QCoreApplication::setApplicationName(u"salesbench"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(SALESBENCH_VERSION));
    // Read before there is an application: commands do without a display, a window does not.
    const Result<Options> options = parseCommandLine(argumentsOf(argc, argv));
    if (options && options->command == Options::Command::Window)
        return static_cast<int>(runWindow(argc, argv, *options));
    const QCoreApplication app(argc, argv);
    if (options)
        return static_cast<int>(runCommand(*options));
    complain(options.error());
    return static_cast<int>(ExitCode::Useless);
}
