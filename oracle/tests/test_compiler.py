"""The compiler: what it refuses, what it produces, and that every Python produces the same."""
import glob
import json
import os
import re
import subprocess
import sys
import unittest

ORACLE = os.path.normpath(os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
TOP = os.path.dirname(ORACLE)
sys.path.insert(0, ORACLE)

import compiler     # noqa: E402

# Source, line, column, what is said behind "outside Scenario Python: ".
REFUSED = [
    ("async def f():\n    yield 1", 1, 1, "an asynchronous generator"),
    ("async def f():\n    return (await x for x in [])", 2, 13, "an asynchronous generator expression"),
    ("x: int = 1", 1, 1, "an annotation: leave it out"),
    ("def f(x: int):\n    pass", 1, 10, "an annotation: leave it out"),
    ("def f() -> int:\n    pass", 1, 12, "an annotation: leave it out"),
    ("import os", 1, 1, "import of os; only asyncio, contextvars, scenario"),
    ("from os import path", 1, 1, "import from os; only asyncio, contextvars, scenario"),
    ("from . import x", 1, 1, "import from .; only asyncio, contextvars, scenario"),
    ("from scenario import *", 1, 1, "import *: name what you need"),
    ("from scenario import nothing", 1, 1, "scenario.nothing is not in Scenario Python"),
    ("import asyncio\nasyncio.staggered(None)", 2, 1, "asyncio.staggered is not in Scenario Python"),
    ("if 1:\n    print('x')", 2, 5, "the builtin print is not in Scenario Python"),
    ("open('f')", 1, 1, "the builtin open is not in Scenario Python"),
    ("x = 1 @ 2", 1, 5, "this operator is not in Scenario Python"),
    ("x = 9223372036854775808", 1, 5, "an integer of more than 64 bits"),
    ("x = 1j", 1, 5, "a constant of type complex"),
    ("x = '\\ud800'", 1, 5, "a lone surrogate in a string"),
    ("class A(B, C):\n    pass", 1, 1, "multiple inheritance"),
    ("class A(metaclass=B):\n    pass", 1, 1, "keywords of a class (metaclasses)"),
    ("class A:\n    def f(self):\n        self.__x = 1", 3, 9,
     "the private name __x in a class: use one underscore"),
    ("[y := x for x in []]", 1, 2, "an assignment expression inside a comprehension"),
    ("a, *b, *c = []", 1, 1, "two starred targets in one assignment"),
    ("def f():\n    x = 1\n    global x", 3, 5, "x is used before its global declaration"),
    ("def f():\n    nonlocal x", 2, 5, "no binding for nonlocal x"),
    ("def f():\n    super()", 2, 5, "super() outside a method"),
    ("x = f'{print(1)}'", 1, 5, "the builtin print is not in Scenario Python"),
    ("x = [f'a {1 @ 2} b']", 1, 6, "this operator is not in Scenario Python"),
    ("break", 1, 1, "break outside a loop"),
    ("return 1", 1, 1, "return outside a function"),
]


class RefusedTest(unittest.TestCase):
    def test_each_construct_is_refused_in_one_line(self):
        for source, line, column, text in REFUSED:
            with self.subTest(source=source):
                with self.assertRaises(compiler.CompileError) as caught:
                    compiler.compile_source(source, "a/b.py")
                self.assertEqual(str(caught.exception), "a/b.py:%d:%d: outside Scenario Python: %s"
                                 % (line, column, text))

    def test_what_is_not_python(self):
        for source in ("def", "x = = 1", "if x:\npass", "match x:\n    case 1:\n        pass",
                       "except*", "def f():\n    try:\n        pass\n    except* A:\n        return",
                       "x = '\0'"):
            with self.subTest(source=source):
                with self.assertRaises(compiler.CompileError) as caught:
                    compiler.compile_source(source, "x.py")
                self.assertRegex(str(caught.exception), r"^x\.py:\d+:\d+: (not Python|outside)")
                self.assertNotIn("\n", str(caught.exception))

    def test_nested_too_deeply(self):
        with self.assertRaises(compiler.CompileError):
            compiler.compile_source("x = " + "-" * 5000 + "1", "x.py")

    def test_unreadable_file(self):
        with self.assertRaises(compiler.CompileError) as caught:
            compiler.compile_file("/nonexistent/x.py")
        self.assertIn("/nonexistent/x.py:1:1: cannot be read", str(caught.exception))


class CommandTest(unittest.TestCase):
    def run_it(self, *arguments):
        return subprocess.run([sys.executable, "-B", os.path.join(ORACLE, "compiler.py")]
                              + list(arguments), stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                              universal_newlines=True)

    def test_prints_a_program(self):
        done = self.run_it(os.path.join(TOP, "harness/tests/programs/loops.py"))
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(json.loads(done.stdout)["format"], 2)

    def test_says_what_is_wrong_and_exits_with_2(self):
        done = self.run_it("/nonexistent/x.py", __file__)
        self.assertEqual(done.returncode, 2)
        self.assertEqual(len(done.stderr.splitlines()), 2, done.stderr)
        self.assertEqual(done.stdout, "")

    def test_usage(self):
        self.assertEqual(self.run_it().returncode, 2)
        self.assertEqual(self.run_it("--help").returncode, 2)


def code_of(source, index=0):
    return compiler.compile_source(source, "x.py")["codes"][index]


class OutputTest(unittest.TestCase):
    def test_the_smallest_program(self):
        self.assertEqual(code_of("")["code"], ["LOAD_CONST 0", "RETURN"])

    def test_names_go_where_python_puts_them(self):
        source = ("def f(a, b, *c, d=1, **e):\n"
                  "    x = a\n"
                  "    def g():\n"
                  "        nonlocal x\n"
                  "        return x, b, y\n")
        f, g = code_of(source, 1), code_of(source, 2)
        self.assertEqual(f["args"], ["a", "b"])
        self.assertEqual(f["kwonly"], ["d"])
        self.assertEqual((f["varargs"], f["varkw"]), ("c", "e"))
        self.assertEqual(f["locals"], ["a", "b", "d", "c", "e", "g"])
        self.assertEqual(sorted(f["cells"]), ["b", "x"])
        self.assertEqual(sorted(g["free"]), ["b", "x"])
        self.assertIn("LOAD_GLOBAL y", g["code"])

    def test_constants_are_kept_apart(self):
        consts = code_of("x = [1, 1.0, True, '1', b'1', None, 1, -0.0]")["consts"]
        self.assertEqual(consts, [1, {"float": "1.0"}, True, "1", {"bytes": "31"}, None,
                                  {"float": "0.0"}])

    def test_lines_follow_the_source(self):
        code = code_of("x = 1\n\ny = f(\n    2)\n")
        self.assertEqual([line for _, line in code["lines"]], [1, 3, 4, 3])

    def test_docstrings_and_bare_constants_vanish(self):
        self.assertEqual(code_of('"""Text."""\n...\n5\n')["code"], ["LOAD_CONST 0", "RETURN"])


class ModulesTest(unittest.TestCase):
    def test_a_program_tries_every_name_that_is_let_through(self):
        words = set()
        for path in glob.glob(os.path.join(TOP, "harness/tests/programs/module_names*.py")):
            with open(path) as file:
                words.update(re.findall(r"\w+", file.read()))
        for module, names in compiler.MODULES.items():
            self.assertEqual(set(names) - words, set(), module)


COMPILE_ALL = """
import hashlib, json, re, sys
sys.path.insert(0, sys.argv[1])
import compiler
digests = {}
for path in sys.argv[2:]:
    with open(path) as file:
        needs = re.search(r"^# needs: 3[.](\\d+)", file.read(), re.M)
    if needs is None or sys.version_info[1] >= int(needs.group(1)):
        program = json.dumps(compiler.compile_file(path), sort_keys=True)
        digests[path] = hashlib.sha256(program.encode()).hexdigest()
print(json.dumps(digests))
"""


class SameEverywhereTest(unittest.TestCase):
    """AIOSPEC_PYTHONS names more interpreters, as for the recorder."""

    def test_all_pythons_compile_alike(self):
        files = sorted(glob.glob(os.path.join(TOP, "harness/tests/programs/*.py"))
                       + glob.glob(os.path.join(TOP, "conformance/[A-Z]*/*.py")))
        self.assertGreater(len(files), 40)
        pythons = os.environ.get("AIOSPEC_PYTHONS", "").replace(":", " ").split()
        first = None
        for python in [sys.executable] + pythons:
            digests = json.loads(subprocess.check_output(
                [python, "-B", "-c", COMPILE_ALL, ORACLE] + files, universal_newlines=True))
            first = first or digests
            for path in set(first) & set(digests):
                self.assertEqual(first[path], digests[path], "%s: %s" % (python, path))


if __name__ == "__main__":
    unittest.main()
