"""Read the reports of one run with the parsers of others, and hold them against its results.

python3 reports.py RESULTS FOLDER tests=N failures=N errors=N skipped=N faults=N
FOLDER holds files tap, tap13, junit, markdown, json and html.
"""
import json
import os
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ElementTree

# What the schemas published for JUnit XML have in common.
ATTRIBUTES = {
    "testsuites": {"name", "tests", "failures", "errors", "time"},
    "testsuite": {"name", "tests", "failures", "errors", "skipped", "time", "timestamp"},
    "testcase": {"name", "classname", "time"},
    "failure": {"type", "message"}, "error": {"type", "message"}, "skipped": {"message"},
}
CHILDREN = {
    "testsuites": {"testsuite"}, "testsuite": {"testcase"}, "testcase": {"failure", "error", "skipped"},
    "failure": set(), "error": set(), "skipped": set(),
}


def check(what, got, wanted):
    if got != wanted:
        sys.exit("%s: %r, not %r" % (what, got, wanted))


def check_elements(element):
    extra = set(element.attrib) - ATTRIBUTES[element.tag]
    check("attributes of %s" % element.tag, extra, set())
    if element.tag != "skipped" and element.tag != "error":
        check("attributes of %s" % element.tag, set(element.attrib), ATTRIBUTES[element.tag])
    for child in element:
        if child.tag not in CHILDREN[element.tag]:
            sys.exit("%s in %s" % (child.tag, element.tag))
        check_elements(child)


def check_junit(path, ids, wanted):
    root = ElementTree.parse(path).getroot()
    check("root", root.tag, "testsuites")
    check_elements(root)
    cases = [case for suite in root if suite.get("name") != "run" for case in suite]
    check("cases", ["%s/%s" % (case.get("classname"), case.get("name")) for case in cases], ids)
    for suite in root:
        check("tests of a suite", int(suite.get("tests")), len(suite))
        for kind, key in (("failure", "failures"), ("error", "errors"), ("skipped", "skipped")):
            check(key, int(suite.get(key)), len(suite.findall("testcase/" + kind)))
    faults = [case for suite in root if suite.get("name") == "run" for case in suite]
    check("faults", len(faults), wanted["faults"])
    check("tests of all", int(root.get("tests")), len(cases) + len(faults))
    check("failures of all", int(root.get("failures")), wanted["failures"])
    check("errors of all", int(root.get("errors")), wanted["errors"] + len(faults))
    for kind, key in (("failure", "failures"), ("error", "errors"), ("skipped", "skipped")):
        check(key, sum(case.find(kind) is not None for case in cases), wanted[key])


def check_tap(folder, ids, promised, bad):
    with open(os.path.join(folder, "tap"), encoding="utf-8") as file:
        text = file.read()
    with open(os.path.join(folder, "tap13"), encoding="utf-8") as file:
        check("TAP 13", file.read(), text.replace("TAP version 14\n", "TAP version 13\n"))
    lines = text.split("\n")
    check("first line", lines[0], "TAP version 14")
    check("plan", lines[1], "1..%d" % promised)
    points = [re.match(r"(?:not )?ok (\d+) - (.*?)(?: # (TODO|SKIP) .*)?$", line)
              for line in lines if re.match(r"(not )?ok", line)]
    check("points", [int(point.group(1)) for point in points], list(range(1, len(points) + 1)))
    check("ids", [point.group(2) for point in points][:len(ids)], ids)
    for line in lines:
        if line.startswith("  ") and ": " in line:
            json.loads(line.split(": ", 1)[1])  # a value of YAML that is one of JSON
    prove = shutil.which("prove")
    if prove:
        done = subprocess.run([prove, "-e", "cat", os.path.join(folder, "tap13")],
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        check("prove's status is bad\n%s" % done.stdout.decode(), done.returncode != 0, bad)


def check_json(path, ids, wanted, bad):
    with open(path, encoding="utf-8") as file:
        report = json.load(file)
    check("format", report["format"], 1)
    check("good", report["good"], not bad)
    check("ids", [scenario["id"] for scenario in report["scenarios"]], ids)
    check("faults", len(report["faults"]), wanted["faults"])
    check("failed", report["counts"]["failed"], wanted["failures"] + wanted["errors"])
    check("sum", sum(report["counts"].values()), wanted["tests"])


def main():
    results, folder = sys.argv[1:3]
    wanted = {key: int(value) for key, value in (word.split("=") for word in sys.argv[3:])}
    with open(results, encoding="utf-8") as file:
        lines = [json.loads(line) for line in file if line.endswith("}\n")]
    ids = sorted(line["id"] for line in lines if "id" in line)
    check("tests", len(ids), wanted["tests"])
    bad = wanted["failures"] + wanted["errors"] + wanted["faults"] > 0
    check_junit(os.path.join(folder, "junit"), ids, wanted)
    check_tap(folder, ids, lines[0]["scenarios"] + wanted["faults"], bad)
    check_json(os.path.join(folder, "json"), ids, wanted, bad)
    page = ElementTree.parse(os.path.join(folder, "html")).getroot()  # it is XML too
    check("rows of the page", len(page.findall(".//details/table/tr")), len(ids))
    for element in page.iter():
        check("what the page loads", element.get("src") or element.get("href", "#")[0], "#")
    with open(os.path.join(folder, "markdown"), encoding="utf-8") as file:
        text = file.read()
    check("verdict of the summary", ("**Not as expected**" in text, "**As expected**" in text), (bad, not bad))
    check("failures in the summary", len(re.findall(r"^- \*\*[A-Z]+\*\* `", text, re.M)),
          wanted["failures"] + wanted["errors"])


if __name__ == "__main__":
    main()
