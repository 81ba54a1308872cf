"""Versions of CPython, ranges of them, and which recorded build grades which version.

A build is a triple such as (3, 13, 0); a minor series is a pair such as (3, 13).  Ranges are
written as spec/formats.md says: `3.8..3.12 3.13.18..`.  conformance/builds.txt is read and
written here.
"""
import os

_LAST = 10 ** 6         # a patch number that no release reaches


class RangeError(ValueError):
    """A version or range that is not written as spec/formats.md says."""


def parse(text):
    """The pair or triple that `text` names."""
    parts = text.split(".")
    if len(parts) not in (2, 3) or not all(part.isdigit() and part.isascii() for part in parts):
        raise RangeError("%r is not a version such as 3.12 or 3.12.1" % text)
    return tuple(map(int, parts))


def show(version):
    return ".".join(map(str, version))


def parse_ranges(text):
    """`3.8..3.12 3.13.18..` as a list of (low, high); high is None where the range is open."""
    ranges = []
    for word in text.split():
        low, dots, high = word.partition("..")
        if not dots:
            ranges.append((parse(low), parse(low)))
        else:
            ranges.append((parse(low), parse(high) if high else None))
        if _upper(ranges[-1][1]) < _lower(ranges[-1][0]):
            raise RangeError("%r ends before it begins" % word)
    if not ranges:
        raise RangeError("no versions")
    return ranges


def _lower(version):
    return version if len(version) == 3 else version + (0,)


def _upper(version):
    if version is None:
        return (_LAST, _LAST, _LAST)
    return version if len(version) == 3 else version + (_LAST,)


def covers(ranges, build):
    """Does one of the ranges hold this build?"""
    return any(_lower(low) <= build <= _upper(high) for low, high in ranges)


def overlap(ranges, others):
    """Is there a version that both lists of ranges hold?"""
    return any(_lower(low) <= _upper(other_high) and _lower(other_low) <= _upper(high)
               for low, high in ranges for other_low, other_high in others)


def overlap_themselves(ranges):
    return any(overlap([one], ranges[index + 1:]) for index, one in enumerate(ranges))


def format_ranges(claimed, builds):
    """The shortest ranges that hold, of all `builds`, exactly the `claimed` ones.

    A bound is a minor series where every recorded patch of it belongs to the range, else a
    patch.  The range that reaches the newest build stays open.
    """
    builds = sorted(builds)
    words = []
    index = 0
    while index < len(builds):
        if builds[index] not in claimed:
            index += 1
            continue
        first = index
        while index < len(builds) and builds[index] in claimed:
            index += 1
        words.append(_format_run(first, index - 1, builds))
    return " ".join(words)


def _format_run(first, last, builds):
    """One range from builds[first] to builds[last]."""
    minors = [build[:2] for build in builds]
    low, high = builds[first], builds[last]
    if first == 0 or minors[first - 1] != minors[first]:
        low = minors[first]
    if last == len(builds) - 1:
        return show(low) + ".."
    if minors[last + 1] != minors[last]:
        high = minors[last]
    # A minor series as one bound and a patch of the same series as the other would be two
    # notations for one thing.
    if low[:2] == high[:2] and len(low) != len(high):
        low, high = builds[first], builds[last]
    if low == high:
        return show(low)
    return show(low) + ".." + show(high)


def graders(version, builds):
    """The recorded builds that grade this version; any one of them satisfies.

    A recorded version is graded by itself; another by its neighbours in the same minor
    series; a version of a series that was never recorded by the newest build below it.
    """
    if version in builds:
        return [version]
    same = [build for build in builds if build[:2] == version[:2]]
    if same:
        below = [build for build in same if build < version]
        above = [build for build in same if build > version]
        return ([max(below)] if below else []) + ([min(above)] if above else [])
    below = [build for build in builds if build < version]
    return [max(below)] if below else []


def read_builds(path):
    """conformance/builds.txt as {build: implementation}; empty where the file is missing."""
    builds = {}
    if not os.path.exists(path):
        return builds
    with open(path, encoding="utf-8") as file:
        for number, line in enumerate(file, 1):
            words = line.partition("#")[0].split()
            if not words:
                continue
            try:
                if len(words) != 2:
                    raise RangeError("expected VERSION IMPLEMENTATION")
                build = parse(words[0])
                if len(build) != 3:
                    raise RangeError("a build needs all three numbers")
            except RangeError as error:
                raise RangeError("%s:%d: %s" % (path, number, error)) from None
            builds[build] = words[1]
    return builds


def write_builds(path, builds):
    """Write conformance/builds.txt, unless it says so already."""
    text = "".join("%s %s\n" % (show(build), builds[build]) for build in sorted(builds))
    if os.path.exists(path):
        with open(path, encoding="utf-8") as file:
            if file.read() == text:
                return
    with open(path + ".new", "w", encoding="utf-8") as file:
        file.write(text)
    os.replace(path + ".new", path)
