"""Makes scenarios from templates: one for each value of what a template varies.

    python3 oracle/templates.py [--suite DIR] [PATTERN...]      write them (`make record` does)
    python3 oracle/templates.py --check [PATTERN...]            are they what the templates say?

A template, oracle/templates/AREA/NAME.py, is a scenario in which lines of the program say

    POINT = 1  # vary: 1.. until finished
    WINDOW = "waiting"  # vary: "waiting", "woken"

Each combination becomes conformance/AREA/NAME_VALUE_VALUE.py, an ordinary scenario that stands
alone.  `# insert: FILE` is replaced by that file of oracle/templates/; {POINT} in the docstring
by the value.  How far an open range goes is found out by running the program on the newest
CPython of this machine, under the virtual clock: one that logs "no such point" is not kept, and
ends the range; one that logs "nothing to vary" is not kept.  Golden traces are the recorder's.

Exit status: 0 done, 1 (--check) something differs, 2 a template is broken, 3 it cannot be run.
"""
import argparse
import ast
import itertools
import os
import re
import sys
import tempfile

import client
import interpreters
import scenarios
import traces

HERE = os.path.dirname(os.path.abspath(__file__))
FOLDER = os.path.join(HERE, "templates")
MOST_POINTS = 40
SECONDS = 20                # real time that trying one value may take

_VARY = re.compile(r"(?m)^([A-Z_]+) = (.*?)  # vary: (.*)$")
_INSERT = re.compile(r"(?m)^# insert: (\S+)$")
_OPEN = re.compile(r"(\d+)\.\. until finished$")
_GENERATED = re.compile(r"(?m)^# generated: from oracle/templates/(\S+\.py), (.*)$")

END, SKIP = "no such point", "nothing to vary"


class TemplateError(Exception):
    """A template is broken; str() is one line."""


class Template:
    """One template: `id`, `text`, and `varied`: {name: list of values, or a number to count from}."""

    def __init__(self, path, folder=FOLDER):
        self.path = path
        self.id = scenarios.id_of(path)
        with open(path, encoding="utf-8") as file:
            self.text = file.read()
        for name in _INSERT.findall(self.text):
            try:
                with open(os.path.join(folder, name), encoding="utf-8") as file:
                    inserted = file.read()
            except OSError as error:
                raise TemplateError("%s: cannot insert %s: %s" % (path, name, error.strerror))
            self.text = self.text.replace("# insert: %s\n" % name, inserted)
        self.varied = {}
        for name, _, values in _VARY.findall(self.text):
            self.varied[name] = self._values(name, values)
        if not self.varied:
            raise TemplateError("%s: varies nothing" % path)

    def _values(self, name, text):
        counted = _OPEN.match(text)
        if counted:
            return int(counted.group(1))
        try:
            return list(ast.literal_eval("[%s]" % text))
        except (SyntaxError, ValueError):
            raise TemplateError("%s: %s varies over %r: values, or '1.. until finished'"
                                % (self.path, name, text)) from None

    def body(self, values):
        """The program with these values: {name: value}."""
        text = _VARY.sub(lambda match: "%s = %r" % (match.group(1), values[match.group(1)])
                         if not isinstance(values[match.group(1)], str)
                         else '%s = "%s"' % (match.group(1), values[match.group(1)]), self.text)
        end = text.index('"""', 3)
        doc = text[:end]
        for name, value in values.items():
            doc = doc.replace("{%s}" % name, str(value))
        head, rest = (doc + text[end:]).split("\n# clause:", 1)
        said = ", ".join("%s=%s" % (name, value) for name, value in values.items())
        return "%s\n# generated: from oracle/templates/%s.py, %s\n# clause:%s" % (
            head, self.id, said, rest)

    def scenario_id(self, values):
        words = [re.sub(r"[^a-z0-9]+", "_", str(value).lower()) for value in values.values()]
        return "_".join([self.id] + words)

    def parse_values(self, said):
        """The values that a `# generated:` line names; None where they are not this template's."""
        values = {}
        for word, name in itertools.zip_longest(said.split(", "), self.varied):
            key, _, text = (word or "").partition("=")
            if key != name:
                return None
            known = self.varied[name]
            found = [value for value in ([int(text)] if isinstance(known, int) and text.isdigit()
                                         else [] if isinstance(known, int) else known)
                     if str(value) == text]
            if not found:
                return None
            values[name] = found[0]
        return values

    def expand(self, run):
        """{scenario id: body} of all that is to be kept; `run(body)` gives the lines logged."""
        found = {}
        closed = {name: values for name, values in self.varied.items() if isinstance(values, list)}
        counted = [name for name in self.varied if name not in closed]
        for combination in itertools.product(*closed.values()):
            chosen = dict(zip(closed, combination))
            for point in range(self.varied[counted[0]], MOST_POINTS) if counted else [None]:
                values = {name: chosen.get(name, point) for name in self.varied}
                body = self.body(values)
                lines = run(body)
                if END in lines:
                    break
                if SKIP not in lines:
                    found[self.scenario_id(values)] = body
        return found


