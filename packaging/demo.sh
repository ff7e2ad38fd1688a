#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Salesbench authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what is missing, builds the release preset and opens the workbench on its own server with demo
# data. Arguments go to the workbench. Without a display it writes a picture of every page instead.
set -euo pipefail
began_in="$PWD"
# shellcheck source=packaging/setup.sh
source "$(dirname "$0")/setup.sh"
install_missing
build_preset release --target salesbench
program="$PWD/build/release/bin/salesbench"
pictures="$PWD/build/pictures"
cd "$began_in"

if [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    export QT_QPA_PLATFORM="${QT_QPA_PLATFORM:-offscreen}"
    case " $* " in
    *" --screenshots"* | *" --help "* | *" -h "* | *" --version "*) ;;
    *)
        echo "There is no display here (neither DISPLAY nor WAYLAND_DISPLAY is set), so the workbench writes a"
        echo "picture of every page to $pictures instead of opening a window."
        set -- --screenshots "$pictures" "$@"
        ;;
    esac
fi
exec "$program" --demo "$@"
