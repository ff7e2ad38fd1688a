// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/synccommand.h"

#include "app/workbench/signinkeeper.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

#include <qcoro/qcorofuture.h>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

struct SyncCommandText {
    Q_DECLARE_TR_FUNCTIONS(salesbench::SyncCommand)
};

/// Where to synchronise, and the demo's server as long as it is needed.
struct Counterpart {
    ServerAddress address;
    Credential credential;
    std::unique_ptr<DemoServer> demo;
};

Result<Counterpart> startDemo(const Options &options, const OpenProfile &profile)
{
    return DemoServer::start(demoOptions(profile, options.leads))
        .and_then([](std::unique_ptr<DemoServer> server) -> Result<Counterpart> {
            return ServerAddress::parse(server->origin()).map([&](const ServerAddress &address) {
                const QByteArray token = server->token();
                return Counterpart{address, token, std::move(server)};
            });
        });
}

template<typename T>
QCoro::Task<T> answerOf(QFuture<T> future)
{
    co_return co_await future;
}

Result<Counterpart> findServer(const Options &options, const OpenProfile &profile, const SignInKeeper &keeper)
{
    if (profile.choice.demo)
        return startDemo(options, profile);
    if (profile.choice.isEmpty()) {
        return tl::unexpected(Problem{
            .kind = Problem::Kind::BadInput,
            .sentence = SyncCommandText::tr("This profile has no server yet. Give one with --server URL."),
            .detail = {}});
    }
    const Result<ServerAddress> address =
        ServerAddress::parse(profile.choice.server, profile.choice.quoteServer);
    if (!address)
        return tl::unexpected(address.error());
    return QCoro::waitFor(answerOf(keeper.credential(profile.choice))).map([&](const Credential &credential) {
        return Counterpart{*address, credential, nullptr};
    });
}

bool isProved(const SyncSummary &summary)
{
    return !summary.problem || summary.problem->kind == Problem::Kind::Server;
}

/// The server is remembered once it has proved to be right; in an empty memory at once, so that a later
/// synchronisation of edits made offline needs no address.
void keep(OpenProfile &profile, const SyncSummary &summary)
{
    if (profile.choice != profile.remembered && (isProved(summary) || profile.remembered.isEmpty()))
        keepServer(profile); // the workspace finishes what it was asked before it closes
}

ExitCode conclude(const SyncSummary &summary)
{
    print(QString::fromUtf8(toLine(summary)));
    for (const QString &remark : summary.remarks)
        complain(remark);
    if (summary.problem)
        return failed(*summary.problem);
    const QString left = leftSentence(summary);
    if (left.isEmpty())
        return ExitCode::Done;
    complain(left);
    return ExitCode::Left;
}

} // namespace

QByteArray toLine(const SyncSummary &summary)
{
    QJsonObject documents;
    for (const ResourceType &type : resourceTypes())
        documents.insert(type.name, summary.documents.value(type.kind));
    const QJsonObject line{{u"pulled"_s, summary.pulled},       {u"pushed"_s, summary.pushed},
                           {u"conflicts"_s, summary.conflicts}, {u"refused"_s, summary.refused},
                           {u"waiting"_s, summary.waiting},     {u"documents"_s, documents}};
    return QJsonDocument(line).toJson(QJsonDocument::Compact);
}

QString leftSentence(const SyncSummary &summary)
{
    QStringList parts;
    const auto count = [&](int number, const QString &what) {
        if (number > 0)
            parts.append(what.arg(number));
    };
    count(summary.conflicts, SyncCommandText::tr("changed here and on the server: %1"));
    count(summary.refused, SyncCommandText::tr("refused by the server: %1"));
    count(summary.waiting, SyncCommandText::tr("not sent yet: %1"));
    count(summary.twins, SyncCommandText::tr("on the server twice: %1"));
    return parts.isEmpty() ? QString()
                           : SyncCommandText::tr("Something is left (%1).").arg(parts.join(u", "_s));
}

ExitCode runSync(const Options &options, OpenProfile &profile, Secrets &secrets)
{
    SignInKeeper keeper(secrets, profile.user);
    const Result<Counterpart> server = findServer(options, profile, keeper);
    if (!server)
        return failed(server.error());
    QFuture<QString> kept = QtFuture::makeReadyFuture(QString());
    const auto renewed = [&, credential = server->credential](const OAuthTokens &tokens) mutable {
        const bool isAnother = tokens.refresh != std::exchange(credential.tokens, tokens).refresh;
        if (isAnother && credential.method.kind == SignInMethod::Kind::Browser)
            kept = keeper.keep(profile.choice, credential);
    };
    const SyncSummary summary = QCoro::waitFor(
        synchronise(profile.workspace->journal(), server->address, server->credential, Surroundings::real(),
                    SyncTiming(), {}, std::make_shared<CancelSignal>(), renewed));
    if (const QString note = QCoro::waitFor(answerOf(kept)); !note.isEmpty())
        complain(note);
    keep(profile, summary);
    return conclude(summary);
}

} // namespace salesbench
