// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/server/rights.h"

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

tl::unexpected<ApiError> forbidden(const QString &message)
{
    return refused(403, u"Not permitted"_s, message);
}

} // namespace

std::optional<QString> visibleOwner(const ServerUser &user)
{
    if (user.role == Role::Representative)
        return user.partyId;
    return {};
}

bool mayRead(const ServerUser &user, const QString &owner)
{
    return user.role != Role::Representative || owner.isEmpty() || owner == user.partyId;
}

ApiResult<void> mayCreate(const ServerUser &user, const QString &owner)
{
    if (user.role == Role::Representative && !owner.isEmpty() && owner != user.partyId)
        return forbidden(u"relatedParty: a representative creates for themself or for nobody."_s);
    return {};
}

ApiResult<void> mayPatch(const ServerUser &user, const QString &before, const QString &after)
{
    if (user.role == Role::Integration && before != after)
        return forbidden(u"relatedParty: an integration does not change the owner."_s);
    if (user.role != Role::Representative)
        return {};
    if (!after.isEmpty() && after != user.partyId)
        return forbidden(u"relatedParty: only a supervisor assigns to somebody else."_s);
    if (before.isEmpty() && after.isEmpty())
        return forbidden(u"relatedParty: nobody owns this yet. Claim it by making yourself the owner."_s);
    return {};
}

ApiResult<void> mayDelete(const ServerUser &user)
{
    if (user.role != Role::Supervisor)
        return forbidden(u"Only a supervisor deletes."_s);
    return {};
}

} // namespace salesbench
