"""Known divergences stay caught: checks spec/divergences.md, and runs the wrong loops.

First on paper: marks in scenarios, entries of spec/divergences.md and wrong loops must name
each other.  Then for real: $AIOSPEC_BUILD/aiospec grades every loop of wrong_loops/; each
scenario that a wrong loop's CAUGHT_BY names must fail it, CONTROLS must not, and a permitted
variant must pass everything at the levels documented and defacto.  Standard library only; exit
status 1 where anything is amiss.

With --write-failures it writes conformance/wrong_loops.txt instead, what each wrong loop fails of
all that catches any of them; best with the newest CPython that has recorded in full.
"""
import collections
import concurrent.futures
import importlib
import json
import os
import re
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
BUILD = os.path.join(ROOT, os.environ.get("AIOSPEC_BUILD") or os.environ.get("BUILD") or "build")
FAILURES = os.path.join(ROOT, "conformance", "wrong_loops.txt")
ENTRIES = os.path.join(ROOT, "spec", "divergences.md")
CAUGHT = ("FAIL", "SPIN", "DEADLOCK", "HANG", "CRASH")
# What every wrong loop still does right: one that is merely broken is caught by everything.
CONTROLS = ("READY/arguments_are_forwarded", "TIMER/runs_at_its_deadline", "IO/reader_is_called",
            "EXC/timer_fails")
RUN_SECONDS = 120
RECOGNISED = ("timers_before_queued", "lock_forgets_the_rest")

sys.path[:0] = [HERE, os.path.join(ROOT, "oracle")]
import clauses      # noqa: E402
import scenarios    # noqa: E402

_MARK = re.compile(r"# divergence:\s*(.*?)\s*$", re.M)
_ENTRY = re.compile(r"### ([A-Z]+-\d\d+): .+$")
_FIELD = re.compile(r"- (asyncio|seen|clauses|scenarios|no scenario|wrong loops): (.+)$")


Known = collections.namedtuple("Known", "clauses marks level")


class Tally:
    """Counts tests.  A test is a generator of the things that are wrong, one line each."""

    def __init__(self):
        self.passed = self.failed = 0

    def test(self, faults):
        faults = list(faults)
        for fault in faults:
            print("FAILED: " + fault)
        self.failed += bool(faults)
        self.passed += not faults


def words(text):
    return [word.strip() for word in text.split(",") if word.strip()]


# ---- What is written ----------------------------------------------------------

def read_scenarios():
    """{id: Known} of every scenario."""
    found = {}
    for scenario_id, path in scenarios.find(os.path.join(ROOT, "conformance")):
        scenario = scenarios.read(path, scenario_id)
        marks = [word for match in _MARK.finditer(scenario.body) for word in words(match.group(1))]
        found[scenario_id] = Known(scenario.clauses, marks, scenario.level)
    return found


def read_entries():
    """{case: {field: text}} of spec/divergences.md; a field may go on in indented lines."""
    entries, fields, name = {}, {}, None
    with open(ENTRIES, encoding="utf-8") as file:
        for number, line in enumerate(file, 1):
            line = line.rstrip("\n")
            heading, field = _ENTRY.match(line), _FIELD.match(line)
            if heading and heading.group(1) not in entries:
                fields = entries[heading.group(1)] = {}
            elif field and entries:
                name = field.group(1)
                fields[name] = field.group(2)
            elif line.startswith("  ") and name in fields:
                fields[name] += " " + line.strip()
            elif line.startswith(("### ", "- ")) and entries:
                sys.exit("%s:%d: neither a new entry nor one of its fields" % (ENTRIES, number))
    return entries


def read_loops():
    """{name: module} of the wrong loops and the permitted variants."""
    names = sorted(name[:-3] for name in os.listdir(os.path.join(HERE, "wrong_loops"))
                   if name.endswith(".py") and name not in ("__init__.py", "passes.py", "parts.py"))
    return {name: importlib.import_module("wrong_loops." + name) for name in names}


