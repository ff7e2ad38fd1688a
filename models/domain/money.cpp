// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/money.h"

#include "models/domain/face.h"

#include <algorithm>
#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace salesbench {

namespace {

struct Digits {
    QLatin1StringView currency;
    int digits;
};

// ISO 4217, list one: every currency whose minor unit is not a hundredth. Funds and metals without a minor
// unit count as whole.
constexpr std::array Exceptions{
    Digits{"BHD"_L1, 3}, Digits{"BIF"_L1, 0}, Digits{"CLF"_L1, 4}, Digits{"CLP"_L1, 0}, Digits{"DJF"_L1, 0},
    Digits{"GNF"_L1, 0}, Digits{"IQD"_L1, 3}, Digits{"ISK"_L1, 0}, Digits{"JOD"_L1, 3}, Digits{"JPY"_L1, 0},
    Digits{"KMF"_L1, 0}, Digits{"KRW"_L1, 0}, Digits{"KWD"_L1, 3}, Digits{"LYD"_L1, 3}, Digits{"OMR"_L1, 3},
    Digits{"PYG"_L1, 0}, Digits{"RWF"_L1, 0}, Digits{"TND"_L1, 3}, Digits{"UGX"_L1, 0}, Digits{"UYI"_L1, 0},
    Digits{"UYW"_L1, 4}, Digits{"VND"_L1, 0}, Digits{"VUV"_L1, 0}, Digits{"XAF"_L1, 0}, Digits{"XAG"_L1, 0},
    Digits{"XAU"_L1, 0}, Digits{"XDR"_L1, 0}, Digits{"XOF"_L1, 0}, Digits{"XPD"_L1, 0}, Digits{"XPF"_L1, 0},
    Digits{"XPT"_L1, 0}, Digits{"XSU"_L1, 0}, Digits{"XUA"_L1, 0},
};

constexpr std::array Scales{1.0, 10.0, 100.0, 1000.0, 10000.0};
constexpr double LargestExact = 9007199254740992.0; // 2^53
constexpr double LargestWithFraction = 8796093022208.0; // 2^43

double scale(QAnyStringView currency)
{
    return Scales[static_cast<size_t>(minorDigits(currency))];
}

} // namespace

int minorDigits(QAnyStringView currency)
{
    const auto found = std::find_if(Exceptions.begin(), Exceptions.end(),
                                    [&](Digits row) { return row.currency == currency; });
    return found == Exceptions.end() ? 2 : found->digits;
}

std::optional<Money> Money::fromJson(const QJsonValue &json)
{
    const QJsonObject object = json.toObject();
    const QString currency = object.value("unit"_L1).toString();
    const std::optional<double> value = json::toNumber(object.value("value"_L1));
    if (currency.isEmpty() || !value)
        return {};
    return fromMajor(*value, currency);
}

std::optional<Money> Money::fromMajor(double value, const QString &currency)
{
    double magnitude = std::abs(value) * scale(currency);
    // 1.005 is a little less than that in binary; a person who wrote it means the half.
    if (magnitude < LargestWithFraction)
        magnitude += magnitude * 2 * std::numeric_limits<double>::epsilon();
    if (!(magnitude <= LargestExact))
        return {};
    const auto minor = static_cast<qint64>(std::round(magnitude));
    return Money(value < 0 ? -minor : minor, currency);
}

QJsonObject Money::toJson() const
{
    return {{u"unit"_s, m_currency}, {u"value"_s, major()}};
}

double Money::major() const
{
    return static_cast<double>(m_minor) / scale(m_currency);
}

} // namespace salesbench
