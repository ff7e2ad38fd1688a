// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/server/instant.h"

#include <QDateTime>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

/// "2026-03-02" takes ten characters, "+01:00" six.
constexpr qsizetype DateLength = 10;
constexpr qsizetype ZoneLength = 6;

QDateTime toDateTime(QString text)
{
    if (text.size() == DateLength)
        return QDateTime(QDate::fromString(text, Qt::ISODate), QTime(0, 0), QTimeZone::utc());
    if (text.size() > DateLength + ZoneLength && text.at(text.size() - ZoneLength) == u' ')
        text[text.size() - ZoneLength] = u'+';
    QDateTime time = QDateTime::fromString(text, Qt::ISODateWithMs);
    if (time.timeSpec() == Qt::LocalTime)
        time.setTimeSpec(Qt::UTC);
    return time;
}

} // namespace

std::optional<qint64> instantOf(const QString &text)
{
    if (text.size() < DateLength || text.at(4) != u'-' || text.at(7) != u'-')
        return {};
    const QDateTime time = toDateTime(text);
    return time.isValid() ? std::optional(time.toMSecsSinceEpoch()) : std::nullopt;
}

QString instantText(qint64 instant)
{
    return QDateTime::fromMSecsSinceEpoch(instant, Qt::UTC).toString(Qt::ISODateWithMs);
}

} // namespace salesbench
