// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/server/embeddedserver.h"

#include "net/http/httpserver.h"
#include "net/server/tmfservice.h"

#include <QCoreApplication>
#include <QHostAddress>
#include <QSqlDatabase>
#include <QUrl>

#include <atomic>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

struct EmbeddedServerText {
    Q_DECLARE_TR_FUNCTIONS(salesbench::EmbeddedServer)
};

struct Place {
    QString address;
    quint16 port = 0;
};

Result<Place> placeOf(const QString &listen)
{
    const QUrl url(u"http://"_s + listen, QUrl::StrictMode);
    const QString host = url.host() == "localhost"_L1 ? u"127.0.0.1"_s : url.host();
    if (!url.isValid() || QHostAddress(host).isNull() || url.port(-1) < 0
        || url.toString() != u"http://"_s + listen)
        return badInput(
            EmbeddedServerText::tr(
                "%1 is no address to listen at. Give an IP address and a port, for example 127.0.0.1:8699.")
                .arg(listen));
    return Place{host, static_cast<quint16>(url.port())};
}

Result<void> checkSignIn(const EmbeddedServer::Options &options, const Place &place)
{
    if (options.noAuth && !QHostAddress(place.address).isLoopback())
        return badInput(EmbeddedServerText::tr(
                            "Without sign-in the server listens at a loopback address only, and %1 is none.")
                            .arg(place.address));
    if (options.tlsCertificate.isEmpty() != options.tlsKey.isEmpty())
        return badInput(EmbeddedServerText::tr(
            "A certificate and its key go together: --tls-certificate and --tls-key."));
    if (!QHostAddress(place.address).isLoopback() && options.tlsCertificate.isEmpty() && !options.behindProxy)
        return badInput(
            EmbeddedServerText::tr("At %1 others on the network would read along. Give --tls-certificate and "
                                   "--tls-key, or --behind-proxy where a proxy does TLS.")
                .arg(place.address));
    if (!options.noAuth && options.users.isEmpty())
        return badInput(
            EmbeddedServerText::tr("The server needs users, or must be told to do without sign-in."));
    return {};
}

} // namespace

class EmbeddedServer::Private {
public:
    Private(const Options &options, std::unique_ptr<WriteQueue> queue)
        : readers(options.database)
        , writes(std::move(queue))
        , telemetry{.log = options.log}
    {
        const ServerUsers users{options.users, options.noAuth};
        postman = std::make_unique<Postman>(
            Postman::Options{.users = users, .callbacks = options.callbacks, .limits = options.events},
            readers, *writes, telemetry);
        service = std::make_unique<TmfService>(
            TmfService::Options{.users = users,
                                .ownerRole = options.ownerRole,
                                .surroundings = options.surroundings,
                                .callbacks = options.callbacks,
                                .events = options.events,
                                .corsOrigins = options.corsOrigins,
                                .rateLimit = options.rateLimit,
                                .maxPage = options.maxPage,
                                .longest = options.limits.request,
                                .connections =
                                    [this] {
                                        return listening ? listening.load()->connections() : 0;
                                    }},
            TmfService::Parts{readers, *writes, *postman, telemetry});
    }

    /// Late answers may still be handed to the transport and to the postman, so these go last, and stop
    /// first.
    ~Private()
    {
        if (http)
            http->stop();
        postman->stop();
        readers.stop(); // nobody waits any more for what is still being read
        writes.reset();
        service.reset();
        postman.reset();
        http.reset();
    }

    Result<void> listen(const Place &place, const Options &given)
    {
        const HttpServer::Options options{.address = place.address,
                                          .port = place.port,
                                          .threads = 2,
                                          .limits = given.limits,
                                          .tlsCertificate = given.tlsCertificate,
                                          .tlsKey = given.tlsKey};
        scheme = given.tlsCertificate.isEmpty() ? u"http"_s : u"https"_s;
        const auto handler = [service = service.get(),
                              behindProxy = given.behindProxy](HttpRequest request, const HttpReply &reply) {
            if (behindProxy && request.header("X-Forwarded-Proto") == "https")
                request.scheme = "https";
            service->handle(request, reply);
        };
        const auto refusal = [this](int status, const QByteArray &why) {
            return telemetry.refusal(transportRefusal(status, why));
        };
        return HttpServer::start(options, handler, refusal).map([&](std::unique_ptr<HttpServer> server) {
            http = std::move(server);
            listening = http.get();
            host = place.address.contains(u':') ? u'[' + place.address + u']' : place.address;
        });
    }

    Readers readers;
    std::unique_ptr<WriteQueue> writes;
    Telemetry telemetry;
    std::unique_ptr<Postman> postman;
    std::unique_ptr<TmfService> service;
    std::unique_ptr<HttpServer> http;
    std::atomic<HttpServer *> listening = nullptr; ///< http, for its own threads
    QString host;
    QString scheme;
};

EmbeddedServer::EmbeddedServer(std::unique_ptr<Private> d)
    : d(std::move(d))
{
}

EmbeddedServer::~EmbeddedServer() = default;

Result<std::unique_ptr<EmbeddedServer>> EmbeddedServer::start(const Options &options)
{
    const Result<Place> place = placeOf(options.listen);
    if (!place)
        return tl::unexpected(place.error());
    if (const Result<void> allowed = checkSignIn(options, *place); !allowed)
        return tl::unexpected(allowed.error());
    QSqlDatabase::isDriverAvailable(u"QSQLITE"_s); // loads the driver here, before threads want it
    const auto logStays = [log = options.log, file = options.database] {
        log->write(LogLine("database log kept")
                       .add("file", file)
                       .add("why", QByteArray("The disk did not take it. It grows until the next start.")));
    };
    Result<std::unique_ptr<WriteQueue>> writes = WriteQueue::start(options.database, logStays);
    if (!writes)
        return tl::unexpected(writes.error());
    auto d = std::make_unique<Private>(options, std::move(*writes));
    if (const Result<void> listening = d->listen(*place, options); !listening)
        return tl::unexpected(listening.error());
    return std::unique_ptr<EmbeddedServer>(new EmbeddedServer(std::move(d)));
}

quint16 EmbeddedServer::port() const
{
    return d->http->port();
}

QString EmbeddedServer::origin() const
{
    return u"%1://%2:%3"_s.arg(d->scheme, d->host).arg(port());
}

} // namespace salesbench
