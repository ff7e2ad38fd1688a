// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/server/servedresource.h"

#include <QByteArrayList>

namespace salesbench {

/// What a path leads to.
struct Route {
    enum class Target { Nothing, Health, Metrics, Description, Batch, List, Document, Hub, Subscription };

    Target target = Target::Nothing;
    const ServedResource *resource = nullptr; ///< for List and Document
    QString id; ///< for Document and Subscription, decoded
    QString basePath = {}; ///< for Hub and Subscription
};

/// @p path is still percent-encoded, so that a slash within an id does not end it. A last slash is allowed.
Route routeOf(const QByteArray &path);

/// Empty for Nothing.
const QByteArrayList &methodsOf(Route::Target target);

} // namespace salesbench
