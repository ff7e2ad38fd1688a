// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/forgetprofile.h"

#include "app/workbench/openprofile.h"
#include "app/workbench/removeprofile.h"
#include "app/workbench/signinkeeper.h"

#include <qcoro/qcorofuture.h>

namespace salesbench {

namespace {

struct ForgetText {
    Q_DECLARE_TR_FUNCTIONS(salesbench::ForgetProfile)
};

QCoro::Task<Result<SyncJournal::Counts>> askForCounts(SyncJournal *journal)
{
    co_return co_await journal->counts();
}

QCoro::Task<Result<void>> forgetSignIn(SignInKeeper keeper, ServerChoice *choice)
{
    co_return co_await keeper.forget(*choice);
}

QString question(const KnownProfile &profile, const SyncJournal::Counts &counts)
{
    const QString unsent = unsentText(counts);
    const QString fate = unsent.isEmpty()
        ? ForgetText::tr("Nothing in it waits to be sent.")
        : unsent + u' ' + ForgetText::tr("Those changes are lost for good then.");
    return ForgetText::tr("Forget %1? Its documents and what signs you in are removed from this computer. %2")
        .arg(profileName(profile), fate);
}

/// Asks, and signs out; closes the profile in any case.
Result<bool> mayBeRemoved(const KnownProfile &profile, Dialogs &dialogs, Secrets &secrets, QWidget *parent)
{
    Options options;
    options.profile = profile.folder;
    Result<OpenProfile> opened = openProfile(options);
    if (!opened)
        return tl::unexpected(opened.error());
    const Result<SyncJournal::Counts> counts = QCoro::waitFor(askForCounts(&opened->workspace->journal()));
    if (!counts)
        return tl::unexpected(counts.error());
    const QString title = ForgetText::tr("Forget the profile");
    const QString action =
        unsentText(*counts).isEmpty() ? ForgetText::tr("Forget") : ForgetText::tr("Forget All the Same");
    if (!dialogs.confirm(parent, title, question(profile, *counts), action))
        return false;
    const Result<void> forgotten =
        QCoro::waitFor(forgetSignIn(SignInKeeper(secrets, opened->user), &opened->choice));
    if (!forgotten)
        dialogs.tell(parent, title, forgotten.error().sentence);
    return true;
}

} // namespace

bool forgetProfile(const KnownProfile &profile, Dialogs &dialogs, Secrets &secrets, QWidget *parent)
{
    const Result<bool> removed =
        mayBeRemoved(profile, dialogs, secrets, parent).and_then([&](bool may) -> Result<bool> {
            return may ? removeProfile(profile.folder).map([] { return true; }) : Result<bool>(false);
        });
    if (!removed)
        dialogs.tell(parent, ForgetText::tr("Forget the profile"), removed.error().sentence);
    return removed.value_or(false);
}

} // namespace salesbench
