// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace salesbench::bench {

/// The yardstick of the server: nothing but Beast, with as many threads. Whatever is asked for, the answer is
/// what the file @p answer holds, a head and a body as they stood on the wire. Says "listening on …", and
/// runs until the process is ended.
int runBareServer(const QString &answer);

} // namespace salesbench::bench
