// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/sync/words.h"

#include <QCoreApplication>

namespace salesbench::words {

namespace {

struct SynchronisationText {
    Q_DECLARE_TR_FUNCTIONS(salesbench::Synchronisation)
};

QString joined(const QStringList &attributes)
{
    return attributes.join(QLatin1StringView(", "));
}

} // namespace

QString deletedThere()
{
    return SynchronisationText::tr("It was deleted on the server.");
}

QString bothChanged(const QStringList &attributes)
{
    return SynchronisationText::tr("Changed here and on the server: %1.").arg(joined(attributes));
}

QString illegalMove(const QString &from, const QString &to)
{
    return SynchronisationText::tr("On the server it is “%1” by now, from where no step leads to “%2”.")
        .arg(from, to);
}

QString changedBeforeDeleting()
{
    return SynchronisationText::tr(
        "It was changed on the server after you had last seen it. Delete it all the same?");
}

QString notAccepted(const QStringList &attributes)
{
    return SynchronisationText::tr("Not accepted by the server: %1.").arg(joined(attributes));
}

QString keepsChanging()
{
    return SynchronisationText::tr("Somebody else keeps changing it on the server.");
}

QString likelyTwin(const QString &serverId)
{
    return SynchronisationText::tr(
               "No answer came when this was sent, and the server has one just like it (%1). If it is "
               "the same, discard this one; otherwise change it and it is sent again.")
        .arg(serverId);
}

QString maybeThere()
{
    return SynchronisationText::tr(
        "No answer came when this was sent, and the server leaves no trace of it. It may have it all the "
        "same, changed by somebody meanwhile. If so, discard this one; otherwise change it and it is sent "
        "again.");
}

QString marker()
{
    return SynchronisationText::tr("Made with Salesbench.");
}

QString reading(ResourceKind kind)
{
    switch (kind) {
    case ResourceKind::SalesLead:
        return SynchronisationText::tr("Reading leads");
    case ResourceKind::SalesOpportunity:
        return SynchronisationText::tr("Reading opportunities");
    case ResourceKind::Quote:
        return SynchronisationText::tr("Reading quotes");
    }
    return {};
}

QString sending()
{
    return SynchronisationText::tr("Sending changes");
}

QString noInterface(const QString &host, const QString &path)
{
    return SynchronisationText::tr("The server %1 has no TMF699 interface at %2. Check the address.")
        .arg(host, path);
}

QString incompleteList(const QString &host, ResourceKind kind, qint64 given, qint64 promised)
{
    return SynchronisationText::tr("The server %1 says that its list %2 has %3 documents, but gives only %4.")
        .arg(host, resourceType(kind).name)
        .arg(promised)
        .arg(given);
}

QString numericIds(const QString &host)
{
    return SynchronisationText::tr("The server %1 gives ids as numbers. They are kept as text, and nothing is lost.").arg(host);
}

QString foreignStatus(ResourceKind kind, const QStringList &values)
{
    return SynchronisationText::tr("The list %1 has documents with a status that is none of the standard's (%2). They are "
                    "kept and shown with it; no step leads on from there.")
        .arg(resourceType(kind).name, joined(values));
}

} // namespace salesbench::words
