"""changes.py: each rule of the page has a page that breaks it, and the page in spec/ breaks none."""
import contextlib
import io
import os
import unittest

from tests.support import FolderTest, HEADER, ORACLE

import changes
import clauses
import lint
import versions

ROOT = os.path.dirname(ORACLE)
BUILDS = "3.8.18 CPython\n3.9.18 CPython\n3.10.0 CPython\n3.10.13 CPython\n"
PROGRAM = "import asyncio\nfrom scenario import log\n\nlog(1)\n\n"
CLAUSE = """### %s

A sentence.

- level: %s
- versions: %s
- source: here
- evidence: executed

"""
OLD = "# trace 3.8\n#      0  one\n#     10  same\n"
NEW = "# trace 3.9..\n#      0  other\n#     10  same\n"
PAGE = """# Versions

## 3.9

### It changed

- clauses: READY-1
- level: documented

Do something about it.

```diff READY/one
--- 3.8.18
+++ 3.9.18
@@ A sentence.
-      0  one
+      0  other
      10  same
```

### New: it came

- clauses: TG
- new: yes
- level: detail

## Not backed

| 3.10 patches | READY-2 | something else |
"""


class Page(FolderTest):
    def setUp(self):
        super().setUp()
        self.spec = os.path.join(self.folder, "spec")
        self.suite = os.path.join(self.folder, "suite")
        self.write("suite/builds.txt", BUILDS)
        self.clauses()
        self.scenario("READY/one", OLD + "\n" + NEW)
        self.scenario("READY/never", "# trace 3.8..\n#      0  one\n")
        self.scenario("TG/new", "# trace 3.9..\n#      0  one\n", "TG-1", "# needs: 3.9\n")
        self.path = self.write("spec/versions.md", PAGE)

    def clauses(self, first="3.8.."):
        self.write("spec/02-ready.md", CLAUSE % ("READY-1", "documented", first)
                   + CLAUSE % ("READY-2", "defacto", "3.8..") + CLAUSE % ("TG-1", "detail", "3.9.."))

    def scenario(self, name, goldens, clause="READY-1", more=""):
        header = HEADER.replace("READY-1", clause) + more
        return self.write("suite/%s.py" % name, header + PROGRAM + goldens)

    def found(self):
        found, errors = clauses.read_all(self.spec)
        self.assertEqual(errors, [])
        return found

    def lint(self):
        return [line[len(self.path) + 1:] for line in
                changes.lint(self.spec, self.suite, self.found())]

    def finds(self, what, old="", new=""):
        """Exactly this finding, where `old` is replaced in the page."""
        self.assertIn(old, PAGE)
        self.write("spec/versions.md", PAGE.replace(old, new))
        findings = self.lint()
        self.assertEqual(len(findings), 1, findings)
        self.assertRegex(findings[0], what)

    def run_main(self, *arguments):
        with contextlib.redirect_stdout(io.StringIO()) as printed:
            status = changes.main(list(arguments) + ["--spec", self.spec, "--suite", self.suite])
        return status, printed.getvalue()


