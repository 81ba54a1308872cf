"""Grades scenarios on a Python loop, without the C command: for the pytest plugin."""
import os

import clauses
import client
import recorder
import scenarios
import traces
import versions

HERE = os.path.dirname(os.path.abspath(__file__))
LONGEST_S = 8       # of a golden, for a run in real time

PASSED, FAILED, OPEN, SKIPPED = "passed", "failed", "open", "skipped"


def find(name):
    """A folder of the project: beside this file where it was installed, else in the checkout."""
    inside = os.path.join(HERE, name)
    return inside if os.path.isdir(inside) else os.path.join(client.ROOT, name)


def find_timewarp():
    """The virtual clock; None where it was not built."""
    for path in (os.path.join(HERE, "libtimewarp.so"), client.timewarp_path()):
        if os.path.exists(path):
            return path
    return None


class Grader:
    """One loop under test.  ClientError where it cannot be played."""

    def __init__(self, loop, python, level="defacto", realtime=False, path=(), limit=10.0):
        self.suite = find("conformance")
        self.clauses, _ = clauses.read_all(find("spec"))
        self.builds = versions.read_builds(os.path.join(self.suite, "builds.txt"))
        self.level = scenarios.LEVELS.index(level)
        timewarp = None if realtime else find_timewarp()
        self.times = timewarp is not None
        environment = {"PYTHONPATH": os.pathsep.join(path)} if path else {}
        self._start = lambda: client.Player(python, ["--loop", loop], environment, timewarp, limit)
        self.player = self._start()
        self.version = versions.parse(self.player.greeting["semantics"])
        self.lacks = set(self.player.greeting.get("lacks", ()))
        if not self.times:
            self.lacks.add("polls")

    def choose(self, patterns):
        """The scenarios that the patterns name (all without any), as (id, path)."""
        return [(name, path) for name, path in scenarios.find(self.suite)
                if not patterns or scenarios.matches(name, scenarios.read(path).clauses, patterns)]

    def grade(self, name, path):
        """(PASSED, FAILED, OPEN or SKIPPED, what is to say about it)."""
        scenario = scenarios.read(path)
        reason = self._not_played(scenario)
        if reason:
            return SKIPPED, reason
        blocks = traces.blocks_for(self.version, scenario.blocks, self.builds)
        try:
            outcome = self.player.play(name, path)
        except client.ClientError as error:
            self.player.close()
            self.player = self._start()
            return FAILED, str(error)
        problem = self._compare(outcome, blocks)
        if problem is None:
            return PASSED, ""
        level = scenarios.LEVELS.index(scenario.level)
        is_open = level > self.level or scenario.level == "undefined"
        return (OPEN if is_open else FAILED), self._explain(scenario, problem)

    def _not_played(self, scenario):
        if scenario.needs > self.version[:2]:
            return "needs CPython %d.%d" % scenario.needs
        lacking = [group for group in scenario.ops if group in self.lacks]
        if lacking:
            return "the loop declares that it lacks " + ", ".join(lacking)
        blocks = traces.blocks_for(self.version, scenario.blocks, self.builds)
        if not blocks:
            return "no golden trace fits CPython " + versions.show(self.version)
        if not self.times and any(block.lines and float(block.lines[-1].ms) >= LONGEST_S * 1000
                                  for block in blocks):
            return "takes too long in real time"
        return None

    def _compare(self, outcome, blocks):
        """None where it is as one of the blocks; else a problem as lines."""
        try:
            lines = recorder.sound_lines(outcome)
        except recorder.Refused as error:
            said = outcome.output.decode("utf-8", "replace").strip().split("\n")
            return ["the program " + str(error)] + [line for line in said[-20:] if line]
        if any(traces.difference(block.lines, lines, self.times) is None for block in blocks):
            return None
        block = blocks[0]
        index = traces.difference(block.lines, lines, self.times)
        shown = []
        for number in range(max(len(block.lines), len(lines))):
            shown.append("%s %-40s | %s" % (">" if number == index else " ",
                                            self._show(block.lines, number),
                                            self._show(lines, number)))
        return ["  %-40s | got" % "expected"] + shown

    def _show(self, lines, number):
        if number >= len(lines):
            return ""
        line = lines[number]
        return "%6s  %s" % (line.ms, line.text) if self.times else line.text

    def _explain(self, scenario, problem):
        clause = self.clauses.get(scenario.clauses[0])
        lines = ["%s: %s" % (scenario.id, scenario.doc), ""]
        if clause is not None:
            lines += ["%s (%s): %s" % (clause.id, clause.level, clause.text), ""]
        lines += problem
        if clause is not None and clause.look_at:
            lines += ["", "look at " + clause.look_at]
        return "\n".join(lines + ["", "program: " + scenario.path])

    def close(self):
        self.player.close()
