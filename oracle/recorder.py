"""Records golden traces: runs scenarios on the CPythons of this machine.

    python3 oracle/recorder.py [--builds A,B] [PATTERN...]     record, and write the goldens
    python3 oracle/recorder.py --check [--builds A,B] [PATTERN...]

Each scenario runs several times on each build, under timewarp and under perturbation of all
that it must not depend on.  One that varies, fails, hangs or leaves something behind is
refused and its file is not touched.  Nothing else in the project writes golden traces.

Exit status: 0 done, 1 a scenario was refused or (--check) differs, 2 it could not be tried.
"""
import argparse
import os
import signal
import sys
import threading
from collections import namedtuple
from concurrent.futures import ThreadPoolExecutor

import client
import interpreters
import scenarios
import traces
import versions

WORKERS = 2

# How often, and how disturbed, each scenario runs on each build.
Variant = namedtuple("Variant", "name arguments hash_seed")
VARIANTS = (
    Variant("undisturbed", (), "0"),
    Variant("undisturbed, once more", (), "4242"),
    Variant("another heap", ("--perturb", "heap:1"), "1"),
    Variant("a third heap", ("--perturb", "heap:2"), "2"),
    Variant("unrelated tasks alive", ("--perturb", "tasks", "--perturb", "heap:3"), "3"),
    Variant("pure-Python futures and tasks", ("--pure", "--perturb", "heap:4"), "4"),
)


class Refused(Exception):
    """Why a scenario gets no golden; str() is one line without the scenario's id."""


# ---- Running ------------------------------------------------------------------

class Progress:
    """One changing line on a terminal, nothing elsewhere."""

    def __init__(self, total):
        self._shown = sys.stderr.isatty()
        self._lock = threading.Lock()
        self._total, self._done = total, 0

    def step(self, text):
        with self._lock:
            self._done += 1
            if self._shown:
                sys.stderr.write("\r\x1b[K%d/%d  %s" % (self._done, self._total, text))
                sys.stderr.flush()

    def end(self):
        if self._shown:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()


def run_all(chosen, builds, variants, timewarp, limit):
    """{(scenario id, version): [(variant, Outcome or error text), ...]} of everything."""
    jobs = [(interpreter, variant, [one for one in chosen if one.needs <= interpreter.version])
            for interpreter in builds for variant in variants]
    progress = Progress(sum(len(job[2]) for job in jobs))
    results = {}
    try:
        with ThreadPoolExecutor(WORKERS) as pool:
            played = pool.map(lambda job: play_list(*job, timewarp, limit, progress), jobs)
            for (interpreter, variant, todo), outcomes in zip(jobs, played):
                for scenario, outcome in zip(todo, outcomes):
                    results.setdefault((scenario.id, interpreter.version), []).append(
                        (variant, outcome))
    finally:
        progress.end()
    return results


def play_list(interpreter, variant, todo, timewarp, limit, progress):
    """Play scenarios on one build; an Outcome for each, or a text where the player failed."""
    outcomes = []
    player = None
    try:
        for scenario in todo:
            progress.step("%s  %s" % (versions.show(interpreter.version), scenario.id))
            try:
                if player is None:
                    player = client.Player(
                        interpreter.path, variant.arguments,
                        {"PYTHONHASHSEED": variant.hash_seed}, timewarp, limit)
                outcomes.append(player.play(scenario.id, scenario.path))
            except client.ClientError as error:
                outcomes.append(str(error))
                if player is not None:
                    player.close()
                    player = None
    finally:
        if player is not None:
            player.close()
    return outcomes


# ---- Judging ------------------------------------------------------------------

def judge(outcomes):
    """The lines that all runs on one build agree on; Refused otherwise.

    `outcomes`: (Variant, Outcome) of each run.
    """
    first = None
    for variant, outcome in outcomes:
        lines = sound_lines(outcome)
        if first is None:
            first = lines
            continue
        index = traces.difference(first, lines)
        if index is not None:
            raise Refused("varies (%s): line %d is %s, and was %s" % (
                variant.name, index + 1, show_line(lines, index), show_line(first, index)))
    return first


def sound_lines(outcome):
    """The lines of one run; Refused where the run is nothing to record."""
    if isinstance(outcome, str):
        raise Refused(outcome)
    if outcome.verdict is not None:
        raise Refused("gets the verdict " + outcome.verdict)
    if outcome.status is None:
        raise Refused("does not end")
    if outcome.trace is None:
        raise Refused("wrote something that is no trace")
    end = outcome.trace.end
    if end is None:
        raise Refused("dies: " + describe_status(outcome.status))
    if end[0] == "X":
        raise Refused("ends by %s: %s" % (end[2], end[3]))
    if outcome.trace.left:
        raise Refused("leaves behind: " + ", ".join(
            "%d %s" % (count, name) for name, count in sorted(outcome.trace.left.items())))
    if outcome.status != 0:
        raise Refused("dies after its end: " + describe_status(outcome.status))
    for line in outcome.trace.lines:
        reason = traces.unwritable(line)
        if reason:
            raise Refused(reason)
    return outcome.trace.lines


