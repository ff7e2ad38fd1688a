// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/commandline.h"

#include "net/client/credential.h"
#include "net/client/serveraddress.h"

#include <QCommandLineParser>
#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

struct CommandLineText {
    Q_DECLARE_TR_FUNCTIONS(salesbench::CommandLine)
};

QString resourceNames()
{
    QStringList names;
    for (const ResourceType &type : resourceTypes())
        names.append(type.name);
    return names.join(", "_L1);
}

void describe(QCommandLineParser &parser)
{
    parser.setApplicationDescription(
        CommandLineText::tr(
            "Salesbench: leads, opportunities and quotes on a TMF699 server, online and offline.\n\n"
            "Without a command the workbench opens its window. The commands work without one:\n"
            "  sync                  sends and fetches everything once; prints one line of JSON\n"
            "  apply FILE            records edits, also offline; FILE holds JSON lines, - is standard "
            "input:\n"
            "                          {\"op\":\"create\",\"resource\":\"salesLead\",\"document\":{…}}\n"
            "                          "
            "{\"op\":\"update\",\"resource\":\"salesLead\",\"id\":\"…\",\"patch\":{…}}\n"
            "                          {\"op\":\"delete\",\"resource\":\"salesLead\",\"id\":\"…\"}\n"
            "  export RESOURCE FILE  writes all documents as JSON lines, - is standard output;\n"
            "                          RESOURCE is one of %1\n\n"
            "They exit with 0 when all is done, 1 when something is left and trying later can help,\n"
            "2 when trying again cannot help.")
            .arg(resourceNames()));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addOptions({
        {u"demo"_s, CommandLineText::tr("Work on a server of its own, filled with invented data.")},
        {u"leads"_s, CommandLineText::tr("Number of leads in the demo, 500 unless given."), u"N"_s},
        {u"role"_s, CommandLineText::tr("Who the demo is started as: representative or supervisor."),
         u"ROLE"_s},
        {u"server"_s,
         CommandLineText::tr("The TMF699 server: a base URL, or http(s)://host alone for the standard path. "
                             "The profile remembers it."),
         u"URL"_s},
        {u"quote-server"_s, CommandLineText::tr("The TMF648 server, where quotes are kept elsewhere."),
         u"URL"_s},
        {u"token-file"_s,
         CommandLineText::tr("A file with the bearer token for the server. The profile remembers the "
                             "file's place, never the token."),
         u"FILE"_s},
        {u"client-id"_s,
         CommandLineText::tr("Signs in by OAuth 2 client credentials, under this id; the file of --token-file "
                             "holds the client's secret then."),
         u"ID"_s},
        {u"token-url"_s, CommandLineText::tr("Where the client gets its tokens."), u"URL"_s},
        {u"scope"_s, CommandLineText::tr("What the client asks for, where its server wants that said."),
         u"SCOPE"_s},
        {u"profile"_s,
         CommandLineText::tr(
             "The folder of the workspace. It is made when missing. The start lists it once its "
             "window was open."),
         u"DIR"_s},
        {u"screenshots"_s, CommandLineText::tr("Write a picture of every page into this folder, and end."),
         u"DIR"_s},
    });
    parser.addPositionalArgument(u"command"_s, CommandLineText::tr("sync, apply or export; see above."),
                                 u"[sync | apply FILE | export RESOURCE FILE]"_s);
}

/// A value can be missing in all but name: --profile "$UNSET".
Result<void> checkValues(const QCommandLineParser &parser)
{
    for (const QString &name : parser.optionNames()) {
        const QStringList values = parser.values(name);
        if (values.size() > 1)
            return badInput(CommandLineText::tr("--%1 is given twice.").arg(name));
        if (!values.isEmpty() && values.first().trimmed().isEmpty())
            return badInput(CommandLineText::tr("--%1 needs a value, but it is empty.").arg(name));
    }
    return {};
}

Result<void> checkTogether(const QCommandLineParser &parser)
{
    const bool demo = parser.isSet(u"demo"_s);
    for (const QString &name : {u"leads"_s, u"role"_s}) {
        if (!demo && parser.isSet(name))
            return badInput(
                CommandLineText::tr("--%1 is for the demo only. Add --demo, or leave it out.").arg(name));
    }
    for (const QString &name : {u"server"_s, u"quote-server"_s, u"token-file"_s, u"client-id"_s, u"token-url"_s, u"scope"_s}) {
        if (demo && parser.isSet(name))
            return badInput(
                CommandLineText::tr("--demo brings its own server, so --%1 cannot be given with it.")
                    .arg(name));
    }
    if (parser.isSet(u"quote-server"_s) && !parser.isSet(u"server"_s))
        return badInput(CommandLineText::tr("--quote-server needs --server as well."));
    for (const QString &name : {u"token-url"_s, u"scope"_s}) {
        if (parser.isSet(name) && !parser.isSet(u"client-id"_s))
            return badInput(CommandLineText::tr("--%1 needs --client-id as well.").arg(name));
    }
    if (parser.isSet(u"screenshots"_s) && !parser.positionalArguments().isEmpty())
        return badInput(CommandLineText::tr("--screenshots shows the window, so it takes no command."));
    return {};
}

