"""Prepares the programs in programs/ for check_vm_programs.c.

    python3 harness/tests/programs.py OUTDIR

For each program: OUTDIR/NAME.json, compiled; and OUTDIR/NAME.trace, what
CPython logs when it runs the same file (without times), in a process of its own.
"""
import glob
import os
import re
import sys
import warnings

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "..", "..", "oracle"))

import asyncio          # noqa: E402,F401  imported once, for all the forked children
import contextvars      # noqa: E402,F401
import gc               # noqa: E402
import json             # noqa: E402

import compiler         # noqa: E402
import scenario         # noqa: E402


def record(path, trace):
    """Run `path` as a program in a child; its log goes to the file `trace`."""
    child = os.fork()
    if child:
        return os.waitpid(child, 0)[1]
    warnings.simplefilter("ignore")
    gc.disable()    # only when the program asks: a collection halfway changes what dies first
    scenario._trace = os.open(trace, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o666)
    with open(path, encoding="utf-8") as file:
        code = compile(file.read(), path, "exec")
    status = 1
    try:
        exec(code, {"__name__": "__main__"})
        status = 0
    finally:
        os._exit(status)


def can_run(path):
    """A program that needs a newer Python than this says so: `# needs: 3.11`, or `3.11.7` where
    an earlier patch does something else."""
    with open(path, encoding="utf-8") as file:
        needs = re.search(r"^# needs: 3\.(\d+)(?:\.(\d+))?$", file.read(), re.M)
    return needs is None or sys.version_info >= (3, int(needs.group(1)), int(needs.group(2) or 0))


def main(out):
    failed = 0
    for path in sorted(glob.glob(os.path.join(HERE, "programs", "*.py"))):
        if not can_run(path):
            continue
        name = os.path.join(out, os.path.basename(path)[:-3])
        with open(name + ".json", "w") as file:
            json.dump(compiler.compile_file(path), file)
        if record(path, name + ".trace") != 0:
            print("%s: failed on CPython" % path, file=sys.stderr)
            failed = 1
    return failed


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
