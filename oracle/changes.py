"""spec/versions.md: what changed from one recorded build to the next, and the traces that show it.

    python3 oracle/changes.py VERSION [VERSION] [--traces]   what differs in it; or between two
    python3 oracle/changes.py --check                        is the page what the goldens say?
    python3 oracle/changes.py --write                        write its excerpts and levels again
    python3 oracle/changes.py --propose                      entries for changes that it lacks

A scenario changes at a build where its golden is not that of the build recorded before it, or
where one of the two has none.  The page has a chapter for each build at which scenarios change,
and in it an entry for each change that a program may notice:

    ## 3.12

    ### `wait_for` needs a task

    - clauses: WFOR-13
    - level: defacto

    What changed, and what to do about it.

    ```diff WFOR/without_task
    --- 3.11.7
    +++ 3.12.1
    @@ A call that no task runs is refused with RuntimeError from 3.12.
    -      0  waits
    +      0  RuntimeError
    ```

An entry speaks for all scenarios that change at its build and name one of its clauses; `TG` as a
clause stands for all of an area.  It has at least one excerpt, or an example that holds both
goldens.  One with the line `- new: yes` speaks for scenarios whose functions the build before
lacks, and needs no excerpt.  What stands between ```diff AREA/NAME and the closing fence is
written by --write, like the level, that of the strongest clause.  Tables of `| VERSION | CLAUSES |
what |` in other chapters hold what no scenario shows; a version is `3.12` or `3.13 patches`.
Exit status: 0, 1 with findings, 2 usage.
"""
import argparse
import difflib
import itertools
import os
import re
import sys
import textwrap
from collections import namedtuple

import clauses
import scenarios
import traces
import versions

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(HERE)
PAGE = "versions.md"
PATCHES = " patches"
CONTEXT = 1             # lines that agree, around those that do not
WIDTH = 110
WHOLE = 10              # an excerpt of so many lines shows them all

# before, after: neighbours among the recorded builds; old, new: traces.Block, or None
Point = namedtuple("Point", "scenario before after old new")
# version: of its chapter, a pair or a triple; clauses: ids and areas; level: "" where it lacks;
# diffs: [Diff]; examples: clauses.Example; line: of its heading
Entry = namedtuple("Entry", "title version clauses level new diffs examples line")
# A block ```diff AREA/NAME.  line: of the fence that opens it
Diff = namedtuple("Diff", "scenario lines line")
Row = namedtuple("Row", "version patches clauses line")
# fields: {name: (text, line)}
Page = namedtuple("Page", "lines entries rows fields")

_CHAPTER = re.compile(r"## (3\.\d+(?:\.\d+)?)(?![\d.]*\d)")
_FIELD = re.compile(r"- (clauses|level|new): +(.*?)\s*$")
_DIFF = re.compile(r"```diff +([A-Z][A-Z0-9]*/\w+)\s*$")
_ROW = re.compile(r"\| *(3\.\d+)(%s)? *\| *([A-Z][^|]*?) *\|.*\|$" % PATCHES)
_AREA = re.compile(r"[A-Z][A-Z0-9]*$")


# ---- What the goldens say -------------------------------------------------------

def block_of(scenario, build):
    """The golden of a recorded build, or None."""
    for block in scenario.blocks:
        if versions.covers(block.ranges, build):
            return block
    return None


def find_points(everything, builds):
    """Every Point at which a scenario changes, by build and then by scenario."""
    found = []
    builds = sorted(builds)
    for before, after in zip(builds, builds[1:]):
        for scenario in everything:
            old, new = block_of(scenario, before), block_of(scenario, after)
            if old is not new:
                found.append(Point(scenario, before, after, old, new))
    return found


def is_new(point):
    """Does the build before have no golden, because what the scenario needs is not there?"""
    return point.old is None


