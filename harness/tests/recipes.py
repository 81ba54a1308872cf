"""Run the recipes of harness/recipes/ as a CI would, on a right loop and on wrong ones.

The workflow is read by a parser of the YAML that it uses, which refuses everything else.  Every
`run:` is run with sh in a scratch folder, one for each job.  What a runner does for `uses:` is done
here, for the few actions that are known; steps whose name begins with "Install" need a network, and
are not run.  Standard library only.
"""
import fnmatch
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
import xml.etree.ElementTree as ElementTree

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
RECIPES = os.path.join(ROOT, "harness", "recipes")
LOOPS = os.path.join(HERE, "runner", "wrong_loops.py")
SCENARIOS = "STOP/stop* READY/fifo"
BUILT = set()   # the scripts that need no second run
STEP_SECONDS = 300

RIGHT, WRONG, NO_LOOP = "yourloop:Right", "yourloop:StopForgotten", "yourloop:raises"


# ---- The YAML of a workflow ---------------------------------------------------

class Refused(Exception):
    """Something that this parser does not know, or that YAML would read otherwise than it looks."""


_INTEGER = re.compile(r"(?:0|[1-9][0-9]*)\Z")
# What is a number, a truth value or nothing in one version of YAML or another.
_NOT_TEXT = re.compile(r"[-+.]?[0-9][-+0-9._:eExo]*\Z|(?:yes|no|on|off|y|n|null|~|true|false)\Z", re.I)
_KEY = re.compile(r"([A-Za-z][A-Za-z0-9_-]*):(?: (.*))?\Z")


def scalar(text, number):
    if text in ("true", "false"):
        return text == "true"
    if _INTEGER.match(text):
        return int(text)
    if re.match(r'"[^"\\]*"\Z', text):
        return text[1:-1]
    if text.startswith("[") and text.endswith("]"):
        return [scalar(item, number) for item in text[1:-1].split(", ")]
    if not text or text[0] in "\"'&*!|>%@`{}[],?:-#" or ": " in text or " #" in text \
            or text.endswith((":", " ")) or _NOT_TEXT.match(text):
        raise Refused("line %d: %r" % (number, text))
    return text


class Yaml:
    """Mappings, sequences, scalars of one line, literal blocks, and comments on lines of their own."""

    def __init__(self, text):
        if "\t" in text or not text.endswith("\n"):
            raise Refused("a tab, or no end of the last line")
        self.lines = text.split("\n")[:-1]
        self.at = 0

    def look(self):
        """(indentation, text) of the next line that says something; the end has indentation -1."""
        while self.at < len(self.lines):
            text = self.lines[self.at].lstrip(" ")
            if text and not text.startswith("#"):
                return len(self.lines[self.at]) - len(text), text
            self.at += 1
        return -1, ""

    def document(self):
        value = self.block(0)
        if self.look()[0] != -1:
            raise Refused("line %d: indentation" % (self.at + 1))
        return value

    def block(self, indent):
        return self.sequence(indent) if self.look()[1].startswith("- ") else self.mapping(indent)

    def sequence(self, indent):
        items = []
        while self.look()[0] == indent and self.look()[1].startswith("- "):
            # The rest of the line is the first one of a mapping that is indented by two more.
            self.lines[self.at] = " " * (indent + 2) + self.look()[1][2:]
            items.append(self.mapping(indent + 2))
        return items

    def mapping(self, indent):
        found = {}
        while self.look()[0] == indent and not self.look()[1].startswith("- "):
            match = _KEY.match(self.look()[1])
            self.at += 1
            if not match or match.group(1) in found:
                raise Refused("line %d: no key, or one that was there before" % self.at)
            found[match.group(1)] = self.value(match.group(2), indent)
        if not found:
            raise Refused("line %d: nothing, or not indented by two" % (self.at + 1))
        return found

    def value(self, text, indent):
        if text == "|":
            return self.literal(indent + 2)
        if text is not None:
            return scalar(text, self.at)
        return self.block(indent + 2) if self.look()[0] > indent else None

    def literal(self, indent):
        lines = []
        while self.at < len(self.lines) and self.lines[self.at].startswith(" " * indent):
            lines.append(self.lines[self.at][indent:])
            self.at += 1
        if not lines or lines[0].startswith(" "):
            raise Refused("line %d: a literal block that is not indented by two" % self.at)
        return "\n".join(lines) + "\n"


