// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/http/httpmessage.h"

#include <QByteArrayList>

namespace salesbench {

/// Lets pages of other origins read answers, where they are named (Fetch standard, "CORS protocol"). Cookies
/// are no concern: whoever asks shows a token.
class Cors {
public:
    /// @p origins as browsers send them: "https://desk.example.com". Empty = no page of another origin.
    explicit Cors(QByteArrayList origins)
        : m_origins(std::move(origins))
    {
    }

    /// @p reply, which also tells a browser that its page may read the answer.
    HttpReply allowing(const HttpRequest &request, HttpReply reply) const;

private:
    QByteArrayList m_origins;
};

} // namespace salesbench
