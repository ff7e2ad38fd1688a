// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/problem.h"

#include <QString>

namespace salesbench {

class Appearance;
class MainWindow;
struct StartOffer;

/// Writes pictures of every page of @p window, of a quote in full, of the palette, the start and the help
/// into @p directory, light and dark, 1440 x 900: "leads-light.png". Waits for pages to be read, 15 seconds each
/// at most; runs the event loop meanwhile. Storage when a picture cannot be written. The look is put back
/// afterwards.
Result<int> writeScreenshots(MainWindow &window, Appearance &appearance, const StartOffer &offer,
                             const QString &directory);

} // namespace salesbench
