"""recorder.py: what it refuses, what it writes, what it leaves alone."""
import contextlib
import io
import os
import sys
import unittest

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import support      # noqa: E402
import client       # noqa: E402
import interpreters     # noqa: E402
import recorder     # noqa: E402
import scenarios    # noqa: E402
import traces       # noqa: E402
import versions     # noqa: E402
from client import Outcome      # noqa: E402
from traces import Line, Trace      # noqa: E402

PROGRAM = support.HEADER + "from scenario import log\nlog('x')\n"
KNOWN = {(3, 8, 18): "CPython", (3, 12, 1): "CPython", (3, 13, 0): "CPython",
         (3, 13, 18): "CPython", (3, 14, 10): "CPython"}


def one(text="x", ms="0", group=""):
    return [Line(ms, group, text)]


def outcome(lines=None, end=("E", "0"), left=None, status=0, verdict=None):
    return Outcome(Trace(one() if lines is None else lines, end, left or {}), status, verdict, b"")


class SettledOrder(unittest.TestCase):
    def settled(self, old, new):
        block = traces.Block([], old, 1)
        return recorder.settled_order(new, [block])

    def test_order_inside_a_group_stays_as_it_was(self):
        old = one("a", group="tie") + one("b", group="tie")
        self.assertEqual(self.settled(old, list(reversed(old))), old)

    def test_a_group_that_is_new_is_written(self):
        new = one("a", group="tie") + one("b", group="tie")
        self.assertEqual(self.settled(one("a") + one("b"), new), new)


class Judging(unittest.TestCase):
    def judge(self, *outcomes):
        return recorder.judge(list(zip(recorder.VARIANTS, outcomes)))

    def refused(self, what, *outcomes):
        with self.assertRaisesRegex(recorder.Refused, what):
            self.judge(*outcomes)

    def test_runs_that_agree(self):
        self.assertEqual(self.judge(outcome(), outcome(), outcome()), one())

    def test_order_inside_a_group_may_vary(self):
        lines = one("a", group="tie") + one("b", group="tie")
        self.assertEqual(self.judge(outcome(lines), outcome(lines[::-1])), lines)

    def test_what_varies(self):
        self.refused(r"varies \(another heap\): line 1 is 0 'y', and was 0 'x'",
                     outcome(), outcome(), outcome(one("y")))
        self.refused("line 1 is 125 'x'", outcome(), outcome(one(ms="125")))
        self.refused("line 2 is missing, and was 0 'b'", outcome(one("a") + one("b")),
                     outcome(one("a")))
        self.refused("line 2 is 0 'b', and was missing", outcome(one("a")),
                     outcome(one("a") + one("b")))

    def test_what_fails(self):
        self.refused("ends by ValueError: no", outcome(end=("X", "0", "ValueError", "no")))
        self.refused("leaves behind: 3 descriptors, 1 loops",
                     outcome(left={"loops": 1, "descriptors": 3}))
        self.refused("verdict SPIN: text", outcome(verdict="SPIN: text"))
        self.refused("does not end", outcome(end=None, status=None))
        self.refused("dies: SIGABRT", outcome(end=None, status=6))
        self.refused("dies: exit status 5", outcome(end=None, status=5 << 8))
        self.refused("dies after its end: SIGSEGV", outcome(status=11))
        self.refused("wrote more than", outcome(end=None, status=25))
        self.refused("is no trace", Outcome(None, 0, None, b""))
        self.refused("control character", outcome(one("\x07")))
        self.refused("the player died", "the player died")

    def test_a_late_failure_counts_like_an_early_one(self):
        self.refused("leaves behind", outcome(), outcome(left={"loops": 1}))