def is_permitted(module):
    return getattr(module, "PERMITTED", False)


def can_run(module):
    """Has this Python what the module gets wrong?"""
    return sys.version_info[:2] >= getattr(module, "NEEDS", (3, 8))


def faults_of_scenario(scenario, marks, entries):
    for case in marks:
        if case not in entries:
            yield "conformance/%s.py: spec/divergences.md has no %s" % (scenario, case)


def faults_of_entry(case, fields, known, loops, clause_ids):
    """One entry of spec/divergences.md against the scenarios, the clauses and the wrong loops."""
    where = "spec/divergences.md, %s: " % case
    for name in ("asyncio", "seen"):
        if name not in fields:
            yield where + "no line '- %s: ...'" % name
    named, told = words(fields.get("scenarios", "")), words(fields.get("clauses", ""))
    marked = sorted(name for name in known if case in known[name].marks)
    if named != marked:
        yield where + "names %s; marked with it are %s" % (", ".join(named), ", ".join(marked))
    if bool(named) == ("no scenario" in fields):
        yield where + "either 'scenarios', or 'no scenario' and the reason"
    shown = {clause for name in marked for clause in known[name].clauses}
    if set(told) != shown:
        yield where + "clauses %s; its scenarios show %s" % (told, sorted(shown))
    for clause in sorted(set(told) - set(clause_ids)):
        yield where + "there is no clause " + clause
    wrong = sorted(name for name in loops if getattr(loops[name], "CASE", None) == case)
    if sorted(words(fields.get("wrong loops", ""))) != wrong:
        yield where + "the wrong loops of this case are: " + (", ".join(wrong) or "none")


def faults_of_loop(name, module, entries, known):
    """What a module of wrong_loops/ says of itself."""
    where = "wrong_loops/%s.py: " % name
    if not module.__doc__:
        yield where + "no docstring that says what is wrong"
    if is_permitted(module):
        return
    case, caught_by = getattr(module, "CASE", None), getattr(module, "CAUGHT_BY", ())
    if not caught_by:
        yield where + "neither CAUGHT_BY nor PERMITTED"
    if case != "" and case not in entries:
        yield where + "CASE %r is no entry" % (case,)
    for scenario in caught_by:
        if scenario not in known:
            yield where + "there is no scenario " + scenario
        elif case and case not in known[scenario].marks:
            yield where + "%s does not carry '# divergence: %s'" % (scenario, case)


def check_writing(tally, known, entries, loops):
    clause_ids, _ = clauses.read_all(os.path.join(ROOT, "spec"))
    for scenario, it in sorted(known.items()):
        if it.marks:
            tally.test(faults_of_scenario(scenario, it.marks, entries))
    for case, fields in entries.items():
        tally.test(faults_of_entry(case, fields, known, loops, clause_ids))
    for name, module in loops.items():
        tally.test(faults_of_loop(name, module, entries, known))
    tally.test(faults_of_failures(known, loops))


# ---- What happens -------------------------------------------------------------

def grade(name, module, folder, chosen=None):
    """Run one loop: its verdicts by scenario, the exit status, and what aiospec said."""
    results = os.path.join(folder, name + ".ndjson")
    command = [os.path.join(BUILD, "aiospec"), "run", "python:wrong_loops.%s:new_event_loop" % name,
               "--python", sys.executable, "--jobs", "1", "--quiet", "--results", results]
    if is_permitted(module) or chosen:
        command += ["--level", "defacto", *(chosen or ())]
    else:
        command += ["--level", "detail", *module.CAUGHT_BY, *CONTROLS]
    environment = dict(os.environ, PYTHONPATH=HERE, PYTHONDONTWRITEBYTECODE="1")
    environment.pop("PYTHONASYNCIODEBUG", None)
    done = subprocess.run(command, env=environment, stdin=subprocess.DEVNULL, timeout=RUN_SECONDS,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT, universal_newlines=True)
    verdicts = {record["id"]: record["verdict"] for record in read_records(results)
                if "verdict" in record}
    return verdicts, done.returncode, done.stdout.strip()


