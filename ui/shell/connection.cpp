// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/connection.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

using Connection = WorkspaceStatus::Connection;
using Snapshot = WorkspaceStatus::Snapshot;

struct ConnectionText {
    Q_DECLARE_TR_FUNCTIONS(Connection)
};

QString counted(int count, const QString &one, const QString &many)
{
    return count == 1 ? one : many.arg(QLocale().toString(count));
}

QString reason(const Snapshot &now, const QString &otherwise)
{
    return now.problem ? now.problem->sentence : otherwise;
}

QString offlineTip(const Snapshot &now)
{
    QString text = reason(now, ConnectionText::tr("The server does not answer.")) + u' '
        + ConnectionText::tr("Everything stays editable; changes are sent when it answers again.");
    if (now.nextTry.isValid())
        text += u' '
            + ConnectionText::tr("Next try at %1.")
                  .arg(QLocale().toString(now.nextTry.toLocalTime().time(), u"HH:mm:ss"_s));
    return text;
}

QString twinsText(const Snapshot &now)
{
    return counted(now.twins, ConnectionText::tr("1 on the server twice"),
                   ConnectionText::tr("%1 on the server twice"));
}

/// "Online", and behind @p separator what needs the user, else what still waits.
QString withPending(const QString &state, const Snapshot &now, const QString &separator)
{
    if (now.conflicts > 0)
        return state + separator
            + counted(now.conflicts, ConnectionText::tr("1 conflict"), ConnectionText::tr("%1 conflicts"));
    if (now.twins > 0)
        return state + separator + twinsText(now);
    if (now.pending == 0)
        return state;
    return state + separator
        + counted(now.pending, ConnectionText::tr("1 change pending"),
                  ConnectionText::tr("%1 changes pending"));
}

} // namespace

ConnectionChip connectionChip(const Snapshot &now)
{
    switch (now.connection) {
    case Connection::Local:
        return {ConnectionText::tr("On this computer"), State::Acknowledged, u"computer"_s,
                ConnectionText::tr("No server is set: everything stays on this computer.")};
    case Connection::Connecting:
        return {ConnectionText::tr("Connecting"), State::Acknowledged, u"sync"_s,
                ConnectionText::tr("Asking %1 for an answer.").arg(now.server)};
    case Connection::Online:
        return {withPending(ConnectionText::tr("Online"), now, u", "_s), State::Accepted, u"cloud"_s,
                ConnectionText::tr("Connected with %1.").arg(now.server)};
    case Connection::Offline:
        return {withPending(ConnectionText::tr("Offline"), now, u" – "_s), State::Pending, u"cloud-off"_s,
                offlineTip(now)};
    case Connection::SignIn:
        return {ConnectionText::tr("Sign in"), State::Rejected, u"key"_s,
                reason(now,
                       ConnectionText::tr(
                           "The server wants a new token. Everything stays editable until then."))};
    case Connection::Unusable:
        return {ConnectionText::tr("Not a sales server"), State::Rejected, u"warning"_s,
                reason(now, ConnectionText::tr("What answered is no TMF699 server. Check the address."))};
    }
    return {};
}

QString pendingText(const Snapshot &now)
{
    QStringList parts;
    if (now.refused > 0)
        parts.append(counted(now.refused, ConnectionText::tr("1 change refused"),
                             ConnectionText::tr("%1 changes refused")));
    if (now.conflicts > 0)
        parts.append(
            counted(now.conflicts, ConnectionText::tr("1 conflict"), ConnectionText::tr("%1 conflicts")));
    if (now.twins > 0)
        parts.append(twinsText(now));
    const int rest = now.pending - now.refused - now.conflicts;
    if (rest > 0 && now.progress)
        parts.append(
            counted(rest, ConnectionText::tr("1 change sending"), ConnectionText::tr("%1 changes sending")));
    else if (rest > 0)
        parts.append(
            counted(rest, ConnectionText::tr("1 change pending"), ConnectionText::tr("%1 changes pending")));
    return parts.join(u", "_s);
}

QString lastSyncText(const Snapshot &now, const QDate &today)
{
    if (now.connection == Connection::Local)
        return {};
    if (!now.lastSync.isValid())
        return ConnectionText::tr("Never synchronised");
    const QDateTime local = now.lastSync.toLocalTime();
    const QString time = QLocale().toString(local.time(), u"HH:mm:ss"_s);
    if (local.date() == today)
        return ConnectionText::tr("Last sync %1").arg(time);
    return ConnectionText::tr("Last sync %1, %2")
        .arg(QLocale().toString(local.date(), QLocale::ShortFormat), time);
}

QString progressText(const Snapshot &now)
{
    if (!now.progress)
        return {};
    const QLocale locale;
    if (now.progress->total < 0)
        return ConnectionText::tr("%1: %2").arg(now.progress->what, locale.toString(now.progress->done));
    return ConnectionText::tr("%1: %2 of %3")
        .arg(now.progress->what, locale.toString(now.progress->done), locale.toString(now.progress->total));
}

QString guardText(const Snapshot &now)
{
    if (!now.guard)
        return ConnectionText::tr("Not known yet");
    switch (*now.guard) {
    case WriteGuard::Versions:
        return ConnectionText::tr("Safe. The server keeps versions, so nothing of theirs is overwritten unseen.");
    case WriteGuard::Tests:
        return ConnectionText::tr("Safe. The server compares what stands there before it takes a change.");
    case WriteGuard::None:
        break;
    }
    return ConnectionText::tr("Not quite safe. The server keeps no versions: Salesbench looks just before it sends, "
                              "but what somebody changes in that very moment is overwritten.");
}

QString resourcesText(const Snapshot &now)
{
    const bool hasOpportunities = !now.absent.contains(ResourceKind::SalesOpportunity);
    const bool hasQuotes = !now.absent.contains(ResourceKind::Quote);
    if (hasOpportunities && hasQuotes)
        return ConnectionText::tr("Leads, opportunities and quotes");
    if (hasOpportunities)
        return ConnectionText::tr("Leads and opportunities. Quotes stay on this computer.");
    if (hasQuotes)
        return ConnectionText::tr("Leads and quotes. Opportunities stay on this computer.");
    return ConnectionText::tr("Leads. Opportunities and quotes stay on this computer.");
}

QString absentText(const Snapshot &now)
{
    const bool hasOpportunities = !now.absent.contains(ResourceKind::SalesOpportunity);
    const bool hasQuotes = !now.absent.contains(ResourceKind::Quote);
    const QString what = hasOpportunities == hasQuotes
        ? ConnectionText::tr("These changes stay on this computer")
        : hasQuotes ? ConnectionText::tr("Opportunities stay on this computer")
                    : ConnectionText::tr("Quotes stay on this computer");
    return ConnectionText::tr("%1: the server has no place for them. They are sent as soon as it has.")
        .arg(what);
}

} // namespace salesbench
