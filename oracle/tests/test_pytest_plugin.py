"""grading.py, pytest_plugin.py and build_backend.py: loops graded from inside pytest."""
import os
import subprocess
import sys
import tempfile
import unittest
import zipfile

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
sys.path.insert(0, os.path.join(HERE, ".."))
import build_backend    # noqa: E402
import client           # noqa: E402
import grading          # noqa: E402

LOOPS = os.path.join(ROOT, "harness", "tests", "runner")      # wrong_loops.py


def with_pytest():
    """An interpreter that has pytest; None where there is none."""
    for python in (sys.executable, "/usr/bin/python3"):
        if os.path.exists(python) and subprocess.run(
                [python, "-c", "import pytest"], stderr=subprocess.DEVNULL).returncode == 0:
            return python
    return None


class TestGrader(unittest.TestCase):
    def grader(self, loop="", **more):
        made = grading.Grader(loop, sys.executable, path=[LOOPS], **more)
        self.addCleanup(made.close)
        return made

    def grade(self, grader, name):
        return grader.grade(name, os.path.join(grader.suite, name + ".py"))

    def test_right_and_wrong(self):
        self.assertEqual(self.grade(self.grader(), "READY/fifo"), (grading.PASSED, ""))
        verdict, said = self.grade(self.grader("wrong_loops:LifoQueue"), "READY/fifo")
        self.assertEqual(verdict, grading.FAILED)
        self.assertIn("READY-2 (documented): `call_soon` must run", said)
        self.assertRegex(said, r"\n> +0  first +\| +0  \w+\n")
        self.assertIn("\nlook at the container behind", said)
        self.assertIn("\nprogram: ", said)

    def test_what_is_not_played(self):
        grader = self.grader("wrong_loops:WithoutReaders")
        self.assertEqual(self.grade(grader, "IO/reader_is_called"),
                         (grading.SKIPPED, "the loop declares that it lacks readers"))
        grader.version = (3, 8, 18)
        self.assertEqual(self.grade(grader, "TG/hops"),
                         (grading.SKIPPED, "needs CPython 3.11"))

    def test_levels(self):
        name = "READY/callbacks_and_steps_share_queue"      # defacto
        for level, verdict in (("defacto", grading.FAILED), ("documented", grading.OPEN)):
            grader = self.grader("wrong_loops:LifoQueue", level=level)
            self.assertEqual(self.grade(grader, name)[0], verdict)

    def test_choosing(self):
        grader = self.grader()
        chosen = [name for name, _ in grader.choose(["READY-2", "TIMER/how_*"])]
        self.assertIn("READY/fifo", chosen)
        self.assertIn("TIMER/how_early", chosen)
        self.assertNotIn("READY/no_preemption", chosen)

    def test_a_loop_that_cannot_be_played(self):
        with self.assertRaisesRegex(client.ClientError, "the factory is closed"):
            self.grader("wrong_loops:raises")


class TestWheel(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = folder.name
        self.wheel = os.path.join(self.folder, build_backend.build_wheel(self.folder))

    def test_contents(self):
        with zipfile.ZipFile(self.wheel) as archive:
            names = set(archive.namelist())
            record = archive.read(next(name for name in names if name.endswith("RECORD"))).decode()
        for name in ("pytest_plugin.py", "player.py", "conformance/READY/fifo.py", "spec/02-ready.md"):
            self.assertIn("aiospec/" + name, names)
        self.assertEqual(len(record.splitlines()), len(names))
        self.assertRegex(record, r"aiospec/player\.py,sha256=[\w-]{43},\d+\n")

    def run_pytest(self, *arguments):
        python = with_pytest()
        if python is None:
            self.skipTest("no pytest here")
        site = os.path.join(self.folder, "site")
        with zipfile.ZipFile(self.wheel) as archive:
            archive.extractall(site)
        tests = os.path.join(self.folder, "tests")
        os.makedirs(tests, exist_ok=True)
        environment = dict(os.environ, PYTHONPATH=site + os.pathsep + LOOPS)
        done = subprocess.run(
            [python, "-m", "pytest", "-q", "-p", "no:cacheprovider"] + list(arguments), cwd=tests, env=environment, stdin=subprocess.DEVNULL, text=True,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        return done.returncode, done.stdout

    def test_pytest(self):
        status, said = self.run_pytest("--aiospec-loop", "asyncio", "--aiospec-select", "READY-2")
        self.assertEqual(status, 0, said)
        self.assertRegex(said, r"\n\d+ passed in ")
        status, said = self.run_pytest("--aiospec-loop", "wrong_loops:LifoQueue",
                                       "--aiospec-select", "READY/fifo", "--aiospec-realtime")
        self.assertEqual(status, 1, said)
        self.assertIn("look at the container behind `call_soon`", said)
        self.assertIn("aiospec::READY/fifo", said)

    def test_mistakes(self):
        for arguments, text in ((("--aiospec-loop", "nowhere:new"), "cannot import nowhere"),
                                (("--aiospec-loop", "asyncio", "--aiospec-select", "NO/such"),
                                 "no scenario or clause is named so")):
            status, said = self.run_pytest(*arguments)
            self.assertEqual(status, 4, said)
            self.assertIn(text, said)

    def test_nothing_changes_without_the_option(self):
        status, said = self.run_pytest()
        self.assertEqual(status, 5, said)
        self.assertIn("no tests ran", said)


if __name__ == "__main__":
    unittest.main()