def excerpt(point):
    """The lines of a diff block: both builds, the scenario's sentence, what differs."""
    return (["--- " + versions.show(point.before), "+++ " + versions.show(point.after)]
            + ["@@ " + line for line in textwrap.wrap(point.scenario.doc, WIDTH)]
            + _differing(_shown(point.old), _shown(point.new)))


def _shown(block):
    """The lines of a golden without their '#'."""
    if block is None:
        return ["     does not run"]
    return [line[1:] for line in traces.format_block("", block.lines).split("\n")[1:-1]]


def _differing(old, new):
    """What differs: lines of the old golden with '-', then those of the new one with '+'."""
    matcher = difflib.SequenceMatcher(None, old, new, autojunk=False)
    lines = _aligned(old, new, matcher.get_opcodes())
    if len(old) == len(new):            # line for line, where that marks no more of them
        plain = _aligned(old, new, _line_for_line(old, new))
        if _marked(plain) <= _marked(lines):
            lines = plain
    if len(lines) <= WHOLE:
        return lines
    kept = {near for at, line in enumerate(lines) if line[0] != " "
            for near in range(at - CONTEXT, at + CONTEXT + 1)}
    out = []
    for at, line in enumerate(lines):
        if at in kept:
            out.append(line)
        elif not out or out[-1] != " ...":
            out.append(" ...")
    return out


def _line_for_line(old, new):
    """Opcodes that pair each line with the one of its number."""
    for same, run in itertools.groupby(range(len(old)), lambda at: old[at] == new[at]):
        low, *rest = run
        high = rest[-1] + 1 if rest else low + 1
        yield "equal" if same else "replace", low, high, low, high


def _aligned(old, new, opcodes):
    lines = []
    for kind, low, high, new_low, new_high in opcodes:
        if kind == "equal":
            lines += [" " + line for line in old[low:high]]
        else:
            lines += ["-" + line for line in old[low:high]]
            lines += ["+" + line for line in new[new_low:new_high]]
    return lines


def _marked(lines):
    return sum(line[0] != " " for line in lines)


# ---- Reading the page -------------------------------------------------------------

def words(text):
    return [word.strip() for word in text.split(",") if word.strip()]


def read(path):
    """The Page."""
    lines = clauses.read_lines(path)
    fenced = clauses.inside_fences(lines)
    page = Page(lines, [], [], {})
    headings = [at for at, line in enumerate(lines)
                if not fenced[at] and re.match(r"#{1,3} ", line)]
    version = None
    for start, stop in zip(headings, headings[1:] + [len(lines)]):
        chapter = _CHAPTER.match(lines[start])
        if not lines[start].startswith("### "):
            version = versions.parse(chapter.group(1)) if chapter else None
        elif version:
            page.entries.append(_entry(lines[start:stop], start + 1, version, path, page.fields))
    for number, line in enumerate(lines, 1):
        row = _ROW.match(line)
        if row and not fenced[number - 1]:
            page.rows.append(Row(versions.parse(row.group(1)), bool(row.group(2)),
                                 words(row.group(3)), number))
    return page


def _entry(lines, number, version, path, all_fields):
    """The Entry of these lines, the first of which is its heading and has this number."""
    fields, name = {}, None
    for offset, line in enumerate(lines[1:], 1):
        match = _FIELD.match(line)
        if match:
            name = match.group(1)
            fields[name] = (match.group(2), number + offset)
        elif name and line.startswith("  ") and line.strip():
            fields[name] = (fields[name][0] + " " + line.strip(), fields[name][1])
        elif line.strip():
            break
    all_fields[number] = fields
    diffs = []
    for offset, line in enumerate(lines):
        match = _DIFF.match(line)
        if match:
            if "```" not in lines[offset + 1:]:
                raise traces.FormatError(path, number + offset, "the excerpt is not closed")
            stop = lines.index("```", offset + 1)
            diffs.append(Diff(match.group(1), lines[offset + 1:stop], number + offset))
    return Entry(lines[0][4:], version, words(fields.get("clauses", ("", 0))[0]),
                 fields.get("level", ("", 0))[0], "new" in fields, diffs,
                 clauses.examples_of(lines, path, number), number)