def describe_status(status):
    if os.WIFSIGNALED(status):
        number = os.WTERMSIG(status)
        if number == signal.SIGXFSZ:
            return "it wrote more than %d bytes" % client.OUTPUT_BYTES
        return signal.Signals(number).name
    return "exit status %d" % os.WEXITSTATUS(status)


def show_line(lines, index):
    if index >= len(lines):
        return "missing"
    return "%s %r" % (lines[index].ms, lines[index].text)


def record_scenario(scenario, builds, results):
    """{version: lines} of one scenario; Refused with the build in its text."""
    recorded = {}
    for interpreter in builds:
        outcomes = results.get((scenario.id, interpreter.version))
        if outcomes is None:
            continue            # it needs a newer version
        try:
            recorded[interpreter.version] = judge(outcomes)
        except Refused as error:
            raise Refused("on %s: %s" % (versions.show(interpreter.version), error)) from None
    if not recorded:
        raise Refused("needs %s, which no Python found here is" % versions.show(scenario.needs))
    return recorded


# ---- Writing ------------------------------------------------------------------

def merge(scenario, recorded, known):
    """(blocks as text, builds whose old claim stands beside a changed trace).

    `recorded`: {build: lines} from now; `known`: all builds of builds.txt before.  A build
    that is not here keeps what its block said.
    """
    claims, changed = dict(recorded), False
    for build in known:
        for block in scenario.blocks:
            if not versions.covers(block.ranges, build):
                continue
            if build not in recorded and build >= scenario.needs:
                claims[build] = block.lines
            elif build in recorded and traces.difference(block.lines, recorded[build]) is not None:
                changed = True
    groups = []                 # [lines, builds], in the order of their oldest builds
    for build in sorted(claims):
        for group in groups:
            if traces.difference(group[0], claims[build]) is None:
                group[1].append(build)
                break
        else:
            groups.append([settled_order(claims[build], scenario.blocks), [build]])
    universe = sorted(set(known) | set(recorded))
    blocks = [traces.format_block(versions.format_ranges(builds, universe), lines)
              for lines, builds in groups]
    kept = [build for build in sorted(claims) if build not in recorded]
    return "\n".join(blocks), kept if changed else []


def settled_order(lines, blocks):
    """These lines as a block has them already, where only order inside groups differs."""
    groups = [line.group for line in lines]
    for block in blocks:
        if ([line.group for line in block.lines] == groups
                and traces.difference(block.lines, lines) is None):
            return block.lines
    return lines


def write_goldens(scenario, blocks):
    """Put the blocks at the end of the scenario's file; True if that changed it.

    This is the only function that writes goldens.
    """
    with open(scenario.path, encoding="utf-8", newline="") as file:
        source = file.read()
    if traces.split_source(source)[0] != scenario.body:
        raise Refused("was edited while it was recorded; record it again")
    text = scenario.body + "\n" + blocks
    if text == source:
        return False
    new = scenario.path + ".new"
    with open(new, "w", encoding="utf-8", newline="") as file:
        file.write(text)
    os.chmod(new, os.stat(scenario.path).st_mode & 0o777)
    os.replace(new, scenario.path)
    return True


# ---- The two commands ---------------------------------------------------------

def record(chosen, builds, options, complain):
    """Record the chosen scenarios; what was done, in one line."""
    results = run_all(chosen, builds, VARIANTS, options.timewarp, options.limit)
    builds_path = os.path.join(options.suite, "builds.txt")
    known = versions.read_builds(builds_path)
    written, stale, seen = 0, {}, set()
    for scenario in chosen:
        try:
            recorded = record_scenario(scenario, builds, results)
            blocks, kept = merge(scenario, recorded, known)
            written += write_goldens(scenario, blocks)
            seen.update(recorded)
            if kept:
                stale[scenario.id] = kept
        except Refused as error:
            complain("%s: %s" % (scenario.path, error))
    if seen:
        # Read again: another recorder may have added to it meanwhile.
        known = versions.read_builds(builds_path)
        known.update((one.version, one.implementation) for one in builds if one.version in seen)
        versions.write_builds(builds_path, known)
    for name, kept in sorted(stale.items()):
        print("%s: its trace changed, and %s kept the old one: not here to record it again"
              % (name, " ".join(map(versions.show, kept))))
    return "%d scenarios, %d files written, recorded on %s" % (
        len(chosen), written, " ".join(versions.show(one.version) for one in builds))


