// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/details/contactchecks.h"

#include <QCoreApplication>

#include <algorithm>

namespace salesbench {

namespace {

constexpr int FewestDigits = 3;

QString sentence(const char *text, const QString &typed)
{
    return QCoreApplication::translate("ContactChecks", text).arg(typed);
}

} // namespace

QString emailObjection(const QString &text)
{
    const qsizetype at = text.indexOf(u'@');
    const bool shaped = at > 0 && at == text.lastIndexOf(u'@') && at < text.size() - 1 && !text.contains(u' ');
    return shaped ? QString() : sentence(QT_TRANSLATE_NOOP("ContactChecks", "“%1” is no e-mail address."), text);
}

QString phoneObjection(const QString &text)
{
    const QStringView between = u"+-()/. ";
    const bool known = std::all_of(text.begin(), text.end(), [&](QChar character) {
        return character.isDigit() || between.contains(character);
    });
    const auto digits = std::count_if(text.begin(), text.end(), [](QChar character) { return character.isDigit(); });
    return known && digits >= FewestDigits
        ? QString()
        : sentence(QT_TRANSLATE_NOOP("ContactChecks", "“%1” is no phone number."), text);
}

} // namespace salesbench
