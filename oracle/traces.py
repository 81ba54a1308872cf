"""Traces: the records a player writes, the golden blocks of a scenario, and how they compare.

Texts stay escaped here (backslash, newline and tab stand as two characters); both sides
escape alike, so equal texts are equal escaped texts.  spec/formats.md is the authority.
"""
import re
from collections import Counter, namedtuple

import versions


class FormatError(Exception):
    """Something in a file is not as its format says; str() is `path:line: what`."""

    def __init__(self, path, line, what):
        super().__init__("%s:%d: %s" % (path, line, what))
        self.path, self.line, self.what = path, line, what


Line = namedtuple("Line", "ms group text")          # all three are strings
Block = namedtuple("Block", "ranges lines number")  # number: of its header in the file
# end: None (the process died), ("E", ms) or ("X", ms, class, text); left: {name: count}
Trace = namedtuple("Trace", "lines end left")

_MS = r"-?\d+(?:\.\d{1,3})?"
_HEADER = re.compile(r"# trace(?:\s+(.*?))?\s*$")
_LINE = re.compile(r"# +(%s)(?: ~(\S+))?(?:  (.*))?$" % _MS, re.DOTALL)
_ESCAPE = re.compile(r"\\(?![\\nt])")
_GROUP = re.compile(r"[^\s~]\S*$")


# ---- Trace files --------------------------------------------------------------

def parse_records(data, path="trace"):
    """The Trace that a trace file (bytes) holds.

    A last line without its newline was cut by the death of its process and is ignored; so
    are lines that a forgotten thread logged after the program had ended.
    """
    lines, left, end = [], {}, None
    records = data.decode("utf-8", "backslashreplace").split("\n")[:-1]
    for number, record in enumerate(records, 1):
        fields = record.split("\t")
        kind = fields[0] + str(len(fields))
        if kind == "L4" and re.match(_MS + "$", fields[1]):
            if end is None:
                lines.append(Line(*fields[1:]))
        elif kind in ("X4", "E2") and end is None:
            end = tuple(fields)
        elif kind == "C3" and fields[2].isdigit():
            left[fields[1]] = int(fields[2])
        else:
            raise FormatError(path, number, "not a trace record: %r" % record)
    return Trace(lines, end, left)


# ---- Golden blocks ------------------------------------------------------------

def split_source(source):
    """The program without its golden blocks, and the number of its lines."""
    lines = source.split("\n")
    count = len(lines)
    for index, line in enumerate(lines):
        if _HEADER.match(line):
            count = index
            break
    while count and not lines[count - 1].strip():
        count -= 1
    return "\n".join(lines[:count]) + "\n", count


def parse_blocks(source, path):
    """The golden blocks at the end of a scenario's source."""
    blocks = []
    for number, line in enumerate(source.split("\n"), 1):
        header = _HEADER.match(line)
        if header:
            blocks.append(_parse_header(header.group(1) or "", blocks, path, number))
        elif blocks and line.strip():
            blocks[-1].lines.append(_parse_line(line, path, number))
    return blocks


def _parse_header(text, blocks, path, number):
    try:
        ranges = versions.parse_ranges(text)
    except versions.RangeError as error:
        raise FormatError(path, number, "broken trace header: %s" % error) from None
    if versions.overlap_themselves(ranges):
        raise FormatError(path, number, "broken trace header: its ranges overlap")
    for block in blocks:
        if versions.overlap(ranges, block.ranges):
            raise FormatError(path, number, "this trace claims a version that the one in line %d "
                              "claims too; record the scenario again" % block.number)
    return Block(ranges, [], number)


def _parse_line(line, path, number):
    match = _LINE.match(line)
    if not match:
        raise FormatError(path, number, "broken trace line: expected '#', milliseconds, two blanks "
                          "and a text; nothing else may follow the golden traces")
    if _ESCAPE.search((match.group(3) or "").replace("\\\\", "")):
        raise FormatError(path, number, "broken trace line: a lone backslash; write it as \\\\")
    return Line(match.group(1), match.group(2) or "", match.group(3) or "")


def format_block(ranges, lines):
    """A golden block as it stands in a scenario; `ranges` is text."""
    out = ["# trace %s" % ranges]
    for line in lines:
        group = " ~" + line.group if line.group else ""
        text = "  " + line.text if line.text else ""
        out.append("# %6s%s%s" % (line.ms, group, text))
    return "\n".join(out) + "\n"


def unwritable(line):
    """Why a golden cannot hold this line, or None."""
    for character in line.text:
        if ord(character) < 32 or 127 <= ord(character) < 160 or character in "\u2028\u2029":
            return "logs a control character (%r): log its repr()" % character
        if 0xD800 <= ord(character) < 0xE000:
            return "logs a lone surrogate: log its repr()"
    if line.text != line.text.rstrip():
        return "logs a text that ends in a blank: log its repr()"
    if line.group and not _GROUP.match(line.group):
        return "uses the group %r: a group is one word that does not begin with ~" % line.group
    return None


def blocks_for(version, blocks, builds):
    """The blocks that grade this version, any of which satisfies; empty: it is skipped.

    `builds` are the recorded ones.  Only those that recorded this very scenario count.
    """
    recorded = [build for build in builds
                if any(versions.covers(block.ranges, build) for block in blocks)]
    if version in builds and version not in recorded:
        return []
    chosen = []
    for build in versions.graders(version, recorded):
        for block in blocks:
            if versions.covers(block.ranges, build) and block not in chosen:
                chosen.append(block)
    return chosen


# ---- Comparison ---------------------------------------------------------------

def runs(lines):
    """Cut a trace into (start, stop): single lines, and neighbours of one group together."""
    start = 0
    while start < len(lines):
        stop = start + 1
        if lines[start].group:
            while stop < len(lines) and lines[stop].group == lines[start].group:
                stop += 1
        yield start, stop
        start = stop


def difference(expected, actual, times=True):
    """The index of the first line of `actual` that is wrong or missing; None: they agree.

    Lines of one group may come in any order.  Without `times`, only texts are compared.
    """
    def key(line):
        return (line.ms, line.text) if times else line.text

    for start, stop in runs(expected):
        wanted = Counter(map(key, expected[start:stop]))
        for index in range(start, stop):
            if index >= len(actual) or not wanted[key(actual[index])]:
                return index
            wanted[key(actual[index])] -= 1
    return len(expected) if len(actual) > len(expected) else None
