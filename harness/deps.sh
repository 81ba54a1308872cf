#!/bin/sh
# Install what is missing for a job: `run` (build and grade) or `check` (every test, benchmarks).
# With apt it installs; elsewhere it says exactly what to install.  Does nothing where nothing lacks.
set -eu

missing=
need() { # PACKAGE TEST...
    package=$1
    shift
    "$@" >/dev/null 2>&1 || missing="$missing $package"
}
command_() { command -v "$1"; }
header() { echo "#include <$1>" | cc -E -xc - ; }

job=${1:-run}
need gcc command_ cc
need libc6-dev header stdio.h
need python3 command_ python3
need libjansson-dev header jansson.h
if [ "$job" = check ]; then
    need check header check.h
    need valgrind command_ valgrind
    need hyperfine command_ hyperfine
    need clang command_ clang
    need libuv1-dev header uv.h
    need libev-dev header ev.h
    need libevent-dev header event2/event.h
    need libglib2.0-dev test -e /usr/include/glib-2.0/glib.h
    need libsystemd-dev header systemd/sd-event.h
    need pkg-config command_ pkg-config
    need python3-uvloop harness/uvloop_python.sh
    need python3-pytest sh -c 'python3 -c "import pytest" || /usr/bin/python3 -c "import pytest"'
fi
[ -n "$missing" ] || exit 0

if ! command -v apt-get >/dev/null; then
    echo "aiospec: please install (Debian's names):$missing" >&2
    exit 3
fi
as_root=
if [ "$(id -u)" != 0 ]; then
    if ! command -v sudo >/dev/null; then
        echo "aiospec: not root and no sudo; please run: apt-get install$missing" >&2
        exit 3
    fi
    as_root=sudo
fi
echo "aiospec: installing$missing" >&2
export DEBIAN_FRONTEND=noninteractive
# shellcheck disable=SC2086
$as_root apt-get install -y -qq --no-install-recommends $missing >/dev/null 2>&1 || {
    $as_root apt-get update -qq >&2
    $as_root apt-get install -y -qq --no-install-recommends $missing >/dev/null
}