class Checking(Page):
    def test_a_good_page(self):
        self.assertEqual(self.lint(), [])

    def test_no_page(self):
        os.remove(self.path)
        self.assertEqual(self.lint(), [])

    def test_each_change_has_an_entry(self):
        self.scenario("READY/two", OLD + "\n" + NEW, "READY-2")
        self.finds(r"^1: READY/two changes at 3.9, .* \(READY-2\)")
        self.scenario("READY/three", OLD + "\n" + NEW, "READY-2")
        self.finds(r"^1: READY/three changes at 3.9 and 1 more")

    def test_any_of_its_clauses_will_do(self):
        self.scenario("READY/two", OLD + "\n" + NEW, "READY-2, READY-1")
        self.assertEqual(self.lint(), [])

    def test_the_entry_is_of_the_right_chapter(self):
        self.scenario("READY/one", OLD.replace("3.8", "3.8 3.10..") + NEW.replace("3.9..", "3.9"))
        self.assertTrue([line for line in self.lint() if "READY/one changes at 3.10," in line])

    def test_a_patch_is_a_chapter_of_its_own(self):
        self.scenario("READY/two", OLD.replace("3.8", "3.8..3.10.0") + NEW.replace("3.9", "3.10.13"))
        self.finds("^1: READY/two changes at 3.10.13,")

    def test_what_begins_needs_an_entry_that_is_new(self):
        self.scenario("READY/two", "# trace 3.9..\n#      0  one\n", "READY-1", "# needs: 3.9\n")
        self.finds("^1: READY/two begins at 3.9, .*with '- new: yes' names")

    def test_what_ends_is_a_change(self):
        self.scenario("READY/two", "# trace 3.8..3.9\n#      0  one\n", "READY-2")
        self.finds("^1: READY/two changes at 3.10,")

    def test_an_entry_names_clauses_that_change_there(self):
        self.finds("^5: no scenario of READY-2 changes at 3.9$", "READY-1\n", "READY-1, READY-2\n")
        self.finds("^21: no scenario of READY-2 begins at 3.9$", "TG\n- new: yes\n- level: detail",
                   "TG, READY-2\n- new: yes\n- level: defacto")
        self.finds("^5: there is no clause READY-7$", "READY-1\n", "READY-1, READY-7\n")

    def test_an_entry_needs_clauses_and_its_level(self):
        self.finds("^5: level 'detail': its clauses are documented", "documented", "detail")
        self.finds("^5: level '': its clauses are documented", "- level: documented\n")
        self.write("spec/versions.md", PAGE.replace("- clauses: READY-1\n", ""))
        self.assertTrue(any(line.startswith("5: lacks the line '- clauses: ") for line in self.lint()))

    def test_an_entry_shows_a_change(self):
        start, stop = PAGE.index("```diff"), PAGE.index("### New")
        self.finds("^5: shows no scenario that changes at 3.9", PAGE[start:stop])

    def test_an_example_with_both_goldens_shows_one(self):
        start, stop = PAGE.index("```diff"), PAGE.index("### New")
        example = "```python READY/one\nlog(1)\n\n%s\n%s```\n\n" % (OLD, NEW)
        self.write("spec/versions.md", PAGE[:start] + example + PAGE[stop:])
        self.assertEqual(self.lint(), [])
        self.write("spec/versions.md", PAGE[:start] + example.replace(NEW, "") + PAGE[stop:])
        self.assertEqual(len(self.lint()), 1)

    def test_an_excerpt_is_of_a_scenario_that_changes_there(self):
        self.finds("^12: READY/never does not change at 3.9", "```diff READY/one", "```diff READY/never")
        self.finds("^12: READY/lost does not change at 3.9", "```diff READY/one", "```diff READY/lost")
        self.scenario("READY/two", OLD + "\n" + NEW, "READY-2, READY-1")
        self.scenario("READY/three", OLD + "\n" + NEW, "READY-2")
        self.write("spec/versions.md", PAGE.replace("```diff READY/one", "```diff READY/three"))
        self.assertTrue(any("READY/three names none of these" in line for line in self.lint()))

    def test_an_excerpt_is_what_was_recorded(self):
        for old, new in (("-      0  one", "-      0  two"), ("+++ 3.9.18", "+++ 3.9.19"),
                         ("      10  same\n", ""), ("@@ A sentence.", "@@ Another.")):
            self.finds("^12: the goldens of READY/one say something else", old, new)

    def test_an_excerpt_is_closed(self):
        self.write("spec/versions.md", PAGE[:PAGE.index("      10  same")])
        with self.assertRaisesRegex(changes.traces.FormatError, "not closed"):
            self.lint()

    def test_the_linter_looks_at_the_page(self):
        self.assertEqual(lint.lint_spec(self.spec, self.suite, self.found()), [])
        self.write("spec/versions.md", PAGE.replace("READY-2 |", "READY-9 |"))
        findings = lint.lint_spec(self.spec, self.suite, self.found())
        self.assertEqual(len(findings), 1)
        self.assertIn("there is no clause READY-9", findings[0])

    def test_rows_tell_of_what_no_scenario_shows(self):
        self.finds("^29: there is no clause READY-9", "| READY-2 |", "| READY-9 |")
        self.finds("^29: READY/one shows READY-1 to change then", "| 3.10 patches | READY-2 |",
                   "| 3.9 | READY-2, READY-1 |")
        for row in ("| 3.10 | READY-1 |", "| 3.9 patches | READY-1 |"):
            self.write("spec/versions.md", PAGE.replace("| 3.10 patches | READY-2 |", row))
            self.assertEqual(self.lint(), [])

    def test_clauses_that_begin_late_are_on_the_page(self):
        self.write("spec/03-more.md", CLAUSE % ("IO-1", "detail", "3.9.."))
        self.finds(r"^1: IO-1 holds for 3.9.. only, and is not on this page")
        self.write("spec/versions.md", PAGE.replace("READY-2 |", "READY-2, IO-1 |"))
        self.assertEqual(self.lint(), [])