# ---- A runner of workflows ----------------------------------------------------

KEYS = {
    "workflow": {"name", "on", "permissions", "env", "defaults", "jobs"},
    "job": {"needs", "if", "runs-on", "strategy", "env", "steps"},
    "step": {"name", "if", "uses", "with", "run"},
    "strategy": {"fail-fast", "matrix"},
    "actions/checkout@v4": {"repository", "ref", "path"},
    "actions/setup-python@v5": {"python-version"},
    "actions/upload-artifact@v4": {"name", "path", "if-no-files-found", "overwrite"},
    "actions/download-artifact@v4": {"pattern", "path", "merge-multiple"},
}


def only_known(what, mapping):
    extra = set(mapping) - KEYS[what]
    if extra:
        raise Refused("%s: %s" % (what, ", ".join(sorted(extra))))
    return mapping


def read_workflow():
    with open(os.path.join(RECIPES, "github.yml"), encoding="utf-8") as file:
        workflow = only_known("workflow", Yaml(file.read()).document())
    if workflow["defaults"] != {"run": {"shell": "sh"}}:
        raise Refused("a shell that is not sh")
    for job in workflow["jobs"].values():
        only_known("job", job)
        if "needs" in job and job.get("if") != "always()":
            raise Refused("a job that is left out where the one before it failed")
        for step in job["steps"]:
            only_known("step", step)
            if ("run" in step) == ("uses" in step) or step.get("if", "always()") != "always()":
                raise Refused("a step: %r" % step)
            if "run" in step and "${{" in step["run"]:
                raise Refused("an expression inside a script: %r" % step["run"])
    return workflow


def environment(folder, **more):
    """Nothing of ours but the interpreter; the loop is found as if it were installed."""
    return dict({"PATH": os.environ["PATH"], "HOME": folder, "PYTHONPATH": folder,
                 "PYTHONDONTWRITEBYTECODE": "1", "AIOSPEC_PYTHON": sys.executable}, **more)


def make_repository(folder, deviations):
    """What a checkout of the loop's repository holds."""
    shutil.copy(LOOPS, os.path.join(folder, "yourloop.py"))
    with open(os.path.join(folder, "aiospec.deviations"), "w", encoding="utf-8") as file:
        file.write(deviations)


