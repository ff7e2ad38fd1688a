// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/commandline.h"
#include "models/store/backup.h"
#include "net/server/demofill.h"
#include "net/server/embeddedserver.h"

#include <QCoreApplication>

#include <csignal>
#include <cstdio>

#include <malloc.h>

using namespace Qt::StringLiterals;
using namespace salesbench;

namespace {

enum Exit { Done = 0, Failed = 1, BadUse = 2 };

/// For the signals that end the program: none but the main thread hears them, when it waits.
sigset_t endingSignals()
{
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGINT);
    sigaddset(&signals, SIGTERM);
    return signals;
}

/// One of them has come, and nobody has taken it yet.
bool isAskedToEnd()
{
    sigset_t pending;
    sigemptyset(&pending);
    sigpending(&pending);
    return sigismember(&pending, SIGINT) == 1 || sigismember(&pending, SIGTERM) == 1;
}

/// What an answer needed is kept for the next. glibc would give it back to the kernel with every page that
/// was sent, and be handed it again empty, a fault at a time: half of what a page of 50 costs.
void keepFreedMemory()
{
    mallopt(M_TRIM_THRESHOLD, 16 * 1024 * 1024);
    mallopt(M_MMAP_THRESHOLD, 4 * 1024 * 1024);
}

Exit complain(const Problem &problem)
{
    std::fprintf(stderr, "salesbench-server: %s\n", qPrintable(problem.sentence));
    if (!problem.detail.isEmpty())
        std::fprintf(stderr, "(%s)\n", qPrintable(problem.detail));
    return problem.kind == Problem::Kind::BadInput ? BadUse : Failed;
}

Result<void> fill(const ServerCommand &command)
{
    if (!command.demo)
        return {};
    DemoData::Options demo = DemoData::Options::forLeads(command.leads, Surroundings::real().now());
    demo.seed = command.seed;
    const auto progress = [](qint64 done, qint64 total) {
        if (total > 50'000 && (done % 20'000 == 0 || done == total))
            std::fprintf(stderr, "%s\n", qPrintable(u"%1 of %2 documents written"_s.arg(done).arg(total)));
        return !isAskedToEnd();
    };
    return fillWithDemo(command.database, demo, progress).map([](bool) {});
}

Result<QVector<ServerUser>> users(const ServerCommand &command)
{
    return command.noAuth ? Result<QVector<ServerUser>>(QVector<ServerUser>()) : readUsers(command.users);
}

Result<std::shared_ptr<ServerLog>> log(const ServerCommand &command)
{
    return command.log == "none"_L1 ? std::make_shared<ServerLog>() : ServerLog::open(command.log);
}

Result<EmbeddedServer::Options> options(const ServerCommand &command)
{
    EmbeddedServer::Options options{.database = command.database,
                                    .listen = command.listen,
                                    .tlsCertificate = command.tlsCertificate,
                                    .tlsKey = command.tlsKey,
                                    .behindProxy = command.behindProxy,
                                    .noAuth = command.noAuth,
                                    .limits = command.limits,
                                    .corsOrigins = command.corsOrigins,
                                    .rateLimit = command.rateLimit,
                                    .maxPage = command.maxPage};
    return users(command)
        .and_then([&](const QVector<ServerUser> &known) {
            options.users = known;
            return CallbackRules::onlyTo(command.callbacks);
        })
        .and_then([&](const CallbackRules &callbacks) {
            options.callbacks = callbacks;
            return log(command);
        })
        .map([&](const std::shared_ptr<ServerLog> &log) {
            options.log = log;
            return options;
        });
}

Result<std::unique_ptr<EmbeddedServer>> start(const ServerCommand &command)
{
    return options(command).and_then([&](const EmbeddedServer::Options &options) {
        return fill(command).and_then([&] { return EmbeddedServer::start(options); });
    });
}

Exit manageUsers(const ServerCommand &command)
{
    const Result<QString> done = runUserCommand(command.users, *command.user);
    if (!done)
        return complain(done.error());
    if (!done->isEmpty())
        std::printf("%s\n", qPrintable(*done));
    return Done;
}

Exit copyDatabase(const ServerCommand &command)
{
    const Result<void> copied = backUp(command.database, command.backup);
    return copied ? Done : complain(copied.error());
}

Exit serve(const ServerCommand &command, const sigset_t &signals)
{
    const Result<std::unique_ptr<EmbeddedServer>> server = start(command);
    if (!server && server.error().kind == Problem::Kind::Cancelled)
        return Done; // asked to end before it had begun
    if (!server)
        return complain(server.error());
    std::printf("listening on %s\n", qPrintable((*server)->origin()));
    std::fflush(stdout);
    int received = 0;
    sigwait(&signals, &received);
    return Done;
}

} // namespace

int main(int argc, char *argv[])
{
    const sigset_t signals = endingSignals();
    pthread_sigmask(SIG_BLOCK, &signals, nullptr); // before any thread is there to inherit otherwise
    std::signal(SIGPIPE, SIG_IGN);
    QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(u"salesbench-server"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(SALESBENCH_VERSION));
    const Result<ServerCommand> command = readServerCommand(QCoreApplication::arguments());
    if (!command)
        return complain(command.error());
    if (command->user)
        return manageUsers(*command);
    if (!command->backup.isEmpty())
        return copyDatabase(*command);
    if (command->print.isEmpty()) {
        keepFreedMemory();
        return serve(*command, signals);
    }
    std::printf("%s\n", qPrintable(command->print));
    return Done;
}
