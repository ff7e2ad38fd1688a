// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <tl/expected.hpp>

namespace salesbench {

/// Why something could not be done, in words for the person at the screen.
struct Problem {
    enum class Kind {
        BadInput,   ///< what was given cannot be used; the sentence names the field or the file
        NotFound,   ///< no such document
        NotAllowed, ///< signed in, but not permitted; or an illegal move
        SignIn,     ///< the server wants a (new) token
        Unreachable, ///< no answer from the server; trying later can help
        Server,     ///< the server answered, and failed
        NotTmf,     ///< what answered is no TMF699 or TMF648 server
        Storage,    ///< disk full, read-only, damaged, in use by another workbench
        Cancelled,  ///< the user stopped it
    };

    Kind kind = Kind::BadInput;
    QString sentence; ///< whole, translated; says what happened and, where one exists, what to do
    QString detail;   ///< the server's or the library's own words; may be empty; never contains a token
};

/// What may fail returns its value or the Problem.
template<typename T>
using Result = tl::expected<T, Problem>;

/// What a function returns that refuses what it was given.
inline tl::unexpected<Problem> badInput(const QString &sentence, const QString &detail = {})
{
    return tl::unexpected(Problem{Problem::Kind::BadInput, sentence, detail});
}

/// What a function returns that refuses to do what it was asked for.
inline tl::unexpected<Problem> notAllowed(const QString &sentence)
{
    return tl::unexpected(Problem{Problem::Kind::NotAllowed, sentence, {}});
}

} // namespace salesbench
