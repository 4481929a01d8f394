#!/bin/bash
# Makes sure that the browser tests have a Chromium. Exits 0 when there is one;
# where it may not be installed, says so in one line (in CI: fails).
set -euo pipefail

for name in chromium chromium-browser google-chrome; do
    command -v "$name" >/dev/null && exit 0
done

install_chromium() {
    DEBIAN_FRONTEND=noninteractive \
        apt-get install -y -q --no-install-recommends chromium >/dev/null
}

if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    echo "Installing Chromium for the browser tests ..." >&2
    if ! compgen -G '/var/lib/apt/lists/*_Packages*' >/dev/null; then
        apt-get update -q >/dev/null
    fi
    # A list of packages that is too old names files that are gone: renew it once.
    if install_chromium || { apt-get update -q >/dev/null && install_chromium; }; then
        exit 0
    fi
fi

echo "No Chromium: browser tests are left out (sudo apt-get install chromium)." >&2
if [ "${CI:-}" = true ]; then
    echo "In CI that is an error." >&2
    exit 2
fi
exit 1
