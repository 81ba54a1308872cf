"""Checks scenarios against the rules for writing them.

    python3 oracle/lint.py [--suite DIR] [--spec DIR] [FILE...]

One line for each finding, `path:line: text`; exit status 0, 1 with findings, 2 usage.
Without files the whole suite is checked, and with it the clauses, unshown.txt and
fingerprint.txt.  A rule that must be broken on purpose is answered by a comment on the same
line or the one above: it contains "tiny" or "deliberately" for a time that is not a multiple
of 1/8 s, and "text" where an exception's text is what the clause is about.
"""
import argparse
import ast
import io
import os
import re
import sys
import tokenize

import changes
import clauses
import examples
import fingerprint
import folklore
import scenarios
import traces

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(HERE)
MODULES = ("asyncio", "contextvars", "scenario")
EIGHTH = 0.125

# Which groups of `# ops:` a name belongs to.
USES = {"add_reader": "readers", "add_writer": "readers", "remove_reader": "readers",
        "remove_writer": "readers", "call_soon_threadsafe": "threads",
        "run_in_executor": "executor", "set_default_executor": "executor",
        "to_thread": "executor", "shutdown_default_executor": "executor",
        "create_future": "futures", "Future": "futures", "run_until_complete": "futures",
        "ContextVar": "contexts", "copy_context": "contexts", "get_context": "contexts",
        "Context": "contexts",
        "set_exception_handler": "handler", "get_exception_handler": "handler",
        "call_exception_handler": "handler", "default_exception_handler": "handler",
        "get_debug": "debug", "set_debug": "debug", "slow_callback_duration": "debug",
        "add_signal_handler": "signals", "remove_signal_handler": "signals",
        "polls": "polls",
        # What has a name of its own; any coroutine needs the group too (visit_AsyncFunctionDef).
        "create_task": "tasks", "Task": "tasks", "TaskGroup": "tasks", "ensure_future": "tasks",
        "current_task": "tasks", "all_tasks": "tasks", "set_task_factory": "tasks",
        "get_task_factory": "tasks", "eager_task_factory": "tasks",
        "create_eager_task_factory": "tasks", "gather": "tasks", "wait_for": "tasks",
        "as_completed": "tasks", "shield": "tasks", "Runner": "tasks",
        "run_coroutine_threadsafe": "tasks threads", "wrap_future": "threads",
        "in_thread": "threads", "start_thread": "threads"}
# The same for names that others may have too: only as asyncio.NAME.
TASKS = ("FIRST_COMPLETED FIRST_EXCEPTION ALL_COMPLETED wait run sleep timeout timeout_at Timeout "
         "Lock Event Condition Semaphore BoundedSemaphore Barrier Queue PriorityQueue LifoQueue").split()


