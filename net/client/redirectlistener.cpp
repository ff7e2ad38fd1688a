// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/client/redirectlistener.h"

#include <QCoreApplication>
#include <QPromise>
#include <QUrlQuery>

#include <atomic>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

const QByteArray RedirectPath = "/signed-in";

struct RedirectText {
    Q_DECLARE_TR_FUNCTIONS(salesbench::RedirectListener)
};

/// A form's values have "+" for a space.
QString valueIn(const QByteArray &query, const QString &name)
{
    const QUrlQuery items(QString::fromLatin1(QByteArray(query).replace('+', "%20")));
    return items.queryItemValue(name, QUrl::FullyDecoded);
}

Redirect redirectOf(const QByteArray &query)
{
    const QString words = valueIn(query, u"error_description"_s);
    return {.code = valueIn(query, u"code"_s),
            .error = words.isEmpty() ? valueIn(query, u"error"_s) : words};
}

HttpResponse page(int status, const QString &text)
{
    const QString html = u"<!DOCTYPE html><html><head><meta charset=\"utf-8\"><title>Salesbench</title></head>"
                         "<body style=\"font-family: sans-serif; margin: 4em\"><p>%1</p></body></html>"_s;
    return {.status = status,
            .headers = {{"Content-Type", "text/html; charset=utf-8"},
                        {"Cache-Control", "no-store"},
                        {"Referrer-Policy", "no-referrer"}},
            .body = html.arg(text.toHtmlEscaped()).toUtf8()};
}

HttpResponse refuse(int status, const QByteArray &)
{
    return page(status, RedirectText::tr("There is nothing here."));
}

} // namespace

struct RedirectListener::Waiting {
    QByteArray state;
    QPromise<std::optional<Redirect>> promise = {};
    std::atomic<bool> isOver = false;

    /// Whether it was the first.
    bool conclude(const std::optional<Redirect> &redirect)
    {
        if (isOver.exchange(true))
            return false;
        promise.addResult(redirect);
        promise.finish();
        return true;
    }

    HttpResponse answer(const HttpRequest &request)
    {
        if (request.method != "GET" || request.path != RedirectPath)
            return refuse(404, {});
        const Redirect redirect = redirectOf(request.query);
        const bool isOurs = valueIn(request.query, u"state"_s).toLatin1() == state;
        if (!isOurs || !conclude(redirect))
            return page(400, RedirectText::tr("This is no answer to a sign-in that Salesbench began."));
        return page(200,
                    redirect.code.isEmpty()
                        ? RedirectText::tr("The sign-in did not succeed. You can close this page.")
                        : RedirectText::tr("You are signed in to Salesbench. You can close this page."));
    }
};

Result<std::unique_ptr<RedirectListener>> RedirectListener::start(const QByteArray &state)
{
    auto waiting = std::make_shared<Waiting>();
    waiting->state = state;
    waiting->promise.start();
    std::unique_ptr<RedirectListener> listener(new RedirectListener(waiting));
    const auto answer = [waiting](const HttpRequest &request, const HttpReply &reply) {
        reply(waiting->answer(request));
    };
    const HttpServer::Options options{.address = u"127.0.0.1"_s, .threads = 1};
    return HttpServer::start(options, answer, refuse).map([&](std::unique_ptr<HttpServer> server) {
        listener->m_server = std::move(server);
        return std::move(listener);
    });
}

QString RedirectListener::address() const
{
    return u"http://127.0.0.1:%1%2"_s.arg(m_server->port()).arg(QString::fromLatin1(RedirectPath));
}

QFuture<std::optional<Redirect>> RedirectListener::redirect() const
{
    return m_waiting->promise.future();
}

void RedirectListener::giveUp()
{
    m_waiting->conclude({});
}

} // namespace salesbench
