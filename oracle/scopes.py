"""Where each name of a Scenario Python file lives.

CPython's symtable says the same, but its answers differ between versions
(comprehensions were scopes of their own up to 3.11 only), and a program must
not depend on the Python that compiled it.  So the rules stand here:

* a name bound in a function (a parameter, assigned, imported, ...) is local to it;
* used in an inner function, it becomes a cell there and free here;
* names of a class body live in its namespace and are invisible to its methods;
* everything else is global, then builtin.
"""
import ast

MODULE, FUNCTION, CLASS = "module", "function", "class"


class CompileError(Exception):
    """`path:line:column: text`: outside Scenario Python, and what to do about it."""

    def __init__(self, path, line, column, text):
        super().__init__("%s:%d:%d: %s" % (path, line, column, text))
        self.path, self.line, self.column, self.text = path, line, column, text


def refuse(path, node, text):
    if not text.startswith(("not Python", "outside")):
        text = "outside Scenario Python: " + text
    return CompileError(path, getattr(node, "lineno", 1), getattr(node, "col_offset", 0) + 1, text)


def describe(node):
    """A construct's name in words, for refusing it."""
    words = {
        "AsyncFor": "async for", "AsyncWith": "async with", "Await": "await",
        "AnnAssign": "an annotation: leave it out", "Match": "match: use if",
        "TypeAlias": "a type alias: leave it out", "TemplateStr": "a template string",
        "Interpolation": "a template string",
    }
    return words.get(type(node).__name__, "the construct " + type(node).__name__)


class Scope:
    """The names of one code object."""

    def __init__(self, kind, node, parent):
        self.kind = kind
        self.node = node
        self.parent = parent
        self.is_comprehension = False
        self.is_generator = False
        self.is_coroutine = False
        self.args, self.posonly, self.kwonly, self.varargs, self.varkw = [], 0, [], None, None
        self.bound = {}             # ordered: name -> True
        self.bound_otherwise = set()    # ... by something else than an import
        self.used = {}
        self.declared_global = set()
        self.declared_nonlocal = {}     # name -> node
        self.cells = {}
        self.free = {}

    def bind(self, name, by_import=False):
        self.bound[name] = True
        if not by_import:
            self.bound_otherwise.add(name)

    def is_local(self, name):
        return (name in self.bound and name not in self.declared_global
                and name not in self.declared_nonlocal)

    def place(self, name):
        """local, cell (also free ones), global, name or class-cell."""
        if self.kind == MODULE or name in self.declared_global:
            return "global"
        if self.kind == CLASS:
            if name in self.free:
                return "class-cell" if name not in self.declared_nonlocal else "cell"
            return "name"
        if name in self.cells or name in self.free:
            return "cell"
        return "local" if self.is_local(name) else "global"

    def parameters(self):
        extra = [name for name in (self.varargs, self.varkw) if name]
        return self.args + self.kwonly + extra

    def local_names(self):
        """Parameters first (also those that are cells), then the others as they appear."""
        if self.kind != FUNCTION:
            return []
        parameters = self.parameters()
        return parameters + [name for name in self.bound if name not in parameters
                             and self.is_local(name) and name not in self.cells]

    def cell_names(self):
        return list(self.cells)

    def free_names(self):
        return list(self.free)


def analyse(path, tree):
    """A dict from each node that has a scope of its own to its Scope."""
    collector = _Collector(path)
    collector.open(MODULE, tree, None)
    collector.statements(tree.body)
    for scope in collector.scopes.values():
        for name, node in scope.declared_nonlocal.items():
            if not _capture(scope, name):
                raise refuse(path, node, "no binding for nonlocal %s" % name)
        for name in scope.used:
            if not scope.is_local(name) and name not in scope.declared_global:
                _capture(scope, name)
    return collector.scopes


def _capture(scope, name):
    """Make `name` free in `scope` if an enclosing function binds it."""
    if scope.kind == MODULE:
        return False
    between = [scope]
    owner = scope.parent
    while owner.kind != MODULE:
        if owner.kind == FUNCTION and owner.is_local(name):
            break
        if owner.kind == FUNCTION and name in owner.declared_global:
            return False
        if owner.kind == CLASS and name == "__class__":
            break
        between.append(owner)
        owner = owner.parent
    else:
        return False
    owner.cells[name] = True
    for one in between:
        one.free[name] = True
    return True


