// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <boost/multiprecision/cpp_int.hpp>

#include <optional>

namespace salesbench {

/// A fraction without any error, for amounts of money on their way to whole minor units.
using Exact = boost::multiprecision::cpp_rational;

/// The decimal number that a person wrote, not the binary one nearest to it: 0.1 is a tenth. Zero for what
/// is not finite.
Exact exact(double value);

/// 10 to the power of @p exponent.
Exact powerOfTen(int exponent);

/// Half away from zero. Nothing beyond 2^53, where JSON numbers stop being exact.
std::optional<qint64> rounded(const Exact &value);

} // namespace salesbench
