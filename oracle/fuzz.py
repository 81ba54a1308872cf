"""Plays random task programs on CPython and on the reference, and compares.

    python3 oracle/fuzz.py --count 20000 --seed 1          (make fuzz N=20000 SEED=1)

Each program has a number, which is all it takes to make it again: number K of seed S is the
program that `--seed S --first K --count 1` plays.  Both sides run under the virtual clock.  A
program that differs is cut down until nothing more can go, and printed as a scenario file with
both traces.  The reference has the semantics of the newest recorded CPython, so that CPython is
needed; name one with --python or AIOSPEC_PYTHONS.

Exit status: 0 no difference, 1 a difference, 2 usage, 3 a side that cannot play.
"""
import argparse
import concurrent.futures
import json
import os
import sys
import tempfile
import threading

import client
import compiler
import fuzz_programs
import fuzz_shrink
import interpreters
import versions

ROOT = client.ROOT
_local = threading.local()
_open = []


class Sides:
    """Two players for one thread: programs go to both, one after the other."""

    def __init__(self, options):
        self.folder = tempfile.mkdtemp(prefix="aiospec-fuzz-")
        clock = client.timewarp_path()
        self.left = client.Player(options.python, timewarp=clock)
        right = options.against or [options.aiospec, "play", "--target", "reference"]
        try:
            self.right = client.Player(right, timewarp=clock)
        except client.ClientError:
            self.left.close()
            raise
        self.against_python = options.against is not None

    def play(self, source):
        """What both sides logged: two lists of lines."""
        path = os.path.join(self.folder, "program.py")
        program = os.path.join(self.folder, "program.json")
        with open(path, "w", encoding="utf-8") as file:
            file.write(source)
        if not self.against_python:
            with open(program, "w", encoding="utf-8") as file:
                json.dump(compiler.compile_source(source, "program.py"), file)
        return (lines(self.left.play("FUZZ/program", path)),
                lines(self.right.play("FUZZ/program", path, program)))

    def close(self):
        self.left.close()
        self.right.close()


def lines(outcome):
    """An outcome as lines to compare: the trace, and how it ended."""
    if outcome.verdict:
        return ["ended by the virtual clock: " + outcome.verdict.split(":")[0]]
    if outcome.status is None:
        return ["hung"]
    if outcome.trace is None:
        return ["its trace is broken"]
    shown = ["%6s  %s" % (line.ms, line.text) for line in outcome.trace.lines]
    if outcome.trace.end is None:
        shown.append("died, status %s" % outcome.status)
    elif outcome.trace.end[0] == "X":
        shown.append("ended by " + outcome.trace.end[2])
    for name, count in sorted(outcome.trace.left.items()):
        shown.append("left behind: %s %s" % (count, name))
    return shown


def sides(options):
    if not hasattr(_local, "sides"):
        _local.sides = Sides(options)
        _open.append(_local.sides)
    return _local.sides


def differs(options, source):
    """Both traces where they differ, else None."""
    try:
        left, right = sides(options).play(source)
    except compiler.CompileError:
        return None             # a shrunk program that is none
    return (left, right) if left != right else None


def still_shows(options, source, sound):
    """Does a smaller program still differ, and still end well on CPython if it did?"""
    found = differs(options, source)
    return found is not None and (not sound or is_sound(found[0]))


def is_sound(left):
    return not (left and left[-1].startswith(("ended by", "hung", "died", "its trace")))


def show(options, number, source, traces, out):
    sound = is_sound(traces[0])
    small = fuzz_shrink.shrink(source, lambda text: still_shows(options, text, sound))
    left, right = differs(options, small) or traces
    print("Program %d of seed %s differs.  Cut down:\n\n%s" % (number, options.seed, small), file=out)
    names = ("CPython", "reference" if not options.against else options.against)
    for name, trace in zip(names, (left, right)):
        print("# %s" % name, file=out)
        for line in trace:
            print("# %s" % line, file=out)
    first = next((i for i, pair in enumerate(zip(left, right)) if pair[0] != pair[1]),
                 min(len(left), len(right)))
    print("# The first difference is line %d.  Again: --seed %s --first %d --count 1\n"
          % (first + 1, options.seed, number), file=out, flush=True)


def program_of(options, number):
    return fuzz_programs.generate("%s/%d" % (options.seed, number))


def choose_python(wanted):
    """The newest recorded CPython's path; SystemExit(3) where it is not here."""
    newest = max(versions.read_builds(os.path.join(ROOT, "conformance", "builds.txt")))
    found = interpreters.find([wanted] if wanted else ())
    if wanted:
        return found[0].path
    found = [one for one in found if one.version[:2] == newest[:2]]
    if not found:
        print("fuzz: the reference has the semantics of CPython %d.%d, and there is none here: "
              "name one with --python or AIOSPEC_PYTHONS" % newest[:2], file=sys.stderr)
        raise SystemExit(3)
    return found[-1].path


def parse_arguments(arguments):
    parser = argparse.ArgumentParser(prog="fuzz.py", description=__doc__.split("\n")[0])
    parser.add_argument("--count", type=int, default=1000, metavar="N", help="programs (1000)")
    parser.add_argument("--seed", default="1", help="where the programs come from (1)")
    parser.add_argument("--first", type=int, default=1, metavar="K", help="begin with number K (1)")
    parser.add_argument("--python", metavar="PATH", help="the CPython to compare with")
    parser.add_argument("--against", metavar="PATH", help="another Python instead of the reference")
    parser.add_argument("--most", type=int, default=3, metavar="N",
                        help="stop after N differences (3)")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, metavar="N",
                        help="programs at a time")
    parser.add_argument("--show", action="store_true", help="print the programs, play nothing")
    options = parser.parse_args(arguments)
    if options.count < 1 or options.jobs < 1 or options.most < 1:
        parser.error("--count, --jobs and --most are at least 1")
    build = os.environ.get("AIOSPEC_BUILD") or os.path.join(ROOT, "build")
    options.aiospec = os.path.join(build, "aiospec")
    return options


def run(options):
    numbers = range(options.first, options.first + options.count)
    found = played = 0
    out = sys.stdout

    def one(number):
        return number, differs(options, program_of(options, number))

    with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
        waiting = iter(numbers)
        running = {pool.submit(one, number) for number in
                   (next(waiting, None) for _ in range(4 * options.jobs)) if number is not None}
        while running:
            done, running = concurrent.futures.wait(
                running, return_when=concurrent.futures.FIRST_COMPLETED)
            for job in done:
                number, traces = job.result()
                played += 1
                if traces is not None and found < options.most:
                    found += 1
                    show(options, number, program_of(options, number), traces, out)
                following = next(waiting, None) if found < options.most else None
                if following is not None:
                    running.add(pool.submit(one, following))
            if sys.stderr.isatty():
                print("\r%d of %d, %d differ" % (played, options.count, found), end="",
                      file=sys.stderr, flush=True)
    if sys.stderr.isatty():
        print("\r\033[K", end="", file=sys.stderr)
    print("%d passed, %d failed" % (played - found, found))
    return 1 if found else 0


def main(arguments):
    options = parse_arguments(arguments)
    if options.show:
        for number in range(options.first, options.first + options.count):
            print(program_of(options, number))
        return 0
    try:
        options.python = choose_python(options.python)
        return run(options)
    except (client.ClientError, ValueError) as error:
        print("fuzz: %s" % error, file=sys.stderr)
        return 3
    except KeyboardInterrupt:
        return 130
    finally:
        for pair in _open:
            pair.close()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