class Merging(support.FolderTest):
    """The blocks that come of new traces and old claims."""

    def merge(self, recorded, blocks="", known=KNOWN, needs=(3, 8)):
        scenario = scenarios.parse(PROGRAM + "\n" + blocks, "x.py", "READY/x")._replace(needs=needs)
        recorded = {versions.parse(version): lines for version, lines in recorded.items()}
        return recorder.merge(scenario, recorded, known)

    def block(self, ranges, lines):
        return traces.format_block(ranges, lines)

    def test_all_agree(self):
        recorded = {versions.show(build): one() for build in KNOWN}
        self.assertEqual(self.merge(recorded)[0], self.block("3.8..", one()))

    def test_the_first_recording(self):
        self.assertEqual(self.merge({"3.9.18": one(), "3.11.7": one()}, known={}),
                         (self.block("3.9..", one()), []))

    def test_builds_with_one_trace_share_a_block(self):
        recorded = {versions.show(build): one() for build in KNOWN}
        recorded["3.13.0"] = one("broken")
        self.assertEqual(self.merge(recorded)[0],
                         self.block("3.8..3.12 3.13.18..", one()) + "\n"
                         + self.block("3.13.0", one("broken")))

    def test_absent_builds_keep_their_claim(self):
        old = self.block("3.8..3.12 3.13.18..", one()) + "\n" + self.block("3.13.0", one("broken"))
        self.assertEqual(self.merge({"3.12.1": one()}, old), (old, []))

    def test_absent_builds_keep_their_claim_when_another_trace_changes(self):
        old = self.block("3.8..", one())
        text, kept = self.merge({"3.12.1": one("new")}, old)
        self.assertEqual(text, self.block("3.8 3.13..", one()) + "\n"
                         + self.block("3.12", one("new")))
        self.assertEqual([versions.show(build) for build in kept],
                         ["3.8.18", "3.13.0", "3.13.18", "3.14.10"])

    def test_a_new_build_finds_its_place(self):
        old = self.block("3.8..3.13.0", one()) + "\n" + self.block("3.13.18..", one("new"))
        self.assertEqual(self.merge({"3.13.5": one("new")}, old)[0],
                         self.block("3.8..3.13.0", one()) + "\n"
                         + self.block("3.13.5..", one("new")))
        self.assertEqual(self.merge({"3.15.2": one("third")}, old)[0],
                         self.block("3.8..3.13.0", one()) + "\n"
                         + self.block("3.13.18..3.14", one("new")) + "\n"
                         + self.block("3.15..", one("third")))

    def test_a_build_that_never_ran_it_is_not_claimed(self):
        self.assertEqual(self.merge({"3.12.1": one(), "3.13.0": one()})[0],
                         self.block("3.12..3.13.0", one()))

    def test_a_raised_need_drops_older_claims(self):
        old = self.block("3.8..", one())
        self.assertEqual(self.merge({"3.13.0": one()}, old, needs=(3, 13))[0],
                         self.block("3.13..", one()))

    def test_the_order_inside_a_group_is_settled(self):
        lines = one("a", group="tie") + one("b", group="tie")
        old = self.block("3.8..", lines)
        recorded = {versions.show(build): lines[::-1] for build in KNOWN}
        self.assertEqual(self.merge(recorded, old), (old, []))


class Writing(support.FolderTest):
    def test_only_a_change_is_written(self):
        path = self.write("READY/x.py", PROGRAM)
        os.chmod(path, 0o640)
        blocks = traces.format_block("3.8..", one())
        self.assertTrue(recorder.write_goldens(scenarios.read(path), blocks))
        self.assertEqual(self.read("READY/x.py"), PROGRAM + "\n# trace 3.8..\n#      0  x\n")
        self.assertEqual(os.stat(path).st_mode & 0o777, 0o640)
        before = os.stat(path).st_ino
        self.assertFalse(recorder.write_goldens(scenarios.read(path), blocks))
        self.assertEqual(os.stat(path).st_ino, before)

    def test_an_edit_meanwhile_is_not_lost(self):
        path = self.write("READY/x.py", PROGRAM)
        scenario = scenarios.read(path)
        self.write("READY/x.py", PROGRAM + "log('more')\n")
        with self.assertRaisesRegex(recorder.Refused, "edited"):
            recorder.write_goldens(scenario, traces.format_block("3.8..", one()))
        self.assertEqual(self.read("READY/x.py"), PROGRAM + "log('more')\n")


