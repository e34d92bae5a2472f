#!/bin/sh
# Make sure that commands are there: each argument is COMMAND:PACKAGE. A command off the PATH is
# named by a pattern of its place, as '/usr/lib/postgresql/*/bin/postgres'.
# As root on Debian the missing packages are installed; elsewhere the command to run is printed.
set -eu

is_there() {
    for command in $1; do
        command -v "$command" >/dev/null 2>&1 && return
    done
    return 1
}

missing=""
for pair in "$@"; do
    is_there "${pair%%:*}" || missing="$missing ${pair#*:}"
done
[ -n "$missing" ] || exit 0

if command -v apt-get >/dev/null 2>&1 && [ "$(id -u)" -eq 0 ]; then
    echo "Installing:$missing"
    apt-get update -qq
    # shellcheck disable=SC2086 # one word a package
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null
    exit 0
fi
echo "Missing:$missing" >&2
echo "Please run:  sudo apt-get install$missing" >&2
exit 1
