"""Scenario files: finding them, and reading their docstring, header and golden blocks."""
import ast
import fnmatch
import io
import os
import re
import sys
import tokenize
from collections import namedtuple

import traces
import versions

LEVELS = ("documented", "defacto", "detail", "undefined")
OPS = ("readers", "threads", "executor", "futures", "contexts", "handler", "tasks", "debug",
       "signals", "polls")
OLDEST = (3, 8)

CLAUSE_ID = re.compile(r"[A-Z][A-Z0-9]*-[1-9][0-9]*$")
_ID = re.compile(r"[A-Z][A-Z0-9]*/[a-z0-9_]+$")
_NEEDS = re.compile(r"^# needs:\s*3\.(\d+)\s*$", re.M)
_FIELD = re.compile(r"# (clause|level|needs|ops):\s*(.*?)\s*$")

# body: the program without its goldens; needs: a pair; blocks: traces.Block
Scenario = namedtuple("Scenario", "id path body doc clauses level needs ops blocks")


def find(suite):
    """(id, path) of every scenario file below the folder `suite`, sorted by id."""
    found = []
    for area in sorted(os.listdir(suite)):
        folder = os.path.join(suite, area)
        if not os.path.isdir(folder) or not re.match(r"[A-Z]", area):
            continue
        for name in sorted(os.listdir(folder)):
            if name.endswith(".py"):
                found.append((area + "/" + name[:-3], os.path.join(folder, name)))
    return sorted(found)


def read_all(suite):
    """([Scenario] by id, [FormatError]): a broken one is left out, the others are there."""
    found, errors = [], []
    for _, path in find(suite):
        try:
            found.append(read(path))
        except traces.FormatError as error:
            errors.append(error)
    return found, errors


def matches(scenario_id, clauses, patterns):
    """Is the scenario meant by one of: a glob on ids, an area, a clause id?"""
    return any(fnmatch.fnmatchcase(scenario_id, pattern) or pattern in clauses
               or scenario_id.startswith(pattern.rstrip("/") + "/") for pattern in patterns)


def is_beyond(scenario):
    """Does it need a newer Python than this one?  Its syntax may then be unknown here."""
    return scenario.needs > sys.version_info[:2]


def id_of(path):
    """AREA/NAME from a path that ends so."""
    folder, name = os.path.split(os.path.abspath(path))
    return os.path.basename(folder) + "/" + os.path.splitext(name)[0]


def read(path, scenario_id=None):
    """Read one scenario; FormatError where it is broken."""
    scenario_id = scenario_id or id_of(path)
    try:
        with open(path, encoding="utf-8", newline="") as file:
            source = file.read()
    except UnicodeDecodeError as error:
        raise traces.FormatError(path, 1, "not UTF-8: %s" % error) from None
    except OSError as error:
        raise traces.FormatError(path, 1, "cannot be read: %s" % error.strerror) from None
    return parse(source, path, scenario_id)


def parse(source, path, scenario_id):
    """The Scenario that this source text is."""
    if not _ID.match(scenario_id):
        raise traces.FormatError(path, 1, "a scenario is AREA/name.py: capitals for the area, "
                                 "small letters, digits and _ for the name")
    if "\r" in source:
        line = source[:source.index("\r")].count("\n") + 1
        raise traces.FormatError(path, line, "a carriage return; lines end with a newline alone")
    body, _ = traces.split_source(source)
    doc, end = _docstring(body, path)
    fields = _header(body, end, path)
    return Scenario(scenario_id, path, body, doc, fields["clause"], fields["level"],
                    fields["needs"], fields["ops"], traces.parse_blocks(source, path))


def _docstring(body, path):
    """The docstring on one line, and the number of its last line."""
    try:
        tree = ast.parse(body, path)
    except (SyntaxError, ValueError) as error:
        # A header that asks for a newer Python stands below a docstring that this one reads.
        alone, needs = _first_string(body), _NEEDS.search(body)
        if not (alone and needs and int(needs.group(1)) > sys.version_info[1]):
            raise traces.FormatError(path, getattr(error, "lineno", None) or 1,
                                     "not Python: %s" % getattr(error, "msg", error)) from None
        tree = ast.parse(alone, path)
    doc = ast.get_docstring(tree)
    if not doc:
        raise traces.FormatError(path, 1, "no docstring: begin with one sentence that says why "
                                 "the scenario exists")
    return " ".join(doc.split()), tree.body[0].end_lineno


def _first_string(body):
    """The text that `body` begins with, where that is a string; else ""."""
    try:
        first = next(tokenize.generate_tokens(io.StringIO(body).readline))
    except (tokenize.TokenError, SyntaxError):
        return ""
    return first.string if first.type == tokenize.STRING else ""


def _header(body, end, path):
    """The fields in the comment lines directly below the docstring."""
    fields = {"needs": OLDEST, "ops": []}
    seen = set()
    for number, line in enumerate(body.split("\n")[end:], end + 1):
        if not line.startswith("#"):
            break
        match = _FIELD.match(line)
        if not match:
            continue
        name, text = match.groups()
        if name in seen:
            raise traces.FormatError(path, number, "a second '# %s:'" % name)
        seen.add(name)
        fields[name] = _field(name, text, path, number)
    for name, example in (("clause", "READY-4"), ("level", "documented")):
        if name not in fields:
            raise traces.FormatError(path, end, "no '# %s: %s' directly below the docstring"
                                     % (name, example))
    return fields


def _field(name, text, path, number):
    """The value of one header field."""
    words = [word.strip() for word in text.split(",")]
    if name == "clause":
        for word in words:
            if not CLAUSE_ID.match(word):
                raise traces.FormatError(path, number, "%r is not a clause id such as READY-4"
                                         % word)
        return words
    if name == "level":
        if text not in LEVELS:
            raise traces.FormatError(path, number, "level %r: one of %s"
                                     % (text, ", ".join(LEVELS)))
        return text
    if name == "ops":
        for word in words:
            if word not in OPS:
                raise traces.FormatError(path, number, "ops %r: of %s" % (word, ", ".join(OPS)))
        return words
    try:
        needs = versions.parse(text)
    except versions.RangeError as error:
        raise traces.FormatError(path, number, "needs: %s" % error) from None
    if len(needs) != 2 or needs < OLDEST:
        raise traces.FormatError(path, number, "needs %s: a minor series from 3.8 on" % text)
    return needs
