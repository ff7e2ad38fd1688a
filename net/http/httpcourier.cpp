// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/http/httpcourier.h"

#include "net/http/courierline.h"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>

#include <thread>

namespace asio = boost::asio;

namespace salesbench {

class HttpCourier::Private {
public:
    explicit Private(const Limits &limits)
        : limits(limits)
        , work(context.get_executor())
    {
        boost::system::error_code ignored; // without the system's certificates none is valid
        tls.set_default_verify_paths(ignored);
        thread = std::thread([this] { context.run(); });
    }

    Limits limits;
    asio::ssl::context tls{asio::ssl::context::tls_client};
    asio::io_context context{1};
    asio::executor_work_guard<asio::io_context::executor_type> work;
    std::thread thread;
};

HttpCourier::HttpCourier(const Limits &limits)
    : d(std::make_unique<Private>(limits))
{
}

HttpCourier::~HttpCourier()
{
    stop();
}

void HttpCourier::run(std::function<void()> task)
{
    asio::post(d->context, std::move(task));
}

void HttpCourier::stop()
{
    d->context.stop();
    if (d->thread.joinable())
        d->thread.join();
}

std::shared_ptr<HttpCourier::Line> HttpCourier::lineTo(const QUrl &url)
{
    return std::make_shared<Line>(url, d->limits, d->context.get_executor(), d->tls);
}

void HttpCourier::post(const std::shared_ptr<Line> &line, const QVector<HttpHeader> &headers,
                       const QByteArray &body, Answered answered)
{
    asio::co_spawn(d->context, line->post(headers, body),
                   [line, answered = std::move(answered)](const std::exception_ptr &,
                                                          const PostOutcome &outcome) { answered(outcome); });
}

void HttpCourier::after(std::chrono::milliseconds time, std::function<void()> task)
{
    const auto timer = std::make_shared<asio::steady_timer>(d->context, time);
    timer->async_wait([timer, task = std::move(task)](const boost::system::error_code &error) {
        if (!error)
            task();
    });
}

} // namespace salesbench
