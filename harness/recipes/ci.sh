#!/bin/sh
# Grades a Python event loop in any CI.  Copy this file into the loop's repository, change the values
# below, and let the CI keep the files it names: results, junit.xml and a summary in Markdown.
#
#   ci.sh              the whole suite
#   ci.sh shard 2/3    the second of three parts; keep aiospec-2.ndjson
#   ci.sh merge        the files of all parts, made into one run and its reports
#
# The status is aiospec's (`aiospec help run`): 0 for a loop that does as expected, and nothing else.
set -eu

# A checkout of aiospec, in which `harness/deps.sh run` and `make all` were run.
aiospec=${AIOSPEC:-aiospec}/build/aiospec
# MODULE:FACTORY, where the loop is installed or PYTHONPATH finds it.
loop=${LOOP:-yourloop:new_event_loop}
# What it fails for now: an empty file, or what --write-deviations made.
deviations=${DEVIATIONS:-aiospec.deviations}
# What to play: nothing for all, or areas, clauses and scenarios with blanks between them.
scenarios=${SCENARIOS:-}
# Fewer graded scenarios than this are no success.
floor=${FLOOR:-1000}

run() { # OPTIONS...
    # shellcheck disable=SC2086
    "$aiospec" run "python:$loop" $scenarios --deviations "$deviations" "$@"
}

status=0
case ${1:-whole} in
whole)
    rm -f aiospec.ndjson junit.xml aiospec-summary.md
    run --floor "$floor" --results aiospec.ndjson || status=$?
    ;;
shard)
    results=aiospec-${2%/*}.ndjson
    rm -f "$results"
    run --shard "$2" --results "$results" || status=$?
    exit $status
    ;;
merge)
    rm -f aiospec.ndjson junit.xml aiospec-summary.md
    "$aiospec" merge aiospec-*.ndjson -o aiospec.ndjson --floor "$floor" || status=$?
    ;;
*)
    echo "ci.sh: no such step: $1" >&2
    exit 2
    ;;
esac

# Where nothing was played, or a shard is missing, there is nothing to report.
[ -e aiospec.ndjson ] || exit $status
"$aiospec" report aiospec.ndjson --format junit -o junit.xml
"$aiospec" report aiospec.ndjson --format markdown -o aiospec-summary.md
exit $status
