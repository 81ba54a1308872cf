"""lint.py: each rule has a scenario that breaks it, and nothing else does."""
import contextlib
import io
import os
import sys
import tempfile
import unittest

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
import clauses      # noqa: E402
import lint         # noqa: E402

KNOWN = {name: clauses.Clause(name, "A sentence.", level, "3.8..", "x", "executed", "", "", "", [],
                              "spec", 1, 9)
         for name, level in (("READY-1", "documented"), ("READY-2", "detail"))}
HEADER = '"""A sentence."""\n# clause: READY-1\n# level: documented\n%s' \
         "import asyncio\nfrom scenario import log\n"


class Rules(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.path = os.path.join(folder.name, "READY", "x.py")
        os.mkdir(os.path.dirname(self.path))

    def lint(self, program, ops="", header=HEADER):
        with open(self.path, "w") as file:
            file.write(header % (ops and "# ops: %s\n" % ops) + program)
        return lint.lint_scenario(self.path, KNOWN)

    def clean(self, program, **options):
        self.assertEqual(self.lint(program, **options), [])

    def finds(self, line, what, program, **options):
        """Exactly this finding.  The program begins at line 6, or 7 where there are ops."""
        findings = self.lint(program, **options)
        self.assertEqual([number for number, _ in findings], [line], findings)
        self.assertRegex(findings[0][1], what)

    def test_a_good_scenario(self):
        self.clean("loop = asyncio.new_event_loop()\nloop.call_later(-0.125, log, 1, 0.25 * 3)\n"
                   "loop.call_later(float('inf'), log)\nloop.close()\n"
                   "# trace 3.8..\n#    125  x\n")

    def test_delays_are_eighths(self):
        self.finds(6, "0.1 is not a multiple", "x = 0.1\n")
        self.finds(6, "-0.05 is not a multiple", "log(-0.05)\n")
        self.finds(6, "2e-09 is not a multiple", "log(1e-9 * 2)\n")
        self.finds(6, "0.3333", "log(1 / 3)\n")
        self.clean("log(1 / 8, 2.5, 3 * 0.125)\n")

    def test_a_comment_excuses_a_tiny_delay(self):
        self.clean("log(1e-9)   # deliberately below the resolution\n")
        self.clean("# A tiny delay.\nlog(1e-9)\n")
        self.clean("# A tiny delay,\n# explained at length.\nlog(1e-9)\n")
        self.finds(8, "1e-09", "# A tiny delay.\nlog(2)\nlog(1e-9)\n")

    def test_golden_times_are_eighths(self):
        self.finds(9, "no multiple of 125", "log(1)\n\n# trace 3.8..\n#     10  x\n")
        self.clean("log(1)   # after a tiny time\n\n# trace 3.8..\n#     10  x\n")

    def test_private_names(self):
        self.finds(6, "_ready is private", "log(loop._ready)\n")
        self.finds(6, "_run is private", "log(getattr(loop, '_run'))\n")
        self.finds(6, "_trace is private", "from scenario import _trace\n")
        self.clean("log(type(loop).__name__)\n")

    def test_imports(self):
        self.finds(6, "imports time", "import time\n")
        self.finds(6, "imports asyncio.events", "from asyncio.events import Handle\n")
        self.finds(6, r"imports \.", "from . import x\n")
        self.clean("from scenario import pause\n")

    def test_docstring(self):
        self.finds(1, "full stop", "log(1)\n", header=HEADER.replace("sentence.", "sentence"))
        self.finds(1, "more than one", "log(1)\n", header=HEADER.replace("sentence.", "A. B."))

    def test_clauses(self):
        self.finds(2, "READY-3 does not exist", "log(1)\n",
                   header=HEADER.replace("READY-1", "READY-1, READY-3"))
        self.finds(3, "level documented, but clause READY-2 is detail", "log(1)\n",
                   header=HEADER.replace("READY-1", "READY-2, READY-1"))

    def test_a_broken_file_is_a_finding(self):
        self.finds(4, "ops 'sockets'", "log(1)\n", ops="sockets")
        self.finds(6, "broken trace header", "# trace 3.8.\n")

    def test_operations(self):
        self.finds(6, "name it in '# ops:'", "loop.add_reader(0, log)\n")
        self.finds(4, "names readers, and nothing", "log(1)\n", ops="readers")
        self.clean("loop.add_reader(0, log)\n", ops="readers")
        self.clean("log('the default one')\n", ops="handler")

    def test_coroutines_are_tasks(self):
        for program in ("async def main():\n    pass\n", "log(asyncio.current_task())\n",
                        "asyncio.Runner().close()\n", "log(asyncio.Lock().locked())\n"):
            self.finds(6, "group tasks: name it", program)
            self.clean(program, ops="tasks")
        self.finds(7, "0.1 is not a multiple",
                   "async def main(): await asyncio.sleep(0.1)\n", ops="tasks")
        self.finds(6, "group polls: name it", "from scenario import polls\n")

    def test_debug_mode(self):
        for program in ("loop.set_debug(True)\n", "loop.slow_callback_duration = 1\n",
                        "start(debug=True)\n"):
            self.finds(6, "group debug: name it", program)
            self.clean(program, ops="debug")

    def test_signals(self):
        for program in ("loop.add_signal_handler(1, log)\n", "loop.remove_signal_handler(1)\n"):
            self.finds(6, "group signals: name it", program)
            self.clean(program, ops="signals")

    def test_syntax_of_a_newer_python(self):
        program = "some syntax of the future\n"
        self.finds(6, "not Python", program)
        self.clean(program, header=HEADER.replace("# level", "# needs: 3.99\n# level"))

    def test_texts_of_exceptions(self):
        body = "try:\n    log(1)\nexcept ValueError as error:\n    log(%s)%s\n"
        for shown in ("error", "str(error)", "repr(error)", "f'{error}'"):
            self.finds(9, "shows an exception's text", body % (shown, ""))
            self.clean(body % (shown, "   # the text is the clause"))
        self.clean(body % ("type(error).__name__", ""))
        self.clean("error = 1\nlog(error)\n")

    def test_sets(self):
        for program in ("log({1, 2})\n", "log(list(set([1])))\n", "log(f'{ {1} }')\n",
                        "log(*{1, 2})\n", "log([x for x in {1, 2}])\n"):
            self.finds(6, "order of a set", program)
        self.finds(7, "order of a set", "names = {1, 2}\nfor name in names:\n    log(name)\n")
        self.clean("names = {1, 2}\nlog(sorted(names), len(names), 1 in names)\n")

    def test_the_compiler_has_its_say(self):
        self.finds(6, "outside Scenario Python", "log(1j)\n")


class Project(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.suite, self.spec = (os.path.join(folder.name, name) for name in ("suite", "spec"))
        self.write(os.path.join(self.suite, "READY", "x.py"), HEADER % "" + "log(1)\n")
        self.write(os.path.join(self.spec, "02-ready.md"), "".join(
            "### READY-%d\n\nSentence.\n\n- level: documented\n- versions: 3.8..\n- source: x\n"
            "- evidence: executed\n\n%s" % (number, example) for number, example in (
                (1, "```python READY/x\nlog(1)\n```\n\n"), (2, ""))))

    @staticmethod
    def write(path, text):
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w") as file:
            file.write(text)

    def run_lint(self, *files):
        said = io.StringIO()
        with contextlib.redirect_stdout(said):
            status = lint.main(["--suite", self.suite, "--spec", self.spec] + list(files))
        return status, said.getvalue()

    def test_every_clause_is_shown_or_excused(self):
        status, said = self.run_lint()
        self.assertEqual(status, 1)
        self.assertRegex(said, r"^\S+02-ready\.md:14: no scenario shows READY-2, .*\n$")
        self.write(os.path.join(self.suite, "unshown.txt"), "READY-2  cannot be seen\n")
        self.assertEqual(self.run_lint(), (0, ""))

    def test_unshown_lists_nothing_else(self):
        self.write(os.path.join(self.suite, "unshown.txt"),
                   "READY-1  a\nREADY-2  b\nREADY-3  c\n")
        status, said = self.run_lint()
        self.assertEqual((status, said.count("\n")), (1, 2))
        self.assertIn("READY-1 is listed, but a scenario shows it", said)
        self.assertIn("READY-3 does not exist", said)

    def test_examples(self):
        self.write(os.path.join(self.suite, "unshown.txt"), "READY-2  cannot be seen\n")
        path = os.path.join(self.spec, "02-ready.md")
        with open(path) as file:
            text = file.read()
        self.write(path, text.replace("log(1)", "log(2)"))
        self.assertRegex(self.run_lint()[1], r"^\S+02-ready\.md:11: not so in READY/x, .*log.2.\n$")
        self.write(path, text.replace("```python READY/x\nlog(1)\n```\n", ""))
        self.assertRegex(self.run_lint()[1], r"^\S+02-ready\.md:1: READY-1 has no example; .*\n$")

    def test_coverage(self):
        self.write(os.path.join(self.spec, "20-sockets.md"),
                   "### SOCK-1\n\nSentence.\n\n- level: documented\n- versions: 3.8..\n"
                   "- source: x\n- evidence: read\n- coverage: not yet\n")
        self.write(os.path.join(self.suite, "unshown.txt"), "READY-2  cannot be seen\n")
        self.assertEqual(self.run_lint(), (0, ""))
        self.write(os.path.join(self.suite, "SOCK", "x.py"),
                   HEADER.replace("READY", "SOCK") % "" + "log(1)\n")
        self.assertIn("SOCK-1 has coverage 'not yet', but there are scenarios of SOCK",
                      self.run_lint()[1])

    def test_one_file(self):
        path = os.path.join(self.suite, "READY", "x.py")
        self.assertEqual(self.run_lint(path), (0, ""))
        self.write(path, HEADER % "" + "import os\n")
        status, said = self.run_lint(path)
        self.assertEqual(status, 1)
        self.assertTrue(said.startswith(path + ":6: imports os"), said)


if __name__ == "__main__":
    unittest.main()
