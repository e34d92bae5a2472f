#!/bin/sh
# Mở Lá Chắn đã cài từ USB này; đóng bằng Ctrl+C.
set -eu

home=${LACHAN_HOME:-"$HOME/LaChan"}
if [ ! -x "$home/.venv/bin/lachan" ]; then
    echo "Chưa cài Lá Chắn trên máy này. Hãy chạy cai-dat.sh trước." >&2
    exit 1
fi
cd "$home"
exec "$home/.venv/bin/lachan" serve "$@"
