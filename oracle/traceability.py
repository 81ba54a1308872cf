"""Which scenarios show a clause, which code obeys it, and what is missing.

    python3 oracle/traceability.py [--suite DIR] [--spec DIR] [--root DIR] [--check | --json]

Without an option: writes spec/trace.md, the table of all clauses, and the counts in README.md.
--check only says what is wrong (`make lint` does): a clause that no code names and that
unnamed.txt does not excuse, an id in code or text that is no clause, a table or counts that
are old.  --json prints the clause index that spec/formats.md describes, which `aiospec clauses`
and `aiospec explain` read.  Exit status: 0, 1 with findings, 2 broken files.
"""
import argparse
import json
import os
import re
import sys

import clauses
import codenames
import scenarios
import traces

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(HERE)
FORMAT = 1
CODE = ("reference", "harness/vm", "harness/player")    # what obeys clauses
ALSO = ("harness/command", "harness/timewarp", "benchmarks")    # what may name them
BEGIN, END = "<!-- counts: `make trace` writes this -->", "<!-- end of counts -->"
HEAD = """# Trace

Every clause with the scenarios that show it and the code that names it. `make trace` writes this table, `make lint`
checks that it is what the files say, and `aiospec explain ID` prints all there is about one clause.

"""


class Project:
    """All that is said about clauses: in spec/, in conformance/ and in code."""

    def __init__(self, suite, spec, root):
        self.suite, self.spec, self.root = suite, spec, root
        self.clauses, self.errors = clauses.read_all(spec)
        self.scenarios = {}         # clause id: [Scenario]
        everything, errors = scenarios.read_all(suite)
        self.errors += errors
        self.recorded = len(everything)
        for scenario in everything:     # by id
            for name in scenario.clauses:
                self.scenarios.setdefault(name, []).append(scenario)
        self.code = codenames.read_folders(root, existing(root, CODE))
        self.unshown = clauses.read_unshown(os.path.join(suite, "unshown.txt"))
        self.unnamed = clauses.read_unshown(os.path.join(suite, "unnamed.txt"))

    def places(self, name):
        """Where code names the clause: definitions ahead of declarations."""
        return sorted(self.code.get(name, []), key=lambda place: place.file.endswith(".h"))

    def is_required(self, clause):
        """Must code name it?"""
        return clause.level in ("documented", "defacto") and not clause.coverage \
            and clause.id not in self.unshown


def existing(root, folders):
    return [folder for folder in folders if os.path.isdir(os.path.join(root, folder))]


# ---- Findings -----------------------------------------------------------------

def findings(project):
    """What is wrong, as lines."""
    known, suite = project.clauses, project.suite
    lines = [str(error) for error in project.errors]
    areas = {name.rsplit("-", 1)[0] for name in known}
    also = codenames.read_folders(project.root, existing(project.root, ALSO))
    for name, places in sorted(project.code.items()) + sorted(also.items()):
        if name not in known and name.rsplit("-", 1)[0] in areas:
            lines += ["%s:%d: there is no clause %s" % (place.file, place.line, name)
                      for place in places]
    lines += unknown_in_texts(project, areas)
    path = os.path.join(suite, "unnamed.txt")
    for name in project.unnamed:
        if name not in known:
            lines.append("%s:1: there is no clause %s" % (path, name))
        elif name in project.code:
            lines.append("%s:1: %s is listed, but %s:%d names it" % (
                (path, name) + project.places(name)[0][:2]))
    for name, clause in known.items():
        if name in project.scenarios and not clause.look_at:
            lines.append("%s:%d: %s lacks the line '- look at: ...'" % (
                clause.file, clause.line, name))
        if project.is_required(clause) and name not in project.code \
                and name not in project.unnamed:
            lines.append("%s:%d: no comment in %s names %s, and unnamed.txt gives no reason"
                         % (clause.file, clause.line, " or ".join(CODE[:2]), name))
    return lines


def unknown_in_texts(project, areas):
    """Findings about ids in spec/*.md and README.md that are no clauses."""
    lines = []
    texts = [os.path.join(project.spec, name) for name in sorted(os.listdir(project.spec))
             if name.endswith(".md")]
    for path in texts + [os.path.join(project.root, "README.md")]:
        if not os.path.exists(path):
            continue
        content = clauses.read_lines(path)
        for number, (line, fenced) in enumerate(zip(content, clauses.inside_fences(content)), 1):
            lines += ["%s:%d: there is no clause %s" % (path, number, name)
                      for name, _ in codenames.names_in(line)
                      if not fenced and name not in project.clauses
                      and name.rsplit("-", 1)[0] in areas]
    return lines


# ---- Texts that are written ---------------------------------------------------

def table(project):
    """What spec/trace.md holds."""
    text, chapter = [HEAD], None
    for clause in project.clauses.values():
        if clause.file != chapter:
            chapter = clause.file
            name = os.path.basename(chapter)
            text.append("%s## [%s](%s)\n\n| clause | level | scenarios | in code |\n|---|---|---|---|\n"
                        % ("" if len(text) == 1 else "\n", title(chapter), name))
        text.append("| %s | %s | %s | %s |\n" % (
            clause.id, clause.level, shown_by(project, clause), named_by(project, clause)))
    return "".join(text)


