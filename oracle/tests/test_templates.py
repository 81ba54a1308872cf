"""Tests of the expansion of templates: what is written, kept, removed, and noticed."""
import contextlib
import io
import os
import unittest
from unittest import mock

from . import support
import client
import templates

TEMPLATE = '''"""Point {POINT}, {HOW}."""
# clause: READY-1
# level: documented
from scenario import log

POINT = 1  # vary: 1.. until finished
HOW = "a b"  # vary: "a b", "c"
# insert: shared.py
'''
SHARED = '''log("no such point" if POINT > 2 else "nothing to vary" if (POINT, HOW) == (2, "c") else "x")
'''


def interpret(body):
    """Stands in for CPython: the texts that the program logs."""
    lines = []
    exec(body.replace("from scenario import log\n", ""),
         {"log": lambda *args: lines.append(" ".join(map(str, args)))})
    return lines


class Expansion(support.FolderTest):
    def setUp(self):
        super().setUp()
        self.write("templates/shared.py", SHARED)
        self.path = self.write("templates/READY/t.py", TEMPLATE)
        self.suite = os.path.join(self.folder, "suite")
        os.mkdir(self.suite)

    def template(self):
        return templates.Template(self.path, os.path.join(self.folder, "templates"))

    def expand(self):
        return templates.expand_all([self.template()], self.suite, interpret)

    def check(self, everything=True):
        return [line.partition(": ")[2] for line in
                templates.check_all([self.template()], self.suite, everything)]

    def names(self):
        return sorted(os.listdir(os.path.join(self.suite, "READY")))

    def test_one_file_for_each_combination_that_exists(self):
        self.assertEqual(self.expand(), "3 scenarios of 1 templates: 3 written, 0 removed")
        self.assertEqual(self.names(), ["t_1_a_b.py", "t_1_c.py", "t_2_a_b.py"])
        self.assertEqual(self.check(), [])

    def test_a_file_stands_alone(self):
        self.expand()
        self.assertEqual(self.read("suite/READY/t_2_a_b.py"), '''"""Point 2, a b."""
# generated: from oracle/templates/READY/t.py, POINT=2, HOW=a b
# clause: READY-1
# level: documented
from scenario import log

POINT = 2
HOW = "a b"
''' + SHARED)

    def test_goldens_stay_while_the_program_does(self):
        self.expand()
        golden = "\n# trace 3.8..\n#      0  x\n"
        with open(os.path.join(self.suite, "READY", "t_1_c.py"), "a") as file:
            file.write(golden)
        self.assertEqual(self.expand(), "3 scenarios of 1 templates: 0 written, 0 removed")
        self.assertIn(golden, self.read("suite/READY/t_1_c.py"))
        self.assertEqual(self.check(), [])
        self.write("templates/shared.py", SHARED + "log('more')\n")
        self.assertEqual(len(self.check()), 3)
        self.expand()
        self.assertNotIn("# trace", self.read("suite/READY/t_1_c.py"))

    def test_what_is_made_no_more_is_removed(self):
        self.expand()
        self.write("suite/READY/own.py", support.HEADER)
        self.path = self.write("templates/READY/t.py", TEMPLATE.replace('"a b", "c"', '"a b"'))
        self.assertEqual(self.check(), ["READY/t does not make it; run oracle/templates.py"])
        self.assertEqual(self.expand(), "2 scenarios of 1 templates: 0 written, 1 removed")
        self.assertEqual(self.names(), ["own.py", "t_1_a_b.py", "t_2_a_b.py"])

    def test_edited_files_are_noticed(self):
        self.expand()
        path = os.path.join(self.suite, "READY", "t_1_c.py")
        with open(path, "a") as file:
            file.write("log('edited')\n")
        self.assertRegex(self.check()[0], "differs from its template READY/t")
        os.rename(path, os.path.join(self.suite, "READY", "t_7_c.py"))
        self.assertRegex(self.check()[0], "READY/t does not make it")

    def test_files_without_their_template(self):
        self.expand()
        text = self.read("suite/READY/t_1_c.py").replace("READY/t.py", "READY/gone.py")
        self.write("suite/READY/gone_1_c.py", text)
        self.assertEqual(self.check(), ["there is no template READY/gone"])
        self.assertEqual(self.check(everything=False), [])

    def test_a_template_that_nothing_was_made_from(self):
        self.assertEqual(self.check(), ["nothing was generated from it"])

    def test_broken_templates(self):
        for text, what in ((TEMPLATE.replace("vary:", "varies:"), "varies nothing"),
                           (TEMPLATE.replace("1.. until finished", "1.. on"), "POINT varies over"),
                           (TEMPLATE.replace("shared.py", "gone.py"), "cannot insert gone.py")):
            self.path = self.write("templates/READY/t.py", text)
            with self.assertRaisesRegex(templates.TemplateError, what):
                self.template()


class Project(unittest.TestCase):
    def run_main(self, *arguments):
        out, err = io.StringIO(), io.StringIO()
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            status = templates.main(arguments)
        return status, out.getvalue(), err.getvalue()

    def test_the_generated_scenarios_are_what_their_templates_say(self):
        self.assertEqual(self.run_main("--check"), (0, "", ""))

    def test_no_such_template(self):
        status, out, err = self.run_main("--check", "NOTHING/*")
        self.assertEqual((status, out), (2, ""))
        self.assertIn("no template matches", err)

    def test_without_any_python(self):
        with mock.patch.object(templates.interpreters, "find", return_value=[]):
            status, out, err = self.run_main("LOCK/*")
        self.assertEqual((status, out), (3, ""))
        self.assertIn("AIOSPEC_PYTHONS", err)

    @unittest.skipUnless(os.path.exists(client.timewarp_path()), "timewarp is not built")
    def test_programs_run_on_a_real_python(self):
        import sys
        runner = templates.Runner(sys.executable, client.timewarp_path())
        self.addCleanup(runner.close)
        self.assertEqual(runner("from scenario import log, pause\npause(9)\nlog('a', 1)\n"),
                         ["a 1"])
        with self.assertRaisesRegex(templates.TemplateError, "does not end well: .*NameError"):
            runner("nothing\n")


if __name__ == "__main__":
    unittest.main()
