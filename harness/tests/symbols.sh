#!/bin/sh
# The reference's outside symbols start with rl_ or with the name of the file they live in (style: a
# name tells its reach), and no module includes one of a layer above it.
set -u
build=${BUILD:-build}
status=0

for object in "$build"/obj/reference/*.o; do
    file=$(basename "$object" .o)
    stem=${file%%_*}
    for symbol in $(nm -g --defined-only "$object" | awk '{print $3}' | grep -v '^__'); do
        case $symbol in
        rl_* | "$file"_* | "$stem"_*) ;;
        *)
            echo "reference/$file.c: outside symbol $symbol starts neither with rl_ nor with $file" >&2
            status=1
            ;;
        esac
    done
done

# Lowest layer first; a file may include its own line and those above it here.
layers='mem error exc assert refloop reftask
heapq ready clock context
selector
handle
loop signals wakeup readers exception_handler loop_ops log
future run_until_complete list
concurrent crossing
wrap_future executor
coro steps task task_group ensure_future traverse
sleep gather shield wait as_completed timeout wait_for
waiters
lock event condition semaphore barrier queue shutdown_default_executor to_thread run_coroutine_threadsafe
runner'
rank() { echo "$layers" | awk -v f="$1" '{ for (i = 1; i <= NF; i++) if ($i == f) { print NR; exit } }'; }
for source in reference/*.[ch]; do
    file=$(basename "$source")
    file=${file%.*}
    mine=$(rank "$file")
    [ -n "$mine" ] || mine=$(rank "${file%%_*}")
    [ -n "$mine" ] || { echo "$source: in no layer; name it in harness/tests/symbols.sh" >&2; status=1; continue; }
    for header in $(sed -n 's/^#include "\(.*\)\.h".*/\1/p' "$source"); do
        theirs=$(rank "$(basename "$header")")
        [ -n "$theirs" ] || theirs=$mine
        if [ "$theirs" -gt "$mine" ]; then
            echo "$source: includes $header.h of a layer above its own" >&2
            status=1
        fi
    done
done
exit $status