class Job:
    """One job on a machine of its own."""

    def __init__(self, runner, job, env, matrix=None, total=1):
        self.runner, self.job = runner, job
        self.matrix, self.total = matrix or {}, total
        self.folder = tempfile.mkdtemp(dir=runner.folder)
        self.summary = os.path.join(self.folder, "summary-of-the-runner")
        self.env = environment(self.folder, GITHUB_STEP_SUMMARY=self.summary)
        self.env.update({key: self.expand(value) for key, value in env.items()})
        self.failed_steps, self.said = [], ""

    def expand(self, text):
        def value(match):
            if match.group(1) == "strategy.job-total":
                return str(self.total)
            return str(self.matrix[match.group(1)[len("matrix."):]])

        text = re.sub(r"\$\{\{ (matrix\.[a-z]+|strategy\.job-total) \}\}", value, str(text))
        if "${{" in text:
            raise Refused("an expression: %r" % text)
        return text

    def run(self):
        for step in self.job["steps"]:
            if self.failed_steps and "if" not in step:
                continue
            name = step.get("name") or step["uses"]
            if not (self.script(name, step["run"]) if "run" in step else self.action(step)):
                self.failed_steps.append(name)
        return self

    def script(self, name, script):
        if name.startswith("Install "):
            return True
        self.runner.scripts_run.add(name)
        if name.startswith("Build ") and script in BUILT:
            return True     # all jobs share one checkout
        path = os.path.join(self.runner.folder, "step.sh")
        with open(path, "w", encoding="utf-8") as file:
            file.write(script)
        done = subprocess.run(["sh", "-e", path], cwd=self.folder, env=self.env, timeout=STEP_SECONDS,
                              stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                              stderr=subprocess.STDOUT, universal_newlines=True)
        self.said += done.stdout
        self.runner.statuses.setdefault(name, []).append(done.returncode)
        if name.startswith("Build ") and done.returncode == 0:
            BUILT.add(script)
        return done.returncode == 0

    def action(self, step):
        options = only_known(step["uses"], step.get("with", {}))
        return getattr(self, step["uses"].split("/")[1].split("@")[0].replace("-", "_"))(options)

    def checkout(self, options):
        if "path" in options:
            os.symlink(ROOT, os.path.join(self.folder, options["path"]))
        else:
            make_repository(self.folder, self.runner.deviations)
        return True

    def setup_python(self, options):
        return isinstance(options["python-version"], str)

    def upload_artifact(self, options):
        files = [os.path.join(self.folder, line) for line in self.expand(options["path"]).split("\n") if line]
        kept = self.runner.artifacts.setdefault(self.expand(options["name"]), [])
        kept += filter(os.path.isfile, files)
        return all(map(os.path.isfile, files))

    def download_artifact(self, options):
        target = os.path.join(self.folder, options["path"])
        for name in fnmatch.filter(self.runner.artifacts, options["pattern"]):
            os.makedirs(target, exist_ok=True)
            for path in self.runner.artifacts[name]:
                shutil.copy(path, target)
        return True


class Runner:
    """One run of the workflow, with some values of `env:` as a maintainer would set them."""

    def __init__(self, folder, loop, deviations="", floor="1", lost=()):
        self.folder, self.deviations = folder, deviations
        self.artifacts, self.statuses, self.scripts_run = {}, {}, set()
        workflow = read_workflow()
        values = {"LOOP": loop, "SCENARIOS": SCENARIOS, "FLOOR": floor}
        if not set(values) <= set(workflow["env"]):
            raise Refused("a value that has another name now")
        env = dict(workflow["env"], **values)
        self.jobs = {}
        for name, job in workflow["jobs"].items():
            shards = only_known("strategy", job.get("strategy", {})).get("matrix", {"shard": [0]})["shard"]
            if set(shards) & set(lost):
                shards = [shard for shard in shards if shard not in lost]
            total = len(shards) + len(lost) if "strategy" in job else 1
            self.jobs[name] = [Job(self, job, dict(env, **job.get("env", {})), {"shard": shard}, total).run()
                               for shard in shards]

    @property
    def verdict(self):
        return self.jobs["verdict"][0]


def read(*path):
    with open(os.path.join(*path), encoding="utf-8") as file:
        return file.read()


def counts(folder):
    """(tests, failures, errors) of junit.xml; the results of the merged run must say the same."""
    root = ElementTree.parse(os.path.join(folder, "junit.xml")).getroot()
    lines = [json.loads(line) for line in read(folder, "aiospec.ndjson").splitlines()]
    graded = sum("id" in line for line in lines)
    faults = root.findall("testsuite[@name='run']/testcase")
    if graded != int(root.get("tests")) - len(faults):
        raise AssertionError("junit.xml has other tests than the results")
    return graded, int(root.get("failures")), int(root.get("errors"))


