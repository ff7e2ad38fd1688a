// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/commandline.h"

#include "net/server/userfile.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QStandardPaths>

#include <functional>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

struct ServerCommandText {
    Q_DECLARE_TR_FUNCTIONS(salesbench::ServerCommand)
};

constexpr int MostLeads = 1'000'000;

QString defaultDatabase()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation)
        + u"/salesbench/server.sqlite"_s;
}

/// An option that is a number, with what it may be.
struct NumberOption {
    QString name;
    QString meaning; ///< with %1 for the default
    qint64 otherwise;
    qint64 least;
    qint64 most;
    std::function<void(ServerCommand &, qint64)> set;
};

const QVector<NumberOption> &numberOptions()
{
    constexpr qint64 Day = 86'400;
    static const QVector<NumberOption> all{
        {u"header-limit"_s, ServerCommandText::tr("Bytes of a request's headers. Default: %1."), 16 * 1024,
         1024, 1 << 20,
         [](ServerCommand &c, qint64 n) {
             c.limits.headerBytes = static_cast<std::uint32_t>(n);
         }},
        {u"body-limit"_s, ServerCommandText::tr("Bytes of a request's body. Default: %1."), 1 << 20, 1,
         1 << 30,
         [](ServerCommand &c, qint64 n) {
             c.limits.bodyBytes = static_cast<std::uint64_t>(n);
         }},
        {u"request-timeout"_s,
         ServerCommandText::tr("Seconds in which a request must have arrived. Default: %1."), 30, 1, Day,
         [](ServerCommand &c, qint64 n) {
             c.limits.request = std::chrono::seconds(n);
         }},
        {u"idle-timeout"_s,
         ServerCommandText::tr("Seconds that a connection is kept between requests. Default: %1."), 60, 1,
         Day,
         [](ServerCommand &c, qint64 n) {
             c.limits.idle = std::chrono::seconds(n);
         }},
        {u"max-connections"_s, ServerCommandText::tr("Connections at one time. Default: %1."), 2000, 2,
         1'000'000,
         [](ServerCommand &c, qint64 n) {
             c.limits.connections = static_cast<int>(n);
         }},
        {u"max-page"_s, ServerCommandText::tr("Documents in one answer. Default: %1."), 1000, 1, 100'000,
         [](ServerCommand &c, qint64 n) {
             c.maxPage = n;
         }},
        {u"rate-limit"_s,
         ServerCommandText::tr("Requests a second and token; 0 is without limit. Default: %1."), 0, 0,
         1'000'000,
         [](ServerCommand &c, qint64 n) {
             c.rateLimit = static_cast<int>(n);
         }},
    };
    return all;
}

/// What a team on a network needs, and who runs the server for it.
void describeOperation(QCommandLineParser &parser)
{
    parser.addOptions({
        {u"role"_s, ServerCommandText::tr("With user add: representative, supervisor or integration."),
         ServerCommandText::tr("role")},
        {u"party-id"_s, ServerCommandText::tr("With user add: by which documents name them as owner."),
         ServerCommandText::tr("id")},
        {u"tls-certificate"_s,
         ServerCommandText::tr("Speak TLS with this certificate and its chain, in PEM."),
         ServerCommandText::tr("file")},
        {u"tls-key"_s, ServerCommandText::tr("The certificate's key, in PEM."),
         ServerCommandText::tr("file")},
        {u"behind-proxy"_s,
         ServerCommandText::tr("Listen at any address without TLS, because a proxy does it and says so in "
                               "X-Forwarded-Proto.")},
        {u"cors"_s,
         ServerCommandText::tr(
             "Let pages of this origin read answers, for example https://desk.example.com. May be "
             "repeated. Default: none."),
         ServerCommandText::tr("origin")},
        {u"allow-callback"_s,
         ServerCommandText::tr(
             "Send events to this host, and to no other that is not named so. May be repeated. Default: "
             "loopback addresses."),
         ServerCommandText::tr("host[:port]")},
        {u"log"_s,
         ServerCommandText::tr(
             "Add a line of JSON for each request to this file; - is standard error, none is nowhere. "
             "Default: -."),
         ServerCommandText::tr("file"), u"-"_s},
        {u"backup"_s,
         ServerCommandText::tr(
             "Copy the database to this new file, and end. Another process may serve it meanwhile."),
         ServerCommandText::tr("file")},
    });
}

void describe(QCommandLineParser &parser)
{
    parser.setApplicationDescription(ServerCommandText::tr(
        "Serves sales leads, sales opportunities and quotes as TMF699 and TMF648 describe."));
    parser.addPositionalArgument(
        u"user"_s,
        ServerCommandText::tr("With --users: \"user add NAME --role ROLE [--party-id ID]\" prints the "
                              "new token once; \"user list\"; \"user remove NAME\"."),
        u"[user add|list|remove]"_s);
    parser.setOptionsAfterPositionalArgumentsMode(QCommandLineParser::ParseAsOptions);
    parser.addOptions({
        {u"listen"_s,
         ServerCommandText::tr("Listen at this address. Port 0 picks a free one. Default: 127.0.0.1:8699."),
         ServerCommandText::tr("address:port"), u"127.0.0.1:8699"_s},
        {u"database"_s,
         ServerCommandText::tr("Keep the documents in this file. Default: %1.").arg(defaultDatabase()),
         ServerCommandText::tr("file"), defaultDatabase()},
        {u"demo"_s, ServerCommandText::tr("Fill the database with invented documents when it is empty.")},
        {u"leads"_s,
         ServerCommandText::tr("How many leads the demo has, at most %1. Default: 500.").arg(MostLeads),
         ServerCommandText::tr("number"), u"500"_s},
        {u"seed"_s, ServerCommandText::tr("Another number invents other documents. Default: 1."),
         ServerCommandText::tr("number"), u"1"_s},
        {u"users"_s,
         ServerCommandText::tr(
             "Let these users sign in: a JSON array of {name, partyId, role, token}, role being "
             "representative, supervisor or integration, and token the SHA-256 of the bearer token in hex."),
         ServerCommandText::tr("file")},
        {u"no-auth"_s,
         ServerCommandText::tr("Let everybody do everything, without sign-in. For loopback addresses only.")},
        {{u"h"_s, u"help"_s}, ServerCommandText::tr("Show this help.")},
        {{u"v"_s, u"version"_s}, ServerCommandText::tr("Show the version.")},
    });
    describeOperation(parser);
    for (const NumberOption &option : numberOptions())
        parser.addOption({option.name, option.meaning.arg(option.otherwise), ServerCommandText::tr("number"),
                          QString::number(option.otherwise)});
}

