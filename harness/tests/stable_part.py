"""Print what must not change between two runs of a results file: everything but durations.

Sorted, since a results file is written as scenarios end.
"""
import json
import sys

stable = []
for line in open(sys.argv[1], encoding="utf-8"):
    record = json.loads(line)
    if "verdict" in record:
        record.pop("seconds", None)
        stable.append(json.dumps(record, sort_keys=True))
print("\n".join(sorted(stable)))
