"""scenarios.py and clauses.py: reading files, and naming what is wrong with them."""
import os
import sys
import tempfile
import unittest

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
import clauses      # noqa: E402
import scenarios    # noqa: E402
import traces       # noqa: E402

GOOD = '''"""A sentence
on two lines."""
# clause: READY-4, TIMER-12
# level: defacto
# needs: 3.12
# ops: readers, threads
# further prose
import asyncio
# level: not in the header any more

# trace 3.12..
#      0  text
'''


class Reading(unittest.TestCase):
    def parse(self, source, name="READY/x"):
        return scenarios.parse(source, "x.py", name)

    def test_all_fields(self):
        scenario = self.parse(GOOD)
        self.assertEqual(scenario.doc, "A sentence on two lines.")
        self.assertEqual(scenario.clauses, ["READY-4", "TIMER-12"])
        self.assertEqual((scenario.level, scenario.needs), ("defacto", (3, 12)))
        self.assertEqual(scenario.ops, ["readers", "threads"])
        self.assertTrue(scenario.body.endswith("any more\n"))
        self.assertEqual(len(scenario.blocks), 1)

    def test_optional_fields(self):
        scenario = self.parse('"""A."""\n# clause: A-1\n# level: detail\n')
        self.assertEqual((scenario.needs, scenario.ops, scenario.blocks), ((3, 8), [], []))

    def refused(self, what, source, name="READY/x"):
        with self.assertRaisesRegex(traces.FormatError, what):
            self.parse(source, name)

    def test_broken_files_are_named_by_line(self):
        self.refused(r"^x\.py:1: no docstring", "# clause: A-1\n# level: detail\n")
        self.refused(r"^x\.py:2: no '# clause", GOOD.replace("# clause", "# clauses"))
        self.refused(r"^x\.py:2: no '# level", GOOD.replace("# level: defacto\n", ""))
        self.refused(r"^x\.py:2: no '# clause", GOOD.replace("# clause", "\n# clause"))
        self.refused(r"^x\.py:3: 'READY' is not a clause", GOOD.replace("READY-4", "READY"))
        self.refused(r"^x\.py:3: '' is not a clause", GOOD.replace("READY-4, TIMER-12", ""))
        self.refused(r"^x\.py:4: level 'new'", GOOD.replace("defacto", "new"))
        self.refused(r"^x\.py:5: needs", GOOD.replace("needs: 3.12", "needs: 3.12.1"))
        self.refused(r"^x\.py:5: needs", GOOD.replace("needs: 3.12", "needs: new"))
        self.refused(r"^x\.py:6: ops 'io'", GOOD.replace("threads", "io"))
        self.refused(r"^x\.py:7: a second", GOOD.replace("# further prose", "# level: detail"))
        self.refused(r"^x\.py:8: not Python",
                     GOOD.replace("import asyncio", "import").replace("needs: 3.12", "needs: 3.8"))
        beyond = GOOD.replace("import asyncio", "import").replace("needs: 3.12", "needs: 3.99")
        self.assertEqual(scenarios.parse(beyond, "x.py", "READY/x").needs, (3, 99))
        self.refused(r"^x\.py:8: a carriage", GOOD.replace("asyncio", "asyncio\r"))
        self.refused(r"^x\.py:1: a scenario is AREA/name", GOOD, "READY/Big-Name")

    def test_unreadable_files(self):
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "x.py")
            with self.assertRaisesRegex(traces.FormatError, "cannot be read: No such file"):
                scenarios.read(path)
            with open(path, "wb") as file:
                file.write(b"\xff")
            with self.assertRaisesRegex(traces.FormatError, "not UTF-8"):
                scenarios.read(path)

    def test_find_takes_areas_only(self):
        with tempfile.TemporaryDirectory() as suite:
            for name in ("TIMER/b.py", "READY/z.py", "READY/a.py", "READY/note.txt", "lower/x.py"):
                os.makedirs(os.path.dirname(os.path.join(suite, name)), exist_ok=True)
                open(os.path.join(suite, name), "w").close()
            self.assertEqual([name for name, _ in scenarios.find(suite)],
                             ["READY/a", "READY/z", "TIMER/b"])

    def test_patterns(self):
        for pattern in ("READY/*", "READY/fifo", "*fifo", "READY", "READY/", "READY-2"):
            self.assertTrue(scenarios.matches("READY/fifo", ["READY-2"], [pattern]), pattern)
        for pattern in ("READ", "TIMER", "READY-22", "READY/fif"):
            self.assertFalse(scenarios.matches("READY/fifo", ["READY-2"], [pattern]), pattern)


CHAPTER = """# Chapter

### READY-1

One sentence
on two lines.

- level: detail
- versions: 3.8..3.12
- source: `_run_once`
- evidence: executed

Why.

- level: of something else

### A heading

### READY-2

Another.

- level: defacto
- versions: 3.8..
- source: `call_soon`
- evidence: read in the source
"""


class Clauses(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.spec = folder.name

    def read(self, text, name="02-ready.md"):
        with open(os.path.join(self.spec, name), "w") as file:
            file.write(text)
        return clauses.read_all(self.spec)

    def test_all_fields(self):
        found, errors = self.read(CHAPTER)
        self.assertEqual(errors, [])
        self.assertEqual(list(found), ["READY-1", "READY-2"])
        clause = found["READY-1"]
        self.assertEqual((clause.text, clause.level, clause.versions, clause.line),
                         ("One sentence on two lines.", "detail", "3.8..3.12", 3))
        self.assertEqual((clause.source, clause.evidence), ("`_run_once`", "executed"))

    def test_other_files_are_no_chapters(self):
        self.assertEqual(self.read(CHAPTER, "formats.md"), ({}, []))

    def broken(self, old, new, line, what):
        found, errors = self.read(CHAPTER.replace(old, new))
        self.assertEqual(list(found), ["READY-2"])
        self.assertEqual(len(errors), 1)
        self.assertRegex(str(errors[0]), r"02-ready\.md:%d: .*%s" % (line, what))

    def test_a_broken_clause_is_named_and_the_others_stay(self):
        self.broken("- source: `_run_once`\n", "", 3, "lacks the line '- source")
        self.broken("level: detail", "level: new", 8, "level 'new'")
        self.broken("3.8..3.12", "3.8-3.12", 9, "not a version")
        self.broken("evidence: executed", "evidence: believed", 11, "evidence 'believed'")
        self.broken("One sentence\non two lines.\n", "", 3, "no sentence")

    def test_an_id_stands_once(self):
        self.read(CHAPTER, "01-a.md")
        _, errors = self.read(CHAPTER)
        self.assertEqual(len(errors), 2)
        self.assertRegex(str(errors[0]), r"02-ready\.md:3: READY-1 stands in .*01-a\.md:3 too")

    def test_unshown(self):
        path = os.path.join(self.spec, "unshown.txt")
        self.assertEqual(clauses.read_unshown(path), {})
        with open(path, "w") as file:
            file.write("# note\nREADY-9  clock reads cannot be seen\n")
        self.assertEqual(clauses.read_unshown(path), {"READY-9": "clock reads cannot be seen"})
        for text, where in (("READY-9\n", 1), ("\nready  reason\n", 2), ("A-1  a\nA-1  b\n", 2)):
            with open(path, "w") as file:
                file.write(text)
            with self.assertRaisesRegex(traces.FormatError, r"unshown\.txt:%d: " % where):
                clauses.read_unshown(path)


if __name__ == "__main__":
    unittest.main()
