"""suite.py: the index, incremental work, broken files."""
import json
import os
import subprocess
import sys
import tempfile
import unittest

ORACLE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..")
SCENARIO = '"""A sentence."""\n# clause: READY-1\n# level: documented\nfrom scenario import log\n' \
           "log('x')\n\n# trace 3.8..3.12 3.13.18..\n#      0 ~tie  x\n\n# trace 3.13.0\n"
CLAUSE = "### READY-1\n\nIts sentence.\n\n- level: documented\n- versions: 3.8..\n- source: x\n" \
         "- evidence: executed\n"


class Suite(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = os.path.realpath(folder.name)
        self.write("suite/READY/a.py", SCENARIO)
        self.write("suite/TIMER/b.py", SCENARIO.replace(
            "# level", "# ops: readers\n# needs: 3.11\n# level"))
        self.write("suite/builds.txt", "3.8.18 CPython\n3.13.0 CPython\n3.13.18 CPython\n")
        self.write("spec/02-ready.md", CLAUSE)

    def path(self, name):
        return os.path.join(self.folder, name)

    def write(self, name, text):
        os.makedirs(os.path.dirname(self.path(name)), exist_ok=True)
        with open(self.path(name), "w") as file:
            file.write(text)

    def make(self):
        """(exit status, standard error) of suite.py; the index is self.index."""
        done = subprocess.run(
            [sys.executable, "-B", os.path.join(ORACLE, "suite.py"), "--suite",
             self.path("suite"), "--spec", self.path("spec"), "--out", self.path("out")],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, universal_newlines=True)
        self.assertEqual(done.stdout, "")
        with open(self.path("out/suite.json")) as file:
            self.index = json.load(file)
        return done.returncode, done.stderr

    def ids(self):
        return [entry["id"] for entry in self.index["scenarios"]]

    def test_the_index(self):
        self.assertEqual(self.make(), (0, ""))
        self.assertEqual(self.index["format"], 1)
        self.assertEqual(self.index["suite"], self.path("suite"))
        self.assertEqual(self.index["builds"], ["3.8.18", "3.13.0", "3.13.18"])
        self.assertEqual(self.index["clauses"], {"READY-1": {
            "text": "Its sentence.", "level": "documented", "versions": "3.8..", "look_at": "",
            "file": "02-ready.md", "line": 1}})
        first, second = self.index["scenarios"]
        self.assertEqual(first, {
            "id": "READY/a", "file": "READY/a.py", "doc": "A sentence.", "clauses": ["READY-1"],
            "level": "documented", "needs": "3.8", "ops": [], "program": "READY/a.json",
            "blocks": [{"versions": "3.8..3.12 3.13.18..", "builds": ["3.8.18", "3.13.18"],
                        "lines": [{"ms": "0", "group": "tie", "text": "x"}]},
                       {"versions": "3.13.0", "builds": ["3.13.0"], "lines": []}]})
        self.assertEqual((second["needs"], second["ops"]), ("3.11", ["readers"]))
        with open(self.path("out/programs/READY/a.json")) as file:
            self.assertEqual(json.load(file)["format"], 2)

    def test_only_what_changed_is_done_again(self):
        self.make()
        programs = [self.path("out/programs/%s.json" % name) for name in ("READY/a", "TIMER/b")]
        index = self.path("out/suite.json")
        for path in programs + [index]:
            os.utime(path, (1, 1))
        self.assertEqual(self.make(), (0, ""))
        self.assertEqual([os.stat(path).st_mtime for path in programs + [index]], [1, 1, 1])
        self.write("suite/READY/a.py", SCENARIO.replace("'x'", "'changed'"))
        self.assertEqual(self.make(), (0, ""))
        self.assertNotEqual(os.stat(programs[0]).st_mtime, 1)
        self.assertEqual(os.stat(programs[1]).st_mtime, 1)
        with open(programs[0]) as file:
            self.assertIn("changed", file.read())
        self.assertEqual(self.ids(), ["READY/a", "TIMER/b"])

    def test_clauses_and_builds_are_followed(self):
        self.make()
        self.write("suite/builds.txt", "3.9.2 CPython\n")
        self.write("spec/02-ready.md", CLAUSE.replace("Its", "Another"))
        self.assertEqual(self.make(), (0, ""))
        self.assertEqual(self.index["scenarios"][0]["blocks"][0]["builds"], ["3.9.2"])
        self.assertEqual(self.index["clauses"]["READY-1"]["text"], "Another sentence.")

    def test_a_scenario_that_is_gone(self):
        self.make()
        os.remove(self.path("suite/READY/a.py"))
        self.assertEqual(self.make(), (0, ""))
        self.assertEqual(self.ids(), ["TIMER/b"])
        self.assertFalse(os.path.exists(self.path("out/programs/READY/a.json")))

    def test_a_lost_result_is_made_again(self):
        self.make()
        os.remove(self.path("out/suite.json"))
        self.assertEqual(self.make(), (0, ""))
        self.assertEqual(self.ids(), ["READY/a", "TIMER/b"])

    def broken(self, name, text, what):
        """The file is named each time, and the rest stays usable."""
        self.write(name, text)
        for _ in range(2):
            status, said = self.make()
            self.assertEqual(status, 2)
            self.assertRegex(said, "^%s:%s\n$" % (self.path(name), what))
            self.assertEqual(len(self.index["broken"]), 1)
            self.assertEqual(self.index["broken"][0]["error"] + "\n", said)

    def test_broken_golden(self):
        self.broken("suite/READY/a.py", SCENARIO + "#  x\n", "11: broken trace line.*")
        self.assertEqual((self.ids(), self.index["broken"][0]["id"]), (["TIMER/b"], "READY/a"))

    def test_broken_program(self):
        self.broken("suite/READY/a.py", SCENARIO.replace("log('x')", "log(1j)"),
                    "5:.*outside Scenario Python.*")
        self.assertEqual(self.ids(), ["TIMER/b"])

    def test_broken_clause(self):
        self.broken("spec/02-ready.md", CLAUSE.replace("documented", "new"), "5: .*level 'new'.*")
        self.assertEqual(len(self.ids()), 2)

    def test_broken_builds(self):
        self.broken("suite/builds.txt", "3.8 CPython\n", "1: .*")
        self.assertEqual(len(self.ids()), 2)

    def test_repaired(self):
        self.broken("suite/READY/a.py", "", "1: no docstring.*")
        self.write("suite/READY/a.py", SCENARIO)
        self.assertEqual(self.make(), (0, ""))
        self.assertEqual(self.ids(), ["READY/a", "TIMER/b"])

    def test_many_scenarios_are_shared_out(self):
        for number in range(60):
            self.write("suite/MANY/m%02d.py" % number, SCENARIO)
        self.write("suite/MANY/m07.py", "")
        self.write("suite/MANY/m08.py", "")
        status, said = self.make()
        self.assertEqual((status, said.count("\n")), (2, 2))
        self.assertEqual(len(self.ids()), 60)
        self.assertEqual(self.ids(), sorted(self.ids()))

    def test_no_such_suite(self):
        done = subprocess.run([sys.executable, os.path.join(ORACLE, "suite.py"), "--suite",
                               self.path("none"), "--out", self.path("out")],
                              stderr=subprocess.PIPE, universal_newlines=True)
        self.assertEqual(done.returncode, 2)
        self.assertRegex(done.stderr, "^suite: there is no folder .*none\n$")


if __name__ == "__main__":
    unittest.main()
