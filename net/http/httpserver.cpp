// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/http/httpserver.h"

#include "net/http/httpcrew.h"
#include "net/http/servertls.h"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <QCoreApplication>

#include <future>

namespace asio = boost::asio;
using asio::ip::tcp;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace salesbench {

namespace {

struct HttpServerText {
    Q_DECLARE_TR_FUNCTIONS(salesbench::HttpServer)
};

Problem cannotListen(const HttpServer::Options &options, const boost::system::error_code &error)
{
    const QString place = options.address + u':' + QString::number(options.port);
    const QString sentence = error == asio::error::address_in_use
        ? HttpServerText::tr("Another program already listens at %1. End it, or choose another port.")
        : HttpServerText::tr("It is not possible to listen at %1.");
    return {Problem::Kind::BadInput, sentence.arg(place), QString::fromStdString(error.message())};
}

} // namespace

class HttpServer::Private {
public:
    Private(const Options &options, HttpService service)
        : grace(service.limits.grace)
        , crew(std::make_shared<HttpService>(std::move(service)), options.threads)
        , acceptor(crew.strand())
    {
    }

    Result<void> listen(const Options &options);
    asio::awaitable<void> acceptAll();
    void stop();

    std::chrono::milliseconds grace;
    HttpCrew crew;
    tcp::acceptor acceptor;
    bool stopped = false;
};

Result<void> HttpServer::Private::listen(const Options &options)
{
    boost::system::error_code error;
    const std::string name = options.address == "localhost"_L1 ? "127.0.0.1" : options.address.toStdString();
    const tcp::endpoint endpoint(asio::ip::make_address(name, error), options.port);
    if (!error)
        acceptor.open(endpoint.protocol(), error);
    if (!error)
        acceptor.set_option(tcp::acceptor::reuse_address(true), error);
    if (!error)
        acceptor.bind(endpoint, error);
    if (!error)
        acceptor.listen(asio::socket_base::max_listen_connections, error);
    if (error)
        return tl::unexpected(cannotListen(options, error));
    return {};
}

asio::awaitable<void> HttpServer::Private::acceptAll()
{
    while (acceptor.is_open()) {
        boost::system::error_code error;
        const HttpCrew::Strand strand = crew.newStrand();
        tcp::socket socket =
            co_await acceptor.async_accept(strand, asio::redirect_error(asio::use_awaitable, error));
        if (!error) {
            crew.serve(std::move(socket));
        } else if (acceptor.is_open()) { // out of file handles, for example
            asio::steady_timer pause(acceptor.get_executor(), 100ms);
            co_await pause.async_wait(asio::redirect_error(asio::use_awaitable, error));
        }
    }
}

void HttpServer::Private::stop()
{
    if (std::exchange(stopped, true))
        return;
    std::promise<void> closed;
    asio::post(acceptor.get_executor(), [&] {
        boost::system::error_code ignored;
        acceptor.close(ignored);
        closed.set_value();
    });
    closed.get_future().wait();
    crew.stopSessions();
    crew.finish(grace);
}

HttpServer::HttpServer(std::unique_ptr<Private> d)
    : d(std::move(d))
{
}

Result<std::unique_ptr<HttpServer>> HttpServer::start(const Options &options, HttpHandler handler,
                                                      HttpRefusal refusal)
{
    HttpService service{std::move(handler), std::move(refusal), options.limits, nullptr};
    if (!options.tlsCertificate.isEmpty()) {
        const auto tls = serverTls(options.tlsCertificate, options.tlsKey);
        if (!tls)
            return tl::unexpected(tls.error());
        service.tls = *tls;
    }
    auto d = std::make_unique<Private>(options, std::move(service));
    if (const Result<void> listening = d->listen(options); !listening)
        return tl::unexpected(listening.error());
    d->crew.start();
    asio::co_spawn(d->acceptor.get_executor(), d->acceptAll(), asio::detached);
    return std::unique_ptr<HttpServer>(new HttpServer(std::move(d)));
}

HttpServer::~HttpServer()
{
    d->stop();
}

void HttpServer::stop()
{
    d->stop();
}

int HttpServer::connections() const
{
    return d->crew.openConnections();
}

quint16 HttpServer::port() const
{
    boost::system::error_code ignored;
    return d->acceptor.local_endpoint(ignored).port();
}

} // namespace salesbench
