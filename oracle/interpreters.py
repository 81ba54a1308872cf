"""Finds the Pythons of this machine that may record goldens.

In this order, the first of each full version wins: what AIOSPEC_PYTHONS lists, this Python,
pyenv's, and what PATH has.  CPython only, and only with the GIL: other interpreters and
free-threaded builds are targets, not authorities.
"""
import glob
import os
import re
import shutil
import subprocess
import sys
from collections import namedtuple

import client

Interpreter = namedtuple("Interpreter", "version implementation path")

NEWEST_NAMED = 15       # python3.8 ... python3.15 are looked for on PATH
_QUESTION = """
import platform, sys, asyncio
gil = getattr(sys, '_is_gil_enabled', lambda: True)
print(*sys.version_info[:3], platform.python_implementation(), int(gil()))
"""


def ask(path):
    """The Interpreter at `path`, or None where it is none that could record."""
    try:
        answer = subprocess.run([path, "-c", _QUESTION], env=client.clean_environment(),
                                stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                                stderr=subprocess.DEVNULL, timeout=30)
    except (OSError, subprocess.TimeoutExpired):
        return None
    words = answer.stdout.decode("utf-8", "replace").split()
    if answer.returncode or len(words) != 5:
        return None
    version = tuple(map(int, words[:3]))
    if words[3] != "CPython" or words[4] != "1" or version < (3, 8):
        return None
    return Interpreter(version, words[3], path)


def candidates():
    """Paths to ask, in the order of preference."""
    listed = [word for word in re.split(r"[:\s]+", os.environ.get("AIOSPEC_PYTHONS", "")) if word]
    root = os.environ.get("PYENV_ROOT") or os.path.expanduser("~/.pyenv")
    names = ["python3"] + ["python3.%d" % minor for minor in range(8, NEWEST_NAMED + 1)]
    on_path = [path for path in map(shutil.which, names)
               if path and os.path.basename(os.path.dirname(path)) != "shims"]
    return listed, [sys.executable] + pyenv_pythons(root) + on_path


def pyenv_pythons(root):
    """The newest patch of each minor series below a pyenv root."""
    newest = {}
    for path in glob.glob(os.path.join(root, "versions", "3.*", "bin", "python3")):
        match = re.match(r"(3)\.(\d+)\.(\d+)$", path.split(os.sep)[-3])
        if match:
            version = tuple(map(int, match.groups()))
            newest[version[:2]] = max(newest.get(version[:2], (version, path)), (version, path))
    return [newest[minor][1] for minor in sorted(newest)]


def find(only=()):
    """The Interpreters that may record, sorted by version.

    `only`: versions (3.12, 3.13.0) or paths; where given, nothing else is returned, and a
    word that finds nothing is an error (ValueError).
    """
    found, asked = {}, set()
    listed, others = candidates()
    paths = [word for word in only if os.sep in word]
    # Paths alone need no search.
    for path in paths if only and len(paths) == len(only) else paths + listed + others:
        if os.path.realpath(path) in asked:
            continue
        asked.add(os.path.realpath(path))
        interpreter = ask(path)
        if interpreter is not None:
            found.setdefault(interpreter.version, interpreter)
        elif path in paths or path in listed:
            raise ValueError("%s is no CPython (3.8 or newer, with the GIL and asyncio) "
                             "that runs here" % path)
    if only:
        found = {interpreter.version: interpreter for interpreter in _chosen(found, only)}
    return [found[version] for version in sorted(found)]


def _chosen(found, only):
    for word in only:
        hits = [interpreter for version, interpreter in found.items()
                if interpreter.path == word
                or (".".join(map(str, version)) + ".").startswith(word + ".")]
        if not hits:
            raise ValueError("no Python %s found; name its path in AIOSPEC_PYTHONS" % word)
        yield from hits
