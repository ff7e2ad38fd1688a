// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/client/serveraddress.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

struct ServerAddressText {
    Q_DECLARE_TR_FUNCTIONS(salesbench::ServerAddress)
};

Result<QUrl> parseOne(const QString &text)
{
    const QUrl url(text.trimmed(), QUrl::StrictMode);
    const QString scheme = url.scheme();
    if (!url.isValid() || (scheme != "http"_L1 && scheme != "https"_L1) || url.host().isEmpty())
        return badInput(ServerAddressText::tr(
                            "“%1” is no server address. It begins with http:// or https:// and a host name.")
                            .arg(text));
    if (!url.userInfo().isEmpty())
        return badInput(ServerAddressText::tr(
            "The server address must not hold a name or password. Put the token into a file instead."));
    if (url.hasQuery() || url.hasFragment())
        return badInput(
            ServerAddressText::tr("The server address “%1” must end with its path, without “?” or “#”.")
                .arg(text));
    return url;
}

QUrl withPath(QUrl url, const QString &standard)
{
    QString path = url.path(QUrl::FullyEncoded);
    if (path.isEmpty() || path == "/"_L1)
        path = standard;
    if (!path.endsWith(u'/'))
        path += u'/';
    url.setPath(path, QUrl::TolerantMode);
    return url;
}

} // namespace

Result<ServerAddress> ServerAddress::parse(const QString &server, const QString &quoteServer)
{
    const Result<QUrl> main = parseOne(server);
    if (!main)
        return tl::unexpected(main.error());
    QUrl others = *main;
    others.setPath({});
    if (!quoteServer.trimmed().isEmpty()) {
        const Result<QUrl> given = parseOne(quoteServer);
        if (!given)
            return tl::unexpected(given.error());
        others = *given;
    }
    ServerAddress address;
    const QLatin1StringView mainPath = resourceType(ResourceKind::SalesLead).basePath;
    for (const ResourceType &type : resourceTypes())
        address.m_bases.insert(type.kind, withPath(type.basePath == mainPath ? *main : others, type.basePath));
    return address;
}

QUrl ServerAddress::list(ResourceKind kind) const
{
    QUrl url = base(kind);
    url.setPath(url.path(QUrl::FullyEncoded) + resourceType(kind).name, QUrl::TolerantMode);
    return url;
}

QUrl ServerAddress::document(ResourceKind kind, const QString &serverId) const
{
    QUrl url = list(kind);
    QString id = QString::fromLatin1(QUrl::toPercentEncoding(serverId));
    // A segment of dots alone would be resolved away.
    if (id == "."_L1 || id == ".."_L1)
        id.replace(u'.', "%2E"_L1);
    url.setPath(url.path(QUrl::FullyEncoded) + u'/' + id, QUrl::TolerantMode);
    return url;
}

QString ServerAddress::host(ResourceKind kind) const
{
    const QUrl url = base(kind);
    return url.port() > 0 ? url.host() + u':' + QString::number(url.port()) : url.host();
}

} // namespace salesbench
