// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/sync/synchronisation.h"

#include "net/client/tokensource.h"
#include "net/sync/syncrun.h"

namespace salesbench {

QCoro::Task<SyncSummary> synchronise(SyncJournal &journal, ServerAddress address, Credential credential,
                                     Surroundings surroundings, SyncTiming timing, SyncProgress progress,
                                     std::shared_ptr<CancelSignal> cancel, SyncRenewal renewed)
{
    ServerConnection connection{.address = address,
                                .token = {},
                                .network = std::make_shared<QNetworkAccessManager>(),
                                .cancel = cancel,
                                .timeout = timing.timeout};
    signInBy(connection, credential, surroundings.now, renewed);
    const SyncContext context{.journal = journal,
                              .connection = connection,
                              .surroundings = surroundings,
                              .timing = timing,
                              .progress = progress,
                              .capabilities = {}};
    co_return co_await runSync(context, SyncExtent::Full);
}

} // namespace salesbench
