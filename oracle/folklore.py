"""spec/folklore.md: what texts say about the loop, and the scenarios that decide whether it is so.

    python3 oracle/folklore.py [--suite DIR] [--spec DIR] [--scenarios]

The page has a table of the texts, with the number of claims that each makes, `| 000 | ... | 13 |`,
and below it an entry for each belief:

    ### The belief

    - claims: 000#4, 001#1
    - verdict: false
    - clauses: READY-13
    - proof: `build/aiospec run python READY/run_goes_on_after_last_task`

and then what is right, with an example for what the proof shows.  Checked is that each claim of
the table has one entry; that a verdict is true, imprecise or false; that the clauses exist, and
each scenario of the proof shows one of them; and that one of these scenarios is quoted.  Where
the proof is "not yet covered by a scenario" there need be no clauses.
--scenarios prints the ids of all proofs instead.  Exit status: 0, 1 with findings, 2 usage.
"""
import argparse
import os
import re
import sys
from collections import namedtuple

import clauses
import scenarios
import traces

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(HERE)
PAGE = "folklore.md"
VERDICTS = ("true", "imprecise", "false")
NOT_YET = "not yet covered by a scenario"
FIELDS = ("claims", "verdict", "clauses", "proof")

# fields: {name: text}; examples: the ids of the scenarios that it quotes; line: of its heading
Entry = namedtuple("Entry", "belief fields examples line")

_TEXT = re.compile(r"\| *(\d{3}) *\|.*\| *(\d+) *\|$")
_HEADING = re.compile(r"### (.+)$")
_FIELD = re.compile(r"- (%s): +(.+?)\s*$" % "|".join(FIELDS))
_PROOF = re.compile(r"`build/aiospec run python ((?:[A-Z]+/\w+ ?)+)`$")


def words(text):
    return [word.strip() for word in text.split(",") if word.strip()]


def proofs(entry):
    """The ids of the scenarios in an entry's proof; [] where it has none, or is not understood."""
    match = _PROOF.match(entry.fields.get("proof", ""))
    return match.group(1).split() if match else []


def read(path):
    """({text: number of its claims}, [Entry]) of the page."""
    lines = clauses.read_lines(path)
    fenced = clauses.inside_fences(lines)
    texts, headings = {}, []
    for index, line in enumerate(lines):
        row = _TEXT.match(line)
        if row:
            texts[row.group(1)] = int(row.group(2))
        if not fenced[index] and re.match(r"#{1,3} ", line):
            headings.append(index)
    entries = []
    for start, stop in zip(headings, headings[1:] + [len(lines)]):
        match = _HEADING.match(lines[start])
        if match:
            examples = clauses.examples_of(lines[start:stop], path, start + 1)
            entries.append(Entry(match.group(1), read_fields(lines[start + 1:stop]),
                                 [example.scenario for example in examples], start + 1))
    return texts, entries


def read_fields(lines):
    """The items of an entry; one may go on in lines that are indented."""
    fields, name = {}, None
    for line in lines:
        match = _FIELD.match(line)
        if match:
            name = match.group(1)
            fields[name] = match.group(2)
        elif name and line.startswith("  ") and line.strip():
            fields[name] += " " + line.strip()
        elif line.strip():
            break
    return fields


# ---- Checking -----------------------------------------------------------------

def lint(spec, suite, found):
    """Findings about the page, as lines; none where there is no page.  `found`: the clauses."""
    path = os.path.join(spec, PAGE)
    if not os.path.exists(path):
        return []
    texts, entries = read(path)
    findings = check_claims(texts, entries)
    for entry in entries:
        findings += [(entry.line, what) for what in check(entry, suite, found)]
    return ["%s:%d: %s" % (path, line, what) for line, what in sorted(findings)]


def check_claims(texts, entries):
    """Findings about claims without an entry, or with two, as (line, text)."""
    open_claims = {"%s#%d" % (text, number) for text, count in texts.items()
                   for number in range(1, count + 1)}
    findings, seen = [], {}
    if not entries:
        findings.append((1, "there is no entry"))
    for entry in entries:
        for claim in words(entry.fields.get("claims", "")):
            if claim in seen:
                findings.append((entry.line, "claim %s stands in line %d too" % (claim, seen[claim])))
            elif claim not in open_claims:
                findings.append((entry.line, "the table of texts has no claim %s" % claim))
            seen[claim] = entry.line
    return findings + [(1, "claim %s has no entry" % claim)
                       for claim in sorted(open_claims - set(seen))]


def check(entry, suite, found):
    """What is wrong with one entry, line by line."""
    lacking = [name for name in FIELDS if not words(entry.fields.get(name, ""))
               and not (name == "clauses" and entry.fields.get("proof") == NOT_YET)]
    if lacking:
        return ["lacks the line '- %s: ...'" % name for name in lacking]
    wrong = []
    if entry.fields["verdict"] not in VERDICTS:
        wrong.append("verdict %r: one of %s" % (entry.fields["verdict"], ", ".join(VERDICTS)))
    named = words(entry.fields.get("clauses", ""))
    wrong += ["there is no clause %s" % name for name in named if name not in found]
    if entry.fields["proof"] == NOT_YET:
        return wrong
    if not proofs(entry):
        return wrong + ["proof: `build/aiospec run python AREA/NAME ...`, or the words '%s'" % NOT_YET]
    for scenario in proofs(entry):
        wrong += check_proof(scenario, named, suite)
    if not set(entry.examples) & set(proofs(entry)):
        wrong.append("quotes no scenario of its proof")
    return wrong


def check_proof(scenario, named, suite):
    path = os.path.join(suite, scenario + ".py")
    if not os.path.exists(path):
        return ["there is no scenario %s" % scenario]
    try:
        if set(scenarios.read(path).clauses) & set(named):
            return []
    except traces.FormatError:
        return []               # the linter's own finding
    return ["%s shows none of these clauses" % scenario]


def main(arguments):
    parser = argparse.ArgumentParser(description="Check spec/%s." % PAGE,
                                     epilog="exit status: 0, 1 with findings, 2 usage")
    parser.add_argument("--scenarios", action="store_true", help="print the ids of all proofs")
    parser.add_argument("--suite", default=os.path.join(ROOT, "conformance"), metavar="DIR")
    parser.add_argument("--spec", default=os.path.join(ROOT, "spec"), metavar="DIR")
    options = parser.parse_args(arguments)
    if options.scenarios:
        _, entries = read(os.path.join(options.spec, PAGE))
        print(" ".join(sorted({one for entry in entries for one in proofs(entry)})))
        return 0
    found, _ = clauses.read_all(options.spec)
    lines = lint(options.spec, options.suite, found)
    print("\n".join(lines), end="\n" if lines else "")
    return 1 if lines else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
