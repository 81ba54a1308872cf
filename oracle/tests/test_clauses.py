"""clauses.py: the grammar of clauses; examples.py: blocks that quote scenarios."""
import contextlib
import io
import os
import shutil
import sys
import tempfile
import unittest

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
import clauses      # noqa: E402
import examples     # noqa: E402
import traces       # noqa: E402

CLAUSE = """# Chapter

### READY-1

It must do
so.

- level: documented
- versions: 3.8..
- source: `f`
- evidence: executed, twice
- look at: the queue,
  and what fills it

Why it is so.

```python READY/x
log("a")

# trace 3.8..
#      0  a
```

Where loops differ.

```
### READY-9 stands in a fence
```

### READY-2

Another.

- level: detail
- versions: 3.9..
- source: `g`
- evidence: read
"""
SCENARIO = '''"""A sentence."""
# clause: READY-1
# level: documented
import asyncio
from scenario import log

loop = asyncio.new_event_loop()


def twice():
    log("a")
    log("b")
    log("a")


loop.call_soon(twice)
loop.call_soon(loop.stop)
loop.run_forever()
loop.close()

# trace 3.8..3.11
#      0  a
#      0  b
#      0  a

# trace 3.12..
#      0  c
'''


class Places(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.mkdtemp()
        self.addCleanup(shutil.rmtree, self.folder)
        self.spec = os.path.join(self.folder, "spec")
        self.suite = os.path.join(self.folder, "suite")
        os.makedirs(self.spec)
        os.makedirs(os.path.join(self.suite, "READY"))
        self.write(os.path.join(self.suite, "READY", "x.py"), SCENARIO)

    def write(self, path, text):
        with open(path, "w") as file:
            file.write(text)

    def chapter(self, text):
        path = os.path.join(self.spec, "02-ready.md")
        self.write(path, text)
        return path


class TestClauses(Places):
    def test_fields_and_rest(self):
        path = self.chapter(CLAUSE)
        found, errors = clauses.read_all(self.spec)
        self.assertEqual((sorted(found), errors), (["READY-1", "READY-2"], []))
        clause = found["READY-1"]
        self.assertEqual(clause.text, "It must do so.")
        self.assertEqual(clause.evidence, "executed, twice")
        self.assertEqual(clause.look_at, "the queue, and what fills it")
        self.assertEqual(clause.coverage, "")
        self.assertTrue(clause.prose.startswith("Why it is so.\n\nWhere loops differ.\n\n```\n###"))
        self.assertEqual(clause.examples, [clauses.Example(
            "READY/x", ['log("a")', "", "# trace 3.8..", "#      0  a"], path, 17)])
        self.assertEqual((clause.line, clause.end), (3, 28))
        self.assertEqual((found["READY-2"].prose, found["READY-2"].examples), ("", []))

    def fails(self, text, line, what):
        self.chapter(text)
        _, errors = clauses.read_all(self.spec)
        self.assertEqual(len(errors), 1, errors)
        self.assertEqual(errors[0].line, line)
        self.assertIn(what, errors[0].what)

    def test_broken_ones(self):
        self.fails(CLAUSE.replace("- source: `f`\n", ""), 3, "lacks the line '- source: ...'")
        self.fails(CLAUSE.replace("It must do\nso.\n\n", ""), 3, "no sentence")
        self.fails(CLAUSE.replace("documented", "sure"), 8, "level 'sure'")
        self.fails(CLAUSE.replace("3.8..\n- source", "three\n- source"), 9, "versions")
        self.fails(CLAUSE.replace("executed, twice", "heard"), 11, "evidence 'heard'")
        self.fails(CLAUSE.replace("- look at: the queue,\n  and what fills it",
                                  "- coverage: soon"), 12, "coverage 'soon'")
        self.fails(CLAUSE.replace("READY-2", "READY-1"), 30, "READY-1 stands in")

    def test_one_that_is_not_closed(self):
        self.fails(CLAUSE[:CLAUSE.index("```\n\nWhere")], 17, "not closed")


class TestExamples(Places):
    def findings(self, *lines, scenario="READY/x"):
        return examples.check(clauses.Example(scenario, list(lines), "f.md", 10), self.suite)

    def test_lines_of_the_file(self):
        self.assertEqual(self.findings("def twice():", '    log("a")', '    log("b")', "...",
                                       "# trace 3.8..3.11", "#      0  a"), [])

    def test_usual_lines_need_no_mark(self):
        self.assertEqual(self.findings("loop.run_forever()", "# trace 3.8..3.11"), [])

    def test_other_lines_do(self):
        self.assertEqual(self.findings("def twice():", '    log("b")', "...", "#      0  a")[0][0],
                         12)

    def test_common_indentation(self):
        self.assertEqual(self.findings('log("b")', 'log("a")', "...", "#      0  c"), [])
        self.assertEqual(len(self.findings("def twice():", 'log("a")', "...", "#      0  c")), 1)

    def test_a_line_that_occurs_twice(self):
        self.assertEqual(self.findings('    log("a")', "loop.call_soon(twice)", "...",
                                       "#      0  c"), [])

    def test_the_order_counts(self):
        self.assertEqual(self.findings("loop.run_forever()", "...", "loop.call_soon(twice)")[0][0],
                         13)

    def test_the_golden_must_show(self):
        self.assertIn("nothing of the golden", self.findings("loop.run_forever()")[0][1])
        self.assertEqual(self.findings("...", "#      0  z")[0][0], 12)

    def test_scenario_must_exist(self):
        self.assertIn("no scenario READY/y", self.findings("x", scenario="READY/y")[0][1])

    def test_empty(self):
        self.assertIn("empty", self.findings("")[0][1])

    def test_proposal_fits(self):
        found = {}
        clauses.read_file(self.chapter(CLAUSE), found, [])
        scenario = examples.scenarios.read(os.path.join(self.suite, "READY", "x.py"))
        block = examples.propose("READY-1", [scenario], set())
        self.assertEqual((block[0], block[-1]), ("```python READY/x", "```"))
        self.assertEqual(block[1], "def twice():")
        self.assertEqual(self.findings(*block[1:-1]), [])
        self.assertEqual(examples.propose("READY-2", [scenario], set()), [])

    def run_main(self):
        said = io.StringIO()
        with contextlib.redirect_stdout(said):
            status = examples.main(["--suite", self.suite, "--spec", self.spec])
        return status, said.getvalue()

    def test_all_of_a_folder(self):
        path = self.chapter(CLAUSE.replace("3.8..\n#", "3.8..3.11\n#").replace(
            'log("a")', 'log("a")\n...'))
        self.assertEqual(self.run_main(), (0, ""))
        self.chapter(CLAUSE)
        self.assertEqual(self.run_main(), (1, "%s:20: not so in READY/x, or not in this order: "
                                           "# trace 3.8..\n" % path))
        self.chapter(CLAUSE.replace("READY-1", "READY-3").replace("3.8..\n#", "3.8..3.11\n#")
                     .replace('log("a")', 'log("a")\n...'))
        self.assertIn(":17: READY/x is no scenario of READY-3", self.run_main()[1])


class TestUnshown(Places):
    def test_reasons(self):
        path = os.path.join(self.folder, "unshown.txt")
        self.write(path, "# why\nREADY-1  not seen\n")
        self.assertEqual(clauses.read_unshown(path), {"READY-1": "not seen"})
        self.write(path, "READY-1\n")
        with self.assertRaises(traces.FormatError):
            clauses.read_unshown(path)


if __name__ == "__main__":
    unittest.main()