Result<void> readDemo(const QCommandLineParser &parser, Options &options)
{
    options.demo = parser.isSet(u"demo"_s);
    if (parser.isSet(u"leads"_s)) {
        bool isNumber = false;
        options.leads = parser.value(u"leads"_s).toInt(&isNumber);
        if (!isNumber || *options.leads < 1 || *options.leads > MostDemoLeads) {
            return badInput(CommandLineText::tr("--leads needs a number from 1 to %1, not “%2”.")
                                .arg(MostDemoLeads)
                                .arg(parser.value(u"leads"_s)));
        }
    }
    if (parser.isSet(u"role"_s)) {
        const QString role = parser.value(u"role"_s);
        if (role != toText(Role::Representative) && role != toText(Role::Supervisor))
            return badInput(
                CommandLineText::tr("--role is representative or supervisor, not “%1”.").arg(role));
        options.role = role == toText(Role::Supervisor) ? Role::Supervisor : Role::Representative;
    }
    return {};
}

Result<void> readServer(const QCommandLineParser &parser, Options &options)
{
    options.server = parser.value(u"server"_s);
    options.quoteServer = parser.value(u"quote-server"_s);
    options.tokenFile = parser.value(u"token-file"_s);
    if (options.server.isEmpty())
        return {};
    const Result<ServerAddress> address = ServerAddress::parse(options.server, options.quoteServer);
    return address ? Result<void>() : tl::unexpected(address.error());
}

Result<void> readMethod(const QCommandLineParser &parser, Options &options)
{
    if (!parser.isSet(u"client-id"_s))
        return {};
    options.method = SignInMethod{.kind = SignInMethod::Kind::Client,
                                  .authorizationUrl = {},
                                  .tokenUrl = parser.value(u"token-url"_s),
                                  .clientId = parser.value(u"client-id"_s),
                                  .scope = parser.value(u"scope"_s)};
    return checkMethod(*options.method);
}

Result<void> wantWords(const QStringList &words, int count, const QString &usage)
{
    if (words.size() < count)
        return badInput(CommandLineText::tr("Something is missing: it is “%1”.").arg(usage));
    if (words.size() > count)
        return badInput(CommandLineText::tr("“%1” is too much: it is “%2”.").arg(words.at(count), usage));
    return {};
}

Result<void> readExport(const QStringList &words, Options &options)
{
    options.command = Options::Command::Export;
    if (const Result<void> counted = wantWords(words, 3, u"export RESOURCE FILE"_s); !counted)
        return counted;
    const auto kind = resourceKindFromName(words.at(1));
    if (!kind)
        return badInput(
            CommandLineText::tr("“%1” is no resource. There are %2.").arg(words.at(1), resourceNames()));
    options.resource = *kind;
    options.file = words.at(2);
    return {};
}

Result<void> readCommand(const QStringList &words, Options &options)
{
    const QString name = words.value(0);
    if (name == "export"_L1)
        return readExport(words, options);
    if (name == "sync"_L1) {
        options.command = Options::Command::Sync;
        return wantWords(words, 1, u"sync"_s);
    }
    if (name == "apply"_L1) {
        options.command = Options::Command::Apply;
        options.file = words.value(1);
        return wantWords(words, 2, u"apply FILE"_s);
    }
    if (words.isEmpty())
        return {};
    return badInput(
        CommandLineText::tr("“%1” is no command. There are sync, apply FILE and export RESOURCE FILE.")
            .arg(name));
}

Result<void> read(const QCommandLineParser &parser, Options &options)
{
    options.profile = parser.value(u"profile"_s);
    options.screenshots = parser.value(u"screenshots"_s);
    return checkValues(parser)
        .and_then([&] { return readCommand(parser.positionalArguments(), options); })
        .and_then([&] { return checkTogether(parser); })
        .and_then([&] { return readDemo(parser, options); })
        .and_then([&] { return readServer(parser, options); })
        .and_then([&] { return readMethod(parser, options); });
}

} // namespace

Result<Options> parseCommandLine(const QStringList &arguments)
{
    QCommandLineParser parser;
    describe(parser);
    if (!parser.parse(arguments))
        return badInput(parser.errorText());
    Options options;
    if (parser.isSet(u"help"_s) || parser.isSet(u"version"_s)) {
        options.command = parser.isSet(u"help"_s) ? Options::Command::Help : Options::Command::Version;
        return options;
    }
    if (const Result<void> done = read(parser, options); !done)
        return tl::unexpected(done.error());
    return options;
}

QString commandLineHelp()
{
    QCommandLineParser parser;
    describe(parser);
    return parser.helpText();
}

} // namespace salesbench
