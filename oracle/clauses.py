"""The clauses of spec/NN-*.md, and conformance/unshown.txt."""
import os
import re
from collections import namedtuple

import scenarios
import traces
import versions

Clause = namedtuple("Clause", "id text level versions source evidence file line")

_FILE = re.compile(r"\d\d-.*\.md$")
_HEADING = re.compile(r"### +(\S+)\s*$")
_ITEM = re.compile(r"- (level|versions|source|evidence): +(.*?)\s*$")
_FIELDS = ("level", "versions", "source", "evidence")
_EVIDENCE = ("executed", "read")


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


def read_file(path, found, errors):
    """Add the clauses of one file to `found`, and what is wrong with others to `errors`."""
    try:
        with open(path, encoding="utf-8") as file:
            lines = file.read().split("\n")
    except (OSError, UnicodeDecodeError) as error:
        errors.append(traces.FormatError(path, 1, "cannot be read: %s" % error))
        return
    heads = [(index, match.group(1)) for index, match in enumerate(map(_HEADING.match, lines))
             if match and scenarios.CLAUSE_ID.match(match.group(1))]
    stops = [index for index, line in enumerate(lines) if re.match(r"#{1,3} ", line)]
    for index, name in heads:
        stop = min([other for other in stops if other > index], default=len(lines))
        try:
            clause = _clause(name, lines[index + 1:stop], path, index + 1)
            if name in found:
                raise traces.FormatError(path, index + 1, "%s stands in %s:%d too" % (
                    name, found[name].file, found[name].line))
            found[name] = clause
        except traces.FormatError as error:
            errors.append(error)


def _clause(name, lines, path, number):
    """One clause from the lines below its heading."""
    paragraph, fields = [], {}
    for offset, line in enumerate(lines, number + 1):
        item = _ITEM.match(line)
        if item:
            fields[item.group(1)] = (item.group(2), offset)
        elif fields and line.strip():
            break
        elif not fields and (line.strip() or paragraph):
            paragraph.append(line.strip())
    if "" in paragraph:
        paragraph = paragraph[:paragraph.index("")]
    text = " ".join(paragraph)
    if not text:
        raise traces.FormatError(path, number, "%s has no sentence below its heading" % name)
    for field in _FIELDS:
        if field not in fields:
            raise traces.FormatError(path, number, "%s lacks the line '- %s: ...'" % (name, field))
    _check_fields(name, fields, path)
    return Clause(name, text, *[fields[field][0] for field in _FIELDS], path, number)


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