class _Collector(ast.NodeVisitor):
    """Collects, scope by scope, which names are bound and which are used."""

    def __init__(self, path):
        self.path = path
        self.scopes = {}
        self.scope = None

    def open(self, kind, node, parent):
        self.scope = self.scopes[node] = Scope(kind, node, parent)
        return self.scope

    def statements(self, body):
        for statement in body:
            self.visit(statement)

    def inside(self, kind, node, work):
        outer = self.scope
        self.open(kind, node, outer)
        work()
        self.scope = outer

    def check(self, name, node):
        if name.startswith("__") and not name.endswith("__") and self.in_class():
            raise refuse(self.path, node, "the private name %s in a class: use one underscore"
                         % name)

    def in_class(self):
        scope = self.scope
        while scope is not None:
            if scope.kind == CLASS:
                return True
            scope = scope.parent
        return False

    def bind(self, name, node, by_import=False):
        self.check(name, node)
        self.scope.bind(name, by_import)

    def visit_Name(self, node):
        self.check(node.id, node)
        if isinstance(node.ctx, ast.Load):
            self.scope.used[node.id] = True
            if node.id == "super" and self.scope.kind == FUNCTION and self.in_class():
                self.scope.used["__class__"] = True
        else:
            self.scope.bind(node.id)

    def visit_Attribute(self, node):
        self.check(node.attr, node)
        self.visit(node.value)

    def visit_Global(self, node):
        for name in node.names:
            if name in self.scope.bound or name in self.scope.used:
                raise refuse(self.path, node, "%s is used before its global declaration" % name)
            self.scope.declared_global.add(name)

    def visit_Nonlocal(self, node):
        for name in node.names:
            if name in self.scope.bound or name in self.scope.used:
                raise refuse(self.path, node, "%s is used before its nonlocal declaration" % name)
            self.scope.declared_nonlocal[name] = node

    def visit_Import(self, node):
        for alias in node.names:
            self.bind(alias.asname or alias.name, node, by_import=True)

    def visit_ImportFrom(self, node):
        for alias in node.names:
            if alias.name == "*":
                raise refuse(self.path, node, "import *: name what you need")
            self.bind(alias.asname or alias.name, node)

    def visit_ExceptHandler(self, node):
        if node.type is not None:
            self.visit(node.type)
        if node.name is not None:
            self.bind(node.name, node)
        self.statements(node.body)

    def visit_FunctionDef(self, node):
        for decorator in node.decorator_list:
            self.visit(decorator)
        if node.returns is not None:
            raise refuse(self.path, node.returns, "an annotation: leave it out")
        self.bind(node.name, node)
        self.function(node, node.args, lambda: self.statements(node.body))

    def visit_AsyncFunctionDef(self, node):
        self.visit_FunctionDef(node)
        self.scopes[node].is_coroutine = True
        if self.scopes[node].is_generator:
            raise refuse(self.path, node, "an asynchronous generator")

    def visit_Await(self, node):
        """Also `async for` and `async with`: only inside a coroutine; a comprehension becomes one."""
        scope = self.scope
        while scope.is_comprehension:
            if scope.is_generator:
                raise refuse(self.path, node, "an asynchronous generator expression")
            scope.is_coroutine = True
            scope = scope.parent
        if not isinstance(scope.node, ast.AsyncFunctionDef):
            raise refuse(self.path, node, "not Python: await outside async function")
        self.generic_visit(node)

    visit_AsyncFor = visit_AsyncWith = visit_Await

    def visit_Lambda(self, node):
        self.function(node, node.args, lambda: self.visit(node.body))

    def function(self, node, args, work):
        for default in args.defaults + [one for one in args.kw_defaults if one is not None]:
            self.visit(default)

        def parameters():
            scope = self.scope
            positional = args.posonlyargs + args.args
            for arg in positional + args.kwonlyargs + [args.vararg, args.kwarg]:
                if arg is not None and arg.annotation is not None:
                    raise refuse(self.path, arg.annotation, "an annotation: leave it out")
            scope.args = [arg.arg for arg in positional]
            scope.posonly = len(args.posonlyargs)
            scope.kwonly = [arg.arg for arg in args.kwonlyargs]
            scope.varargs = args.vararg and args.vararg.arg
            scope.varkw = args.kwarg and args.kwarg.arg
            for name in scope.parameters():
                self.bind(name, node)
            work()
        self.inside(FUNCTION, node, parameters)

    def visit_YieldFrom(self, node):
        if isinstance(self.scope.node, ast.AsyncFunctionDef):
            raise refuse(self.path, node, "not Python: 'yield from' inside async function")
        self.visit_Yield(node)

    def visit_ClassDef(self, node):
        for part in node.decorator_list + node.bases:
            self.visit(part)
        self.bind(node.name, node)
        self.inside(CLASS, node, lambda: self.statements(node.body))

    def visit_Yield(self, node):
        if self.scope.kind != FUNCTION or self.scope.is_comprehension:
            raise refuse(self.path, node, "yield outside a function")
        self.scope.is_generator = True
        self.generic_visit(node)

    def comprehension(self, node):
        # The first iterable belongs to the surrounding scope, all the rest to a new one.
        self.visit(node.generators[0].iter)

        def work():
            scope = self.scope
            scope.is_comprehension = True
            scope.is_generator = isinstance(node, ast.GeneratorExp)
            scope.args = [".0"]
            scope.bind(".0")
            for number, generator in enumerate(node.generators):
                if generator.is_async:
                    self.visit_Await(ast.copy_location(ast.Pass(), node))
                if number:
                    self.visit(generator.iter)
                self.visit(generator.target)
                for condition in generator.ifs:
                    self.visit(condition)
            if isinstance(node, ast.DictComp):
                self.visit(node.key)
                self.visit(node.value)
            else:
                self.visit(node.elt)
        self.inside(FUNCTION, node, work)

    visit_ListComp = visit_SetComp = visit_DictComp = visit_GeneratorExp = comprehension