def known_deviations(folder):
    """The file that a maintainer of the wrong loop commits, each line with a reason."""
    make_repository(folder, "")
    path = os.path.join(folder, "aiospec.deviations")
    subprocess.run([os.path.join(ROOT, "build", "aiospec"), "run", "python:" + WRONG, *SCENARIOS.split(),
                    "--deviations", path, "--write-deviations", "--quiet"], check=True,
                   env=environment(folder), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return read(path).replace("TODO: say why", "a stop before the run is forgotten")


class InScratch(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        # Recipes use the folder that `make` builds in when it is told nothing else.
        subprocess.run(["make", "-C", ROOT, "-s", "-j2", "all"], env=environment("/"), check=True)
        with tempfile.TemporaryDirectory() as folder:
            cls.deviations = known_deviations(folder)

    def setUp(self):
        scratch = tempfile.TemporaryDirectory()
        self.addCleanup(scratch.cleanup)
        self.folder = scratch.name


class Workflow(InScratch):
    def run_workflow(self, *args, **kwargs):
        return Runner(self.folder, *args, **kwargs)

    def assert_reported(self, run, failed):
        said = read(run.verdict.summary)
        self.assertIn("**Not as expected**" if failed else "**As expected**", said)
        self.assertEqual(sorted(map(os.path.basename, run.artifacts["aiospec-reports"])),
                         ["aiospec.ndjson", "junit.xml"])
        tests, failures, errors = counts(run.verdict.folder)
        self.assertGreater(tests, 20)
        self.assertEqual(failures + errors > 0, failed)
        return failures

    def test_right_loop_is_green(self):
        run = self.run_workflow(RIGHT)
        for job in run.jobs["grade"] + run.jobs["verdict"]:
            self.assertEqual(job.failed_steps, [], job.said)
        self.assertEqual(len(run.jobs["grade"]), 3)
        self.assert_reported(run, failed=False)
        # Every script was run, or installs.
        scripts = {step["name"]: step["run"] for job in read_workflow()["jobs"].values()
                   for step in job["steps"] if "run" in step}
        left_out = set(scripts) - run.scripts_run
        self.assertEqual({scripts[name] for name in left_out},
                         {"aiospec/harness/deps.sh run", "python3 -m pip install ."})

    def test_wrong_loop_is_red_and_reported(self):
        run = self.run_workflow(WRONG)
        self.assertIn(1, run.statuses["Grade a shard"])
        self.assertEqual(run.statuses["Merge the shards"], [1])
        self.assertEqual(run.verdict.failed_steps, ["Merge the shards"])
        failures = self.assert_reported(run, failed=True)
        self.assertEqual(failures, len(re.findall(r"^[A-Z]+/", self.deviations, re.M)))

    def test_known_deviations_are_green(self):
        run = self.run_workflow(WRONG, self.deviations)
        for job in run.jobs["grade"] + run.jobs["verdict"]:
            self.assertEqual(job.failed_steps, [], job.said)
        self.assert_reported(run, failed=False)

    def test_deviations_that_are_gone_are_red(self):
        run = self.run_workflow(RIGHT, self.deviations)
        self.assertEqual(run.verdict.failed_steps, ["Merge the shards"])
        self.assert_reported(run, failed=True)

    def test_too_few_scenarios_are_red(self):
        run = self.run_workflow(RIGHT, floor="1000")
        self.assertEqual(run.statuses["Merge the shards"], [4])
        self.assertEqual(run.statuses["Write the reports"], [0])

    def test_loop_that_cannot_be_made_is_red(self):
        run = self.run_workflow(NO_LOOP)
        self.assertEqual(run.statuses["Grade a shard"], [3, 3, 3])
        self.assertEqual(run.statuses["Merge the shards"], [2])

    def test_lost_shard_is_red(self):
        run = self.run_workflow(RIGHT, lost=(2,))
        self.assertEqual(run.statuses["Grade a shard"], [0, 0])
        self.assertEqual(run.statuses["Merge the shards"], [2])


class Shell(InScratch):
    def start(self, deviations=""):
        make_repository(self.folder, deviations)
        os.symlink(ROOT, os.path.join(self.folder, "aiospec"))
        shutil.copy(os.path.join(RECIPES, "ci.sh"), self.folder)

    def ci(self, loop, *args, **env):
        env = environment(self.folder, LOOP=loop, SCENARIOS=SCENARIOS, **dict({"FLOOR": "1"}, **env))
        return subprocess.run(["sh", "ci.sh", *args], cwd=self.folder, env=env, stdin=subprocess.DEVNULL,
                              stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                              timeout=STEP_SECONDS).returncode

    def has(self, name):
        return os.path.exists(os.path.join(self.folder, name))

    def assert_reported(self, failures):
        tests, failed, errors = counts(self.folder)
        self.assertGreater(tests, 20)
        self.assertEqual((failed > 0, errors > 0), (failures, False))
        self.assertIn("**Not as expected**" if failures else "**As expected**",
                      read(self.folder, "aiospec-summary.md"))

    def test_whole(self):
        self.start()
        self.assertEqual(self.ci(RIGHT), 0)
        self.assert_reported(failures=False)
        self.assertEqual(self.ci(WRONG), 1)
        self.assert_reported(failures=True)

    def test_known_deviations(self):
        self.start(self.deviations)
        self.assertEqual(self.ci(WRONG), 0)
        self.assertEqual(self.ci(RIGHT), 1)

    def test_nothing_old_is_left_where_nothing_was_played(self):
        self.start()
        self.assertEqual(self.ci(RIGHT), 0)
        self.assertEqual(self.ci(NO_LOOP), 3)
        self.assertFalse(self.has("junit.xml"))
        self.assertFalse(self.has("aiospec.ndjson"))

    def test_too_few_scenarios(self):
        self.start()
        self.assertEqual(self.ci(RIGHT, FLOOR="1000"), 4)
        self.assertTrue(self.has("junit.xml"))

    def test_shards_of_a_right_and_of_a_wrong_loop(self):
        for loop, wrong in ((RIGHT, False), (WRONG, True)):
            if not wrong:
                self.start()
            statuses = [self.ci(loop, "shard", "%d/2" % shard) for shard in (1, 2)]
            self.assertEqual(max(statuses), int(wrong))
            self.assertEqual(self.ci(loop, "merge"), int(wrong))
            self.assert_reported(failures=wrong)

    def test_missing_shard(self):
        self.start()
        self.assertEqual(self.ci(RIGHT, "shard", "1/2"), 0)
        self.assertEqual(self.ci(RIGHT, "merge"), 2)
        self.assertFalse(self.has("junit.xml"))

    def test_unknown_step(self):
        self.start()
        self.assertEqual(self.ci(RIGHT, "shards"), 2)


class Parser(unittest.TestCase):
    def test_what_it_reads(self):
        text = ("# c\na: x y\non:\nb:\n  - c: 1\n    d: \"3.13\"\n\n  # c\n  - run: |\n      if x\n        y\n"
                "e:\n  f: [1, 2]\n  g: false\n")
        self.assertEqual(Yaml(text).document(), {
            "a": "x y", "on": None, "b": [{"c": 1, "d": "3.13"}, {"run": "if x\n  y\n"}],
            "e": {"f": [1, 2], "g": False}})

    def test_what_it_refuses(self):
        for text in ("a: 3.10\n", "a: yes\n", "a: b: c\n", "a: b # c\n", "a: &x b\n", "a: 'b'\n", "a: >\n",
                     "a: {b: c}\n", "a: 1\na: 2\n", "a:\n    b: 1\n", "a:\n  b: 1\n c: 2\n", "a:\n\tb: 1\n",
                     "a: b\n  c\n", "- b\n", "a: |\nb: c\n", "a: \"x\\n\"\n", "a: 010\n", "a: b"):
            with self.assertRaises(Refused, msg=text):
                Yaml(text).document()


if __name__ == "__main__":
    unittest.main()
