// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/exact.h"

#include <QLocale>
#include <QString>

using namespace Qt::StringLiterals;

namespace salesbench {

using boost::multiprecision::cpp_int;

Exact powerOfTen(int exponent)
{
    const cpp_int power = boost::multiprecision::pow(cpp_int(10), static_cast<unsigned>(std::abs(exponent)));
    return exponent < 0 ? Exact(cpp_int(1), power) : Exact(power);
}

Exact exact(double value)
{
    if (!qIsFinite(value))
        return 0;
    const QString text = QString::number(value, 'e', QLocale::FloatingPointShortest); // "-1.25e+00"
    QString mantissa = text.section(u'e', 0, 0);
    const qsizetype decimals = mantissa.section(u'.', 1).size();
    const int exponent = text.section(u'e', 1).toInt() - static_cast<int>(decimals);
    return Exact(mantissa.remove(u'.').toLongLong()) * powerOfTen(exponent);
}

std::optional<qint64> rounded(const Exact &value)
{
    static const cpp_int limit = cpp_int(1) << 53;
    const cpp_int numerator = boost::multiprecision::abs(boost::multiprecision::numerator(value));
    const cpp_int denominator = boost::multiprecision::denominator(value);
    const cpp_int magnitude = (2 * numerator + denominator) / (2 * denominator);
    if (magnitude > limit)
        return {};
    const auto result = static_cast<qint64>(magnitude);
    return value < 0 ? -result : result;
}

} // namespace salesbench
