#!/bin/sh
# Print a Python that has uvloop: $PYTHON, else the system's own.  Status 1 where neither has.
for candidate in "${PYTHON:-python3}" /usr/bin/python3; do
    if "$candidate" -c 'import uvloop' 2>/dev/null; then
        echo "$candidate"
        exit 0
    fi
done
exit 1
