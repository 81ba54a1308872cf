"""Print what must not change between two runs of a results file: everything but durations,
how often a scenario with threads polled, and the order of neighbouring lines of one group, which
the scenario says is open.

Sorted, since a results file is written as scenarios end.
"""
import itertools
import json
import sys


def group_of(line):
    """The ~GROUP of a line of a trace; None where it has none."""
    words = line.split(" ", 2)
    return words[1] if len(words) > 2 and words[1].startswith("~") else None


def settled(lines):
    """The lines, those of one group sorted."""
    settled_lines = []
    for group, run in itertools.groupby(lines, group_of):
        settled_lines += sorted(run) if group else run
    return settled_lines


stable = []
for line in open(sys.argv[1], encoding="utf-8"):
    record = json.loads(line)
    if "verdict" in record:
        record.pop("seconds", None)
        record["actual"] = record["actual"] and settled(record["actual"])
        record["waits"] = record["waits"] and record["waits"]["jumped_ms"]
        stable.append(json.dumps(record, sort_keys=True))
print("\n".join(sorted(stable)))
