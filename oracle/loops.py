"""spec/loops.md: what the loops with a file of deviations do otherwise than asyncio.

    python3 oracle/loops.py [--suite DIR] [--spec DIR] [--root DIR] [--check]

Reads every NAME.deviations of conformance/deviations/ and harness/adapters/ and writes the page:
a table of loops and areas, and for each loop its differences, one for each reason.  --check only
says what is wrong (`make lint` does): an entry that cannot be read, names no scenario or has no
reason, or a page that is old.  Exit status: 0, 1 with findings, 2 broken files.

The first comment of a file says what the loop is, to the first blank after a full stop or to the
end of its line; `CPython 3.N` or `Python 3.N` in it is the version that the loop is graded as.
"""
import argparse
import collections
import fnmatch
import os
import re
import sys

import clauses
import scenarios
import traces

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(HERE)
PAGE = "loops.md"
SUFFIX = ".deviations"
GRADED = ("documented", "defacto")
NEWEST = (99, 0)
SENTENCE = 100          # as many characters of a clause's sentence are quoted
MOST = 12               # of a reason's clauses are quoted; beyond, its areas are counted

# links: what stands behind the reason, as it is written
Entry = collections.namedtuple("Entry", "pattern kind reason links path line")
# title: the first sentence of its file; found: [Difference], those of most scenarios first
Loop = collections.namedtuple("Loop", "name title version entries found")
# links: [text]; shown: {clause id: number of its scenarios that the entries name}
Difference = collections.namedtuple("Difference", "reason links shown is_skip")

HEAD = """# Loops

What known loops do otherwise than asyncio, by the files of deviations that are kept with this suite: for Python's loops in
[`conformance/deviations/`](../conformance/deviations), for the adapters of C loops in [`harness/adapters/`](../harness/adapters).
Each file was written by a run of the whole suite ([the format](formats.md#deviations-version-1)), and its reasons by people who
looked at the traces. What the levels detail and undefined cover is no deviation; [the fingerprint](fingerprint.md) tells it.
[Divergences](divergences.md) describes the most common ones, with programs. `make loops` writes this page, `make lint`
checks that it is what the files say.

## All loops

How many clauses of the levels documented and defacto deviate: `-` for none, and nothing where the Python is too old for the area.
A scenario counts for the clause that it names first, and a clause deviates when one of its scenarios does; what must not be
played at all does not count. The second column has the clauses of these levels that scenarios name first. An adapter of a C
loop replaces only the loop: tasks, futures and signals above it are the reference's own.

"""

_ENTRY = re.compile(r"(\S+)\s+([A-Z]+(?::[0-9a-f]{8})?)\s*(?:#\s*(.*?)\s*)?$")
_UNTIL = re.compile(r"until \d{4}-\d\d-\d\d$")
_ISSUE = re.compile(r"([\w.-]+/[\w.-]+)#(\d+)$")
_VERSION = re.compile(r"\bC?Python (3)\.(\d+)")


# ---- Reading ------------------------------------------------------------------

def find(root):
    """The files of deviations, Python's loops ahead of adapters."""
    found = []
    for folder in ("conformance/deviations", "harness/adapters"):
        path = os.path.join(root, folder)
        if os.path.isdir(path):
            found += [os.path.join(path, name) for name in sorted(os.listdir(path))
                      if name.endswith(SUFFIX)]
    return found


def read_entries(path):
    """(the first comment, [Entry], [finding]) of one file."""
    head, entries, wrong = "", [], []
    for number, line in enumerate(clauses.read_lines(path), 1):
        if line.startswith("#"):
            head = head or line.lstrip("# ").rstrip()
            continue
        if not line.strip():
            continue
        match = _ENTRY.match(line)
        if not match:
            wrong.append("%s:%d: is no line of the form PATTERN KIND # REASON" % (path, number))
            continue
        pattern, kind, comment = match.groups()
        parts = [part.strip() for part in (comment or "").split(";")]
        if not parts[0] or parts[0].startswith("TODO"):
            wrong.append("%s:%d: lacks the reason" % (path, number))
        entries.append(Entry(pattern, kind, parts[0], tuple(filter(None, parts[1:])), path, number))
    return head, entries, wrong