class Excerpts(Page):
    def excerpt(self, old, new):
        self.scenario("READY/one", "# trace 3.8\n" + "".join("#      0  %s\n" % line for line in old)
                      + "\n# trace 3.9..\n" + "".join("#      0  %s\n" % line for line in new))
        points, _ = changes.read_suite(self.suite)
        return ["".join(line.split("      0  "))
                for line in changes.excerpt(points[0])[3:]]

    def test_removed_lines_stand_before_added_ones(self):
        self.assertEqual(self.excerpt(["a", "b", "c"], ["a", "x", "y", "c"]),
                         [" a", "-b", "+x", "+y", " c"])

    def test_lines_are_paired_by_number_where_that_marks_no_more(self):
        self.assertEqual(self.excerpt(["no", "yes"], ["yes", "yes"]), ["-no", "+yes", " yes"])
        self.assertEqual(self.excerpt(["a", "b", "c"], ["b", "c", "a"]), ["-a", " b", " c", "+a"])

    def test_much_that_agrees_is_left_out(self):
        many = list("abcdefghijkl")
        self.assertEqual(self.excerpt(many, many[:-1] + ["x"]), [" ...", " k", "-l", "+x"])
        self.assertEqual(self.excerpt(many, ["x"] + many[1:-1] + ["y"]),
                         ["-a", "+x", " b", " ...", " k", "-l", "+y"])

    def test_an_empty_golden(self):
        self.assertEqual(self.excerpt([], ["a"]), ["+a"])

    def test_what_does_not_run_says_so(self):
        self.scenario("READY/one", "# trace 3.8\n#      0  one\n")
        points, _ = changes.read_suite(self.suite)
        self.assertEqual(changes.excerpt(points[0])[-2:], ["-      0  one", "+     does not run"])

    def test_a_long_sentence_is_wrapped(self):
        path = self.scenario("READY/one", OLD + "\n" + NEW)
        with open(path) as file:
            text = file.read()
        self.write(path, text.replace("A sentence.", "word " * 40 + "end."))
        points, _ = changes.read_suite(self.suite)
        lines = [line for line in changes.excerpt(points[0]) if line.startswith("@@ ")]
        self.assertEqual(" ".join(line[3:] for line in lines), "word " * 40 + "end.")
        self.assertLess(max(map(len, lines)), 120)


