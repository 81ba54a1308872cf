"""spec/contract.md and spec/glossary.md: the versions are those of the code, every term stands once."""
import os
import re
import unittest

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..")

# Where a version stands besides contract.md; each pattern has one group, the number.
PLACES = {
    "Scenario Python": [("spec/scenario-python.md", r"^# Scenario Python, version (\d+)$")],
    "scenario files": [("spec/formats.md", r"^## Scenario files .*, version (\d+)$")],
    "golden traces": [("spec/formats.md", r"^## Golden traces, version (\d+)$")],
    "clauses": [("spec/formats.md", r"^## Clauses .*, version (\d+)$")],
    "program format": [("spec/program-format.md", r"^# Program format, version (\d+)$"),
                       ("oracle/compiler.py", r"^FORMAT = (\d+)"),
                       ("harness/vm/loader.c", r"format > (\d+)\)")],
    "trace files": [("spec/formats.md", r"^## Trace files .*, version (\d+)$")],
    "player protocol": [("spec/formats.md", r"^## Player protocol, version (\d+)$"),
                        ("oracle/player.py", r"^PROTOCOL = (\d+)")],
    "suite index": [("spec/formats.md", r"^## Suite index, version (\d+)$"),
                    ("oracle/suite.py", r"^FORMAT = (\d+)"),
                    ("harness/command/suite.c", r'"format"\)\) != (\d+)')],
    "clause index": [("spec/formats.md", r"^## Clause index, version (\d+)$"),
                     ("oracle/traceability.py", r"^FORMAT = (\d+)"),
                     ("harness/command/clause_index.c", r"FORMAT = (\d+)")],
    "results": [("spec/formats.md", r"^## Results, version (\d+)$"),
                ("harness/command/results_file.c", r"#define RESULTS_FORMAT (\d+)")],
    "deviations": [("spec/formats.md", r"^## Deviations, version (\d+)$")],
    "reports": [("spec/formats.md", r"^## Reports, version (\d+)$"),
                ("harness/command/formats.c", r"#define REPORT_FORMAT (\d+)")],
    "fingerprints": [("spec/formats.md", r"^## Fingerprints, version (\d+)$"),
                     ("harness/command/card.h", r"#define CARD_FORMAT (\d+)")],
    "pipe protocol": [("spec/pipe-protocol.md", r"^# Pipe protocol, version (\d+)$"),
                      ("harness/player/pipe.h", r"PIPE_PROTOCOL = (\d+)"),
                      ("spec/pipe-protocol.schema.json", r'"hello": {"const": (\d+)}, "name"')],
    "`rl_loop_ops`": [("reference/refloop.h", r"#define RL_LOOP_OPS_VERSION (\d+)")],
}


def read(name):
    with open(os.path.join(ROOT, name), encoding="utf-8") as file:
        return file.read()


class Contract(unittest.TestCase):
    def test_every_version_is_that_of_the_code(self):
        rows = dict(re.findall(r"^\| ([^|]+) \| (\d+) \|", read("spec/contract.md"), re.M))
        self.assertEqual(sorted(rows), sorted(PLACES))
        for name, places in PLACES.items():
            for path, pattern in places:
                found = re.findall(pattern, read(path), re.M)
                with self.subTest(interface=name, place=path):
                    self.assertEqual(len(found), 1, found)
                    self.assertEqual(found[0], rows[name])

    def test_links_to_formats_go_somewhere(self):
        headings = {re.sub(r"[^\w\- ]", "", line[3:].lower()).replace(" ", "-")
                    for line in read("spec/formats.md").split("\n") if line.startswith("## ")}
        for anchor in re.findall(r"\(formats\.md#([^)]+)\)", read("spec/contract.md")):
            self.assertIn(anchor, headings)


class Glossary(unittest.TestCase):
    def test_terms_stand_once_and_in_order(self):
        terms = re.findall(r"^\*\*(.+?)\*\*", read("spec/glossary.md"), re.M)
        self.assertGreater(len(terms), 40)
        self.assertEqual(terms, sorted(set(terms), key=str.lower))


if __name__ == "__main__":
    unittest.main()
