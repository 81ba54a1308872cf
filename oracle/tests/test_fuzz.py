"""fuzz_programs.py, fuzz_shrink.py, fuzz.py."""
import ast
import os
import subprocess
import sys
import unittest

import tests.support  # noqa: F401  puts oracle/ on the path
import compiler
import fuzz_programs
import fuzz_shrink

ORACLE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


class ProgramsTest(unittest.TestCase):
    def test_a_seed_makes_the_same_program_each_time(self):
        self.assertEqual(fuzz_programs.generate("1/7"), fuzz_programs.generate("1/7"))
        self.assertNotEqual(fuzz_programs.generate("1/7"), fuzz_programs.generate("1/8"))

    def test_programs_are_scenario_python(self):
        for number in range(100):
            compiler.compile_source(fuzz_programs.generate("test/%d" % number), "x.py")

    def test_all_kinds_of_statements_come_up(self):
        text = "".join(fuzz_programs.generate("test/%d" % number) for number in range(100))
        for word in ("gather", "wait_for", "shield", "TaskGroup", "timeout(", "uncancel", "lock:",
                     "semaphore:", "condition.wait", "event.wait", "queue.get", "queue.shutdown",
                     "barrier.wait", "eager_start", "finally:", "raise asyncio.CancelledError"):
            self.assertIn(word, text)


@unittest.skipUnless(hasattr(ast, "unparse"), "needs ast.unparse")
class ShrinkTest(unittest.TestCase):
    def shrink(self, source, *wanted):
        return fuzz_shrink.shrink(source, lambda text: all(word in text for word in wanted))

    def test_statements_go_until_nothing_more_can(self):
        self.assertEqual(self.shrink("a = 1\nb = 2\nc = 3\n", "b = 2"), "b = 2\n")

    def test_a_body_takes_the_place_of_its_statement(self):
        source = "if x:\n    for y in z:\n        keep()\n        drop()\nelse:\n    drop()\n"
        self.assertEqual(self.shrink(source, "keep()"), "keep()\n")

    def test_handlers_go(self):
        source = ("try:\n    keep()\nexcept A:\n    pass\nexcept B:\n    also()\n"
                  "finally:\n    drop()\n")
        self.assertEqual(self.shrink(source, "keep()", "also()", "try"),
                         "try:\n    keep()\nexcept B:\n    also()\n")

    def test_a_function_keeps_a_body(self):
        self.assertEqual(self.shrink("def f():\n    drop()\n", "def f"), "def f():\n    pass\n")


class CommandTest(unittest.TestCase):
    def run_it(self, *arguments, **environment):
        return subprocess.run([sys.executable, "-B", os.path.join(ORACLE, "fuzz.py")]
                              + list(arguments), stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                              env=dict(os.environ, **environment), universal_newlines=True)

    def test_shows_a_program(self):
        done = self.run_it("--show", "--seed", "1", "--first", "7", "--count", "1")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(done.stdout.strip(), fuzz_programs.generate("1/7").strip())

    def test_usage(self):
        self.assertEqual(self.run_it("--count", "0").returncode, 2)
        self.assertEqual(self.run_it("--nonsense").returncode, 2)
        self.assertIn("--seed", self.run_it("--help").stdout)

    def test_a_python_that_is_none(self):
        done = self.run_it("--python", "/nonexistent/python")
        self.assertEqual(done.returncode, 3)
        self.assertEqual(len(done.stderr.splitlines()), 1, done.stderr)


if __name__ == "__main__":
    unittest.main()