def is_named(scenario, pattern):
    """Does the pattern, an id, a glob on ids or clauses, an area or a clause, name the scenario?"""
    return (fnmatch.fnmatchcase(scenario.id, pattern)
            or scenario.id.split("/")[0] == pattern
            or any(fnmatch.fnmatchcase(name, pattern) for name in scenario.clauses))


def read_loop(path, suite):
    """(Loop, [finding]); `suite` is a list of Scenario."""
    head, entries, wrong = read_entries(path)
    match = _VERSION.search(head)
    version = tuple(map(int, match.groups())) if match else NEWEST
    left = {one.id: one for one in suite if one.level in GRADED and one.needs <= version}
    differences = {}
    for entry in entries:
        named = [one for one in left.values() if is_named(one, entry.pattern)]
        if not named:
            wrong.append("%s:%d: %s names no scenario that can fail here and that no line above "
                         "names" % (path, entry.line, entry.pattern))
        is_skip = entry.kind == "SKIP"
        told = differences.setdefault(
            (entry.reason, is_skip),
            Difference(entry.reason, [], collections.Counter(), is_skip))
        told.links.extend(link for link in entry.links if link not in told.links)
        for one in named:
            del left[one.id]
            told.shown[one.clauses[0]] += 1
    name = os.path.basename(path)[:-len(SUFFIX)]
    title = re.split(r"(?<=\.)\s", head + " ")[0].rstrip(".")
    found = sorted(differences.values(), key=lambda one: (one.is_skip, -sum(one.shown.values()),
                                                          one.reason))
    return Loop(name, title, version, entries, found), wrong


# ---- Writing ------------------------------------------------------------------

def area_of(clause_id):
    return clause_id.rsplit("-", 1)[0]


def deviating(loop):
    """The clauses of which a scenario that is played deviates."""
    return {name for one in loop.found if not one.is_skip for name in one.shown}


def shown_first(suite, version):
    """The clauses that scenarios name first, of those that such a Python can be graded by."""
    return {one.clauses[0] for one in suite if one.level in GRADED and one.needs <= version}


def count(names, area):
    return sum(1 for name in names if area in (area_of(name), "all"))


def matrix(loops, known, suite):
    """The table of loops and areas; a cell is empty where the loop's Python has nothing of it."""
    shown = shown_first(suite, NEWEST)
    areas = []
    for name in known:
        if name in shown and area_of(name) not in areas:
            areas.append(area_of(name))
    lines = ["| area | clauses | %s |" % " | ".join("[%s](#%s)" % (one.name, anchor(one.name))
                                                    for one in loops),
             "|---|---:|%s" % ("---:|" * len(loops))]
    asked = {one.version: shown_first(suite, one.version) for one in loops}
    for area in areas + ["all"]:
        cells = [str(count(shown, area))]
        for one in loops:
            cells.append((str(count(deviating(one), area) or "-")
                          if count(asked[one.version], area) else ""))
        lines.append("| %s | %s |" % (area, " | ".join(cells)))
    return "\n".join(lines) + "\n"


def anchor(heading):
    """GitHub's name for a heading."""
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


def plural(number, what):
    return "%s %s%s" % (format(number, ","), what, "" if number == 1 else "s")


def shortened(text):
    """The first words of a sentence; no code is cut in two."""
    if len(text) <= SENTENCE:
        return text
    words = text[:SENTENCE].rsplit(" ", 1)[0]
    if words.count("`") % 2:
        words = words[:words.rindex("`")]
    return words.rstrip(" ,;:(") + " ..."


def linked(text):
    """A link that an entry has, for Markdown."""
    match = _ISSUE.match(text)
    if match:
        return "[%s](https://github.com/%s/issues/%s)" % ((text,) + match.groups())
    return "<%s>" % text if text.startswith(("https://", "http://")) else text


