// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/commands.h"

#include "app/workbench/applylines.h"
#include "app/workbench/desktopkeychain.h"
#include "app/workbench/exportlines.h"
#include "app/workbench/keptsecrets.h"
#include "app/workbench/openprofile.h"
#include "app/workbench/synccommand.h"

#include <QCoreApplication>
#include <QFile>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

struct CommandsText {
    Q_DECLARE_TR_FUNCTIONS(salesbench::Commands)
};

Result<std::shared_ptr<QIODevice>> openFile(const QString &name, QIODevice::OpenMode mode)
{
    auto file = std::make_shared<QFile>(name);
    const bool standard = name == "-"_L1;
    const bool opened =
        standard ? file->open(mode == QIODevice::ReadOnly ? stdin : stdout, mode) : file->open(mode);
    if (opened)
        return file;
    const QString sentence = mode == QIODevice::ReadOnly
        ? CommandsText::tr("The file %1 cannot be read.").arg(name)
        : CommandsText::tr("The file %1 cannot be written.").arg(name);
    return tl::unexpected(
        Problem{.kind = Problem::Kind::BadInput, .sentence = sentence, .detail = file->errorString()});
}

ExitCode apply(const Options &options, OpenProfile &profile)
{
    const auto input = openFile(options.file, QIODevice::ReadOnly);
    if (!input)
        return failed(input.error());
    const QString name = options.file == "-"_L1 ? CommandsText::tr("standard input") : options.file;
    const Applied applied =
        QCoro::waitFor(applyLines(*input, name, &profile.workspace->edits(), Surroundings::real()));
    return applied.problem ? failed(*applied.problem) : ExitCode::Done;
}

ExitCode exportDocuments(const Options &options, OpenProfile &profile)
{
    const auto output = openFile(options.file, QIODevice::WriteOnly);
    if (!output)
        return failed(output.error());
    const Result<qint64> written =
        QCoro::waitFor(exportLines(options.resource, *output, &profile.workspace->queries()));
    return written ? ExitCode::Done : failed(written.error());
}

ExitCode runAt(const Options &options, OpenProfile &profile)
{
    if (const QString notice = profile.workspace->notice(); !notice.isEmpty())
        complain(notice);
    switch (options.command) {
    case Options::Command::Sync: {
        KeptSecrets secrets(std::make_unique<DesktopKeychain>());
        return runSync(options, profile, secrets);
    }
    case Options::Command::Apply:
        return apply(options, profile);
    case Options::Command::Export:
        return exportDocuments(options, profile);
    case Options::Command::Window:
    case Options::Command::Help:
    case Options::Command::Version:
        break;
    }
    return ExitCode::Useless;
}

} // namespace

ExitCode runCommand(const Options &options)
{
    if (options.command == Options::Command::Help) {
        print(commandLineHelp().trimmed());
        return ExitCode::Done;
    }
    if (options.command == Options::Command::Version) {
        print(u"salesbench "_s + QCoreApplication::applicationVersion());
        return ExitCode::Done;
    }
    Result<OpenProfile> profile = openProfile(options);
    return profile ? runAt(options, *profile) : failed(profile.error());
}

} // namespace salesbench
