// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/server/callbackrules.h"

#include <QCoreApplication>
#include <QHostAddress>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

struct CallbackRulesText {
    Q_DECLARE_TR_FUNCTIONS(salesbench::CallbackRules)
};

tl::unexpected<ApiError> wrongCallback(const QString &message)
{
    return refused(400, u"No event can be sent there"_s, u"callback: "_s + message);
}

bool isLoopback(const QString &host)
{
    return host == "localhost"_L1 || QHostAddress(host).isLoopback();
}

int callbackPortOf(const QUrl &url)
{
    return url.port(url.scheme() == "https"_L1 ? 443 : 80);
}

} // namespace

Result<CallbackRules> CallbackRules::onlyTo(const QStringList &hosts)
{
    CallbackRules rules;
    for (const QString &host : hosts) {
        const QUrl url(u"http://"_s + host, QUrl::StrictMode);
        if (!url.isValid() || url.host().isEmpty() || !url.userInfo().isEmpty() || url.hasQuery()
            || !url.path().isEmpty())
            return tl::unexpected(Problem{
                Problem::Kind::BadInput,
                CallbackRulesText::tr(
                    "%1 is no host to send events to. Give a name or an address, with or without a port, "
                    "for example hooks.example.com or 10.0.0.7:8443.")
                    .arg(host),
                {}});
        rules.m_places.append({url.host(), url.port()});
    }
    return rules;
}

ApiResult<QUrl> CallbackRules::check(const QString &callback) const
{
    const QUrl url(callback, QUrl::StrictMode);
    const bool http = url.scheme() == "http"_L1 || url.scheme() == "https"_L1;
    if (!url.isValid() || !http || url.host().isEmpty())
        return wrongCallback(u"\"%1\" is no http or https URL."_s.arg(callback));
    if (!url.userInfo().isEmpty())
        return wrongCallback(u"a URL with a user name in it is not taken."_s);
    if (allows(url))
        return url;
    const QString where =
        m_places.isEmpty() ? u"to loopback addresses only"_s : u"only to the hosts that it was told"_s;
    return wrongCallback(
        u"this server sends events %1, and %2 is none of them. Who runs it can allow it with "
        "--allow-callback."_s.arg(where, url.host()));
}

bool CallbackRules::allows(const QUrl &url) const
{
    if (m_places.isEmpty())
        return isLoopback(url.host());
    return std::any_of(m_places.begin(), m_places.end(), [&](const Place &place) {
        return place.host == url.host() && (place.port < 0 || place.port == callbackPortOf(url));
    });
}

} // namespace salesbench