class Linter(ast.NodeVisitor):
    """Collects the findings of one scenario's syntax tree as (line, text)."""

    def __init__(self, scenario):
        self.findings = []
        self.used = {}                  # group of operations: line of its first use
        self.comments = read_comments(scenario.body)
        self.parents = []
        self.caught = []                # names that except clauses around us bind
        self.sets = set()               # names that are bound to sets

    def find(self, node, text):
        self.findings.append((node.lineno, text))

    def excused(self, node, *words):
        """Does a comment on this line, or on lines of their own above, hold one of the words?"""
        text = self.comments.get(node.lineno, ("", False))[0]
        above = node.lineno - 1
        while self.comments.get(above, ("", False))[1]:
            text += self.comments[above][0]
            above -= 1
        text += self.comments.get(node.lineno - 1, ("", False))[0]
        return any(word in text.lower() for word in words)

    def visit(self, node):
        self.parents.append(node)
        super().visit(node)
        self.parents.pop()

    # ---- names and imports

    def visit_Import(self, node):
        for alias in node.names:
            self._check_module(node, alias.name)

    def visit_ImportFrom(self, node):
        self._check_module(node, "." * node.level + (node.module or ""))
        for alias in node.names:
            self._check_public(node, alias.name)
            self._note_use(node, alias.name)

    def _check_module(self, node, name):
        if name not in MODULES:
            self.find(node, "imports %s: a scenario imports only %s" % (name, ", ".join(MODULES)))

    def _check_public(self, node, name):
        if name.startswith("_") and not (name.startswith("__") and name.endswith("__")):
            self.find(node, "%s is private: scenarios use the public interface only" % name)

    def _note_use(self, node, name):
        for group in USES.get(name, "").split():
            self.used.setdefault(group, node.lineno)

    def visit_Attribute(self, node):
        self._check_public(node, node.attr)
        self._note_use(node, node.attr)
        if isinstance(node.value, ast.Name) and node.value.id == "asyncio" and node.attr in TASKS:
            self.used.setdefault("tasks", node.lineno)
        self.generic_visit(node)

    def visit_AsyncFunctionDef(self, node):
        self.used.setdefault("tasks", node.lineno)
        self.generic_visit(node)

    # ---- numbers

    def visit_Constant(self, node):
        self._check_time(node, node.value)

    def visit_BinOp(self, node):
        value = fold(node)
        if value is None:
            self.generic_visit(node)
        else:
            self._check_time(node, value)

    visit_UnaryOp = visit_BinOp

    def _check_time(self, node, value):
        if not isinstance(value, float) or value != value or value in (1e400, -1e400):
            return
        if value % EIGHTH != 0.0 and not self.excused(node, "tiny", "deliberately"):
            self.find(node, "%r is not a multiple of 1/8 s; if that is meant, say so in a comment "
                      "with the word 'tiny' or 'deliberately'" % value)

    # ---- exceptions

    def visit_ExceptHandler(self, node):
        if node.name:
            self.caught.append(node.name)
        self.generic_visit(node)
        if node.name:
            self.caught.pop()

    def _check_text(self, node, value, how):
        if isinstance(value, ast.Name) and value.id in self.caught \
                and not self.excused(node, "text"):
            self.find(node, "%s shows an exception's text, which is no contract: log "
                      "type(%s).__name__; if the text is the clause, say so in a comment with the "
                      "word 'text'" % (how, value.id))

    def visit_FormattedValue(self, node):
        self._check_text(node if hasattr(node, "lineno") else self.parents[-2], node.value,
                         "the f-string")
        self._check_order(node, node.value)
        self.generic_visit(node)

    # ---- sets

    def is_set(self, node):
        if isinstance(node, (ast.Set, ast.SetComp)):
            return True
        if isinstance(node, ast.Name):
            return node.id in self.sets
        return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) \
            and node.func.id in ("set", "frozenset")

    def _check_order(self, node, value):
        if self.is_set(value):
            self.find(node, "the order of a set is no contract: use sorted()")

    def visit_Assign(self, node):
        for target in node.targets:
            if isinstance(target, ast.Name) and self.is_set(node.value):
                self.sets.add(target.id)
        self.generic_visit(node)

    def visit_For(self, node):
        self._check_order(node, node.iter)
        self.generic_visit(node)

    def visit_comprehension(self, node):
        self._check_order(node.iter, node.iter)
        self.generic_visit(node)

    def visit_Starred(self, node):
        self._check_order(node, node.value)
        self.generic_visit(node)

    # ---- calls

    def visit_Call(self, node):
        name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
        for value in node.args:
            if name in ("str", "repr", "log"):
                self._check_text(node, value, name + "()")
            if name in ("log", "str", "repr", "list", "tuple", "join", "enumerate", "iter", "zip",
                        "map", "filter"):
                self._check_order(node, value)
        if name in ("getattr", "hasattr", "setattr") and len(node.args) > 1 \
                and isinstance(node.args[1], ast.Constant) and isinstance(node.args[1].value, str):
            self._check_public(node, node.args[1].value)
        if any(keyword.arg == "debug" for keyword in node.keywords):
            self.used.setdefault("debug", node.lineno)      # of run and Runner
        self.generic_visit(node)


def fold(node):
    """The number that an expression of nothing but numbers is; None for any other."""
    if isinstance(node, ast.Constant):
        value = node.value
        return value if type(value) in (int, float) else None
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, (ast.USub, ast.UAdd)):
        value = fold(node.operand)
        return None if value is None else -value if isinstance(node.op, ast.USub) else value
    if not isinstance(node, ast.BinOp):
        return None
    left, right = fold(node.left), fold(node.right)
    if left is None or right is None:
        return None
    try:
        if isinstance(node.op, ast.Add):
            return left + right
        if isinstance(node.op, ast.Sub):
            return left - right
        if isinstance(node.op, ast.Mult):
            return left * right
        if isinstance(node.op, ast.Div):
            return left / right
    except (ArithmeticError, ValueError):
        pass
    return None


def read_comments(body):
    """{line: (text, does it stand alone?)} of a program's comments."""
    found = {}
    for token in tokenize.generate_tokens(io.StringIO(body).readline):
        if token.type == tokenize.COMMENT:
            found[token.start[0]] = (token.string, token.line.strip() == token.string)
    return found


# ---- Whole files --------------------------------------------------------------

def lint_scenario(path, known):
    """[(line, text)] for one file.  `known`: the clauses, empty while there are none."""
    try:
        scenario = scenarios.read(path)
    except traces.FormatError as error:
        return [(error.line, error.what)]
    linter = Linter(scenario)
    try:
        linter.visit(ast.parse(scenario.body))
    except SyntaxError:
        if not scenarios.is_beyond(scenario):
            raise
        return []               # a newer Python checks it
    findings = linter.findings
    findings += lint_docstring(scenario)
    findings += lint_clauses(scenario, known)
    findings += lint_ops(scenario, linter.used)
    findings += lint_times(scenario, linter.comments)
    named = {line for line, _ in findings}
    findings += [finding for finding in lint_language(scenario) if finding[0] not in named]
    return sorted(set(findings))


