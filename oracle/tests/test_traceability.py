"""traceability.py and codenames.py: what is found of clauses in code, and what is missed."""
import contextlib
import io
import json
import os
import sys
import tempfile
import unittest

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
import codenames        # noqa: E402
import traceability     # noqa: E402

SOURCE = """/*
 * file.c - see READY-1.
 */
#include "x.h"

/* READY-2, -4: first. */
static int first(int a,
                 int b)
{
    return a; /* READY-3 */
}

const char *text = "/* READY-9 */"; /* TIMER-1 to TIMER-3 */

struct thing {
    int member; /* IO-1. */
};

/* Declared only. STOP-1 */
void declared(void);

void last(void)
{
    /* STOP-1 again, STOP-1. */
}
"""


class Names(unittest.TestCase):
    def test_names_in(self):
        names = [name for name, _ in codenames.names_in("A-1, -2 and B-3 to B-5, C-1 to D-2 -7")]
        self.assertEqual(names, ["A-1", "A-2", "B-3", "B-4", "B-5", "C-1", "D-2"])

    def test_places(self):
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "file.c")
            with open(path, "w") as file:
                file.write(SOURCE)
            found = codenames.read_file(path, "file.c")
        self.assertEqual({name: [(place.line, place.symbol) for place in places]
                          for name, places in found.items()},
                         {"READY-1": [(2, "")], "READY-2": [(6, "first")],
                          "READY-4": [(6, "first")], "READY-3": [(10, "first")],
                          "TIMER-1": [(13, "text")], "TIMER-2": [(13, "text")],
                          "TIMER-3": [(13, "text")], "IO-1": [(16, "thing")],
                          "STOP-1": [(19, "declared"), (24, "last")]})


CLAUSE = "### READY-%d\n\nSentence.\n\n- level: %s\n- versions: 3.8..\n- source: x\n" \
         "- evidence: executed\n- look at: it\n\n%s"
EXAMPLE = "```python READY/x\nlog(1)\n```\n\n"
SCENARIO = '"""A sentence."""\n# clause: READY-1\n# level: documented\n' \
           "from scenario import log\nlog(1)\n"


class TestProject(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = folder.name
        self.write("conformance/READY/x.py", SCENARIO)
        self.write("conformance/unshown.txt", "READY-2  never seen\n")
        self.write("conformance/unnamed.txt", "")
        self.write("spec/02-ready.md", "# Ready\n\n" + CLAUSE % (1, "documented", EXAMPLE)
                   + CLAUSE % (2, "defacto", "") + CLAUSE % (3, "detail", ""))
        self.write("reference/a.c", "/* READY-1 */\nint f(void)\n{\n}\n")
        self.write("README.md", "Hello.\n\n%s\n%s\n\nEnd.\n" % (
            traceability.BEGIN, traceability.END))
        self.run_main()

    def write(self, name, text):
        path = os.path.join(self.root, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w") as file:
            file.write(text)

    def read(self, name):
        with open(os.path.join(self.root, name)) as file:
            return file.read()

    def run_main(self, *options):
        said = io.StringIO()
        with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
            status = traceability.main(list(options) + [
                "--root", self.root, "--spec", os.path.join(self.root, "spec"),
                "--suite", os.path.join(self.root, "conformance")])
        return status, said.getvalue().replace(self.root + "/", "")

    def test_what_is_written(self):
        self.assertEqual(self.run_main("--check"), (0, ""))
        self.assertIn("| READY-1 | documented | [`READY/x`](../conformance/READY/x.py) "
                      "| [`f`](../reference/a.c) |\n", self.read("spec/trace.md"))
        self.assertIn("| READY-2 | defacto | none: never seen |  |\n", self.read("spec/trace.md"))
        self.assertIn("| clauses in the text | 3 |\n", self.read("README.md"))
        self.assertTrue(self.read("README.md").endswith("\n\nEnd.\n"))

    def finds(self, *said):
        status, lines = self.run_main("--check")
        self.assertEqual(status, 1)
        for line in said:
            self.assertIn(line, lines)

    def test_stale(self):
        self.write("reference/b.c", "/* READY-3 */\nint g;\n")
        self.finds("spec/trace.md:1: is older", "README.md:1: is older")
        self.write("README.md", "Hello.\n")
        self.finds("README.md:1: lacks the line <!-- counts")
        self.assertEqual(self.run_main()[0], 2)

    def test_no_code(self):
        self.write("reference/a.c", "")
        self.finds("spec/02-ready.md:3: no comment in reference or harness/vm names READY-1, ")
        self.write("conformance/unnamed.txt", "READY-1  it happens by itself\n")
        self.run_main()
        self.assertEqual(self.run_main("--check"), (0, ""))
        self.write("reference/a.c", "/* READY-1 */\nint f;\n")
        self.finds("unnamed.txt:1: READY-1 is listed, but reference/a.c:1 names it")

    def test_unknown_ids(self):
        self.write("reference/b.c", "/* READY-7, OTHER-1 */\nint g;\n")
        self.write("spec/formats.md", "As READY-8 says.\n\n    and OTHER-2\n```\nREADY-9\n```\n")
        self.write("conformance/unnamed.txt", "READY-6  gone\n")
        status, lines = self.run_main("--check")
        self.assertEqual(lines.count("no clause"), 3, lines)
        self.finds("reference/b.c:1: there is no clause READY-7",
                   "spec/formats.md:1: there is no clause READY-8",
                   "unnamed.txt:1: there is no clause READY-6")

    def test_look_at(self):
        self.write("spec/02-ready.md", self.read("spec/02-ready.md").replace(
            "- look at: it\n", "", 1))
        self.finds("spec/02-ready.md:3: READY-1 lacks the line '- look at: ...'")

    def test_index(self):
        status, said = self.run_main("--json")
        self.assertEqual(status, 0)
        first = json.loads(said)["clauses"][0]
        self.assertEqual((first["id"], first["look_at"], first["scenarios"], first["code"]),
                         ("READY-1", "it", ["READY/x"],
                          [{"file": "reference/a.c", "line": 1, "symbol": "f"}]))
        self.assertEqual(first["examples"], [{"scenario": "READY/x", "lines": ["log(1)"]}])

    def test_broken_clause(self):
        self.write("spec/03-timers.md", "# Timers\n\n### TIMER-1\n")
        self.finds("spec/03-timers.md:3: TIMER-1 has no sentence")
        self.assertEqual(self.run_main("--json")[0], 2)


if __name__ == "__main__":
    unittest.main()