def check(chosen, builds, options, complain):
    """Do these builds still produce the goldens that apply to them?"""
    results = run_all(chosen, builds, VARIANTS[:1], options.timewarp, options.limit)
    known = versions.read_builds(os.path.join(options.suite, "builds.txt"))
    agreed = 0
    for scenario in chosen:
        if not scenario.blocks:
            complain("%s: has no golden trace; record it" % scenario.path)
            continue
        for interpreter in builds:
            outcomes = results.get((scenario.id, interpreter.version))
            blocks = traces.blocks_for(interpreter.version, scenario.blocks, known)
            if outcomes is None or not blocks:
                continue
            problem = check_one(outcomes[0][1], blocks)
            if problem:
                complain("%s: on %s: %s" % (scenario.path, versions.show(interpreter.version),
                                            problem))
            else:
                agreed += 1
    if not agreed:
        complain("nothing was checked")
    return "%d traces as recorded, on %s" % (
        agreed, " ".join(versions.show(one.version) for one in builds))


def check_one(outcome, blocks):
    """None where one of the blocks agrees; else what differs from the first."""
    try:
        lines = sound_lines(outcome)
    except Refused as error:
        return str(error)
    indexes = [traces.difference(block.lines, lines) for block in blocks]
    if None in indexes:
        return None
    index = indexes[0]
    return "line %d is %s; the golden has %s" % (
        index + 1, show_line(lines, index), show_line(blocks[0].lines, index))


def choose(suite, patterns, complain):
    """The scenarios that the patterns mean; None where one of them means none."""
    patterns = [scenarios.id_of(word) if word.endswith(".py") else word for word in patterns]
    chosen, unused = [], set(patterns)
    for scenario_id, path in scenarios.find(suite):
        # A broken file is the user's concern only where the patterns mean it.
        by_id = not patterns or scenarios.matches(scenario_id, (), patterns)
        try:
            scenario = scenarios.read(path, scenario_id)
        except traces.FormatError as error:
            if by_id:
                unused -= {word for word in patterns if scenarios.matches(scenario_id, (), [word])}
                complain(str(error))
            continue
        if by_id or scenarios.matches(scenario_id, scenario.clauses, patterns):
            chosen.append(scenario)
        unused -= {word for word in patterns
                   if scenarios.matches(scenario_id, scenario.clauses, [word])}
    for word in sorted(unused):
        complain("recorder: no scenario matches %r" % word)
    return None if unused else chosen


def parse_arguments(arguments):
    parser = argparse.ArgumentParser(
        description="Record golden traces on the CPythons of this machine.",
        epilog="exit status: 0 done, 1 a scenario was refused or (--check) differs, "
        "2 it could not be tried")
    parser.add_argument("patterns", nargs="*", metavar="PATTERN",
                        help="a glob on ids (READY/*), an area, a clause id or a file; all")
    parser.add_argument("--builds", default="", metavar="A,B",
                        help="only these: versions (3.12, 3.13.0) or paths")
    parser.add_argument("--check", action="store_true",
                        help="write nothing: does this Python (or do --builds) still agree?")
    parser.add_argument("--suite", default=os.path.join(client.ROOT, "conformance"),
                        metavar="DIR", help="the folder of the scenarios")
    parser.add_argument("--limit", type=float, default=20.0, metavar="SECONDS",
                        help="real time that one run may take (20)")
    options = parser.parse_args(arguments)
    options.builds = [word for word in options.builds.split(",") if word]
    if options.check and not options.builds:
        options.builds = [sys.executable]
    options.timewarp = client.timewarp_path()
    return options


def main(arguments):
    options = parse_arguments(arguments)
    problems = []

    def complain(text):
        problems.append(text)
        print(text, file=sys.stderr)

    if not os.path.isdir(options.suite):
        complain("recorder: there is no folder %s" % options.suite)
        return 2
    if not os.path.exists(options.timewarp):
        complain("recorder: %s is missing; run 'make' first" % options.timewarp)
        return 2
    chosen = choose(options.suite, options.patterns, complain)
    if chosen is None:
        return 2
    try:
        builds = interpreters.find(options.builds)
    except ValueError as error:
        complain("recorder: %s" % error)
        return 2
    if not builds:
        complain("recorder: no CPython that could record was found; see AIOSPEC_PYTHONS")
        return 2
    print((check if options.check else record)(chosen, builds, options, complain))
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
