#!/bin/sh
# What tools/bare-debian.sh runs inside the root that it made: both commands of the README, as a newcomer would.
set -eu
cd /root/lachan

step() {
    printf '\n== %s: %s\n' "$(date +%H:%M:%S)" "$1"
}

step "make run, with $(python3 --version)"
make run >/root/run.log 2>&1 &
maker=$!
# The pupils' address is on the first line that has one.
address=""
while [ -z "$address" ]; do
    address=$(sed -n -E 's|.*(http://localhost:[0-9]+/[^ ]*).*|\1|p' /root/run.log | head -n 1)
    kill -0 "$maker" 2>/dev/null || {
        cat /root/run.log
        echo "make run ended before it told an address."
        exit 1
    }
    sleep 1
done
cat /root/run.log
python3 - "$address" <<'PYTHON'
import sys, urllib.request
with urllib.request.urlopen(sys.argv[1], timeout=60) as answer:
    page = answer.read().decode()
assert answer.status == 200 and 'lang="vi"' in page and "111" in page, page[:400]
print(f"{answer.geturl()}: {answer.status}, {len(page)} characters, in Vietnamese, with 111")
PYTHON
# As Ctrl+C does; a shell lets its children in the background ignore it, so the server is told by name.
server=$(python3 - <<'PYTHON'
import pathlib
found = [each.name for each in pathlib.Path("/proc").glob("[0-9]*")
         if b"bin/lachan\0serve" in (each / "cmdline").read_bytes()]
print(min(found, key=int))
PYTHON
)
kill -TERM "$server"
wait "$maker" || true

step "make test, with $(python3 --version)"
make test
