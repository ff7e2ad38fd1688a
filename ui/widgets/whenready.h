// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFutureWatcher>

namespace salesbench {

/// Calls @p deed with the answer of @p future in the thread of @p context; never when it was cancelled, nor
/// after the end of @p context. QFuture::then() of Qt 6.4 asserts there that its context still lives.
template <typename T, typename Deed> void whenReady(QObject *context, const QFuture<T> &future, Deed deed)
{
    auto *watcher = new QFutureWatcher<T>(context);
    QObject::connect(watcher, &QFutureWatcher<T>::finished, context, [watcher, deed = std::move(deed)] {
        watcher->deleteLater();
        if (!watcher->isCanceled() && watcher->future().resultCount() > 0)
            deed(watcher->result());
    });
    watcher->setFuture(future);
}

} // namespace salesbench
