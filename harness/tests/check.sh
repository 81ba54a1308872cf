#!/bin/sh
# `make check`: every test there is, one line a step, and the sum of all of them as the last line.
#
# A step's own log is kept in BUILD/check-log and shown when the step fails.  Steps whose runner counts
# (Check, unittest, aiospec) add that count; any other step counts as one test.
set -u
build=${BUILD:-build}
python=${PYTHON:-python3}
jobs=${JOBS:-2}
logs=$build/check-log
mkdir -p "$logs"
passed=0
failed=0

say() { [ -t 1 ] && printf '\r\033[K%s' "$1"; }

count() { # LOG -> "PASSED FAILED", nothing where no runner counted
    awk '
        /^[0-9]+%: Checks: / { gsub(",", ""); bad = $5 + $7; good += $3 - bad; wrong += bad; seen = 1 }
        /^Ran [0-9]+ tests? in / { good += $2; seen = 1 }
        /^FAILED \(/ { n = 0; while (match($0, /(failures|errors)=[0-9]+/)) {
                m = substr($0, RSTART, RLENGTH); sub(/.*=/, "", m); n += m
                $0 = substr($0, RSTART + RLENGTH) } good -= n; wrong += n }
        /^[0-9]+ passed, [0-9]+ failed/ { last_good = $1; last_wrong = $3 + 0; seen = 1 }
        END { if (seen) print good + last_good, wrong + last_wrong }' "$1"
}

step() { # NAME COMMAND...
    name=$1
    shift
    say "$name ..."
    log=$logs/$(echo "$name" | tr ' /' '__').log
    start=$(date +%s)
    "$@" >"$log" 2>&1 </dev/null
    status=$?
    # shellcheck disable=SC2046
    set -- $(count "$log")
    good=${1:-0}
    bad=${2:-0}
    [ $# -gt 0 ] || { [ $status -eq 0 ] && good=1; }
    [ $status -eq 0 ] || [ "$bad" -gt 0 ] || bad=1
    passed=$((passed + good))
    failed=$((failed + bad))
    say ''
    if [ "$bad" -eq 0 ]; then
        printf 'ok      %-46s %5d  %3d s\n' "$name" "$good" $(($(date +%s) - start))
    else
        printf 'FAILED  %-46s %5d of %d  (status %d, %s)\n' "$name" "$bad" $((good + bad)) "$status" "$log"
        tail -n 40 "$log" | sed 's/^/    | /'
    fi
}

make_() { ${MAKE:-make} --no-print-directory -s -j"$jobs" "$@"; }

run_checks() { # BUILD DIR-GLOB: several at once, each with a log of its own
    rm -f "$logs"/program-*
    # shellcheck disable=SC2016
    printf '%s\n' "$1"/check/$2 | AIOSPEC_BUILD=$build xargs -P "$jobs" -I{} sh -c '
        [ -x "$1" ] || exit 0
        log=$2/program-$(basename "$1")
        echo "== $1" >"$log"
        "$1" >>"$log" 2>&1' sh {} "$logs"
    result=$?
    cat "$logs"/program-*
    return $result
}

same_results() { # TARGET N: N runs that agree in every verdict, trace and time
    n=0
    while [ $n -lt "$2" ]; do
        "$build/aiospec" run "$1" --level undefined --quiet --results "$build/same.ndjson" >/dev/null || return 1
        $python -B harness/tests/stable_part.py "$build/same.ndjson" >"$build/same.now" || return 1
        [ $n -eq 0 ] && mv "$build/same.now" "$build/same.first"
        [ $n -eq 0 ] || cmp "$build/same.first" "$build/same.now" || return 1
        n=$((n + 1))
    done
}

step "build" make_ all checks
step "build with clang" make_ BUILD="$build/clang" CC=clang all checks
step "build with ASan and UBSan" make_ BUILD="$build/asan" SAN=address,undefined OPT=-O1 all checks
step "build with TSan" make_ BUILD="$build/tsan" SAN=thread OPT=-O1 checks
export CK_TIMEOUT_MULTIPLIER=${CK_TIMEOUT_MULTIPLIER:-6}
step "reference: units, ASan and UBSan" run_checks "$build/asan" 'reference/*'
step "reference: units, TSan" run_checks "$build/tsan" 'reference/*'
step "reference: units, clang" run_checks "$build/clang" 'reference/*'
step "harness: units" run_checks "$build" 'harness/*'
step "harness: virtual machine, ASan and UBSan" run_checks "$build/asan" 'harness/check_vm*'
step "oracle: units" "$python" -B -m unittest discover -s oracle/tests -t oracle
step "lint" make_ lint
step "goldens: this machine's python3 still gives them" "$python" -B oracle/recorder.py --check
step "suite on the reference" "$build/aiospec" run reference --level undefined
step "suite on the reference, poll" env RL_SELECTOR=poll "$build/aiospec" run reference
step "suite on the reference, select" env RL_SELECTOR=select "$build/aiospec" run reference
step "suite on the reference, ASan and UBSan" "$build/asan/aiospec" run reference --level undefined --limit 60
# TSan holds a signal back until its thread makes a call that TSan knows, and by then the virtual
# clock has jumped: the scenarios that wait for a signal in their poll run in real time.
signal_in_poll='RUN/sigint_while_blocked SIG/wakes_waiting_loop'
tsan_suite() {
    # shellcheck disable=SC2046
    "$build/tsan/aiospec" run reference --level undefined --limit 60 \
        $(cd conformance && ls -- [A-Z]*/*.py | sed 's/\.py$//' | grep -vxF "$(echo "$signal_in_poll" | tr ' ' '\n')")
}
step "suite on the reference, TSan" tsan_suite
# shellcheck disable=SC2086
step "a signal in the poll, TSan, real time" "$build/tsan/aiospec" run reference --realtime $signal_in_poll
step "suite on the reference, Valgrind" harness/tests/valgrind.sh
step "suite on python" "$build/aiospec" run python --level undefined --python "$python"
step "reference, 20 runs alike" same_results reference 20
step "python, 2 runs alike" same_results python 2
step "adapters come to a clean end" harness/tests/adapters.sh
step "known divergences stay caught" "$python" -B harness/tests/divergences.py
step "recipes for a CI" "$python" -B harness/tests/recipes.py
step "README's commands" "$python" -B harness/tests/readme.py

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
