// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QByteArray;

namespace salesbench {

/// What a server says in the body of an error, in one short line: the TMF form {code, reason, message},
/// {"error": …}, or plain text. A web page is not repeated, only called one.
QString serverWords(const QByteArray &body);

/// True when @p body is a web page.
bool looksLikeHtml(const QByteArray &body);

} // namespace salesbench