def find(patterns, folder=FOLDER):
    """The templates that the patterns mean: globs on their ids, areas; all without any."""
    found = []
    for template_id, path in scenarios.find(folder):
        if not patterns or scenarios.matches(template_id, (), patterns):
            found.append(Template(path, folder))
    return found


class Runner:
    """Runs programs on the newest CPython; gives the texts that they logged."""

    def __init__(self, path, timewarp):
        self._player = client.Player(path, environment={"PYTHONHASHSEED": "0"},
                                     timewarp=timewarp, limit=SECONDS)

    def __call__(self, body):
        with tempfile.NamedTemporaryFile("w", suffix=".py", encoding="utf-8") as file:
            file.write(body)
            file.flush()
            outcome = self._player.play("TEMPLATE/program", file.name)
        if outcome.verdict or outcome.trace is None or (outcome.trace.end or "?")[0] != "E":
            said = outcome.output.decode("utf-8", "replace").strip().split("\n")[-1]
            raise TemplateError("a program made from it does not end well: %s"
                                % (outcome.verdict or said or "status %s" % outcome.status))
        return [line.text for line in outcome.trace.lines]

    def close(self):
        self._player.close()


def generated(suite):
    """{scenario id: (path, template id, the values as said)} of the files that were generated."""
    found = {}
    for scenario_id, path in scenarios.find(suite):
        with open(path, encoding="utf-8") as file:
            match = _GENERATED.search(file.read())
        if match:
            found[scenario_id] = (path, match.group(1)[:-3], match.group(2))
    return found


def write(path, body):
    """Put the body there; what was recorded for another body goes.  True if that changed it."""
    os.makedirs(os.path.dirname(path), exist_ok=True)
    try:
        with open(path, encoding="utf-8") as file:
            if traces.split_source(file.read())[0] == body:
                return False
    except OSError:
        pass
    with open(path, "w", encoding="utf-8") as file:
        file.write(body)
    return True


def expand_all(chosen, suite, run):
    """Write all scenarios of the templates, remove those that none makes any more; a report."""
    written = kept = removed = 0
    old = generated(suite)
    for template in chosen:
        try:
            bodies = template.expand(run)
        except TemplateError as error:
            raise TemplateError("%s: %s" % (template.path, error)) from None
        for scenario_id, body in bodies.items():
            if write(os.path.join(suite, scenario_id + ".py"), body):
                written += 1
            else:
                kept += 1
        for scenario_id, (path, template_id, _) in old.items():
            if template_id == template.id and scenario_id not in bodies:
                os.remove(path)
                removed += 1
    return "%d scenarios of %d templates: %d written, %d removed" % (
        written + kept, len(chosen), written, removed)


def check_all(chosen, suite, everything):
    """One line for each generated file that is not what its template says."""
    templates = {template.id: template for template in chosen}
    lines, seen = [], set()
    for scenario_id, (path, template_id, said) in sorted(generated(suite).items()):
        template = templates.get(template_id)
        if template is None:
            if everything:
                lines.append("%s: there is no template %s" % (path, template_id))
            continue
        seen.add(template_id)
        values = template.parse_values(said)
        if values is None or template.scenario_id(values) != scenario_id:
            lines.append("%s: %s does not make it; run oracle/templates.py" % (path, template_id))
            continue
        with open(path, encoding="utf-8") as file:
            body = traces.split_source(file.read())[0]
        if body != template.body(values):
            lines.append("%s: differs from its template %s; edit that, run oracle/templates.py, "
                         "and record it" % (path, template_id))
    lines += ["%s: nothing was generated from it" % templates[template_id].path
              for template_id in templates if template_id not in seen]
    return lines


def main(arguments):
    parser = argparse.ArgumentParser(
        description="Make scenarios from templates.",
        epilog="exit status: 0 done, 1 (--check) something differs, 2 a template is broken, "
        "3 it cannot be run")
    parser.add_argument("patterns", nargs="*", metavar="PATTERN",
                        help="a glob on templates' ids (LOCK/*), an area; all")
    parser.add_argument("--check", action="store_true", help="write nothing; report differences")
    parser.add_argument("--suite", default=os.path.join(client.ROOT, "conformance"), metavar="DIR",
                        help="the folder of the scenarios")
    options = parser.parse_args(arguments)
    try:
        chosen = find(options.patterns)
        if not chosen or not os.path.isdir(options.suite):
            print("templates: no template matches, or no folder %s" % options.suite, file=sys.stderr)
            return 2
        if options.check:
            lines = check_all(chosen, options.suite, not options.patterns)
            for line in lines:
                print(line)
            return 1 if lines else 0
        found = interpreters.find()
        timewarp = client.timewarp_path()
        if not found or not os.path.exists(timewarp):
            print("templates: %s" % ("%s is missing; run 'make' first" % timewarp if found
                                     else "no CPython was found; see AIOSPEC_PYTHONS"),
                  file=sys.stderr)
            return 3
        runner = Runner(found[-1].path, timewarp)
        try:
            print(expand_all(chosen, options.suite, runner))
        finally:
            runner.close()
    except (TemplateError, client.ClientError, ValueError) as error:
        print(error, file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
