"""loops.py: what the page says of files of deviations, and each finding about such a file."""
import contextlib
import io
import unittest

from tests.support import FolderTest

import loops

CLAUSE = """### %s

%s

- level: %s
- versions: 3.8..
- source: here
- evidence: executed

"""
FILE = "conformance/deviations/some-1.0.deviations"
LONG = ("A callback must be called with `the arguments that were given to the call which queued it "
        "and with no others`, in their order.")


class Page(FolderTest):
    def setUp(self):
        super().setUp()
        self.write("spec/02-ready.md", CLAUSE % ("READY-1", LONG, "documented")
                   + CLAUSE % ("READY-2", "A detail does so.", "detail"))
        self.write("spec/12-eager.md", CLAUSE % ("EAGER-1", "A task must begin.", "defacto"))
        self.scenario("READY/one", "READY-1")
        self.scenario("READY/other", "READY-1, EAGER-1")
        self.scenario("READY/detail", "READY-2", "detail")
        self.scenario("EAGER/begins", "EAGER-1", "defacto", "# needs: 3.12\n")

    def scenario(self, name, named, level="documented", more=""):
        self.write("conformance/%s.py" % name,
                   '"""A sentence."""\n# clause: %s\n# level: %s\n%sfrom scenario import log\n\nlog(1)\n'
                   % (named, level, more))

    def run_it(self, *more):
        out = io.StringIO()
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(out):
            status = loops.main(["--root", self.folder, "--suite", self.folder + "/conformance",
                                 "--spec", self.folder + "/spec"] + list(more))
        return status, out.getvalue()

    def page_of(self, text, name=FILE):
        self.write(name, text)
        self.assertEqual(self.run_it(), (0, ""))
        return self.read("spec/loops.md")

    def row(self, page, area):
        return next(line for line in page.split("\n") if line.startswith("| %s |" % area))


class Sections(Page):
    def test_one_line_of_a_reason_for_all_its_scenarios(self):
        page = self.page_of("# Some 1.0, CPython 3.13.  And more\n"
                            "READY/one    FAIL:0123abcd  # it is late; owner/name#7; until 2030-01-01\n"
                            "READY/other  FAIL           # it is late\n")
        self.assertIn("## some-1.0\n\nSome 1.0, CPython 3.13.\n\n"
                      "Differences from asyncio: 2 scenarios of 1 clause.\n\n"
                      "- It is late: 2 scenarios; [owner/name#7](https://github.com/owner/name/issues/7); "
                      "until 2030-01-01\n  - [READY-1](02-ready.md#ready-1) (2): ", page)

    def test_the_first_line_that_names_a_scenario_counts(self):
        page = self.page_of("# Some, CPython 3.13.\nREADY/one FAIL # first\nREADY FAIL # the rest\n")
        self.assertIn("- First: 1 scenario\n", page)
        self.assertIn("- The rest: 1 scenario\n", page)

    def test_a_clause_as_pattern_names_scenarios_that_show_it(self):
        page = self.page_of("# Some, CPython 3.13.\nEAGER-1 FAIL # why\n")
        self.assertIn("- Why: 2 scenarios\n", page)

    def test_what_the_python_is_too_old_for_does_not_count(self):
        page = self.page_of("# Some, CPython 3.11.\nEAGER-1 FAIL # why\n")
        self.assertIn("- Why: 1 scenario\n", page)

    def test_details_do_not_count(self):
        page = self.page_of("# Some, CPython 3.13.\nREADY FAIL # why\n")
        self.assertIn("- Why: 2 scenarios\n", page)

    def test_many_clauses_of_a_reason_are_counted_by_area(self):
        self.write("spec/02-ready.md", "".join(
            CLAUSE % ("READY-%d" % number, "So it must be.", "documented") for number in range(1, 20)))
        for number in range(3, 20):
            self.scenario("READY/n%d" % number, "READY-%d" % number)
        page = self.page_of("# Some, CPython 3.13.\nREADY FAIL # why\nEAGER FAIL # why\n")
        self.assertIn("- Why: 20 scenarios\n  - 19 clauses: READY 18, EAGER 1\n", page)

    def test_a_file_without_entries_says_none(self):
        self.assertIn("## some-1.0\n\nSome.\n\nDifferences from asyncio: none.\n",
                      self.page_of("# Some.\n"))

    def test_sentences_are_shortened_between_words_and_outside_code(self):
        page = self.page_of("# Some.\nREADY/one FAIL # why\n")
        self.assertIn("(1): A callback must be called with ...\n", page)
        self.assertEqual(loops.shortened("Short."), "Short.")


class Table(Page):
    def test_clauses_are_counted_and_not_scenarios(self):
        page = self.page_of("# Some, CPython 3.13.\nREADY FAIL # why\n")
        self.assertEqual(self.row(page, "READY"), "| READY | 1 | 1 |")
        self.assertEqual(self.row(page, "EAGER"), "| EAGER | 1 | - |")
        self.assertEqual(self.row(page, "all"), "| all | 2 | 1 |")

    def test_an_area_that_the_python_lacks_is_empty(self):
        page = self.page_of("# Some, CPython 3.11.\nREADY FAIL # why\n")
        self.assertEqual(self.row(page, "EAGER"), "| EAGER | 1 |  |")

    def test_what_is_not_played_is_told_and_not_counted(self):
        page = self.page_of("# Some, CPython 3.13.\nREADY/one SKIP # a race\n")
        self.assertEqual(self.row(page, "all"), "| all | 2 | - |")
        self.assertIn("- A race: 1 scenario; not played\n", page)

    def test_adapters_come_after_the_loops_of_python(self):
        self.write("harness/adapters/any.deviations", "# Any.\n")
        page = self.page_of("# Some.\n")
        self.assertIn("| area | clauses | [some-1.0](#some-10) | [any](#any) |\n", page)


class Findings(Page):
    def finding(self, entry):
        self.write(FILE, "# Some, CPython 3.11.\n" + entry + "\n")
        status, said = self.run_it("--check")
        self.assertEqual(status, 1)
        return said

    def test_no_reason(self):
        for comment in ("", " #", " # TODO: say why", " # ; owner/name#7"):
            self.assertIn(FILE + ":2: lacks the reason", self.finding("READY/one FAIL" + comment))

    def test_no_line_of_the_form(self):
        self.assertIn(":2: is no line of the form", self.finding("READY/one # why"))

    def test_names_no_scenario(self):
        for pattern in ("READY/none", "READY/detail", "EAGER/begins", "READY-9"):
            self.assertIn(":2: %s names no scenario" % pattern, self.finding(pattern + " FAIL # why"))

    def test_old_page(self):
        self.page_of("# Some.\nREADY/one FAIL # why\n")
        self.assertEqual(self.run_it("--check"), (0, ""))
        self.write(FILE, "# Some.\nREADY/one FAIL # because\n")
        status, said = self.run_it("--check")
        self.assertEqual(status, 1)
        self.assertIn("spec/loops.md:1: is older than the files", said)

    def test_missing_page(self):
        self.write(FILE, "# Some.\n")
        self.assertEqual(self.run_it("--check")[0], 1)


if __name__ == "__main__":
    unittest.main()
