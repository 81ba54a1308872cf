"""The clauses of spec/NN-*.md, and conformance/unshown.txt.

The grammar is in spec/formats.md.
"""
import os
import re
from collections import namedtuple

import scenarios
import traces
import versions

# look_at and coverage: "" where the clause does not say; prose: its paragraphs, without examples;
# end: the number of its last line
Clause = namedtuple("Clause", "id text level versions source evidence look_at coverage "
                    "prose examples file line end")
# lines: as they stand in the block; line: the number of the line that opens it
Example = namedtuple("Example", "scenario lines file line")

_FILE = re.compile(r"\d\d-.*\.md$")
_HEADING = re.compile(r"### +(\S+)\s*$")
_ITEM = re.compile(r"- (level|versions|source|evidence|look at|coverage): +(.*?)\s*$")
_FENCE = re.compile(r"(```+|~~~+)(.*)$")
_EXAMPLE = re.compile(r"python +([A-Z][A-Z0-9]*/\S+)\s*$")
_REQUIRED = ("level", "versions", "source", "evidence")
_EVIDENCE = ("executed", "read")
NOT_YET = "not yet"


def files(spec):
    """The clause files of the folder `spec`, in reading order."""
    if not os.path.isdir(spec):
        return []
    return [os.path.join(spec, name) for name in sorted(os.listdir(spec)) if _FILE.match(name)]


def read_all(spec):
    """({id: Clause}, [FormatError]): a broken clause is left out, the others are there."""
    found, errors = {}, []
    for path in files(spec):
        read_file(path, found, errors)
    return found, errors


def read_lines(path):
    """The lines of a file of text; FormatError where it cannot be read."""
    try:
        with open(path, encoding="utf-8") as file:
            return file.read().split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise traces.FormatError(path, 1, "cannot be read: %s" % error) from None


def read_file(path, found, errors):
    """Add the clauses of one file to `found`, and what is wrong with others to `errors`."""
    try:
        lines = read_lines(path)
    except traces.FormatError as error:
        errors.append(error)
        return
    headings = [index for index, fenced in enumerate(inside_fences(lines))
                if not fenced and re.match(r"#{1,3} ", lines[index])]
    for index, stop in zip(headings, headings[1:] + [len(lines)]):
        match = _HEADING.match(lines[index])
        if not match or not scenarios.CLAUSE_ID.match(match.group(1)):
            continue
        name = match.group(1)
        try:
            clause = _clause(name, lines[index + 1:stop], path, index + 1)
            if name in found:
                raise traces.FormatError(path, index + 1, "%s stands in %s:%d too" % (
                    name, found[name].file, found[name].line))
            found[name] = clause
        except traces.FormatError as error:
            errors.append(error)


def inside_fences(lines):
    """For each line whether it belongs to a fenced block, the fences themselves included."""
    fence, inside = None, []
    for line in lines:
        match = _FENCE.match(line)
        if fence is None and match:
            fence = match.group(1)
            inside.append(True)
        else:
            inside.append(fence is not None)
            if match and fence is not None and not match.group(2) and line.startswith(fence):
                fence = None
    return inside


def _clause(name, lines, path, number):
    """One clause from the lines below its heading, whose number is `number`."""
    while lines and not lines[-1].strip():
        lines = lines[:-1]
    sentence, at = _paragraph(lines, 0)
    if not sentence or _ITEM.match(sentence):
        raise traces.FormatError(path, number, "%s has no sentence below its heading" % name)
    fields, at = _fields(lines, at, number + 1)
    for field in _REQUIRED:
        if field not in fields:
            raise traces.FormatError(path, number, "%s lacks the line '- %s: ...'" % (name, field))
    _check_fields(name, fields, path)
    prose, examples = _rest(lines, at, path, number + 1)
    values = {field: text for field, (text, _) in fields.items()}
    return Clause(name, sentence, *[values[field] for field in _REQUIRED],
                  values.get("look at", ""), values.get("coverage", ""), prose, examples,
                  path, number, number + len(lines))


def _paragraph(lines, at):
    """(the paragraph at or after lines[at] as one line, the index after it)."""
    while at < len(lines) and not lines[at].strip():
        at += 1
    start = at
    while at < len(lines) and lines[at].strip() and (at == start or not _ITEM.match(lines[at])):
        at += 1
    return " ".join(line.strip() for line in lines[start:at]), at


def _fields(lines, at, number):
    """({field: (text, line)}, the index after the list).  lines[0] has the number `number`."""
    fields, last = {}, None
    while at < len(lines):
        item = _ITEM.match(lines[at])
        if item:
            last = item.group(1)
            fields[last] = (item.group(2), number + at)
        elif last and lines[at].startswith("  ") and lines[at].strip():
            fields[last] = (fields[last][0] + " " + lines[at].strip(), fields[last][1])
        elif lines[at].strip():
            break
        at += 1
    return fields, at


def _rest(lines, at, path, number):
    """(prose, [Example]) of what follows the list."""
    examples = examples_of(lines[at:], path, number + at)
    quoted = {line for example in examples
              for line in range(example.line, example.line + len(example.lines) + 2)}
    prose = [line for index, line in enumerate(lines[at:], number + at) if index not in quoted]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(prose)).strip(), examples


def examples_of(lines, path, number):
    """The examples among these lines of a file, the first of which has the number `number`."""
    examples, opened = [], None
    for index, fenced in enumerate(inside_fences(lines)):
        match = _FENCE.match(lines[index]) if fenced else None
        if opened is None:
            quotes = match and _EXAMPLE.match(match.group(2))
            opened = Example(quotes.group(1), [], path, number + index) if quotes else None
        elif match:
            examples.append(opened)
            opened = None
        else:
            opened.lines.append(lines[index])
    if opened is not None:
        raise traces.FormatError(path, opened.line, "the example is not closed")
    return examples


def _check_fields(name, fields, path):
    level, line = fields["level"]
    if level not in scenarios.LEVELS:
        raise traces.FormatError(path, line, "%s: level %r: one of %s"
                                 % (name, level, ", ".join(scenarios.LEVELS)))
    text, line = fields["versions"]
    try:
        versions.parse_ranges(text)
    except versions.RangeError as error:
        raise traces.FormatError(path, line, "%s: versions: %s" % (name, error)) from None
    evidence, line = fields["evidence"]
    if not evidence.startswith(_EVIDENCE):
        raise traces.FormatError(path, line, "%s: evidence %r: begin with one of %s"
                                 % (name, evidence, ", ".join(_EVIDENCE)))
    coverage, line = fields.get("coverage", (NOT_YET, 0))
    if coverage != NOT_YET:
        raise traces.FormatError(path, line, "%s: coverage %r: '%s', or leave the line out"
                                 % (name, coverage, NOT_YET))


def read_unshown(path):
    """conformance/unshown.txt as {id: reason}; empty where the file is missing."""
    reasons = {}
    if not os.path.exists(path):
        return reasons
    with open(path, encoding="utf-8") as file:
        for number, line in enumerate(file, 1):
            if not line.strip() or line.startswith("#"):
                continue
            name, _, reason = line.strip().partition(" ")
            if not scenarios.CLAUSE_ID.match(name) or not reason.strip():
                raise traces.FormatError(path, number, "expected a clause id, two blanks and "
                                         "the reason")
            if name in reasons:
                raise traces.FormatError(path, number, "%s is listed twice" % name)
            reasons[name] = reason.strip()
    return reasons