def names(wanted, clause):
    """Is the clause one of `wanted`, ids and areas?"""
    return clause in wanted or clause.rsplit("-", 1)[0] in wanted


def touches(wanted, scenario):
    return any(names(wanted, clause) for clause in scenario.clauses)


def points_at(version, points, builds):
    """The points of a chapter: 3.12 is the first recorded build of that series."""
    build = version
    if len(version) == 2:
        build = min((build for build in builds if build[:2] == version), default=None)
    return [point for point in points if point.after == build]


def speaks_for(entry, point):
    return entry.new == is_new(point) and touches(entry.clauses, point.scenario)


def chapter_name(build, builds):
    """How the page writes the chapter of this build."""
    first = min(other for other in builds if other[:2] == build[:2])
    return versions.show(build[:2] if build == first else build)


def strongest(wanted, found):
    """The strongest level among the clauses that are meant; "" where there are none."""
    levels = {clause.level for clause in found.values() if names(wanted, clause.id)}
    return next((level for level in scenarios.LEVELS if level in levels), "")


# ---- Checking -----------------------------------------------------------------------

def lint(spec, suite, found):
    """Findings about the page, as lines; none where there is no page.  `found`: the clauses."""
    path = os.path.join(spec, PAGE)
    if not os.path.exists(path):
        return []
    page = read(path)
    points, builds = read_suite(suite)
    findings = []
    for entry in page.entries:
        here = points_at(entry.version, points, builds)
        findings += [(entry.line, text) for text in check_entry(entry, here, found)]
        for diff in entry.diffs:
            findings += [(diff.line, text) for text in check_diff(diff, entry, here)]
    for row in page.rows:
        findings += [(row.line, text) for text in check_row(row, points, builds, found)]
    findings += [(1, text) for text in check_gaps(page, points, builds, found)]
    return ["%s:%d: %s" % (path, line, text) for line, text in sorted(findings)]


def read_suite(suite):
    """(all points, the recorded builds) of a suite; broken scenarios are not ours to tell of."""
    builds = versions.read_builds(os.path.join(suite, "builds.txt"))
    everything, _ = scenarios.read_all(suite)
    return find_points(everything, builds), sorted(builds)


def check_entry(entry, here, found):
    """What is wrong with one entry, beside its excerpts.  `here`: the points of its chapter."""
    if not entry.clauses:
        return ["lacks the line '- clauses: ...'"]
    wrong = ["there is no clause %s" % name for name in entry.clauses
             if not any(names([name], clause) for clause in found)]
    if wrong:
        return wrong
    version = versions.show(entry.version)
    mine = [point for point in here if is_new(point) == entry.new]
    wrong += ["no scenario of %s %s at %s" % (name, "begins" if entry.new else "changes", version)
              for name in entry.clauses
              if not any(touches([name], point.scenario) for point in mine)]
    level = strongest(entry.clauses, found)
    if entry.level != level:
        wrong.append("level %r: its clauses are %s; `changes.py --write` says so"
                     % (entry.level, level))
    if not entry.new and not entry.diffs and not any(
            shows(example, entry, here) for example in entry.examples):
        wrong.append("shows no scenario that changes at %s: give it an excerpt, ```diff AREA/NAME, "
                     "or an example with both goldens" % version)
    return wrong


def shows(example, entry, here):
    """Does the example hold the goldens of both sides of a change of this entry?"""
    headers = {line.strip() for line in example.lines if line.startswith("# trace")}
    for point in here:
        if point.scenario.id == example.scenario and speaks_for(entry, point):
            with open(point.scenario.path, encoding="utf-8") as file:
                lines = file.read().split("\n")
            return all(block and lines[block.number - 1].strip() in headers
                       for block in (point.old, point.new))
    return False


