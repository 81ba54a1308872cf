"""folklore.py: each rule of the page has a page that breaks it, and the page in spec/ breaks none."""
import contextlib
import io
import os
import unittest

from tests.support import FolderTest, HEADER, ORACLE

import clauses
import folklore

ROOT = os.path.dirname(ORACLE)
SCENARIO = HEADER + "import asyncio\nfrom scenario import log\n\nlog(1)\n\n# trace 3.8..\n#      0  1\n"
CLAUSE = """### READY-1

A sentence.

- level: documented
- versions: 3.8..
- source: here
- evidence: executed
"""
TABLE = "# Folklore\n\n| text | what it is | claims |\n|---|---|---:|\n| 000 | a text | 2 |\n\n"
FIRST = """### A belief

- claims: 000#1
- verdict: false
- clauses: READY-1
- proof: `build/aiospec run python READY/one READY/two`

It is not so.

```python READY/two
log(1)

# trace 3.8..
#      0  1
```

"""
SECOND = """## A theme

### Another belief

- claims: 000#2
- verdict: imprecise
- proof: not yet covered by a scenario

Nearly.
"""


class Page(FolderTest):
    def setUp(self):
        super().setUp()
        self.spec = os.path.join(self.folder, "spec")
        self.suite = os.path.join(self.folder, "suite")
        self.write("spec/02-ready.md", CLAUSE)
        for name in ("one", "two"):
            self.write("suite/READY/%s.py" % name, SCENARIO)

    def lint(self, page):
        path = self.write("spec/folklore.md", page)
        found, errors = clauses.read_all(self.spec)
        self.assertEqual(errors, [])
        return [line[len(path) + 1:] for line in folklore.lint(self.spec, self.suite, found)]

    def finds(self, what, old="", new="", page=TABLE + FIRST + SECOND):
        """Exactly this finding, where `old` is replaced in the page."""
        self.assertIn(old, page)
        findings = self.lint(page.replace(old, new))
        self.assertEqual(len(findings), 1, findings)
        self.assertRegex(findings[0], what)

    def test_a_good_page(self):
        self.assertEqual(self.lint(TABLE + FIRST + SECOND), [])

    def test_no_page(self):
        self.assertEqual(folklore.lint(self.spec, self.suite, {}), [])

    def test_each_claim_has_an_entry(self):
        self.finds("^1: claim 000#2 has no entry", page=TABLE + FIRST)
        self.finds("claim 000#3 has no entry", "| 2 |", "| 3 |")
        self.finds("claim 001#1 has no entry", "| 2 |\n", "| 2 |\n| 001 | another | 1 |\n")
        self.assertEqual(self.lint(TABLE + "nothing")[0], "1: claim 000#1 has no entry")
        self.assertIn("1: there is no entry", self.lint(TABLE))

    def test_no_claim_has_two_entries(self):
        self.finds("^25: claim 000#1 stands in line 7 too", "claims: 000#2", "claims: 000#2, 000#1")

    def test_no_claim_is_invented(self):
        self.finds("^7: the table of texts has no claim 000#9", "000#1", "000#1, 000#9")

    def test_a_field_goes_on_in_indented_lines(self):
        self.finds("no claim 000#9", "000#1\n", "000#1,\n  000#9\n")

    def test_all_fields_are_needed(self):
        for field, line in (("verdict", "- verdict: false\n"), ("clauses", "- clauses: READY-1\n"),
                            ("proof", "- proof: `build/aiospec run python READY/one READY/two`\n")):
            self.finds("^7: lacks the line '- %s: ...'" % field, line)
        self.assertIn("25: lacks the line '- claims: ...'",
                      self.lint(TABLE + FIRST + SECOND.replace("- claims: 000#2\n", "")))

    def test_the_verdicts(self):
        self.finds("verdict 'doubtful'", "imprecise", "doubtful")

    def test_clauses_exist(self):
        self.finds("^7: there is no clause READY-7", "READY-1\n", "READY-1, READY-7\n")
        self.finds("^25: there is no clause READY-7", "imprecise\n", "imprecise\n- clauses: READY-7\n")

    def test_scenarios_exist(self):
        self.finds("there is no scenario READY/three", "READY/one", "READY/three")

    def test_scenarios_show_one_of_the_clauses(self):
        self.write("suite/READY/one.py", SCENARIO.replace("READY-1", "READY-2"))
        self.finds("^7: READY/one shows none of these clauses")

    def test_a_proof_is_a_command(self):
        self.finds("^7: proof: ", "`build/aiospec run python READY/one READY/two`", "READY/one")
        self.finds("^7: proof: ", "`build/aiospec run python READY/one READY/two`", "obvious")

    def test_one_scenario_of_the_proof_is_quoted(self):
        self.finds("^7: quotes no scenario of its proof", "```python READY/two", "```python READY/other")
        self.finds("^7: quotes no scenario of its proof", "```python READY/two", "```python")

    def test_scenarios_prints_each_proof_once(self):
        page = TABLE + FIRST + SECOND.replace(folklore.NOT_YET, "`build/aiospec run python READY/one`")
        self.write("spec/folklore.md", page)
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed):
            status = folklore.main(["--scenarios", "--spec", self.spec, "--suite", self.suite])
        self.assertEqual((status, printed.getvalue()), (0, "READY/one READY/two\n"))

    def test_the_status_tells_of_findings(self):
        with contextlib.redirect_stdout(io.StringIO()) as printed:
            self.write("spec/folklore.md", TABLE + FIRST)
            self.assertEqual(folklore.main(["--spec", self.spec, "--suite", self.suite]), 1)
            self.assertIn("claim 000#2", printed.getvalue())
            self.write("spec/folklore.md", TABLE + FIRST + SECOND)
            self.assertEqual(folklore.main(["--spec", self.spec, "--suite", self.suite]), 0)


class OurPage(unittest.TestCase):
    def test_it_is_as_it_should_be(self):
        spec = os.path.join(ROOT, "spec")
        found, _ = clauses.read_all(spec)
        self.assertEqual(folklore.lint(spec, os.path.join(ROOT, "conformance"), found), [])
        texts, entries = folklore.read(os.path.join(spec, folklore.PAGE))
        self.assertGreaterEqual(sum(texts.values()), 58)
        self.assertGreater(len([entry for entry in entries if folklore.proofs(entry)]), 40)


if __name__ == "__main__":
    unittest.main()
