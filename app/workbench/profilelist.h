// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/problem.h"
#include "ui/shell/knownprofile.h"

#include <QVector>

namespace salesbench {

/// The profiles of whoever sits at this computer.
struct ProfileList {
    QVector<KnownProfile> profiles; ///< the last used one first; those whose workspace is gone are left out
    QString notice; ///< a sentence for the user where some of them may be missing
};

/// Those that were kept, and those that lie in the usual places all the same: what is in them is not to be
/// forgotten because a list was.
ProfileList knownProfiles();

/// For the next time; in place of what was kept of the same folder. A demo in its usual folder is none,
/// because the start offers it anyway. What cannot be read of the list is set aside. Storage where it cannot
/// be written.
Result<void> keepProfile(const KnownProfile &profile);

} // namespace salesbench
