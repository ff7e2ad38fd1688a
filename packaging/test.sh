#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Salesbench authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what is missing, builds the release preset and runs all tests without a display.
set -euo pipefail
# shellcheck source=packaging/setup.sh
source "$(dirname "$0")/setup.sh"
packages+=(desktop-file-utils appstream)
install_missing
build_preset release
ctest --preset release
