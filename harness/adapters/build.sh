#!/bin/sh
# build.sh CC NAME OUT FLAGS...: build the adapter of a library, or say that the library is not here.
set -eu
cc=$1
name=$2
out=$3
shift 3
if [ "$name" = rust ]; then
    if ! command -v rustc >/dev/null; then
        echo "no rustc here: $name is not built"
        exit 0
    fi
    unset MAKEFLAGS MFLAGS
    exec rustc --edition 2021 --crate-type cdylib -O -C panic=abort -D warnings \
        -o "$out" harness/adapters/rust/loop.rs
fi
case $name in
libuv) header=uv.h libs=-luv ;;
libev) header=ev.h libs=-lev ;;
libevent) header=event2/event.h libs='-levent_core -levent_pthreads' ;;
glib) header= packages=glib-2.0 libs= ;;
sdevent) header=systemd/sd-event.h libs=-lsystemd ;;
*) header= libs= ;;
esac
extra=
if [ -n "${packages:-}" ]; then
    if ! extra=$(pkg-config --cflags --libs "$packages" 2>/dev/null); then
        echo "no $packages here: $name is not built"
        exit 0
    fi
elif [ -n "$header" ] && ! echo "#include <$header>" | "$cc" -E - >/dev/null 2>&1; then
    echo "no $header here: $name is not built"
    exit 0
fi
# shellcheck disable=SC2086
"$cc" "$@" -fPIC -shared -o "$out" "harness/adapters/$name.c" $libs $extra -lm