def check_diff(diff, entry, here):
    for point in here:
        if point.scenario.id == diff.scenario:
            if not speaks_for(entry, point):
                return ["%s names none of these clauses" % diff.scenario]
            if excerpt(point) != diff.lines:
                return ["the goldens of %s say something else; `changes.py --write` writes it"
                        % diff.scenario]
            return []
    return ["%s does not change at %s" % (diff.scenario, versions.show(entry.version))]


def check_row(row, points, builds, found):
    """A row is about clauses that exist, and that no scenario shows to change then."""
    wrong = []
    first = min((build for build in builds if build[:2] == row.version), default=None)
    there = [point for point in points if point.after[:2] == row.version
             and (point.after != first) == row.patches]
    for name in row.clauses:
        if not any(names([name], clause) for clause in found):
            wrong.append("there is no clause %s" % name)
        shown = [point.scenario.id for point in there if touches([name], point.scenario)]
        if shown:
            wrong.append("%s shows %s to change then: make it an entry" % (shown[0], name))
    return wrong


def check_gaps(page, points, builds, found):
    """Changes without an entry, and clauses that begin or end with a version and are not here."""
    gaps = {}
    for point in points:
        chapter = chapter_name(point.after, builds)
        if not any(versions.show(entry.version) == chapter and speaks_for(entry, point)
                   for entry in page.entries):
            gaps.setdefault((chapter, is_new(point)), []).append(point)
    wrong = []
    for (chapter, new), lacking in sorted(gaps.items()):
        one = lacking[0]
        more = " and %d more" % (len(lacking) - 1) if len(lacking) > 1 else ""
        wrong.append("%s %s at %s%s, and no entry of that chapter %snames one of its clauses (%s); "
                     "`changes.py --propose` makes one" % (
                         one.scenario.id, "begins" if new else "changes", chapter, more,
                         "with '- new: yes' " if new else "", ", ".join(one.scenario.clauses)))
    told = [name for one in page.entries + page.rows for name in one.clauses]
    wrong += ["%s holds for %s only, and is not on this page" % (clause.id, clause.versions)
              for clause in found.values()
              if clause.versions != "3.8.." and not names(told, clause.id)]
    return wrong


# ---- Writing ------------------------------------------------------------------------

def write(path, suite, found):
    """Write the excerpts and levels of the page again; the ids of excerpts that cannot be."""
    page = read(path)
    points, builds = read_suite(suite)
    lines, lacking = list(page.lines), []
    for entry in reversed(page.entries):
        here = {point.scenario.id: point for point in points_at(entry.version, points, builds)}
        for diff in reversed(entry.diffs):
            if diff.scenario in here:
                lines[diff.line:diff.line + len(diff.lines)] = excerpt(here[diff.scenario])
            else:
                lacking.append(diff.scenario)
        _write_level(lines, entry, page.fields[entry.line], found)
    if lines != page.lines:
        with open(path + ".new", "w", encoding="utf-8") as file:
            file.write("\n".join(lines))
        os.replace(path + ".new", path)
    return sorted(lacking)


def _write_level(lines, entry, fields, found):
    level = strongest(entry.clauses, found)
    if not level:
        return
    if "level" in fields:
        lines[fields["level"][1] - 1] = "- level: " + level
        return
    at = fields["clauses"][1]               # below the item, which may go on
    while lines[at].startswith("  "):
        at += 1
    lines.insert(at, "- level: " + level)


def propose(page, points, builds):
    """Entries for all changes that have none, to be written out by hand."""
    told = {}
    for point in points:
        chapter = chapter_name(point.after, builds)
        if not any(versions.show(entry.version) == chapter and speaks_for(entry, point)
                   for entry in page.entries):
            key = (chapter, is_new(point), point.scenario.clauses[0])
            told.setdefault(key, []).append(point)
    chapter = None
    for (version, new, clause), several in told.items():
        if version != chapter:
            chapter = version
            yield "## %s\n" % chapter
        best = min(several, key=lambda point: (len(excerpt(point)), point.scenario.id))
        yield "### %s\n\n- clauses: %s" % (clause, clause)
        yield "- new: yes\n" if new else "\n```diff %s\n%s\n```\n" % (
            best.scenario.id, "\n".join(excerpt(best)))


