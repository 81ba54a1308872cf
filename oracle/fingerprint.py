"""Writes the cards in spec/fingerprint.md, and checks that list and text name the same traits.

    python3 oracle/fingerprint.py           # `make fingerprint`: play, and write the cards anew
    python3 oracle/fingerprint.py --check   # is the card of the reference as it stands there?

The cards are those of the reference, of the newest CPython found and of uvloop.  Of the last
two what stands in the file is kept where no CPython as new, or no uvloop, is found.  Exit
status: 0, 1 where the card is old, 2 where something is broken.
"""
import argparse
import os
import re
import shutil
import subprocess
import sys

import interpreters

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(HERE)
BEGIN, END = "<!-- cards: `make fingerprint` writes this -->", "<!-- end of cards -->"
READINGS = ("texts", "group", "times", "waits")
UVLOOP = "python:uvloop:new_event_loop"
_ITEM = re.compile(r"\* `([a-z]+\.[a-z-]+)` \(([A-Z0-9, \n-]+)\):")


# ---- The list and the text ----------------------------------------------------

def lint(suite, spec, known):
    """Findings, as lines: the list is sound, and the text says something of each trait."""
    listed, text = os.path.join(suite, "fingerprint.txt"), os.path.join(spec, "fingerprint.md")
    if not os.path.exists(listed) or not os.path.exists(text):
        return []
    lines, traits = [], []
    with open(listed, encoding="utf-8") as file:
        for number, line in enumerate(file, 1):
            words = line.split("#")[0].split()
            if not words:
                continue
            if len(words) != 3 or words[2] not in READINGS:
                lines.append("%s:%d: expected TRAIT SCENARIO READING" % (listed, number))
                continue
            if not os.path.exists(os.path.join(suite, words[1] + ".py")):
                lines.append("%s:%d: there is no scenario %s" % (listed, number, words[1]))
            if words[0] in traits:
                lines.append("%s:%d: %s is there already" % (listed, number, words[0]))
            traits.append(words[0])
    described = []
    with open(text, encoding="utf-8") as file:
        body = file.read().split(BEGIN)[0]
    for match in _ITEM.finditer(body):
        described.append(match.group(1))
        number = body.count("\n", 0, match.start()) + 1
        for name in match.group(2).replace(",", " ").split():
            if known and name not in known:
                lines.append("%s:%d: there is no clause %s" % (text, number, name))
    if described != traits and not lines:
        first = next((pair for pair in zip(traits + [None], described + [None])
                      if pair[0] != pair[1]), None)
        lines.append("%s:1: the traits of fingerprint.txt in its order are expected: %s, not %s"
                     % ((text,) + first))
    return lines


# ---- Cards --------------------------------------------------------------------

def play(target, python=None):
    """The card of a target, as the command prints it; OSError where it cannot be played."""
    build = os.environ.get("AIOSPEC_BUILD") or os.path.join(ROOT, "build")
    words = [os.path.join(build, "aiospec"), "fingerprint", target]
    done = subprocess.run(words + (["--python", python] if python else []), stdin=subprocess.DEVNULL,
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    if done.returncode:
        raise OSError("fingerprint %s: %s" % (target, done.stderr.strip() or done.returncode))
    return done.stdout


def section(title, card, prompt=None):
    """One card in Markdown.  `prompt`: the command that tests run, and compare."""
    body = "$ %s\n%s" % (prompt, card) if prompt else card
    return "### %s\n\n```%s\n%s```\n" % (title, "console" if prompt else "text", body)


def reference():
    return section("The reference", play("reference"), "build/aiospec fingerprint reference")


def cpython(before):
    """The newest CPython's, unless the one that stands there is newer."""
    found = interpreters.find()
    stands = re.search(r"^### CPython (\d+)\.(\d+)\.(\d+)$", before, re.M)
    if not found or stands and tuple(map(int, stands.groups())) > found[-1].version:
        return kept(before, "CPython ")
    name = "CPython %d.%d.%d" % found[-1].version
    return section(name, play("python", found[-1].path))


def uvloop(before):
    """That of the first Python which has it."""
    for name in ("/usr/bin/python3", "python3"):
        python = shutil.which(name)
        asked = python and subprocess.run(
            [python, "-c", "import uvloop, platform; print('uvloop %s on CPython %s' % "
             "(uvloop.__version__, platform.python_version()))"],
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        if asked and asked.returncode == 0:
            return section(asked.stdout.strip(), play(UVLOOP, python))
    return kept(before, "uvloop ")


def kept(before, start):
    """The section that stands there."""
    match = re.search(r"^### %s.*?(?=^### |\Z)" % start, before, re.M | re.S)
    return match.group(0).rstrip("\n") + "\n" if match else ""


# ---- Start --------------------------------------------------------------------

def main(arguments):
    parser = argparse.ArgumentParser(description="Write the cards in spec/fingerprint.md.",
                                     epilog="exit status: 0, 1 where the card is old, 2 broken")
    parser.add_argument("--check", action="store_true",
                        help="write nothing; is the card of the reference as it would be made?")
    options = parser.parse_args(arguments)
    path = os.path.join(ROOT, "spec", "fingerprint.md")
    with open(path, encoding="utf-8") as file:
        text = file.read()
    head, begin, rest = text.partition(BEGIN + "\n")
    before, end, tail = rest.partition(END + "\n")
    if not begin or not end:
        print("%s:1: the marks of the cards are missing" % path, file=sys.stderr)
        return 2
    try:
        if options.check:
            if reference() in before:
                return 0
            print("%s: the card of the reference is old; `make fingerprint` writes it" % path)
            return 1
        cards = [reference(), cpython(before), uvloop(before)]
    except (OSError, ValueError) as error:
        print("fingerprint: %s" % error, file=sys.stderr)
        return 2
    new = head + begin + "\n" + "\n".join(card for card in cards if card) + "\n" + end + tail
    if new != text:
        with open(path, "w", encoding="utf-8") as file:
            file.write(new)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
