#!/bin/sh
# `make bench`: the suite's own speed on each target (hyperfine), then the reference's callbacks and timers
# beside what no loop can go below.  Times on a shared machine wander: read the ratios.
set -eu
build=${BUILD:-build}
python=${PYTHON:-python3}

set -- "$build/aiospec run reference" "$build/aiospec run python --python $python"
if with_uvloop=$(PYTHON=$python harness/uvloop_python.sh); then
    set -- "$@" "$build/aiospec run python:uvloop:new_event_loop --python $with_uvloop"
fi
echo "The suite, whole command, start-up included:"
hyperfine --style basic --warmup 1 --runs "${RUNS:-7}" --ignore-failure \
    --export-json "$build/bench-suite.json" "$@" 2>"$build/bench-suite.log"
echo
echo "The reference, in process (medians of 9 interleaved rounds):"
for program in "$build"/bench/bench_*; do
    case $program in *.d) continue ;; esac
    "$program"
done
