"""The examples in spec/: blocks that quote a scenario and its golden trace.

    python3 oracle/examples.py [--suite DIR] [--spec DIR] [--propose [CLAUSE...]]

Checks every block that is opened by ```python AREA/NAME: its lines must be lines of that
scenario's file.  --propose prints a block for each clause named, to be cut down by hand; for
all that have a scenario and no example where none is named.  spec/formats.md has the grammar.
Exit status: 0, 1 with findings, 2 usage.
"""
import argparse
import os
import re
import sys

import clauses
import scenarios
import traces

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(HERE)

# Lines that nearly every scenario has, and that teach nothing: they need no mark where left out.
_USUAL = re.compile(r"\s*$|import \w+$|from \w+ import |loop = asyncio\.new_event_loop\(\)$"
                    r"|loop\.close\(\)$")
_GOLDEN = re.compile(r"# (trace( |$)| *\d+(\.\d+)? )")
_LEFT_OUT = "..."


# ---- Checking -----------------------------------------------------------------

def fits(example, lines):
    """None where the example's lines are lines of a file; else the index of one that is not."""
    return max((_misfit(example, lines, indent) for indent in (0, 4, 8, 12)),
               key=lambda misfit: len(example) if misfit is None else misfit)


def _misfit(example, lines, indent):
    """The index of the first line of the example that finds no place; None where all do.

    `places`: where in the file the part so far may have ended; it may end at several places
    while a line occurs more than once.
    """
    places, anywhere = {-1}, True
    for number, line in enumerate(example):
        if line.strip() == _LEFT_OUT:
            anywhere = True
            continue
        if not line.strip():
            continue
        wanted = line if _GOLDEN.match(line) else " " * indent + line
        if anywhere:
            start = min(places) + 1
            places = {at for at in range(start, len(lines)) if lines[at] == wanted}
        else:
            places = {at for place in places for at in _next(lines, place) if lines[at] == wanted}
        if not places:
            return number
        anywhere = False
    return None


def _next(lines, place):
    """Where the line after lines[place] may be: behind any number of the usual ones."""
    for at in range(place + 1, len(lines)):
        yield at
        if not _USUAL.match(lines[at]):
            return


def read_file(path):
    """The examples of any text of spec/, in order."""
    lines = clauses.read_lines(path)
    return clauses.examples_of(lines, path, 1)


def check(example, suite):
    """Findings about one example, as (line, text)."""
    path = os.path.join(suite, example.scenario + ".py")
    try:
        lines = clauses.read_lines(path)
    except traces.FormatError:
        return [(example.line, "there is no scenario %s" % example.scenario)]
    if not any(line.strip() for line in example.lines):
        return [(example.line, "the example is empty")]
    misfit = fits(example.lines, lines)
    if misfit is not None:
        return [(example.line + 1 + misfit, "not so in %s, or not in this order: %s"
                 % (example.scenario, example.lines[misfit].strip()))]
    if not any(_GOLDEN.match(line) for line in example.lines) \
            and any(_GOLDEN.match(line) for line in lines):
        return [(example.line, "the example shows nothing of the golden trace")]
    return []


def lint(spec, suite, found):
    """Findings about all examples below `spec`, as lines.  `found`: the clauses."""
    lines = []
    for name in sorted(os.listdir(spec)):
        path = os.path.join(spec, name)
        if name.endswith(".md"):
            for example in read_file(path):
                lines += ["%s:%d: %s" % (path, line, text) for line, text in check(example, suite)]
    for clause in found.values():
        for example in clause.examples:
            path = os.path.join(suite, example.scenario + ".py")
            if os.path.exists(path) and clause.id not in scenarios.read(path).clauses:
                lines.append("%s:%d: %s is no scenario of %s" % (
                    clause.file, example.line, example.scenario, clause.id))
    return lines


# ---- Proposing ----------------------------------------------------------------

def propose(name, all_scenarios, taken):
    """The lines of a block for this clause, opening and closing fence included; [] for none."""
    fitting = [scenario for scenario in all_scenarios if name in scenario.clauses]
    if not fitting:
        return []

    def cost(scenario):
        with open(scenario.path, encoding="utf-8") as file:
            generated = "\n# generated:" in file.read()
        return (generated, scenario.clauses.index(name) > 0, scenario.id in taken,
                not any(block.lines for block in scenario.blocks), len(scenario.body))

    best = min(fitting, key=cost)
    taken.add(best.id)
    return ["```python " + best.id] + quote(best) + ["```"]


def quote(scenario):
    """The lines of a scenario that an example needs: no header, no usual lines, one golden."""
    lines = clauses.read_lines(scenario.path)
    first = next(at for at, line in enumerate(lines) if re.match(r"(import|from) ", line))
    body, golden = [], []
    for line in lines[first:]:
        if golden or re.match(r"# trace", line):
            golden.append(line)
        elif not _USUAL.match(line):
            body.append(line)
        elif body and body[-1] and not line.strip():
            body.append("")
    while golden and not golden[-1].strip():
        golden.pop()
    starts = [at for at, line in enumerate(golden) if line.startswith("# trace")]
    if len(golden) > 14 and len(starts) > 1:        # the newest alone
        golden = [_LEFT_OUT] + golden[starts[-1]:]
    while body and not body[-1]:
        body.pop()
    return body + [""] + golden


def main(arguments):
    parser = argparse.ArgumentParser(description="Check the examples in spec/, or propose some.",
                                     epilog="exit status: 0, 1 with findings, 2 usage")
    parser.add_argument("clauses", nargs="*", metavar="CLAUSE", help="with --propose: for these")
    parser.add_argument("--propose", action="store_true", help="print a block for each clause")
    parser.add_argument("--suite", default=os.path.join(ROOT, "conformance"), metavar="DIR")
    parser.add_argument("--spec", default=os.path.join(ROOT, "spec"), metavar="DIR")
    options = parser.parse_args(arguments)
    if options.clauses and not options.propose:
        parser.error("clauses are named with --propose only")
    found, _ = clauses.read_all(options.spec)
    if not options.propose:
        lines = lint(options.spec, options.suite, found)
        print("\n".join(lines), end="\n" if lines else "")
        return 1 if lines else 0
    for name in options.clauses:
        if name not in found:
            parser.error("there is no clause %s" % name)
    wanted = options.clauses or [name for name, clause in found.items() if not clause.examples]
    everything = [scenarios.read(path) for _, path in scenarios.find(options.suite)]
    taken = {example.scenario for clause in found.values() for example in clause.examples}
    for name in wanted:
        block = propose(name, everything, taken)
        print("%s\n\n%s\n" % (name, "\n".join(block) if block else "no scenario shows it"))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