def read_records(results):
    if not os.path.exists(results):
        return []
    with open(results, encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def faults_of_wrong(name, module, graded):
    """Every scenario that must catch a wrong loop does, and it is wrong in one thing only."""
    verdicts, status, said = graded
    if status != 1:
        yield "%s: aiospec ended with status %d: %s" % (name, status, said)
    for scenario in module.CAUGHT_BY:
        verdict = verdicts.get(scenario, "no verdict")
        if verdict not in CAUGHT:
            yield "%s is not caught by %s: %s" % (name, scenario, verdict)
    for scenario in CONTROLS:
        verdict = verdicts.get(scenario, "no verdict")
        if verdict != "PASS":
            yield "%s is more than wrong: %s by %s" % (name, verdict, scenario)


def faults_of_permitted(name, graded, least):
    """A permitted variant passes, and was graded on about everything that there is."""
    verdicts, status, said = graded
    bad = sorted(scenario for scenario, verdict in verdicts.items()
                 if verdict not in ("PASS", "SKIP", "DIFFERS"))
    if status != 0 or bad:
        yield "%s ended with status %d and failed by: %s\n%s" % (name, status, ", ".join(bad), said)
    passed = sum(verdict == "PASS" for verdict in verdicts.values())
    if passed < least:
        yield "%s passed %d scenarios, of %d at least" % (name, passed, least)


def check_running(tally, known, loops):
    with tempfile.TemporaryDirectory() as folder, \
            concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        # Those that play the whole suite begin first, so that none of them is left for the end.
        order = sorted(filter(lambda name: can_run(loops[name]), loops),
                       key=lambda name: not is_permitted(loops[name]))
        runs = {name: pool.submit(grade, name, loops[name], folder) for name in order}
        for name in order:
            try:
                graded = runs[name].result()
            except (OSError, subprocess.TimeoutExpired) as error:
                tally.test(["%s: %s" % (name, error)])
                continue
            if is_permitted(loops[name]):
                tally.test(faults_of_permitted(name, graded, len(known) // 2))
            else:
                tally.test(faults_of_wrong(name, loops[name], graded))


# ---- What each of them fails --------------------------------------------------

_HEADER = """\
# What the deliberately wrong loops of harness/tests/wrong_loops fail, at the levels documented and
# defacto, of all scenarios that catch any of them.  `aiospec run` names the one that a run is like.
# Written by `harness/tests/divergences.py --write-failures`, with CPython %s.
"""


def what_is_wrong(module):
    return " ".join(module.__doc__.split())


def wrong_ones(loops):
    return {name: module for name, module in loops.items() if not is_permitted(module)}


def write_failures(known, loops):
    """Play whatever catches one wrong loop on all of them, and write down what they fail."""
    wrong = wrong_ones(loops)
    chosen = sorted({scenario for module in wrong.values() for scenario in module.CAUGHT_BY
                     if known[scenario].level in ("documented", "defacto")})
    lines = [_HEADER % sys.version.split()[0]]
    with tempfile.TemporaryDirectory() as folder, \
            concurrent.futures.ThreadPoolExecutor(2 * os.cpu_count()) as pool:
        runs = {name: pool.submit(grade, name, module, folder, chosen)
                for name, module in wrong.items() if can_run(module)}
        for name, run in runs.items():
            verdicts, status, said = run.result()
            failed = sorted(scenario for scenario, verdict in verdicts.items() if verdict in CAUGHT)
            if status > 1:
                sys.exit("%s: aiospec ended with status %d: %s" % (name, status, said))
            lines.append("\n%s: %s\n" % (name, what_is_wrong(wrong[name])))
            lines += ["    %s\n" % scenario for scenario in failed]
    with open(FAILURES, "w", encoding="utf-8") as file:
        file.write("".join(lines))


def read_failures():
    """{name: (what is wrong, scenarios)} of conformance/wrong_loops.txt."""
    found, scenarios_of = {}, None
    with open(FAILURES, encoding="utf-8") as file:
        for line in file:
            line = line.rstrip("\n")
            if line.startswith("    "):
                scenarios_of.append(line.strip())
            elif line and not line.startswith("#"):
                name, _, what = line.partition(": ")
                scenarios_of = []
                found[name] = (what, scenarios_of)
    return found


def faults_of_failures(known, loops):
    """conformance/wrong_loops.txt as far as it can be told without playing."""
    again = "; run harness/tests/divergences.py --write-failures"
    found, wrong = read_failures(), wrong_ones(loops)
    if list(found) != sorted(wrong):
        yield "conformance/wrong_loops.txt has other loops: %s%s" % (
            ", ".join(sorted(set(found) ^ set(wrong))) or "unsorted", again)
    for name in sorted(set(found) & set(wrong)):
        what, failed = found[name]
        caught_by = {scenario for scenario in wrong[name].CAUGHT_BY
                     if known[scenario].level in ("documented", "defacto")}
        if what != what_is_wrong(wrong[name]):
            yield "conformance/wrong_loops.txt says something else of %s%s" % (name, again)
        for scenario in sorted(caught_by - set(failed)):
            yield "conformance/wrong_loops.txt: %s does not fail %s%s" % (name, scenario, again)
        for scenario in sorted(set(failed) - set(known)):
            yield "conformance/wrong_loops.txt: there is no scenario %s%s" % (scenario, again)


def faults_of_likeness(name, expected, folder, chosen):
    """A run must name the wrong loop it was made with, and none for a right one."""
    results = os.path.join(folder, name + ".ndjson")
    loop = "wrong_loops.%s:new_event_loop" % name if expected else "asyncio:SelectorEventLoop"
    said = subprocess.run([os.path.join(BUILD, "aiospec"), "run", "python:" + loop, "--python",
                           sys.executable, "--summary", "--results", results, *chosen],
                          env=dict(os.environ, PYTHONPATH=HERE, PYTHONDONTWRITEBYTECODE="1"),
                          stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, timeout=RUN_SECONDS,
                          universal_newlines=True).stdout
    like = (read_records(results) or [{}])[-1].get("behaves_like", {})
    named = like and like.get("loop", "nothing that is known")
    if named != expected:
        yield "%s behaves like %s: %r" % (name, named, like)
    if ("Behaves like" in said) != (expected is not None) or (expected or "") not in said:
        yield "%s: the report does not say %s:\n%s" % (name, expected, said)


def check_likeness(tally):
    chosen = sorted({scenario for _, failed in read_failures().values() for scenario in failed})
    with tempfile.TemporaryDirectory() as folder:
        for name in RECOGNISED:
            tally.test(faults_of_likeness(name, name, folder, chosen))
        tally.test(faults_of_likeness("right", None, folder, chosen))


def main():
    tally = Tally()
    if not os.access(os.path.join(BUILD, "aiospec"), os.X_OK):
        print("divergences: no %s/aiospec: run `make all` first, or set AIOSPEC_BUILD" % BUILD,
              file=sys.stderr)
        return 2
    known, entries, loops = read_scenarios(), read_entries(), read_loops()
    if sys.argv[1:] == ["--write-failures"]:
        write_failures(known, loops)
        return 0
    check_writing(tally, known, entries, loops)
    check_running(tally, known, loops)
    check_likeness(tally)
    print("%d wrong loops, %d permitted variants, %d cases"
          % (sum(not is_permitted(module) for module in loops.values()),
             sum(is_permitted(module) for module in loops.values()), len(entries)))
    print("%d passed, %d failed" % (tally.passed, tally.failed))
    return 1 if tally.failed else 0


if __name__ == "__main__":
    sys.exit(main())
