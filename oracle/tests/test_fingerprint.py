"""fingerprint.py: the list and the text of traits agree, and cards that cannot be made are kept."""
import os
import tempfile
import unittest
from unittest import mock

import fingerprint
from interpreters import Interpreter

LIST = "# Traits.\nties.one  TIMER/one  texts\n\nhops.two  TIMER/one  group  # why\n"
TEXT = "# Fingerprint\n\n* `ties.one` (TIMER-1): one.\n* `hops.two` (TIMER-1,\n  TIMER-2): two.\n\n"
CARDS = ("\n### The reference\n\n```console\nold\n```\n\n### CPython 3.15.2\n\n```text\nnewest\n```\n\n"
         "### uvloop 1.0 on CPython 3.11.2\n\n```text\nfast\n```\n\n")
KNOWN = {"TIMER-1": None, "TIMER-2": None}


class Lint(unittest.TestCase):
    def lint(self, listed, text):
        with tempfile.TemporaryDirectory() as folder:
            os.mkdir(os.path.join(folder, "TIMER"))
            for name, content in (("fingerprint.txt", listed), ("fingerprint.md", text),
                                  ("TIMER/one.py", "")):
                with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
                    file.write(content)
            return [line[len(folder) + 1:] for line in fingerprint.lint(folder, folder, KNOWN)]

    def test_agreement_has_no_findings(self):
        self.assertEqual(self.lint(LIST, TEXT), [])
        self.assertEqual(self.lint(LIST, TEXT + fingerprint.BEGIN + "\n* `no.trait` (NO-1): x\n"), [])

    def test_a_broken_list(self):
        for line, finding in (("ties.one TIMER/one texts", "there already"),
                              ("ties.two TIMER/one", "expected TRAIT"),
                              ("ties.two TIMER/one all", "expected TRAIT"),
                              ("ties.two TIMER/other texts", "no scenario TIMER/other")):
            with self.subTest(line=line):
                found = self.lint(LIST + line + "\n", TEXT)
                self.assertEqual(len(found), 1, found)
                self.assertIn("fingerprint.txt:5: ", found[0])
                self.assertIn(finding, found[0])

    def test_list_and_text_that_differ(self):
        self.assertIn("hops.two, not None", self.lint(LIST, TEXT[:40])[0])
        self.assertIn("None, not hops.two", self.lint(LIST[:38], TEXT)[0])
        swapped = "* `hops.two` (TIMER-1): two.\n* `ties.one` (TIMER-1): one.\n"
        self.assertIn("ties.one, not hops.two", self.lint(LIST, swapped)[0])

    def test_a_clause_that_does_not_exist(self):
        self.assertEqual(self.lint(LIST, TEXT.replace("TIMER-2", "TIMER-3")),
                         ["fingerprint.md:4: there is no clause TIMER-3"])


class Cards(unittest.TestCase):
    def test_an_older_cpython_changes_nothing(self):
        for version, wanted in (((3, 15, 1), "newest"), ((3, 15, 2), "made"), ((3, 16, 0), "made")):
            with self.subTest(version=version), \
                    mock.patch.object(fingerprint.interpreters, "find",
                                      return_value=[Interpreter(version, "CPython", "/python")]), \
                    mock.patch.object(fingerprint, "play", return_value="made\n"):
                card = fingerprint.cpython(CARDS)
                self.assertIn("```text\n%s\n```\n" % wanted, card)
                self.assertEqual(card.count("###"), 1)

    def test_without_uvloop_its_card_is_kept(self):
        with mock.patch.object(fingerprint.shutil, "which", return_value=None):
            self.assertEqual(fingerprint.uvloop(CARDS),
                             "### uvloop 1.0 on CPython 3.11.2\n\n```text\nfast\n```\n")
            self.assertEqual(fingerprint.uvloop("\n"), "")


if __name__ == "__main__":
    unittest.main()