class Interpreters(support.FolderTest):
    def fake(self, name, answer):
        path = self.write(name, "#!/bin/sh\necho '%s'\n" % answer)
        os.chmod(path, 0o755)
        return path

    def find(self, listed, *only):
        saved = dict(os.environ)
        os.environ.update(AIOSPEC_PYTHONS=listed, PYENV_ROOT=self.folder, PATH="/nonexistent")
        try:
            return [(versions.show(one.version), one.path) for one in interpreters.find(only)]
        finally:
            os.environ.clear()
            os.environ.update(saved)

    def test_the_list_comes_first_and_each_version_once(self):
        here = "%d.%d.%d" % sys.version_info[:3]
        first = self.fake("a", "3 99 1 CPython 1")
        second = self.fake("b", "3 99 1 CPython 1")
        found = self.find(first + ":" + second)
        self.assertEqual(found, [(here, sys.executable), ("3.99.1", first)])
        self.assertEqual(self.find(second + " " + first)[1], ("3.99.1", second))

    def test_pyenv_gives_the_newest_patch_of_each_series(self):
        for version in ("3.98.9", "3.98.10", "3.97.1", "3.99.0-dev", "pypy3.98-7"):
            numbers = version.split("-")[0].replace("pypy", "").split(".")
            self.fake("versions/%s/bin/python3" % version,
                      " ".join((numbers + ["0"])[:3]) + " CPython 1")
        found = [version for version, _ in self.find("")]
        self.assertEqual(found[-2:], ["3.97.1", "3.98.10"])
        self.assertEqual(len(found), 3)

    def test_who_may_not_record(self):
        for answer in ("3 99 1 PyPy 1", "3 99 1 CPython 0", "3 7 9 CPython 1", "nonsense"):
            with self.assertRaisesRegex(ValueError, "is no CPython"):
                self.find(self.fake("a", answer))
        with self.assertRaisesRegex(ValueError, "/nonexistent/python is no CPython"):
            self.find("/nonexistent/python")

    def test_only_some(self):
        self.fake("versions/3.98.10/bin/python3", "3 98 10 CPython 1")
        self.assertEqual([one for one, _ in self.find("", "3.98")], ["3.98.10"])
        self.assertEqual([one for one, _ in self.find("", "3.98.10")], ["3.98.10"])
        path = self.fake("c", "3 96 0 CPython 1")
        self.assertEqual(self.find("", path), [("3.96.0", path)])
        with self.assertRaisesRegex(ValueError, "no Python 3.98.1 found"):
            self.find("", "3.98.1")


PLAIN = support.HEADER + "import asyncio\nfrom scenario import log\n"
TIMER = PLAIN + """
loop = asyncio.new_event_loop()
loop.call_later(0.25, log, "quarter")
loop.call_later(3600, loop.stop)
loop.run_forever()
log("hour")
loop.close()
"""
REFUSED = {
    "varies": (PLAIN + "log(hash('x'))\n", "varies"),
    "raises": (PLAIN + "log('x')\nraise ValueError('no')\n", "ends by ValueError: no"),
    "leaks": (PLAIN + "loop = asyncio.new_event_loop()\n", "leaves behind: "),
    "sleeps": (PLAIN + "loop = asyncio.new_event_loop()\nloop.run_forever()\n",
               "gets the verdict DEADLOCK"),
    "dies": (PLAIN + "import os\nos._exit(3)\n", "dies: exit status 3"),
}


@unittest.skipUnless(os.path.exists(client.timewarp_path()),
                     "%s is missing: run make" % client.timewarp_path())
