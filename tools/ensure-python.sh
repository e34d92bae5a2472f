#!/bin/sh
# Make sure that $PYTHON is 3.11 or newer and can make a virtual environment.
set -eu

if ! "$PYTHON" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
    echo "$PYTHON is missing or older than 3.11. Name another one:  make PYTHON=python3.13 …" >&2
    exit 1
fi
"$PYTHON" -c 'import ensurepip, venv' 2>/dev/null && exit 0

# Debian keeps venv in a package of its own.
version=$("$PYTHON" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
exec sh "$(dirname "$0")/ensure-debian.sh" "no-such-command:python$version-venv"
