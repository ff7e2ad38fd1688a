// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/http/httpserver.h"

#include "net/http/httpworker.h"
#include "net/http/servertls.h"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <QCoreApplication>

#include <algorithm>
#include <future>
#include <numeric>

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
    Private(const Options &options, HttpService shared)
        : service(std::make_shared<HttpService>(std::move(shared)))
    {
        const auto most = static_cast<size_t>(std::max(1, options.limits.connections / options.threads));
        for (int i = 0; i < options.threads; ++i)
            workers.push_back(std::make_unique<HttpWorker>(service, most));
        acceptor.emplace(workers.front()->executor());
    }

    Result<void> listen(const Options &options);
    asio::awaitable<void> acceptAll();
    HttpWorker &quietestWorker();
    void stop();

    std::shared_ptr<HttpService> service;
    std::vector<std::unique_ptr<HttpWorker>> workers;
    std::optional<tcp::acceptor> acceptor;
    bool stopped = false;
};

Result<void> HttpServer::Private::listen(const Options &options)
{
    boost::system::error_code error;
    const std::string name = options.address == "localhost"_L1 ? "127.0.0.1" : options.address.toStdString();
    const tcp::endpoint endpoint(asio::ip::make_address(name, error), options.port);
    if (!error)
        acceptor->open(endpoint.protocol(), error);
    if (!error)
        acceptor->set_option(tcp::acceptor::reuse_address(true), error);
    if (!error)
        acceptor->bind(endpoint, error);
    if (!error)
        acceptor->listen(asio::socket_base::max_listen_connections, error);
    if (error)
        return tl::unexpected(cannotListen(options, error));
    return {};
}

asio::awaitable<void> HttpServer::Private::acceptAll()
{
    while (acceptor->is_open()) {
        HttpWorker &worker = quietestWorker();
        boost::system::error_code error;
        tcp::socket socket = co_await acceptor->async_accept(
            worker.executor(), asio::redirect_error(asio::use_awaitable, error));
        if (!error) {
            worker.serve(std::move(socket));
        } else if (acceptor->is_open()) { // out of file handles, for example
            asio::steady_timer pause(acceptor->get_executor(), 100ms);
            co_await pause.async_wait(asio::redirect_error(asio::use_awaitable, error));
        }
    }
}

HttpWorker &HttpServer::Private::quietestWorker()
{
    return **std::min_element(workers.begin(), workers.end(), [](const auto &a, const auto &b) {
        return a->openConnections() < b->openConnections();
    });
}

void HttpServer::Private::stop()
{
    if (std::exchange(stopped, true))
        return;
    std::promise<void> closed;
    asio::post(acceptor->get_executor(), [&] {
        boost::system::error_code ignored;
        acceptor->close(ignored);
        closed.set_value();
    });
    closed.get_future().wait();
    for (const auto &worker : workers)
        worker->stopSessions();
    for (const auto &worker : workers)
        worker->finish(service->limits.grace);
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
    for (const auto &worker : d->workers)
        worker->start();
    asio::co_spawn(d->acceptor->get_executor(), d->acceptAll(), asio::detached);
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
    return std::accumulate(d->workers.begin(), d->workers.end(), 0,
                           [](int sum, const auto &worker) { return sum + worker->openConnections(); });
}

quint16 HttpServer::port() const
{
    boost::system::error_code ignored;
    return d->acceptor->local_endpoint(ignored).port();
}

} // namespace salesbench
