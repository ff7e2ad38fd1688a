// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/server/linearpattern.h"

#include <re2/re2.h>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

/// For the compiled expression and what it remembers while it searches.
constexpr int64_t MaximumMemory = 256 * 1024;

} // namespace

tl::expected<LinearPattern, QString> LinearPattern::compile(const QString &text)
{
    if (text.size() > MaximumLength)
        return tl::unexpected(u"it has more than %1 characters"_s.arg(MaximumLength));
    re2::RE2::Options options(re2::RE2::Quiet);
    options.set_max_mem(MaximumMemory);
    const QByteArray utf8 = text.toUtf8();
    const auto pattern = std::make_shared<const re2::RE2>(
        re2::StringPiece(utf8.constData(), static_cast<size_t>(utf8.size())), options);
    if (!pattern->ok())
        return tl::unexpected(QString::fromStdString(pattern->error()));
    LinearPattern result;
    result.m_pattern = pattern;
    return result;
}

bool LinearPattern::isFoundIn(const QString &text) const
{
    const QByteArray utf8 = text.toUtf8();
    return re2::RE2::PartialMatch(re2::StringPiece(utf8.constData(), static_cast<size_t>(utf8.size())),
                                  *m_pattern);
}

} // namespace salesbench
