#!/bin/sh
# `make conformance`: the reference, this machine's asyncio, and uvloop where a Python has it.
# Fails when the reference or CPython does; what uvloop does differently is a result, not a failure.
set -u
build=${BUILD:-build}
python=${PYTHON:-python3}
status=0

echo
"$build/aiospec" run reference --level undefined || status=1
echo
"$build/aiospec" run python --level undefined --python "$python" || status=1
echo
if with_uvloop=$(PYTHON=$python harness/uvloop_python.sh); then
    "$build/aiospec" run python:uvloop:new_event_loop --python "$with_uvloop" --summary
    [ $? -le 1 ] || status=1
else
    echo "uvloop: not installed here, not graded (Debian: python3-uvloop)"
fi
exit $status