def lint_docstring(scenario):
    if not scenario.doc.endswith("."):
        return [(1, "the docstring does not end with a full stop")]
    if re.search(r"[.!?]\s+[A-Z]", scenario.doc[:-1]):
        return [(1, "the docstring is more than one sentence")]
    return []


def line_of(scenario, start):
    """The number of the first line that begins so."""
    for number, line in enumerate(scenario.body.split("\n"), 1):
        if line.startswith(start):
            return number
    return 1


def lint_clauses(scenario, known):
    line = line_of(scenario, "# clause:")
    findings = [(line, "clause %s does not exist in spec/" % name)
                for name in scenario.clauses if known and name not in known]
    first = known.get(scenario.clauses[0])
    if first is not None and first.level != scenario.level:
        findings.append((line_of(scenario, "# level:"), "level %s, but clause %s is %s"
                         % (scenario.level, first.id, first.level)))
    return findings


def lint_ops(scenario, used):
    line = line_of(scenario, "# ops:")
    findings = [(used[group], "uses the operations of group %s: name it in '# ops:'" % group)
                for group in sorted(used) if group not in scenario.ops]
    # The default handler is used by naming nothing: any exception of a callback reaches it.
    findings += [(line, "'# ops:' names %s, and nothing uses it" % group)
                 for group in scenario.ops if group not in used and group != "handler"]
    return findings


def lint_times(scenario, comments):
    """Golden times are whole eighths too, unless the scenario says why not."""
    said = " ".join(text for text, _ in comments.values()).lower()
    if "tiny" in said or "deliberately" in said:
        return []
    for block in scenario.blocks:
        for offset, line in enumerate(block.lines, 1):
            if float(line.ms) % 125:
                return [(block.number + offset, "CPython logged this at %s ms, no multiple of 125: "
                         "the scenario depends on rounding" % line.ms)]
    return []


def lint_language(scenario):
    """What the compiler refuses."""
    import compiler
    try:
        compiler.compile_file(scenario.path)
    except compiler.CompileError as error:
        return [(error.line, error.text)]
    return []


def lint_project(suite, found, errors):
    """Findings about clauses as such, as lines: every one is shown, or it is said why not."""
    lines = [str(error) for error in errors]
    path = os.path.join(suite, "unshown.txt")
    try:
        unshown = clauses.read_unshown(path)
    except traces.FormatError as error:
        return lines + [str(error)]
    shown, areas = set(), set()
    for scenario in scenarios.read_all(suite)[0]:   # a broken one is its own finding already
        shown.update(scenario.clauses)
        areas.add(scenario.id.split("/")[0])
    for name in unshown:
        if found and name not in found:
            lines.append("%s:1: %s does not exist in spec/" % (path, name))
        if name in shown:
            lines.append("%s:1: %s is listed, but a scenario shows it" % (path, name))
    for clause in found.values():
        area = clause.id.rsplit("-", 1)[0]
        if clause.coverage and area in areas:
            lines.append("%s:%d: %s has coverage '%s', but there are scenarios of %s"
                         % (clause.file, clause.line, clause.id, clause.coverage, area))
        elif area in areas and clause.id not in shown and clause.id not in unshown:
            lines.append("%s:%d: no scenario shows %s, and unshown.txt gives no reason"
                         % (clause.file, clause.line, clause.id))
        elif clause.id in shown and not clause.examples:
            lines.append("%s:%d: %s has no example; `python3 oracle/examples.py --propose %s` "
                         "makes one" % (clause.file, clause.line, clause.id, clause.id))
    return lines


def lint_spec(spec, suite, found):
    """Findings about the examples in spec/, spec/folklore.md and spec/versions.md, as lines."""
    try:
        return (examples.lint(spec, suite, found) + folklore.lint(spec, suite, found)
                + changes.lint(spec, suite, found))
    except traces.FormatError as error:
        return [str(error)]


def main(arguments):
    parser = argparse.ArgumentParser(description="Check scenarios against the rules.",
                                     epilog="exit status: 0, 1 with findings, 2 usage")
    parser.add_argument("files", nargs="*", metavar="FILE", help="scenarios; all of the suite")
    parser.add_argument("--suite", default=os.path.join(ROOT, "conformance"), metavar="DIR")
    parser.add_argument("--spec", default=os.path.join(ROOT, "spec"), metavar="DIR")
    options = parser.parse_args(arguments)
    known, errors = clauses.read_all(options.spec)
    lines = []
    files = options.files
    if not files:
        if not os.path.isdir(options.suite):
            print("lint: there is no folder %s" % options.suite, file=sys.stderr)
            return 2
        files = [path for _, path in scenarios.find(options.suite)]
        lines = lint_project(options.suite, known, errors)
        lines += lint_spec(options.spec, options.suite, known)
        lines += fingerprint.lint(options.suite, options.spec, known)
    for path in files:
        lines += ["%s:%d: %s" % (path, line, text) for line, text in lint_scenario(path, known)]
    for line in lines:
        print(line)
    return 1 if lines else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
