#!/bin/sh
# Make a bare Debian root, clone a commit into it, run both commands of the README there, and take all down again.
#
#   sh tools/bare-debian.sh [COMMIT]        COMMIT is HEAD unless said; SUITE=trixie unless said
#
# What is not committed is not tried. Needs root, debootstrap and about 6 GB in TMPDIR (/tmp). Mounts and processes are
# in namespaces of their own, so that nothing of them is left, however this ends.
set -eu

cd "$(dirname "$0")/.."
commit=$(git rev-parse --verify "${1:-HEAD}^{commit}")
suite=${SUITE:-trixie}

[ "$(id -u)" -eq 0 ] || {
    echo "A root file system is made by root: run this as root, e.g.  sudo sh $0" >&2
    exit 1
}
sh tools/ensure-debian.sh debootstrap:debootstrap unshare:util-linux

root=$(mktemp -d "${TMPDIR:-/tmp}/bare-debian.XXXXXX")
chmod 755 "$root"
trap 'rm -rf --one-file-system "$root"' EXIT
trap 'exit 130' INT TERM HUP

step() {
    printf '\n== %s: %s\n' "$(date +%H:%M:%S)" "$1"
}

# How this machine reaches its packages: settings, certificates, names; sources that lie on its own disk stay here, and
# so do preferences, which are about what is installed here, and wheels in folders of this machine.
copy_package_settings() {
    for each in /etc/apt/apt.conf.d /etc/apt/auth.conf.d /etc/apt/keyrings /etc/apt/trusted.gpg.d /etc/apt/sources.list.d \
        /etc/apt/sources.list /etc/pip.conf /etc/xdg/pip /root/.config/pip /etc/ssl/certs \
        /usr/local/share/ca-certificates /usr/share/ca-certificates /etc/npmrc /root/.npmrc /etc/resolv.conf /etc/hosts; do
        [ -e "$each" ] || continue
        mkdir -p "$root$(dirname "$each")"
        rm -rf "${root:?}$each"
        cp -aL "$each" "$root$each" 2>/dev/null || true
    done
    grep -rlE '(^URIs:|^deb(-src)?[[:space:]]).*file:' "$root/etc/apt/sources.list.d" | xargs -r rm -f
    # debootstrap has written the same source once more.
    [ -z "$(ls "$root/etc/apt/sources.list.d")" ] || [ -e /etc/apt/sources.list ] || rm -f "$root/etc/apt/sources.list"
    find "$root/etc/pip.conf" "$root/etc/xdg/pip" "$root/root/.config/pip" -name 'pip.conf' -exec sed -i '/^find-links/d' {} + 2>/dev/null || true
}

step "a root with $suite, Python, git and make"
debootstrap --variant=minbase --include=python3,python3-venv,git,make,ca-certificates "$suite" "$root" >"$root.log" 2>&1 || {
    tail -n 20 "$root.log" >&2
    rm -f "$root.log"
    exit 1
}
rm -f "$root.log"
copy_package_settings

step "the project at $commit"
git clone --quiet --no-local . "$root/root/lachan"
git -C "$root/root/lachan" checkout --quiet --detach "$commit"
cp tools/in-bare-debian.sh "$root/root/in-bare-debian.sh"

# Only what names a way to packages is handed in; what stands in a session's environment does not help there.
way=$(env | sed -n -E 's/^(PIP_INDEX_URL|PIP_EXTRA_INDEX_URL|PIP_CERT|PIP_DEFAULT_TIMEOUT|https?_proxy|HTTPS?_PROXY|no_proxy|NO_PROXY|SSL_CERT_FILE|NODE_EXTRA_CA_CERTS|npm_config_(registry|cafile|(https?_)?proxy|noproxy))=.*/&/p')

status=0
# shellcheck disable=SC2016,SC2086 # the words of `way` are one setting each, and the inner shell expands its own
unshare --mount --pid --fork --kill-child sh -eu -c '
    root=$1
    shift
    mount -t proc proc "$root/proc"
    mount -t sysfs -o ro sysfs "$root/sys"
    mount -t tmpfs -o mode=755 tmpfs "$root/dev"
    for each in null:3 zero:5 full:7 random:8 urandom:9; do
        mknod -m 666 "$root/dev/${each%:*}" c 1 "${each#*:}"
    done
    mknod -m 666 "$root/dev/tty" c 5 0
    ln -s /proc/self/fd "$root/dev/fd"
    mkdir "$root/dev/pts" "$root/dev/shm"
    mount -t devpts -o newinstance,ptmxmode=0666,mode=620 devpts "$root/dev/pts"
    ln -s pts/ptmx "$root/dev/ptmx"
    mount -t tmpfs -o mode=1777 tmpfs "$root/dev/shm"
    exec chroot "$root" /usr/bin/env -i HOME=/root LANG=C.UTF-8 PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin "$@" \
        sh /root/in-bare-debian.sh
' sh "$root" $way || status=$?

step "taken down; exit status $status"
exit "$status"