class Writing(Page):
    def test_excerpts_and_levels_are_written(self):
        bare = PAGE.replace("- level: documented\n", "").replace("- level: detail", "- level: defacto")
        start = bare.index("--- 3.8.18")
        self.write("spec/versions.md", bare[:start] + bare[bare.index("```\n", start):])
        self.assertNotEqual(self.lint(), [])
        self.assertEqual(self.run_main("--write"), (0, ""))
        self.assertEqual(self.read("spec/versions.md"), PAGE)

    def test_a_level_is_written_below_clauses_that_go_on(self):
        self.write("suite/READY/two.py", HEADER.replace("READY-1", "READY-2") + PROGRAM + OLD + NEW)
        page = PAGE.replace("- clauses: READY-1\n", "- clauses: READY-1,\n  READY-2\n")
        self.write("spec/versions.md", page.replace("- level: documented\n", ""))
        self.assertEqual(self.run_main("--write"), (0, ""))
        self.assertEqual(self.read("spec/versions.md"), page)
        self.assertEqual(self.lint(), [])

    def test_what_cannot_be_written_stays(self):
        page = PAGE.replace("```diff READY/one", "```diff READY/never")
        self.write("spec/versions.md", page)
        with contextlib.redirect_stderr(io.StringIO()) as told:
            self.assertEqual(self.run_main("--write")[0], 1)
        self.assertIn("READY/never", told.getvalue())
        self.assertEqual(self.read("spec/versions.md"), page)

    def test_proposals_are_entries(self):
        self.write("spec/versions.md", "# Versions\n")
        status, printed = self.run_main("--propose")
        self.assertEqual(status, 0)
        self.write("spec/versions.md", printed)
        self.assertEqual(self.run_main("--write"), (0, ""))
        self.assertEqual(self.run_main("--check"), (0, ""))

    def test_the_status_tells_of_findings(self):
        self.assertEqual(self.run_main("--check"), (0, ""))
        self.write("spec/versions.md", PAGE.replace("one\n+", "two\n+"))
        status, printed = self.run_main("--check")
        self.assertEqual(status, 1)
        self.assertIn("READY/one", printed)


class Telling(Page):
    def test_a_version_is_told(self):
        status, printed = self.run_main("3.9")
        self.assertEqual((status, printed.split("\n")), (0, [
            "3.9 (3.8.18 to 3.9.18)",
            "  documented  It changed", "              READY-1: READY/one",
            "  detail      New: it came", "              TG: TG/new", ""]))

    def test_traces_are_added(self):
        self.assertIn("    +      0  other\n", self.run_main("3.9", "--traces")[1])

    def test_several_versions(self):
        builds = sorted(versions.read_builds(os.path.join(self.suite, "builds.txt")))
        for asked, wanted in ((["3.10"], [(3, 10, 0), (3, 10, 13)]), (["3.10.13"], [(3, 10, 13)]),
                              (["3.8"], []), (["3.9", "3.10"], [(3, 10, 0), (3, 10, 13)]),
                              (["3.8", "3.10.0"], [(3, 9, 18), (3, 10, 0)]), (["3.7"], [])):
            self.assertEqual(changes.span(asked, builds), wanted, asked)

    def test_misuse(self):
        for arguments in ((), ("3.9", "--check"), ("3.8", "3.9", "3.10"), ("3.7",), ("nine",)):
            with contextlib.redirect_stderr(io.StringIO()), self.assertRaises(SystemExit) as ended:
                self.run_main(*arguments)
            self.assertEqual(ended.exception.code, 2, arguments)


class OurPage(unittest.TestCase):
    def test_it_is_as_it_should_be(self):
        spec = os.path.join(ROOT, "spec")
        found, _ = clauses.read_all(spec)
        self.assertEqual(changes.lint(spec, os.path.join(ROOT, "conformance"), found), [])
        page = changes.read(os.path.join(spec, changes.PAGE))
        self.assertGreater(len(page.entries), 80)
        self.assertEqual({entry.version[:2] for entry in page.entries},
                         {(3, minor) for minor in range(9, 16)})


if __name__ == "__main__":
    unittest.main()