def quoted(name, number, known):
    clause = known.get(name)
    if clause is None:
        return "  - %s: %d" % (name, number)
    return "  - [%s](%s#%s) (%d): %s" % (name, os.path.basename(clause.file), name.lower(), number,
                                         shortened(clause.text))


def in_order(shown, known):
    """The clauses of a Counter, in reading order."""
    order = {name: place for place, name in enumerate(known)}
    return sorted(shown, key=lambda name: (order.get(name, len(order)), name))


def summed(shown, known):
    """Of many clauses: how many in each area."""
    count = collections.Counter(area_of(name) for name in in_order(shown, known))
    return "  - %s: %s" % (plural(len(shown), "clause"), ", ".join(
        "%s %d" % (area, number) for area, number in count.items()))


def upper_first(text):
    """A sentence's beginning; a name in code or of a function stays as it is."""
    first = text.split(" ", 1)[0]
    return text if re.search(r"[._`(]|[a-z][A-Z]", first) or first.startswith("lib") \
        else text[:1].upper() + text[1:]


def section(loop, known):
    """What the page says about one loop."""
    played = sum(sum(one.shown.values()) for one in loop.found if not one.is_skip)
    lines = ["## %s" % loop.name, "", loop.title + ".", ""]
    if not loop.found:
        return "\n".join(lines + ["Differences from asyncio: none.", ""])
    lines += ["Differences from asyncio: %s of %s."
              % (plural(played, "scenario"), plural(len(deviating(loop)), "clause")), ""]
    for one in loop.found:
        parts = [plural(sum(one.shown.values()), "scenario")] + (["not played"] if one.is_skip else [])
        parts += [linked(link) for link in one.links]
        lines.append("- %s: %s" % (upper_first(one.reason), "; ".join(parts)))
        if len(one.shown) > MOST:
            lines.append(summed(one.shown, known))
        else:
            lines += [quoted(name, one.shown[name], known) for name in in_order(one.shown, known)]
    return "\n".join(lines) + "\n"


def overwhelming(loops):
    """A line for each loop of which one reason is behind more than half of the deviations."""
    lines = []
    for loop in loops:
        total = sum(sum(one.shown.values()) for one in loop.found)
        for one in loop.found:
            number = sum(one.shown.values())
            if number > total / 2 and number > 100:
                lines.append("- %s: %s of its %s deviate for one reason: %s." % (
                    loop.name, format(number, ","), plural(total, "scenario"), one.reason))
    return "\n".join(lines) + "\n\n" if lines else ""


def page(loops, known, suite):
    return "%s%s\n%s%s" % (HEAD, matrix(loops, known, suite), overwhelming(loops),
                           "\n".join(section(loop, known) for loop in loops))


def main(arguments):
    parser = argparse.ArgumentParser(description="Write or check spec/%s." % PAGE,
                                     epilog="exit status: 0, 1 with findings, 2 broken files")
    parser.add_argument("--check", action="store_true", help="say what is wrong, write nothing")
    parser.add_argument("--suite", default=os.path.join(ROOT, "conformance"), metavar="DIR")
    parser.add_argument("--spec", default=os.path.join(ROOT, "spec"), metavar="DIR")
    parser.add_argument("--root", default=ROOT, metavar="DIR", help="where the files are")
    options = parser.parse_args(arguments)
    known, _ = clauses.read_all(options.spec)
    suite, _ = scenarios.read_all(options.suite)     # the broken ones are the linter's findings
    loops, wrong = [], []
    try:
        for path in find(options.root):
            loop, findings = read_loop(path, suite)
            loops.append(loop)
            wrong += findings
    except traces.FormatError as error:
        print(error, file=sys.stderr)
        return 2
    path, wanted = os.path.join(options.spec, PAGE), page(loops, known, suite)
    if options.check:
        try:
            with open(path, encoding="utf-8") as file:
                is_so = file.read() == wanted
        except OSError:
            is_so = False
        wrong += [] if is_so else ["%s:1: is older than the files of deviations; run `make loops`"
                                   % path]
    else:
        with open(path, "w", encoding="utf-8") as file:
            file.write(wanted)
    print("\n".join(wrong), end="\n" if wrong else "")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
