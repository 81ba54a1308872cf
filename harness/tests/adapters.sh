#!/bin/sh
# Every adapter that is built plays what its library has a part in, and comes to a clean end: it may differ
# from asyncio (harness/adapters/*.deviations), but not die, hang, spin or leave anything behind.
# Allowed is what the library itself does; the reason stands behind it.
# In whatever order the template runs timers with equal deadlines (TIMER-6), it fails nothing documented or defacto.
set -u
build=${BUILD:-build}
allowed() { # NAME SCENARIO
    case "$1 $2" in
    'libuv IO/closed_while_registered') ;; # aborts where epoll_ctl refuses the closed descriptor
    'libev IO/closed_while_registered') ;; # an assertion: "I/O watcher with invalid fd"
    *) return 1 ;;
    esac
}
passed=0
failed=0
for library in "$build"/adapters/*.so; do
    name=$(basename "$library" .so)
    [ -e "harness/adapters/$name.c" ] || [ -d "harness/adapters/$name" ] || continue # those of tests
    results=$build/adapters/$name.ndjson
    "$build/aiospec" run "lib:$library" --quiet --results "$results" \
        CTX EXC FUT IO READY RUN SLEEP STOP TASK THR TIMER TMO >/dev/null
    [ $? -le 1 ] || { echo "$name: not played"; failed=$((failed + 1)); continue; }
    bad=0
    for scenario in $(grep -E '"(verdict|reason)":"(CRASH|HANG|LEAK|SPIN|DEADLOCK|REFUSED)\b' "$results" |
        sed 's/^{"id":"\([^"]*\)".*/\1/'); do
        allowed "$name" "$scenario" && continue
        echo "$name: $scenario: did not come to a clean end"
        bad=1
    done
    failed=$((failed + bad))
    passed=$((passed + 1 - bad))
done
for name in template reversed_ties; do
    if "$build/aiospec" run "lib:$build/adapters/$name.so" --level defacto --floor 1000 --quiet; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
    fi
done
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
