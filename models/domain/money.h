// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>

#include <optional>

namespace salesbench {

/// Digits after the point that ISO 4217 gives a currency: JPY 0, EUR 2, KWD 3. Unknown codes count as 2.
int minorDigits(QAnyStringView currency);

/// An amount in whole minor units. Amounts of two currencies are never added.
class Money {
public:
    Money() = default;
    Money(qint64 minor, QString currency)
        : m_minor(minor)
        , m_currency(std::move(currency))
    {
    }

    /// From a TMF Money {unit, value}; leniently also from a value that is a string. Nothing without both.
    static std::optional<Money> fromJson(const QJsonValue &json);

    /// Rounds half away from zero to the minor unit. Nothing where the amount is beyond 2^53 minor units.
    static std::optional<Money> fromMajor(double value, const QString &currency);

    QJsonObject toJson() const;

    qint64 minor() const { return m_minor; }
    double major() const;
    const QString &currency() const { return m_currency; }

    bool operator==(const Money &) const = default;

private:
    qint64 m_minor = 0;
    QString m_currency;
};

} // namespace salesbench
