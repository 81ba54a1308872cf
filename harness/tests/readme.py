"""Run every command of the README and of spec/, and compare what it prints with what stands there.

A command is a line `$ COMMAND` in a block fenced as ```console.  Lines below it, up to the next command,
are its output; a line `...` stands for any number of lines.  A command that shows no output must
succeed; one that shows output must print that output, whatever its status.
`make check` is not run (it runs this), nor what installs or records.
"""
import pathlib
import re
import shutil
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
NOT_RUN = ("make check", "make record", "make clean", "make bench", "git ", "AIOSPEC_PYTHONS=")


def commands(path):
    """Yield (line number, command, lines of output) of each command in a Markdown file."""
    inside, found = False, None
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
        if line.startswith("```"):
            if found:
                yield found
            inside, found = line == "```console", None
        elif inside and line.startswith("$ "):
            if found:
                yield found
            found = (number, line[2:], [])
        elif inside and found:
            found[2].append(line.rstrip())


def matches(shown, printed):
    """Does the printed text have the shown lines, `...` standing for any?"""
    parts = [re.escape(line) + "\n" if line != "..." else r"(?:.*\n)*?" for line in shown]
    return re.fullmatch("".join(parts), "".join(line.rstrip() + "\n" for line in printed.splitlines()))


def lacks_uvloop(command):
    if "uvloop" not in command:
        return False
    python = re.search(r"--python (\S+)", command)
    probe = [python.group(1) if python else "python3", "-c", "import uvloop"]
    return subprocess.run(probe, stderr=subprocess.DEVNULL).returncode != 0


def lacks_node(command):
    return "node " in command and shutil.which("node") is None


def main():
    passed = failed = skipped = 0
    for path in [ROOT / "README.md"] + sorted((ROOT / "spec").glob("*.md")):
        for number, command, shown in commands(path):
            where = "%s:%d: %s" % (path.relative_to(ROOT), number, command)
            if command.startswith(NOT_RUN):
                continue
            if lacks_uvloop(command):
                print("skipped, no uvloop here:", where)
                skipped += 1
                continue
            if lacks_node(command):
                print("skipped, no Node.js here:", where)
                skipped += 1
                continue
            done = subprocess.run(["sh", "-c", command], cwd=ROOT, stdin=subprocess.DEVNULL,
                                  stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
            if not (matches(shown, done.stdout) if shown else done.returncode == 0):
                print("differs (status %d): %s\n%s" % (done.returncode, where, done.stdout))
                failed += 1
            else:
                passed += 1
    print("%d passed, %d failed, %d skipped" % (passed, failed, skipped))
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main())
