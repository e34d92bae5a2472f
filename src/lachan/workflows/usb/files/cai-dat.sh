#!/bin/sh
# Cài Lá Chắn từ USB này vào máy, không cần mạng: sh cai-dat.sh
set -eu

stick=$(cd "$(dirname "$0")" && pwd)
home=${LACHAN_HOME:-"$HOME/LaChan"}
fits='import sys; sys.exit("%d.%d" % sys.version_info[:2] != "@PYTHON@")'

found=""
for python in "${PYTHON:-python@PYTHON@}" python3 python; do
    if "$python" -c "$fits" 2>/dev/null; then
        found=$python
        break
    fi
done
if [ -z "$found" ]; then
    echo "Máy chưa có Python @PYTHON@. Xem huong-dan.html, mục “Nếu máy chưa có Python”." >&2
    exit 1
fi
if ! "$found" -c 'import ensurepip, venv' 2>/dev/null; then
    echo "Python thiếu phần venv. Trên Debian, Ubuntu: sudo apt install python@PYTHON@-venv" >&2
    exit 1
fi

echo "Đang cài vào $home, mất vài phút…"
"$found" -m venv "$home/.venv"
# Cấu hình pip của máy không được xen vào: chỉ dùng gói trên USB, đúng mã băm.
PIP_CONFIG_FILE=/dev/null "$home/.venv/bin/python" -m pip --isolated install --quiet \
    --disable-pip-version-check --no-index --find-links "$stick/goi" --no-deps \
    --require-hashes -r "$stick/goi/danh-sach.txt"
"$home/.venv/bin/lachan" --version
echo "Đã cài xong. Mở bằng: sh \"$stick/mo-la-chan.sh\""
