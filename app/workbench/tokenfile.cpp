// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/tokenfile.h"

#include <QCoreApplication>
#include <QFile>

#include <algorithm>

namespace salesbench {

namespace {

/// Far more than any token; keeps a wrong file from being read whole.
constexpr qint64 LongestToken = 64 * 1024;

struct TokenFileText {
    Q_DECLARE_TR_FUNCTIONS(salesbench::TokenFile)
};

bool isToken(const QByteArray &text)
{
    return text.size() < LongestToken
        && std::all_of(text.begin(), text.end(), [](char c) { return c > 0x20 && c < 0x7f; });
}

} // namespace

Result<QByteArray> readTokenFile(const QString &file)
{
    QFile device(file);
    if (!device.open(QIODevice::ReadOnly))
        return badInput(TokenFileText::tr("The token file %1 cannot be read.").arg(file),
                        device.errorString());
    const QByteArray token = device.read(LongestToken).trimmed();
    if (device.error() != QFileDevice::NoError)
        return badInput(TokenFileText::tr("The token file %1 cannot be read.").arg(file),
                        device.errorString());
    if (token.isEmpty())
        return badInput(TokenFileText::tr("The token file %1 is empty.").arg(file));
    if (!isToken(token))
        return badInput(
            TokenFileText::tr("The file %1 holds no token: that is one word, without spaces.").arg(file));
    return token;
}

} // namespace salesbench
