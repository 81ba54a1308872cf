"""Builds what the aiospec command reads: the index of a suite, and its compiled programs.

    python3 oracle/suite.py [--suite DIR] [--spec DIR] --out DIR

spec/formats.md describes suite.json.  Only what is newer than its result is done again; when
nothing is, the broken files found last time are reported once more.  Exit status: 0, or 2
where files are broken (one line each; the healthy ones are in the index).
"""
import argparse
import json
import os
import sys

# ast, the compiler and the rest are imported only when there is something to do: the command
# starts this program before every run.

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(HERE)
FORMAT = 1
# What the results depend on besides the scenarios themselves.
TOOLS = ("suite.py", "scenarios.py", "traces.py", "versions.py", "clauses.py", "compiler.py",
         "scopes.py")
PARALLEL_FROM = 40      # so many scenarios are worth a second process


# ---- What is there, and what has changed --------------------------------------

def stamp(path):
    """Changes whenever the file does."""
    try:
        status = os.stat(path)
    except OSError:
        return None
    return [status.st_mtime_ns, status.st_size]


def builds_of(suite):
    """The path of the list of builds that recorded it: the project's, where it has none."""
    own = os.path.join(suite, "builds.txt")
    return own if os.path.exists(own) else os.path.join(ROOT, "conformance", "builds.txt")


def stamps(suite, spec):
    """{kind: {name: stamp}} of everything that the index is made from."""
    found = {"tools": {name: stamp(os.path.join(HERE, name)) for name in TOOLS},
             "python": list(sys.version_info[:2]),
             "spec": {}, "scenarios": {}, "places": {"suite": suite, "spec": spec},
             "builds": {"builds.txt": stamp(builds_of(suite))}}
    for folder, names, files in os.walk(suite):
        names[:] = [name for name in names if name[0].isupper() and folder == suite]
        if folder != suite:
            for name in files:
                if name.endswith(".py"):
                    path = os.path.join(folder, name)
                    found["scenarios"][os.path.relpath(path, suite)] = stamp(path)
    if os.path.isdir(spec):
        for name in os.listdir(spec):
            if name.endswith(".md"):
                found["spec"][name] = stamp(os.path.join(spec, name))
    return found


def load(path):
    """What a file of ours holds; None where it is missing or was cut short."""
    try:
        with open(path, encoding="utf-8") as file:
            return json.load(file)
    except (OSError, ValueError):
        return None


def save(path, value):
    """Replace the file at once, so that a reader beside us never meets half of it."""
    new = "%s.%d" % (path, os.getpid())
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(new, "w", encoding="utf-8") as file:
        json.dump(value, file, separators=(",", ":"))
        file.write("\n")
    os.replace(new, path)


# ---- Making the index ---------------------------------------------------------

def build(suite, spec, out, now, before, index):
    """Make the index anew, taking over what did not change since `before`."""
    import clauses
    import versions
    old, broken = {}, []
    if before and index and before["tools"] == now["tools"] \
            and before.get("python") == now["python"] and before["places"] == now["places"]:
        unchanged = {name for name, value in now["scenarios"].items()
                     if before["scenarios"].get(name) == value}
        old = {entry["file"]: entry for entry in index["scenarios"] if entry["file"] in unchanged}
    todo = sorted(name for name in now["scenarios"] if name not in old or not os.path.exists(
        os.path.join(out, "programs", old[name]["program"] or "")))
    entries = [entry for name, entry in old.items() if name not in todo]
    for entry in read_and_compile(todo, suite, out):
        (broken if "error" in entry else entries).append(entry)
    builds = {}
    try:
        builds = versions.read_builds(builds_of(suite))
    except versions.RangeError as error:
        broken.append({"id": "builds.txt", "error": str(error)})
    for entry in entries:
        for block in entry["blocks"]:
            ranges = versions.parse_ranges(block["versions"])
            block["builds"] = [versions.show(version) for version in sorted(builds)
                               if versions.covers(ranges, version)]
    found, errors = clauses.read_all(spec)
    for error in errors:
        broken.append({"id": os.path.basename(error.path), "error": str(error)})
    remove_stale(out, {entry["program"] for entry in entries})
    return {"format": FORMAT, "suite": suite,
            "builds": [versions.show(version) for version in sorted(builds)],
            "scenarios": sorted(entries, key=lambda entry: entry["id"]),
            "clauses": {clause.id: {"text": clause.text, "level": clause.level,
                                    "versions": clause.versions, "line": clause.line,
                                    "look_at": clause.look_at,
                                    "file": os.path.relpath(clause.file, spec)}
                        for clause in found.values()},
            "broken": sorted(broken, key=lambda entry: entry["error"])}