Result<void> readNumbers(const QCommandLineParser &parser, ServerCommand &command)
{
    for (const NumberOption &option : numberOptions()) {
        bool ok = false;
        const qint64 number = parser.value(option.name).toLongLong(&ok);
        if (!ok || number < option.least || number > option.most)
            return badInput(ServerCommandText::tr("--%1 must be a whole number from %2 to %3, not %4.")
                                .arg(option.name)
                                .arg(option.least)
                                .arg(option.most)
                                .arg(parser.value(option.name)));
        option.set(command, number);
    }
    return {};
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
            return badInput(
                ServerCommandText::tr("--backup goes with --database only, not with --%1.").arg(option));
    }
    if (parser.value(u"backup"_s).isEmpty())
        return badInput(ServerCommandText::tr("--backup needs the name of a file."));
    return {};
}

/// "user add NAME" and its like.
Result<void> readUserCommand(const QCommandLineParser &parser, ServerCommand &command)
{
    const QStringList words = parser.positionalArguments();
    if (!parser.isSet(u"users"_s))
        return badInput(ServerCommandText::tr("Which users? Give --users FILE."));
    const QString action = words.value(1);
    const bool list = action == "list"_L1;
    const bool add = action == "add"_L1;
    if ((!list && !add && action != "remove"_L1) || words.size() != (list ? 2 : 3))
        return badInput(
            ServerCommandText::tr("Give \"user add NAME\", \"user list\" or \"user remove NAME\"."));
    command.user = UserCommand{};
    command.user->action = list ? UserCommand::Action::List
        : add                   ? UserCommand::Action::Add
                                : UserCommand::Action::Remove;
    command.user->name = words.value(2);
    command.user->partyId = parser.value(u"party-id"_s);
    const std::optional<Role> role = roleFromText(parser.value(u"role"_s));
    if (add && !role)
        return badInput(ServerCommandText::tr("--role must be representative, supervisor or integration."));
    command.user->role = role.value_or(Role::Representative);
    return {};
}

Result<void> checkCombination(const QCommandLineParser &parser)
{
    if (!parser.positionalArguments().isEmpty())
        return badInput(ServerCommandText::tr("%1 is not understood. See --help.")
                            .arg(parser.positionalArguments().constFirst()));
    if (parser.isSet(u"backup"_s))
        return checkBackup(parser);
    if (parser.isSet(u"users"_s) && parser.isSet(u"no-auth"_s))
        return badInput(ServerCommandText::tr("Give either --users or --no-auth, not both."));
    if (!parser.isSet(u"users"_s) && !parser.isSet(u"no-auth"_s))
        return badInput(
            ServerCommandText::tr("Who may sign in? Give --users FILE, or --no-auth to do without sign-in."));
    for (const QString &option : {u"leads"_s, u"seed"_s}) {
        if (parser.isSet(option) && !parser.isSet(u"demo"_s))
            return badInput(ServerCommandText::tr("--%1 goes with --demo only.").arg(option));
    }
    return {};
}

Result<void> readDemo(const QCommandLineParser &parser, ServerCommand &command)
{
    bool ok = false;
    command.leads = parser.value(u"leads"_s).toInt(&ok);
    if (!ok || command.leads < 1 || command.leads > MostLeads)
        return badInput(ServerCommandText::tr("--leads must be a number from 1 to %1, not %2.")
                            .arg(MostLeads)
                            .arg(parser.value(u"leads"_s)));
    command.seed = parser.value(u"seed"_s).toULongLong(&ok);
    if (!ok)
        return badInput(ServerCommandText::tr("--seed must be a whole number from 0 up, not %1.")
                            .arg(parser.value(u"seed"_s)));
    return {};
}

} // namespace

Result<ServerCommand> readServerCommand(const QStringList &arguments)
{
    QCommandLineParser parser;
    describe(parser);
    if (!parser.parse(arguments))
        return badInput(parser.errorText() + u' ' + ServerCommandText::tr("See --help."));
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
    command.tlsCertificate = parser.value(u"tls-certificate"_s);
    command.tlsKey = parser.value(u"tls-key"_s);
    command.behindProxy = parser.isSet(u"behind-proxy"_s);
    for (const QString &origin : parser.values(u"cors"_s))
        command.corsOrigins.append(origin.toLatin1());
    command.demo = parser.isSet(u"demo"_s);
    if (parser.positionalArguments().value(0) == "user"_L1)
        return readUserCommand(parser, command).map([&] { return command; });
    return checkCombination(parser)
        .and_then([&] { return readDemo(parser, command); })
        .and_then([&] { return readNumbers(parser, command); })
        .map([&] { return command; });
}

} // namespace salesbench
