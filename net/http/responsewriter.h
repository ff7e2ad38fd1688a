// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/http/httpmessage.h"

namespace salesbench {

/// How one answer goes out.
struct ResponseForm {
    bool keepAlive = true;
    bool withoutBody = false; ///< the answer to HEAD
    bool http10 = false;
};

/// Status line and headers, with the empty line behind them. Codes that never have a body (204, 304) get no
/// length.
QByteArray responseHead(const HttpResponse &response, const ResponseForm &form);

} // namespace salesbench
