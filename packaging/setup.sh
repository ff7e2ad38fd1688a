# SPDX-FileCopyrightText: The Salesbench authors
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# Sourced by demo.sh and test.sh: goes to the project's folder, installs what is missing, builds a preset.

cd "$(dirname "${BASH_SOURCE[0]}")/.." || exit

packages=(
    g++ cmake ninja-build ccache git
    qt6-base-dev qt6-base-dev-tools libqt6sql6-sqlite libqt6svg6 qt6-svg-dev libgl-dev libopengl-dev
    qcoro-qt6-dev libexpected-dev
    qtkeychain-qt6-dev libsecret-1-0
    libboost-dev libssl-dev libsqlite3-dev libre2-dev
    breeze-icon-theme fonts-inter
)

as_root() {
    if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo "$@"; fi
}

install_missing() {
    local missing=() package
    for package in "${packages[@]}"; do
        [ "$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null)" = installed ] || missing+=("$package")
    done
    [ ${#missing[@]} -gt 0 ] || return 0
    echo "Installing ${missing[*]}"
    as_root apt-get update -qq
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
}

# build_preset PRESET [--target NAME …]
build_preset() {
    local preset="$1"
    shift
    [ -f "build/$preset/build.ninja" ] || cmake --preset "$preset"
    cmake --build --preset "$preset" "$@"
}
