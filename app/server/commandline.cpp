// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/commandline.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(salesbench::ServerCommand)
};

constexpr int MostLeads = 1'000'000;

QString defaultDatabase()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation)
        + u"/salesbench/server.sqlite"_s;
}

tl::unexpected<Problem> bad(const QString &sentence)
{
    return tl::unexpected(Problem{Problem::Kind::BadInput, sentence, {}});
}

void describe(QCommandLineParser &parser)
{
    parser.setApplicationDescription(
        Text::tr("Serves sales leads, sales opportunities and quotes as TMF699 and TMF648 describe."));
    parser.setOptionsAfterPositionalArgumentsMode(QCommandLineParser::ParseAsOptions);
    parser.addOptions({
        {u"listen"_s, Text::tr("Listen at this address. Port 0 picks a free one. Default: 127.0.0.1:8699."),
         Text::tr("address:port"), u"127.0.0.1:8699"_s},
        {u"database"_s, Text::tr("Keep the documents in this file. Default: %1.").arg(defaultDatabase()),
         Text::tr("file"), defaultDatabase()},
        {u"demo"_s, Text::tr("Fill the database with invented documents when it is empty.")},
        {u"leads"_s, Text::tr("How many leads the demo has, at most %1. Default: 500.").arg(MostLeads),
         Text::tr("number"), u"500"_s},
        {u"seed"_s, Text::tr("Another number invents other documents. Default: 1."), Text::tr("number"),
         u"1"_s},
        {u"users"_s,
         Text::tr(
             "Let these users sign in: a JSON array of {name, partyId, role, token}, role being "
             "representative, supervisor or integration, and token the SHA-256 of the bearer token in hex."),
         Text::tr("file")},
        {u"allow-callback"_s,
         Text::tr("Send events to this host, and to no other that is not named so. May be repeated. Default: "
                  "loopback addresses."),
         Text::tr("host[:port]")},
        {u"log"_s,
         Text::tr("Add a line of JSON for each request to this file; - is standard error, none is nowhere. "
                  "Default: -."),
         Text::tr("file"), u"-"_s},
        {u"backup"_s,
         Text::tr("Copy the database to this new file, and end. Another process may serve it meanwhile."),
         Text::tr("file")},
        {u"no-auth"_s,
         Text::tr("Let everybody do everything, without sign-in. For loopback addresses only.")},
        {{u"h"_s, u"help"_s}, Text::tr("Show this help.")},
        {{u"v"_s, u"version"_s}, Text::tr("Show the version.")},
    });
}

QString toPrint(const QCommandLineParser &parser)
{
    if (parser.isSet(u"help"_s))
        return parser.helpText().trimmed();
    if (parser.isSet(u"version"_s))
        return QCoreApplication::applicationName() + u' ' + QCoreApplication::applicationVersion();
    return {};
}

Result<void> checkBackup(const QCommandLineParser &parser)
{
    for (const QString &option : parser.optionNames()) {
        if (option != "backup"_L1 && option != "database"_L1)
            return bad(Text::tr("--backup goes with --database only, not with --%1.").arg(option));
    }
    if (parser.value(u"backup"_s).isEmpty())
        return bad(Text::tr("--backup needs the name of a file."));
    return {};
}

Result<void> checkCombination(const QCommandLineParser &parser)
{
    if (!parser.positionalArguments().isEmpty())
        return bad(
            Text::tr("%1 is not understood. See --help.").arg(parser.positionalArguments().constFirst()));
    if (parser.isSet(u"backup"_s))
        return checkBackup(parser);
    if (parser.isSet(u"users"_s) && parser.isSet(u"no-auth"_s))
        return bad(Text::tr("Give either --users or --no-auth, not both."));
    if (!parser.isSet(u"users"_s) && !parser.isSet(u"no-auth"_s))
        return bad(Text::tr("Who may sign in? Give --users FILE, or --no-auth to do without sign-in."));
    for (const QString &option : {u"leads"_s, u"seed"_s}) {
        if (parser.isSet(option) && !parser.isSet(u"demo"_s))
            return bad(Text::tr("--%1 goes with --demo only.").arg(option));
    }
    return {};
}

Result<void> readDemo(const QCommandLineParser &parser, ServerCommand &command)
{
    bool ok = false;
    command.leads = parser.value(u"leads"_s).toInt(&ok);
    if (!ok || command.leads < 1 || command.leads > MostLeads)
        return bad(Text::tr("--leads must be a number from 1 to %1, not %2.")
                       .arg(MostLeads)
                       .arg(parser.value(u"leads"_s)));
    command.seed = parser.value(u"seed"_s).toULongLong(&ok);
    if (!ok)
        return bad(Text::tr("--seed must be a whole number from 0 up, not %1.").arg(parser.value(u"seed"_s)));
    return {};
}

} // namespace

Result<ServerCommand> readServerCommand(const QStringList &arguments)
{
    QCommandLineParser parser;
    describe(parser);
    if (!parser.parse(arguments))
        return bad(parser.errorText() + u' ' + Text::tr("See --help."));
    ServerCommand command;
    command.print = toPrint(parser);
    if (!command.print.isEmpty())
        return command;
    command.listen = parser.value(u"listen"_s);
    command.database = parser.value(u"database"_s);
    command.users = parser.value(u"users"_s);
    command.noAuth = parser.isSet(u"no-auth"_s);
    command.callbacks = parser.values(u"allow-callback"_s);
    command.log = parser.value(u"log"_s);
    command.backup = parser.value(u"backup"_s);
    command.demo = parser.isSet(u"demo"_s);
    return checkCombination(parser).and_then([&] { return readDemo(parser, command); }).map([&] {
        return command;
    });
}

} // namespace salesbench
