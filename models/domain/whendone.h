// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFutureWatcher>

namespace salesbench {

/// Calls @p take with the answer, from the event loop of @p context and on its thread, which must be the
/// caller's. It is not called where @p context has gone by then, or where the question was cancelled:
/// QFuture::then() with a context asserts that the context still lives (Qt 6.4).
template<typename T, typename Take>
void whenDone(const QFuture<T> &future, QObject *context, Take take)
{
    auto *watcher = new QFutureWatcher<T>(context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, context, [watcher, take = std::move(take)]() mutable {
        watcher->deleteLater();
        if (watcher->future().resultCount() > 0)
            take(watcher->result());
    });
    watcher->setFuture(future);
}

} // namespace salesbench