def title(path):
    return next(line[2:] for line in clauses.read_lines(path) if line.startswith("# "))


def shown_by(project, clause):
    shown = project.scenarios.get(clause.id, [])
    if not shown:
        return clause.coverage or "none: " + project.unshown.get(clause.id, "")
    first = next((one for one in shown if clause.examples
                  and one.id == clause.examples[0].scenario), shown[0])
    more = " and %d more" % (len(shown) - 1) if len(shown) > 1 else ""
    return "[`%s`](../conformance/%s.py)%s" % (first.id, first.id, more)


def named_by(project, clause):
    places = project.places(clause.id)
    if not places:
        return project.unnamed.get(clause.id, "")
    found = []
    for place in places:
        name = "`%s`" % (place.symbol or os.path.basename(place.file))
        link = "[%s](../%s)" % (name, place.file)
        if not any(name in other for other in found):
            found.append(link)
    return ", ".join(found[:3]) + (" and %d more" % (len(found) - 3) if len(found) > 3 else "")


def counts(project):
    """The counts in README.md."""
    known = project.clauses.values()
    covered = [clause for clause in known if not clause.coverage]
    firm = [clause for clause in covered if clause.level in ("documented", "defacto")]
    shown = [clause for clause in covered if clause.id in project.scenarios]
    named = [clause for clause in covered if clause.id in project.code]
    rows = [("clauses in the text", len(known)),
            ("of areas that scenarios cover", len(covered)),
            ("of these documented or defacto", len(firm)),
            ("shown by at least one scenario", len(shown)),
            ("not shown, each with its reason in `conformance/unshown.txt`",
             len(covered) - len(shown)),
            ("named by the code that obeys them", len(named)),
            ("scenarios", project.recorded)]
    return "%s\n\n| | |\n|---|---:|\n%s\n%s" % (
        BEGIN, "".join("| %s | %s |\n" % (what, format(count, ",")) for what, count in rows), END)


def with_counts(readme, project):
    """README's text with the counts as they are; None where it has no place for them."""
    pattern = re.compile(re.escape(BEGIN) + ".*?" + re.escape(END), re.S)
    return pattern.sub(lambda _: counts(project), readme) if pattern.search(readme) else None


def outputs(project):
    """[(path, text it should hold, what is said where it has no place for it or None)]"""
    readme = os.path.join(project.root, "README.md")
    with open(readme, encoding="utf-8") as file:
        wanted = with_counts(file.read(), project)
    return [(os.path.join(project.spec, "trace.md"), table(project)), (readme, wanted)]


def stale(project):
    """Findings about what `make trace` should have written."""
    lines = []
    for path, wanted in outputs(project):
        try:
            with open(path, encoding="utf-8") as file:
                is_so = file.read() == wanted
        except OSError:
            is_so = False
        if wanted is None:
            lines.append("%s:1: lacks the line %s" % (path, BEGIN))
        elif not is_so:
            lines.append("%s:1: is older than what it counts; run `make trace`" % path)
    return lines


# ---- The clause index ---------------------------------------------------------

def describe(project, clause):
    """One clause of the index."""
    return {"id": clause.id, "text": clause.text, "level": clause.level,
            "versions": clause.versions, "source": clause.source, "evidence": clause.evidence,
            "look_at": clause.look_at, "coverage": clause.coverage, "prose": clause.prose,
            "file": os.path.relpath(clause.file, project.spec), "line": clause.line,
            "examples": [{"scenario": example.scenario, "lines": example.lines}
                         for example in clause.examples],
            "scenarios": [scenario.id for scenario in project.scenarios.get(clause.id, [])],
            "unshown": project.unshown.get(clause.id),
            "code": [place._asdict() for place in project.places(clause.id)],
            "unnamed": project.unnamed.get(clause.id)}


def main(arguments):
    parser = argparse.ArgumentParser(
        description="Write, check or print which scenarios and which code belong to each clause.",
        epilog="exit status: 0, 1 with findings, 2 broken files")
    parser.add_argument("--check", action="store_true", help="say what is wrong, write nothing")
    parser.add_argument("--json", action="store_true", help="print the clause index")
    parser.add_argument("--suite", default=os.path.join(ROOT, "conformance"), metavar="DIR")
    parser.add_argument("--spec", default=os.path.join(ROOT, "spec"), metavar="DIR")
    parser.add_argument("--root", default=ROOT, metavar="DIR", help="where the code is")
    options = parser.parse_args(arguments)
    try:
        project = Project(options.suite, options.spec, options.root)
    except (traces.FormatError, OSError) as error:
        print(error, file=sys.stderr)
        return 2
    if options.json:
        json.dump({"format": FORMAT, "clauses": [describe(project, clause)
                                                 for clause in project.clauses.values()]},
                  sys.stdout, separators=(",", ":"))
        return 2 if project.errors else 0
    if options.check:
        lines = findings(project) + stale(project)
        print("\n".join(lines), end="\n" if lines else "")
        return 1 if lines else 0
    for path, text in outputs(project):
        if text is None:
            print("%s:1: lacks the line %s" % (path, BEGIN), file=sys.stderr)
            return 2
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