def read_and_compile(names, suite, out):
    """The index entries of these files; {"id", "error"} for a broken one."""
    if len(names) < PARALLEL_FROM:
        return [read_one(name, suite, out) for name in names]
    receiver, sender = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            os.close(receiver)
            with os.fdopen(sender, "w") as pipe:
                json.dump([read_one(name, suite, out) for name in names[::2]], pipe)
            os._exit(0)
        finally:
            os._exit(1)
    os.close(sender)
    entries = [read_one(name, suite, out) for name in names[1::2]]
    with os.fdopen(receiver) as pipe:
        text = pipe.read()
    if os.waitpid(child, 0)[1] != 0:
        return entries + [read_one(name, suite, out) for name in names[::2]]
    return entries + json.loads(text)


def read_one(name, suite, out):
    """Read and compile one scenario."""
    import scenarios
    import traces
    path = os.path.join(suite, name)
    try:
        scenario = scenarios.read(path)
    except traces.FormatError as error:
        return {"id": name[:-3], "error": str(error)}
    program, error = compile_one(scenario, out)
    if error is not None:
        return {"id": scenario.id, "error": error}
    return {"id": scenario.id, "file": name, "doc": scenario.doc, "clauses": scenario.clauses,
            "level": scenario.level, "needs": "%d.%d" % scenario.needs, "ops": scenario.ops,
            "program": program, "blocks": [describe(block) for block in scenario.blocks]}


def describe(block):
    import versions
    words = [versions.show(low) if low == high else versions.show(low) + ".." + (
        versions.show(high) if high else "") for low, high in block.ranges]
    return {"versions": " ".join(words), "builds": [],
            "lines": [line._asdict() for line in block.lines]}


def compile_one(scenario, out):
    """(program's path below OUT/programs or None, error or None)."""
    import scenarios
    try:
        import compiler
    except ImportError:
        return None, None
    try:
        program = compiler.compile_file(scenario.path)
    except compiler.CompileError as error:
        if error.text.startswith("not Python") and scenarios.is_beyond(scenario):
            return None, None   # compiled by the Python that it needs
        return None, str(error)
    except Exception as error:      # a fault of the compiler must not hide the other scenarios
        return None, "%s:1: the compiler failed: %s: %s" % (
            scenario.path, type(error).__name__, error)
    name = scenario.id + ".json"
    save(os.path.join(out, "programs", name), program)
    return name, None


def remove_stale(out, wanted):
    """Drop the programs of scenarios that are gone or broken."""
    programs = os.path.join(out, "programs")
    for folder, _, files in os.walk(programs):
        for name in files:
            path = os.path.join(folder, name)
            if name.endswith(".json") and os.path.relpath(path, programs) not in wanted:
                os.remove(path)


# ---- Start --------------------------------------------------------------------

def main(arguments):
    parser = argparse.ArgumentParser(description="Build the index and the programs of a suite.")
    parser.add_argument("--suite", default=os.path.join(ROOT, "conformance"), metavar="DIR")
    parser.add_argument("--spec", default=os.path.join(ROOT, "spec"), metavar="DIR")
    parser.add_argument("--out", required=True, metavar="DIR")
    options = parser.parse_args(arguments)
    suite, spec, out = map(os.path.abspath, (options.suite, options.spec, options.out))
    if not os.path.isdir(suite):
        print("suite: there is no folder %s" % suite, file=sys.stderr)
        return 2
    index_path, stamps_path = (os.path.join(out, name) for name in ("suite.json", "stamps.json"))
    now, before = stamps(suite, spec), load(stamps_path)
    if before is not None and before["stamps"] == now and os.path.exists(index_path):
        broken = before["broken"]
    else:
        index = build(suite, spec, out, now, before and before["stamps"], load(index_path))
        broken = index["broken"]
        save(index_path, index)
        save(stamps_path, {"stamps": now, "broken": broken})
    for entry in broken:
        print(entry["error"], file=sys.stderr)
    return 2 if broken else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