class Recording(support.FolderTest):
    """The whole of it, on this Python."""

    def run_recorder(self, *arguments):
        """(exit status, standard output, standard error)"""
        out, errors = io.StringIO(), io.StringIO()
        builds = () if "--check" in arguments else ("--builds", sys.executable)
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(errors):
            status = recorder.main(["--suite", self.folder, "--limit", "20"]
                                   + list(builds) + list(arguments))
        return status, out.getvalue(), errors.getvalue()

    def test_one_that_hangs(self):
        self.addCleanup(setattr, recorder, "VARIANTS", recorder.VARIANTS)
        recorder.VARIANTS = recorder.VARIANTS[:1]
        self.write("READY/hangs.py", PLAIN + "import os\nos.read(os.pipe()[0], 1)\n")
        status, _, errors = self.run_recorder("--limit", "0.5")
        self.assertEqual(status, 1)
        self.assertRegex(errors, r"^\S+hangs\.py: on \S+: does not end\n$")

    def test_a_good_one_beside_bad_ones(self):
        self.write("READY/good.py", TIMER)
        for name, (program, _) in REFUSED.items():
            self.write("READY/%s.py" % name, program)
        self.write("READY/broken.py", "x = 1\n")
        status, _, errors = self.run_recorder()
        self.assertEqual(status, 1)
        self.assertEqual(self.read("READY/good.py"), TIMER + "\n# trace %d.%d..\n"
                         "#    250  quarter\n# 3600000  hour\n" % sys.version_info[:2])
        self.assertEqual(self.read("builds.txt"), "%d.%d.%d CPython\n" % sys.version_info[:3])
        for name, (program, what) in REFUSED.items():
            self.assertRegex(errors, r"(?m)^%s: on 3\.\S+: %s" % (
                os.path.join(self.folder, "READY", name + ".py"), what))
            self.assertEqual(self.read("READY/%s.py" % name), program)
        self.assertIn("READY/broken.py:1: no docstring", errors)
        self.assertEqual(errors.count("\n"), len(REFUSED) + 1)

    def test_recording_again_and_checking(self):
        path = self.write("READY/good.py", TIMER)
        self.assertEqual(self.run_recorder()[0], 0)
        before, text = os.stat(path), self.read("READY/good.py")
        status, said, _ = self.run_recorder("READY/good")
        self.assertEqual((status, self.read("READY/good.py")), (0, text))
        self.assertEqual(os.stat(path).st_ino, before.st_ino)
        self.assertIn("1 scenarios, 0 files written", said)
        self.assertEqual(self.run_recorder("--check")[0], 0)
        wrong = text.replace("250  quarter", "375  quarter")
        self.write("READY/good.py", wrong)
        status, _, errors = self.run_recorder("--check")
        self.assertEqual(status, 1)
        self.assertRegex(errors, r"good\.py: on \S+: line 1 is 250 'quarter'; the golden has "
                         r"375 'quarter'")
        self.assertEqual(self.read("READY/good.py"), wrong)
        self.write("READY/good.py", TIMER)
        status, _, errors = self.run_recorder("--check")
        self.assertEqual(status, 1)
        self.assertIn("has no golden trace", errors)

    def test_needs(self):
        self.write("READY/new.py", TIMER.replace("# level", "# needs: 3.99\n# level"))
        status, _, errors = self.run_recorder()
        self.assertEqual(status, 1)
        self.assertRegex(errors, "needs 3.99, which no Python found here is")
        self.assertFalse(os.path.exists(os.path.join(self.folder, "builds.txt")))


class Usage(support.FolderTest):
    def main(self, *arguments):
        errors = io.StringIO()
        with contextlib.redirect_stderr(errors), contextlib.redirect_stdout(io.StringIO()):
            status = recorder.main(["--suite", self.folder] + list(arguments))
        return status, errors.getvalue()

    def setUp(self):
        super().setUp()
        self.write("READY/x.py", PROGRAM)
        self.addCleanup(setattr, client, "timewarp_path", client.timewarp_path)

    def test_one_clear_line(self):
        client.timewarp_path = lambda: __file__
        for arguments, what in ((["NO/*"], "no scenario matches 'NO/\\*'"),
                                (["--builds", "3.1"], "no Python 3.1 found"),
                                (["--builds", "/bin/false"], "/bin/false is no CPython"),
                                (["--suite", "/nonexistent"], "there is no folder /nonexistent")):
            status, errors = self.main(*arguments)
            self.assertEqual(status, 2)
            self.assertRegex(errors, "^recorder: %s.*\n$" % what)

    def test_without_the_virtual_clock(self):
        client.timewarp_path = lambda: "/nonexistent/libtimewarp.so"
        status, errors = self.main()
        self.assertEqual(status, 2)
        self.assertRegex(errors, "^recorder: /nonexistent/libtimewarp.so is missing; .*\n$")

    def test_a_clock_that_does_not_load(self):
        client.timewarp_path = lambda: __file__
        status, errors = self.main("--builds", sys.executable)
        self.assertEqual(status, 1)
        self.assertRegex(errors, "the virtual clock cannot be loaded")
        self.assertEqual(self.read("READY/x.py"), PROGRAM)


if __name__ == "__main__":
    unittest.main()
