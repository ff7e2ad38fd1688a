// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/sync/guard.h"

#include "models/domain/merge.h"
#include "net/client/operations.h"

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

QString pointerTo(QString name)
{
    return u'/' + name.replace(u'~', "~0"_L1).replace(u'/', "~1"_L1); // RFC 6901
}

QJsonObject operation(const QString &op, const QString &name, const QJsonValue &value)
{
    return {{"op"_L1, op}, {"path"_L1, pointerTo(name)}, {"value"_L1, value}};
}

} // namespace

QString guardOf(const RemoteDocument &document)
{
    return document.etag.startsWith("W/"_L1) ? QString() : document.etag;
}

QCoro::Task<void> learnGuard(SyncContext &context, ResourceKind kind, RemoteDocument remote)
{
    QMap<ResourceKind, WriteGuard> &guards = context.capabilities.guards;
    if (!guardOf(remote).isEmpty())
        guards.insert(kind, WriteGuard::Versions);
    if (guards.contains(kind))
        co_return;
    const RestResult<bool> takes = co_await takesJsonPatch(context.connection, kind, remote.serverId);
    const bool answered = takes || takes.error().status != 0;
    if (answered)
        guards.insert(kind, takes.value_or(false) ? WriteGuard::Tests : WriteGuard::None);
}

QJsonArray testedPatch(const QJsonObject &remote, const QJsonObject &patch)
{
    const QJsonObject target = mergePatch(remote, patch);
    const QStringList names = patch.keys();
    QJsonArray tests;
    QJsonArray changes;
    for (const QString &name : names) {
        if (remote.contains(name))
            tests.append(operation(u"test"_s, name, remote.value(name)));
        if (target.contains(name))
            changes.append(operation(u"add"_s, name, target.value(name))); // replaces what is there (RFC 6902 §4.1)
        else if (remote.contains(name))
            changes.append(QJsonObject{{"op"_L1, u"remove"_s}, {"path"_L1, pointerTo(name)}});
    }
    for (const QJsonValue &change : std::as_const(changes))
        tests.append(change);
    return tests;
}

} // namespace salesbench
