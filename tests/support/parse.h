// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonDocument>
#include <QJsonObject>

namespace salesbench::testing {

/// A document written down in a test. Single quotes stand for double ones.
inline QJsonObject parse(const char *text)
{
    const QByteArray json = QByteArray(text).replace('\'', '"');
    QJsonParseError error;
    const QJsonObject object = QJsonDocument::fromJson(json, &error).object();
    if (error.error != QJsonParseError::NoError)
        qFatal("%s in %s", qPrintable(error.errorString()), json.constData());
    return object;
}

} // namespace salesbench::testing
