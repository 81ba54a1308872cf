#!/bin/sh
# Every compiled scenario on the reference under Valgrind, in one process: no error, nothing lost.
set -eu
build=${BUILD:-build}
# shellcheck disable=SC2046
LD_PRELOAD=$build/libtimewarp.so valgrind --quiet --leak-check=full --show-leak-kinds=definite,indirect,possible \
    --errors-for-leak-kinds=definite,indirect,possible --error-exitcode=1 --track-fds=no \
    "$build/aiospec" play --target reference $(find "$build/suite/programs" -name '*.json' | sort) >/dev/null
echo "$(find "$build/suite/programs" -name '*.json' | wc -l) passed, 0 failed"