# ---- Telling ------------------------------------------------------------------------

def span(texts, builds):
    """The recorded builds at which what changes is asked for."""
    asked = [versions.parse(text) for text in texts]
    if len(asked) == 1:
        return [build for build in builds[1:] if build[:len(asked[0])] == asked[0]]
    low, high = asked
    older = [build for build in builds if build[:len(low)] <= low]
    return [build for build in builds if build not in older and build[:len(high)] <= high]


def tell(build, page, points, builds, whole):
    """Print what changes at a build: the page's entries, with the scenarios that show them."""
    here = [point for point in points if point.after == build]
    chapter = chapter_name(build, builds)
    print("%s (%s to %s)" % (chapter, versions.show(builds[builds.index(build) - 1]),
                             versions.show(build)))
    for entry in page.entries:
        if versions.show(entry.version) != chapter:
            continue
        mine = [point for point in here if speaks_for(entry, point)]
        print("  %-10s  %s" % (entry.level, entry.title))
        shown = [point.scenario.id for point in mine]
        print("%14s%s: %s%s" % ("", ", ".join(entry.clauses), " ".join(shown[:3]),
                                " and %d more" % (len(shown) - 3) if len(shown) > 3 else ""))
        for point in mine if whole and not entry.new else ():
            print("\n    %s" % point.scenario.id)
            print("".join("    %s\n" % line for line in excerpt(point)))


def parse_arguments(arguments):
    parser = argparse.ArgumentParser(
        description="What changed in asyncio from one CPython to the next, and spec/%s." % PAGE,
        epilog="exit status: 0, 1 with findings, 2 usage")
    parser.add_argument("versions", nargs="*", metavar="VERSION",
                        help="print what changed in this one, or from one to another")
    parser.add_argument("--traces", action="store_true", help="with VERSION: print all traces too")
    parser.add_argument("--check", action="store_true", help="is the page what the goldens say?")
    parser.add_argument("--write", action="store_true", help="write its excerpts and levels again")
    parser.add_argument("--propose", action="store_true", help="print entries that it lacks")
    parser.add_argument("--suite", default=os.path.join(ROOT, "conformance"), metavar="DIR")
    parser.add_argument("--spec", default=os.path.join(ROOT, "spec"), metavar="DIR")
    options = parser.parse_args(arguments)
    if len(options.versions) > 2 or bool(options.versions) == (
            options.check or options.write or options.propose):
        parser.error("one or two versions, or one of --check, --write, --propose")
    return parser, options


def main(arguments):
    parser, options = parse_arguments(arguments)
    path = os.path.join(options.spec, PAGE)
    found, _ = clauses.read_all(options.spec)
    if options.write:
        lacking = write(path, options.suite, found)
        for name in lacking:
            print("changes: %s does not change there" % name, file=sys.stderr)
        return 1 if lacking else 0
    if options.check:
        lines = lint(options.spec, options.suite, found)
        print("\n".join(lines), end="\n" if lines else "")
        return 1 if lines else 0
    points, builds = read_suite(options.suite)
    page = read(path) if os.path.exists(path) else Page([], [], [], {})
    if options.propose:
        for text in propose(page, points, builds):
            print(text)
        return 0
    try:
        wanted = span(options.versions, builds)
    except versions.RangeError as error:
        parser.error(str(error))
    if not wanted:
        parser.error("nothing was recorded there; the builds are " +
                     " ".join(map(versions.show, builds)))
    for build in wanted:
        tell(build, page, points, builds, options.traces)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
