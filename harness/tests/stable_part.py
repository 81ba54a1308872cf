"""Print what must not change between two runs of a results file: everything but durations
and how often a scenario with threads polled.

Sorted, since a results file is written as scenarios end.
"""
import json
import sys

stable = []
for line in open(sys.argv[1], encoding="utf-8"):
    record = json.loads(line)
    if "verdict" in record:
        record.pop("seconds", None)
        record["waits"] = record["waits"] and record["waits"]["jumped_ms"]
        stable.append(json.dumps(record, sort_keys=True))
print("\n".join(sorted(stable)))
