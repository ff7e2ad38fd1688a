// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/client/serverwords.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

constexpr qsizetype MostCharacters = 500;

struct ServerWordsText {
    Q_DECLARE_TR_FUNCTIONS(salesbench::RestJob)
};

QString fromJson(const QJsonObject &object)
{
    QStringList parts;
    for (const QLatin1StringView name : {"reason"_L1, "message"_L1, "error"_L1, "error_description"_L1}) {
        const QJsonValue value = object.value(name);
        const QString text = value.isObject() ? fromJson(value.toObject()) : value.toString();
        if (!text.isEmpty() && !parts.contains(text))
            parts.append(text);
    }
    return parts.join(": "_L1);
}

} // namespace

bool looksLikeHtml(const QByteArray &body)
{
    const QByteArray start = body.left(200).trimmed().toLower();
    return start.startsWith("<!doctype html") || start.startsWith("<html");
}

QString serverWords(const QByteArray &body)
{
    if (looksLikeHtml(body))
        return ServerWordsText::tr("(a web page)");
    const QJsonDocument json = QJsonDocument::fromJson(body);
    QString words = json.isObject() ? fromJson(json.object()) : QString();
    if (words.isEmpty())
        words = QString::fromUtf8(body.left(MostCharacters)).simplified();
    if (words.isEmpty())
        return ServerWordsText::tr("(without a reason)");
    return words.left(MostCharacters);
}

} // namespace salesbench
