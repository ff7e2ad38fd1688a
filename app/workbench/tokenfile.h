// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/problem.h"

#include <QByteArray>

namespace salesbench {

/// The bearer token in @p file, without the white space around it. BadInput, naming the file but never what
/// is in it, when it cannot be read, is empty, or holds more than one word of visible ASCII.
Result<QByteArray> readTokenFile(const QString &file);

} // namespace salesbench
