// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/console.h"

#include <cstdio>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

void write(std::FILE *stream, const QString &line)
{
    const QByteArray text = line.toUtf8() + '\n';
    std::fwrite(text.constData(), 1, size_t(text.size()), stream);
    std::fflush(stream);
}

} // namespace

ExitCode exitCode(const Problem &problem)
{
    switch (problem.kind) {
    case Problem::Kind::Unreachable:
    case Problem::Kind::Server:
    case Problem::Kind::Storage:
    case Problem::Kind::Cancelled:
        return ExitCode::Left;
    case Problem::Kind::BadInput:
    case Problem::Kind::NotFound:
    case Problem::Kind::NotAllowed:
    case Problem::Kind::SignIn:
    case Problem::Kind::NotTmf:
        break;
    }
    return ExitCode::Useless;
}

void print(const QString &line)
{
    write(stdout, line);
}

void complain(const QString &sentence)
{
    write(stderr, "salesbench: "_L1 + sentence);
}

void complain(const Problem &problem)
{
    complain(problem.sentence);
    if (!problem.detail.isEmpty() && !problem.sentence.contains(problem.detail))
        write(stderr, u'(' + problem.detail + u')');
}

ExitCode failed(const Problem &problem)
{
    complain(problem);
    return exitCode(problem);
}

} // namespace salesbench
