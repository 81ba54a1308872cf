"""Compiles Scenario Python for the C virtual machine.

The language is in spec/scenario-python.md, the output in spec/program-format.md.

    python3 oracle/compiler.py FILE...      prints one program (JSON) for each file

Three steps: `ast` parses, `scopes.analyse` decides where each name lives, `_Code`
emits instructions for one function at a time.  The output depends on the
source alone, never on the Python that compiles: whatever differs between
versions of `ast` (subscripts, positions inside f-strings) is evened out here.
"""
import ast
import json
import sys
import warnings

import scopes
from scopes import CompileError, refuse, MODULE, FUNCTION, CLASS

FORMAT = 2

# What the virtual machine's modules offer; harness/vm/module_*.c define the same names.
MODULES = {
    "asyncio": (
        "new_event_loop get_running_loop get_event_loop set_event_loop isfuture Handle "
        "TimerHandle Future AbstractEventLoop CancelledError InvalidStateError "
        "TimeoutError Task create_task current_task all_tasks ensure_future iscoroutine "
        "iscoroutinefunction eager_task_factory create_eager_task_factory sleep gather wait "
        "FIRST_COMPLETED FIRST_EXCEPTION ALL_COMPLETED wait_for as_completed shield timeout "
        "timeout_at Timeout TaskGroup run Runner Lock Event Condition Semaphore "
        "BoundedSemaphore Barrier BrokenBarrierError Queue PriorityQueue LifoQueue QueueEmpty "
        "QueueFull QueueShutDown run_coroutine_threadsafe wrap_future to_thread").split(),
    "contextvars": "ContextVar Context Token copy_context".split(),
    "scenario": (
        "log socketpair in_thread start_thread pause thread_name capture_logging "
        "capture_warnings collect raise_signal polls "
        "SIGCHLD SIGHUP SIGINT SIGKILL SIGSTOP SIGTERM SIGUSR1 SIGUSR2 SIGWINCH").split(),
}

# Builtins that Python has and the virtual machine has not.
MISSING_BUILTINS = set((
    "print open input eval exec compile globals locals vars dir help breakpoint memoryview "
    "bytearray complex frozenset format ascii hex oct bin __import__").split())

BINARY = {
    ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.Div: "/", ast.FloorDiv: "//", ast.Mod: "%",
    ast.Pow: "**", ast.LShift: "<<", ast.RShift: ">>", ast.BitAnd: "&", ast.BitOr: "|",
    ast.BitXor: "^",
}
UNARY = {ast.UAdd: "+", ast.USub: "-", ast.Invert: "~", ast.Not: "not"}
COMPARE = {
    ast.Eq: "==", ast.NotEq: "!=", ast.Lt: "<", ast.LtE: "<=", ast.Gt: ">", ast.GtE: ">=",
    ast.Is: "is", ast.IsNot: "is-not", ast.In: "in", ast.NotIn: "not-in",
}
INT_MIN, INT_MAX = -2 ** 63, 2 ** 63 - 1


class _Label:
    """A place in the instructions; known once `_Code.place` was called."""

    def __init__(self):
        self.index = None


class _Block:
    """Something that a return, break or continue has to undo on its way out."""

    def __init__(self, kind, **details):
        self.kind = kind
        self.__dict__.update(details)


class _Code:
    """One code object being emitted: a module, function, lambda, class body or comprehension."""

    def __init__(self, program, scope, name, qualname, line):
        self.program = program
        self.path = program.path
        self.scope = scope
        self.name = name
        self.qualname = qualname
        self.first_line = self.line = line
        self.pinned = False     # inside an f-string: positions there differ between versions
        self.instructions = []  # [mnemonic, operand...]; an operand may be a _Label
        self.lines = []
        self.consts = []
        self.const_index = {}
        self.blocks = []
        self.index = program.add(self)

    # ---- emitting ----------------------------------------------------------

    def emit(self, mnemonic, *operands):
        if not self.lines or self.lines[-1][1] != self.line:
            self.lines.append([len(self.instructions), self.line])
        self.instructions.append([mnemonic, *operands])

    def place(self, label):
        label.index = len(self.instructions)

    def const(self, value):
        key = json.dumps(value, sort_keys=True)
        if key not in self.const_index:
            self.const_index[key] = len(self.consts)
            self.consts.append(value)
        return self.const_index[key]

    def load_none(self):
        self.emit("LOAD_CONST", self.const(None))

    def at(self, node):
        if not self.pinned and hasattr(node, "lineno"):
            self.line = node.lineno

    def refuse(self, node, text):
        raise refuse(self.path, node, text)

    def as_json(self):
        def word(operand):
            return str(operand.index if isinstance(operand, _Label) else operand)
        scope = self.scope
        return {
            "name": self.name, "qualname": self.qualname, "line": self.first_line,
            "args": scope.args, "posonly": scope.posonly, "kwonly": scope.kwonly,
            "varargs": scope.varargs, "varkw": scope.varkw,
            "locals": scope.local_names(), "cells": scope.cell_names(),
            "free": scope.free_names(),
            "generator": scope.is_generator, "coroutine": scope.is_coroutine,
            "class": scope.kind == CLASS,
            "consts": self.consts,
            "code": [" ".join(map(word, one)) for one in self.instructions],
            "lines": self.lines,
        }

    # ---- names -------------------------------------------------------------

    def name_op(self, action, name, node=None):
        """LOAD, STORE or DELETE `name`, wherever the analysis put it."""
        if action == "LOAD" and name in MISSING_BUILTINS and node is not None \
                and not self.program.binds(name):
            self.refuse(node, "the builtin %s is not in Scenario Python" % name)
        place = self.scope.place(name)
        if place == "class-cell":
            place = "class_cell" if action == "LOAD" else "name"
        self.emit("%s_%s" % (action, place.upper()), name)

    # ---- statements --------------------------------------------------------

    def body(self, statements):
        for statement in statements:
            self.at(statement)
            method = getattr(self, "do_" + type(statement).__name__, None)
            if method is None:
                self.refuse(statement, scopes.describe(statement))
            method(statement)

    def do_Expr(self, node):
        if isinstance(node.value, ast.Constant):
            return
        self.expr(node.value)
        self.emit("POP")

    def do_Pass(self, node):
        pass

    def do_Global(self, node):
        pass

    do_Nonlocal = do_Global

    def do_Assign(self, node):
        self.expr(node.value)
        for target in node.targets[:-1]:
            self.emit("DUP")
            self.store(target)
        self.store(node.targets[-1])

    def store(self, target):
        """Assign the value on the stack's top to `target`."""
        if isinstance(target, ast.Name):
            self.name_op("STORE", target.id)
        elif isinstance(target, ast.Attribute):
            self.expr(target.value)
            self.at(target)
            self.emit("STORE_ATTR", target.attr)
        elif isinstance(target, ast.Subscript):
            self.expr(target.value)
            self.index_of(target)
            self.at(target)
            self.emit("STORE_ITEM")
        elif isinstance(target, (ast.Tuple, ast.List)):
            self.unpack(target)
        else:
            self.refuse(target, scopes.describe(target))

    def unpack(self, target):
        stars = [i for i, one in enumerate(target.elts) if isinstance(one, ast.Starred)]
        if len(stars) > 1:
            self.refuse(target, "two starred targets in one assignment")
        if stars:
            self.emit("UNPACK_EX", stars[0], len(target.elts) - stars[0] - 1)
        else:
            self.emit("UNPACK", len(target.elts))
        for one in target.elts:
            self.store(one.value if isinstance(one, ast.Starred) else one)

    def do_AugAssign(self, node):
        if type(node.op) not in BINARY:
            self.refuse(node, "this operator is not in Scenario Python")
        target = node.target
        if isinstance(target, ast.Name):
            self.name_op("LOAD", target.id, target)
        elif isinstance(target, ast.Attribute):
            self.expr(target.value)
            self.emit("DUP")
            self.emit("LOAD_ATTR", target.attr)
        else:
            self.expr(target.value)
            self.index_of(target)
            self.emit("DUP2")
            self.emit("LOAD_ITEM")
        self.expr(node.value)
        self.at(node)
        self.emit("INPLACE", BINARY[type(node.op)])
        if isinstance(target, ast.Name):
            self.name_op("STORE", target.id)
        elif isinstance(target, ast.Attribute):
            self.emit("ROT2")
            self.emit("STORE_ATTR", target.attr)
        else:
            self.emit("ROT3")
            self.emit("STORE_ITEM")

    def do_Delete(self, node):
        for target in node.targets:
            self.delete(target)

    def delete(self, target):
        if isinstance(target, ast.Name):
            self.name_op("DELETE", target.id)
        elif isinstance(target, ast.Attribute):
            self.expr(target.value)
            self.emit("DELETE_ATTR", target.attr)
        elif isinstance(target, ast.Subscript):
            self.expr(target.value)
            self.index_of(target)
            self.emit("DELETE_ITEM")
        else:
            for one in target.elts:
                self.delete(one)

    def do_Assert(self, node):
        passed = _Label()
        self.expr(node.test)
        self.emit("JUMP_IF_TRUE", passed)
        self.emit("LOAD_ASSERTION_ERROR")
        if node.msg is not None:
            self.expr(node.msg)
            self.emit("CALL", 1)
        self.emit("RAISE", 1)
        self.place(passed)

    def do_Raise(self, node):
        count = 0
        for part in (node.exc, node.cause):
            if part is not None:
                self.expr(part)
                count += 1
        self.at(node)
        self.emit("RAISE", count)

    def do_Import(self, node):
        for alias in node.names:
            if alias.name not in MODULES:
                self.refuse(node, "import of %s; only %s" % (alias.name, ", ".join(MODULES)))
            self.emit("IMPORT", alias.name)
            self.name_op("STORE", alias.asname or alias.name)

    def do_ImportFrom(self, node):
        if node.level or node.module not in MODULES:
            self.refuse(node, "import from %s; only %s" % (
                "." * node.level + (node.module or ""), ", ".join(MODULES)))
        self.emit("IMPORT", node.module)
        for alias in node.names:
            self.program.check_member(node, node.module, alias.name)
            self.emit("IMPORT_FROM", alias.name)
            self.name_op("STORE", alias.asname or alias.name)
        self.emit("POP")

    # ---- control flow ------------------------------------------------------

    def do_If(self, node):
        otherwise, end = _Label(), _Label()
        self.expr(node.test)
        self.emit("JUMP_IF_FALSE", otherwise)
        self.body(node.body)
        if node.orelse:
            self.emit("JUMP", end)
        self.place(otherwise)
        self.body(node.orelse)
        self.place(end)

    def do_While(self, node):
        start, otherwise, end = _Label(), _Label(), _Label()
        self.place(start)
        self.at(node)
        self.expr(node.test)
        self.emit("JUMP_IF_FALSE", otherwise)
        self.rest_of_loop(node, "while", start, otherwise, end)

    def do_For(self, node):
        start, otherwise, end = _Label(), _Label(), _Label()
        self.expr(node.iter)
        self.emit("GET_ITER")
        self.place(start)
        self.at(node)
        self.emit("FOR_ITER", otherwise)
        self.store(node.target)
        self.rest_of_loop(node, "for", start, otherwise, end)

    def do_AsyncFor(self, node):
        start, otherwise, end = _Label(), _Label(), _Label()
        self.expr(node.iter)
        self.emit("GET_AITER")
        self.place(start)
        self.at(node)
        self.next_of_async(otherwise)
        self.store(node.target)
        self.rest_of_loop(node, "for", start, otherwise, end)

    def next_of_async(self, otherwise):
        """The next item of the asynchronous iterator on the stack; at its end, go to `otherwise`
        without it."""
        handler, ended, got = _Label(), _Label(), _Label()
        self.emit("TRY", handler, 0)
        self.emit("GET_ANEXT")
        self.await_top(3)
        self.emit("POP_TRY")
        self.emit("JUMP", got)
        self.place(handler)
        self.emit("IS_ASYNC_END")
        self.emit("JUMP_IF_TRUE", ended)
        self.emit("RERAISE")
        self.place(ended)
        self.emit("POP")
        self.emit("POP_HANDLER")
        self.emit("POP")
        self.emit("JUMP", otherwise)
        self.place(got)

    def rest_of_loop(self, node, kind, start, otherwise, end):
        """What `while` and `for` share: the body, the way back, and the else branch."""
        self.blocks.append(_Block(kind, start=start, end=end))
        self.body(node.body)
        self.blocks.pop()
        self.at(node)
        self.emit("JUMP", start)
        self.place(otherwise)
        self.body(node.orelse)
        self.place(end)

    def undo(self, block, keeps_value):
        """Leave `block`; with keeps_value the stack's top is a return value that stays."""
        def pop():
            if keeps_value:
                self.emit("ROT2")
            self.emit("POP")
        if block.kind == "for":
            pop()
        elif block.kind == "value":
            pop()
        elif block.kind == "try":
            self.emit("POP_TRY")
        elif block.kind == "handler":
            self.emit("POP_HANDLER")
        elif block.kind == "named":
            self.emit("POP_TRY")
            self.forget(block.name)
        elif block.kind == "with":
            self.emit("POP_TRY")
            if keeps_value:
                self.emit("ROT2")
            self.emit("WITH_EXIT")
        elif block.kind == "async-with":
            self.emit("POP_TRY")
            if keeps_value:
                self.emit("ROT2")
            self.emit("CALL_EXIT")
            self.await_top(2)
            self.emit("POP")
        elif block.kind == "finally":
            self.emit("POP_TRY")
            if keeps_value:
                self.blocks.append(_Block("value"))
            line = self.line
            self.body(block.body)
            self.line = line
            if keeps_value:
                self.blocks.pop()
        elif block.kind == "finally-handler":
            self.emit("POP_HANDLER")
            pop()

    def leave(self, wanted, keeps_value):
        """Undo blocks, innermost first, down to one of the `wanted` kinds; returns that one."""
        saved = self.blocks
        found = None
        while self.blocks:
            block = self.blocks[-1]
            if block.kind in wanted:
                found = block
                break
            if block.kind == "star":
                raise refuse(self.path, block.node, "not Python: 'break', 'continue' and 'return' "
                             "cannot appear in an except* block")
            # What a finally body does on its way is outside the block it belongs to.
            self.blocks = self.blocks[:-1]
            self.undo(block, keeps_value)
        self.blocks = saved
        return found

    def do_Return(self, node):
        if self.scope.kind != FUNCTION:
            self.refuse(node, "return outside a function")
        if node.value is None:
            self.load_none()
        else:
            self.expr(node.value)
        self.at(node)
        self.leave((), True)
        self.emit("RETURN")

    def do_Break(self, node):
        block = self.leave(("for", "while"), False)
        if block is None:
            self.refuse(node, "break outside a loop")
        if block.kind == "for":
            self.emit("POP")
        self.emit("JUMP", block.end)

    def do_Continue(self, node):
        block = self.leave(("for", "while"), False)
        if block is None:
            self.refuse(node, "continue outside a loop")
        self.emit("JUMP", block.start)

    # ---- exceptions --------------------------------------------------------

    def do_Try(self, node):
        if not node.finalbody:
            self.try_except(node)
            return
        handler, end = _Label(), _Label()
        self.emit("TRY", handler, 0)
        self.blocks.append(_Block("finally", body=node.finalbody))
        if node.handlers:
            self.try_except(node)
        else:
            self.body(node.body)
        self.blocks.pop()
        self.emit("POP_TRY")
        self.body(node.finalbody)
        self.emit("JUMP", end)
        self.place(handler)
        self.blocks.append(_Block("finally-handler"))
        self.body(node.finalbody)
        self.blocks.pop()
        self.emit("RERAISE")
        self.place(end)

    def try_except(self, node):
        handler, end = _Label(), _Label()
        self.emit("TRY", handler, 0)
        self.blocks.append(_Block("try"))
        self.body(node.body)
        self.blocks.pop()
        self.emit("POP_TRY")
        self.body(node.orelse)
        self.emit("JUMP", end)
        self.place(handler)
        for clause in node.handlers:
            self.except_clause(clause, end)
        self.emit("RERAISE")
        self.place(end)

    def except_clause(self, clause, end):
        following = _Label()
        self.at(clause)
        if clause.type is not None:
            self.emit("DUP")
            self.expr(clause.type)
            self.emit("MATCH_EXCEPTION")
            self.emit("JUMP_IF_FALSE", following)
        self.blocks.append(_Block("handler"))
        if clause.name is None:
            self.emit("POP")
            self.body(clause.body)
        else:
            self.named_handler(clause)
        self.blocks.pop()
        self.emit("POP_HANDLER")
        self.emit("JUMP", end)
        self.place(following)

    def named_handler(self, clause):
        """`except E as name`: the name goes away however the body is left."""
        cleanup, done = _Label(), _Label()
        self.name_op("STORE", clause.name)
        self.emit("TRY", cleanup, 0)
        self.blocks.append(_Block("named", name=clause.name))
        self.body(clause.body)
        self.blocks.pop()
        self.emit("POP_TRY")
        self.forget(clause.name)
        self.emit("JUMP", done)
        self.place(cleanup)
        self.forget(clause.name)
        self.emit("RERAISE")
        self.place(done)

    def forget(self, name):
        # The body may have deleted the name itself: assign first.
        self.load_none()
        self.name_op("STORE", name)
        self.name_op("DELETE", name)

    def do_With(self, node, first=0):
        if first == len(node.items):
            self.body(node.body)
            return
        item = node.items[first]
        handler, swallowed, end = _Label(), _Label(), _Label()
        self.expr(item.context_expr)
        self.emit("WITH_ENTER")
        self.emit("TRY", handler, 1)    # the handler finds only the exit function
        self.blocks.append(_Block("with"))
        if item.optional_vars is None:
            self.emit("POP")
        else:
            self.store(item.optional_vars)
        self.do_With(node, first + 1)
        self.blocks.pop()
        self.at(node)
        self.emit("POP_TRY")
        self.emit("WITH_EXIT")
        self.emit("JUMP", end)
        self.place(handler)
        self.emit("WITH_EXCEPT")
        self.emit("JUMP_IF_TRUE", swallowed)
        self.emit("RERAISE")
        self.place(swallowed)
        self.emit("POP")
        self.emit("POP_HANDLER")
        self.emit("POP")
        self.place(end)

    def do_AsyncWith(self, node, first=0):
        if first == len(node.items):
            self.body(node.body)
            return
        item = node.items[first]
        handler, swallowed, end = _Label(), _Label(), _Label()
        self.expr(item.context_expr)
        self.at(node)
        self.emit("ASYNC_WITH_ENTER")
        self.await_top(1)
        self.emit("TRY", handler, 1)    # the handler finds only the exit function
        self.blocks.append(_Block("async-with"))
        if item.optional_vars is None:
            self.emit("POP")
        else:
            self.store(item.optional_vars)
        self.do_AsyncWith(node, first + 1)
        self.blocks.pop()
        self.at(node)
        self.emit("POP_TRY")
        self.emit("CALL_EXIT")
        self.await_top(2)
        self.emit("POP")
        self.emit("JUMP", end)
        self.place(handler)
        self.emit("CALL_EXIT_RAISED")
        self.await_top(2)
        self.emit("JUMP_IF_TRUE", swallowed)
        self.emit("RERAISE")
        self.place(swallowed)
        self.emit("POP")
        self.emit("POP_HANDLER")
        self.emit("POP")
        self.place(end)

    # ---- exception groups --------------------------------------------------

    def do_TryStar(self, node):
        if not node.finalbody:
            self.try_star(node)
            return
        inner = ast.copy_location(type(node)(node.body, node.handlers, node.orelse, []), node)
        self.do_Try(ast.copy_location(ast.Try([inner], [], [], node.finalbody), node))

    def try_star(self, node):
        """Each clause takes its part of the group; what is left, or raised, goes on together.

        In the handler the stack holds: the exception, the list of what clauses raised, the rest.
        """
        handler, end = _Label(), _Label()
        self.emit("TRY", handler, 0)
        self.blocks.append(_Block("try"))
        self.body(node.body)
        self.blocks.pop()
        self.emit("POP_TRY")
        self.body(node.orelse)
        self.emit("JUMP", end)
        self.place(handler)
        self.emit("GROUP_BEGIN")
        for clause in node.handlers:
            self.star_clause(clause)
        self.emit("GROUP_END")
        self.place(end)

    def star_clause(self, clause):
        following, raised, unmatched = _Label(), _Label(), _Label()
        self.at(clause)
        self.expr(clause.type)
        self.emit("GROUP_MATCH", unmatched)     # pushes the part; handled meanwhile
        self.emit("TRY", raised, 1)             # the handler finds neither part nor name
        self.blocks.append(_Block("star", node=clause))
        if clause.name is None:
            self.emit("POP")
            self.body(clause.body)
        else:
            self.name_op("STORE", clause.name)
            self.body(clause.body)
        self.blocks.pop()
        self.emit("POP_TRY")
        if clause.name is not None:
            self.forget(clause.name)
        self.emit("JUMP", following)
        self.place(raised)
        if clause.name is not None:
            self.forget(clause.name)
        self.emit("GROUP_RAISED")
        self.emit("POP_HANDLER")
        self.place(following)
        self.place(unmatched)

    # ---- functions and classes ---------------------------------------------

    def do_FunctionDef(self, node):
        if getattr(node, "type_params", None):
            self.refuse(node, "type parameters")
        for decorator in node.decorator_list:
            self.expr(decorator)
        self.at(node)
        self.function(node, node.name, node.args, node.body)
        for decorator in node.decorator_list:
            self.emit("CALL", 1)
        self.name_op("STORE", node.name)

    do_AsyncFunctionDef = do_FunctionDef

    def child(self, node, name):
        scope = self.program.scope_of[node]
        inner = "" if self.scope.kind == MODULE else \
            self.qualname + ("." if self.scope.kind == CLASS else ".<locals>.")
        # A name declared global is global in its qualified name too.
        if self.scope.kind != MODULE and self.scope.place(name) == "global" \
                and name in self.scope.declared_global:
            inner = ""
        line = self.line if self.pinned else getattr(node, "lineno", self.line)
        return _Code(self.program, scope, name, inner + name, line)

    def function(self, node, name, args, body):
        flags = 0
        if args.defaults:
            for default in args.defaults:
                self.expr(default)
            self.emit("BUILD_TUPLE", len(args.defaults))
            flags |= 1
        if any(default is not None for default in args.kw_defaults):
            count = 0
            for arg, default in zip(args.kwonlyargs, args.kw_defaults):
                if default is not None:
                    self.emit("LOAD_CONST", self.const(arg.arg))
                    self.expr(default)
                    count += 1
            self.emit("BUILD_DICT", count)
            flags |= 2
        code = self.child(node, name)
        code.pinned = self.pinned
        if isinstance(body, list):
            code.body(body)
            code.load_none()
        else:
            code.expr(body)
        code.emit("RETURN")
        self.make_function(code, flags)

    def make_function(self, code, flags):
        free = code.scope.free_names()
        if free:
            for name in free:
                self.emit("LOAD_CLOSURE", name)
            self.emit("BUILD_TUPLE", len(free))
            flags |= 4
        self.emit("LOAD_CONST", self.const({"code": code.index}))
        self.emit("MAKE_FUNCTION", flags)

    def do_ClassDef(self, node):
        if node.keywords:
            self.refuse(node, "keywords of a class (metaclasses)")
        if len(node.bases) > 1:
            self.refuse(node, "multiple inheritance")
        if getattr(node, "type_params", None):
            self.refuse(node, "type parameters")
        for decorator in node.decorator_list:
            self.expr(decorator)
        self.at(node)
        code = self.child(node, node.name)
        code.body(node.body)
        if "__class__" in code.scope.cells:
            code.emit("LOAD_CLOSURE", "__class__")
        else:
            code.load_none()
        code.emit("RETURN")
        self.make_function(code, 0)
        for base in node.bases:
            self.expr(base)
        self.at(node)
        self.emit("MAKE_CLASS", len(node.bases))
        for decorator in node.decorator_list:
            self.emit("CALL", 1)
        self.name_op("STORE", node.name)

    # ---- expressions -------------------------------------------------------

    def expr(self, node):
        self.at(node)
        method = getattr(self, "on_" + type(node).__name__, None)
        if method is None:
            self.refuse(node, scopes.describe(node))
        method(node)

    def on_Constant(self, node):
        self.emit("LOAD_CONST", self.const(self.constant(node)))

    def constant(self, node):
        value = node.value
        if value is None or isinstance(value, bool):
            return value
        if isinstance(value, int):
            if not INT_MIN <= value <= INT_MAX:
                self.refuse(node, "an integer of more than 64 bits")
            return value
        if isinstance(value, float):
            return {"float": repr(value)}
        if isinstance(value, bytes):
            return {"bytes": value.hex()}
        if isinstance(value, str):
            if any(0xD800 <= ord(c) <= 0xDFFF for c in value):
                self.refuse(node, "a lone surrogate in a string")
            return value
        if value is Ellipsis:
            return {"ellipsis": True}
        self.refuse(node, "a constant of type %s" % type(value).__name__)

    def on_Name(self, node):
        self.name_op("LOAD", node.id, node)

    def on_Attribute(self, node):
        self.expr(node.value)
        if isinstance(node.value, ast.Name) and self.program.modules.get(node.value.id):
            self.program.check_member(node, self.program.modules[node.value.id], node.attr)
        self.at(node)
        self.emit("LOAD_ATTR", node.attr)

    def on_Subscript(self, node):
        self.expr(node.value)
        self.index_of(node)
        self.at(node)
        self.emit("LOAD_ITEM")

    def index_of(self, node):
        index = node.slice
        if type(index).__name__ == "Index":         # 3.8
            index = index.value
        if isinstance(index, ast.Slice):
            for part in (index.lower, index.upper, index.step):
                if part is None:
                    self.load_none()
                else:
                    self.expr(part)
            self.emit("BUILD_SLICE")
        elif type(index).__name__ == "ExtSlice":    # 3.8
            self.refuse(node, "a slice inside a tuple index")
        else:
            self.expr(index)

    def on_BinOp(self, node):
        if type(node.op) not in BINARY:
            self.refuse(node, "this operator is not in Scenario Python")
        self.expr(node.left)
        self.expr(node.right)
        self.at(node)
        self.emit("BINARY", BINARY[type(node.op)])

    def on_UnaryOp(self, node):
        operand = node.operand
        if isinstance(node.op, ast.USub) and isinstance(operand, ast.Constant) \
                and type(operand.value) is int and operand.value == -INT_MIN:
            self.emit("LOAD_CONST", self.const(INT_MIN))
            return
        self.expr(operand)
        self.emit("UNARY", UNARY[type(node.op)])

    def on_BoolOp(self, node):
        end = _Label()
        jump = "JUMP_IF_FALSE_KEEP" if isinstance(node.op, ast.And) else "JUMP_IF_TRUE_KEEP"
        for one in node.values[:-1]:
            self.expr(one)
            self.emit(jump, end)
        self.expr(node.values[-1])
        self.place(end)

    def on_Compare(self, node):
        self.expr(node.left)
        pairs = list(zip(node.ops, node.comparators))
        cleanup, end = _Label(), _Label()
        for op, right in pairs[:-1]:
            self.expr(right)
            self.emit("DUP")
            self.emit("ROT3")
            self.emit("COMPARE", COMPARE[type(op)])
            self.emit("JUMP_IF_FALSE_KEEP", cleanup)
        op, right = pairs[-1]
        self.expr(right)
        self.at(node)
        self.emit("COMPARE", COMPARE[type(op)])
        if len(pairs) > 1:
            self.emit("JUMP", end)
            self.place(cleanup)
            self.emit("ROT2")
            self.emit("POP")
            self.place(end)

    def on_IfExp(self, node):
        otherwise, end = _Label(), _Label()
        self.expr(node.test)
        self.emit("JUMP_IF_FALSE", otherwise)
        self.expr(node.body)
        self.emit("JUMP", end)
        self.place(otherwise)
        self.expr(node.orelse)
        self.place(end)

    def on_NamedExpr(self, node):
        if self.scope.is_comprehension:
            self.refuse(node, "an assignment expression inside a comprehension")
        self.expr(node.value)
        self.emit("DUP")
        self.store(node.target)

    def on_Lambda(self, node):
        self.function(node, "<lambda>", node.args, node.body)

    def on_Yield(self, node):
        if node.value is None:
            self.load_none()
        else:
            self.expr(node.value)
        self.at(node)
        self.emit("YIELD")

    def on_YieldFrom(self, node):
        self.expr(node.value)
        self.at(node)
        self.emit("GET_ITER")
        self.load_none()
        self.emit("AWAIT")

    def on_Await(self, node):
        self.expr(node.value)
        self.at(node)
        self.await_top()

    def await_top(self, gave=0):
        """Await the value on the stack's top; its result takes the place.

        Which method gave it, for the error message: 0 none, 1 __aenter__, 2 __aexit__, 3 __anext__.
        """
        self.emit("GET_AWAITABLE", gave)
        self.load_none()
        self.emit("AWAIT")

    def on_Tuple(self, node):
        self.sequence(node, "TUPLE")

    def on_List(self, node):
        self.sequence(node, "LIST")

    def on_Set(self, node):
        self.sequence(node, "SET")

    def sequence(self, node, kind):
        if not any(isinstance(one, ast.Starred) for one in node.elts):
            for one in node.elts:
                self.expr(one)
            self.emit("BUILD_" + kind, len(node.elts))
            return
        collect = "SET" if kind == "SET" else "LIST"
        self.starred(node.elts, collect)
        if kind == "TUPLE":
            self.emit("LIST_TO_TUPLE")

    def starred(self, nodes, kind):
        """Push one list (or set) of all the values, starred ones spread out."""
        self.emit("BUILD_" + kind, 0)
        for one in nodes:
            if isinstance(one, ast.Starred):
                self.expr(one.value)
                self.emit(kind + "_EXTEND")
            else:
                self.expr(one)
                self.emit(kind + "_ADD", 1)

    def on_Dict(self, node):
        if all(key is not None for key in node.keys):
            for key, value in zip(node.keys, node.values):
                self.expr(key)
                self.expr(value)
            self.emit("BUILD_DICT", len(node.keys))
            return
        self.emit("BUILD_DICT", 0)
        for key, value in zip(node.keys, node.values):
            if key is None:
                self.expr(value)
                self.emit("DICT_UPDATE")
            else:
                self.expr(key)
                self.expr(value)
                self.emit("DICT_ADD", 1)

    def on_Starred(self, node):
        self.refuse(node, "a starred expression here")

    def on_Call(self, node):
        zero_super = isinstance(node.func, ast.Name) and node.func.id == "super" \
            and not node.args and not node.keywords
        self.expr(node.func)
        if zero_super:
            if not self.scope.args or self.scope.place("__class__") != "cell":
                self.refuse(node, "super() outside a method")
            self.name_op("LOAD", "__class__")
            self.name_op("LOAD", self.scope.args[0])
            self.emit("CALL", 2)
            return
        if any(isinstance(one, ast.Starred) for one in node.args) \
                or any(keyword.arg is None for keyword in node.keywords):
            self.call_spread(node)
            return
        for one in node.args:
            self.expr(one)
        for keyword in node.keywords:
            self.expr(keyword.value)
        self.at(node)
        count = len(node.args) + len(node.keywords)
        if node.keywords:
            names = {"tuple": [keyword.arg for keyword in node.keywords]}
            self.emit("CALL_KW", count, self.const(names))
        else:
            self.emit("CALL", count)

    def call_spread(self, node):
        self.starred(node.args, "LIST")
        if node.keywords:
            self.emit("BUILD_DICT", 0)
            for keyword in node.keywords:
                if keyword.arg is None:
                    self.expr(keyword.value)
                    self.emit("DICT_MERGE")
                else:
                    self.emit("LOAD_CONST", self.const(keyword.arg))
                    self.expr(keyword.value)
                    self.emit("DICT_ADD", 1)
        self.at(node)
        self.emit("CALL_SPREAD", 1 if node.keywords else 0)

    # ---- f-strings ---------------------------------------------------------

    def on_JoinedStr(self, node):
        saved, self.pinned = self.pinned, True
        try:
            self.joined(node)
        except CompileError as error:
            # Positions inside an f-string differ between versions: name the string's.
            raise refuse(self.path, node, error.text) if not saved else error
        finally:
            self.pinned = saved

    def joined(self, node):
        parts = []
        for part in node.values:
            if isinstance(part, ast.Constant) and not part.value:
                continue    # 3.12 has empty ones
            if isinstance(part, ast.Constant) and parts and isinstance(parts[-1], str):
                parts[-1] += part.value
            else:
                parts.append(part.value if isinstance(part, ast.Constant) else part)
        for part in parts:
            if isinstance(part, str):
                self.emit("LOAD_CONST", self.const(self.constant(ast.Constant(part))))
            else:
                self.formatted(part)
        self.emit("BUILD_STRING", len(parts))

    def formatted(self, part):
        if not isinstance(part, ast.FormattedValue):
            self.refuse(part, scopes.describe(part))
        self.expr(part.value)
        if part.format_spec is None:
            self.emit("LOAD_CONST", self.const(""))
        else:
            self.joined(part.format_spec)
        self.emit("FORMAT", {-1: "-", 115: "s", 114: "r", 97: "a"}[part.conversion])

    # ---- comprehensions ----------------------------------------------------

    def on_ListComp(self, node):
        self.comprehension(node, "<listcomp>", "LIST", [node.elt])

    def on_SetComp(self, node):
        self.comprehension(node, "<setcomp>", "SET", [node.elt])

    def on_DictComp(self, node):
        self.comprehension(node, "<dictcomp>", "DICT", [node.key, node.value])

    def on_GeneratorExp(self, node):
        self.comprehension(node, "<genexpr>", None, [node.elt])

    def comprehension(self, node, name, kind, elements):
        code = self.child(node, name)
        code.pinned = self.pinned
        if kind is not None:
            code.emit("BUILD_" + kind, 0)
        code.emit("LOAD_LOCAL", ".0")
        code.generators(node.generators, kind, elements, 1)
        if kind is None:
            code.load_none()
        code.emit("RETURN")
        self.make_function(code, 0)
        self.expr(node.generators[0].iter)
        self.emit("GET_AITER" if node.generators[0].is_async else "GET_ITER")
        self.emit("CALL", 1)
        if code.scope.is_coroutine:
            self.await_top()

    def generators(self, generators, kind, elements, depth):
        """One `for ... if ...` and, inside it, the rest; the iterator is on the stack."""
        start, end = _Label(), _Label()
        self.place(start)
        if generators[0].is_async:
            self.next_of_async(end)
        else:
            self.emit("FOR_ITER", end)
        self.store(generators[0].target)
        for condition in generators[0].ifs:
            self.expr(condition)
            self.emit("JUMP_IF_FALSE", start)
        if len(generators) > 1:
            self.expr(generators[1].iter)
            self.emit("GET_AITER" if generators[1].is_async else "GET_ITER")
            self.generators(generators[1:], kind, elements, depth + 1)
        else:
            for one in elements:
                self.expr(one)
            if kind is None:
                self.emit("YIELD")
                self.emit("POP")
            else:
                self.emit(kind + "_ADD", depth + 1)
        self.emit("JUMP", start)
        self.place(end)


class _Program:
    """What the code objects of one file share."""

    def __init__(self, path, tree):
        self.path = path
        self.codes = []
        self.scope_of = scopes.analyse(path, tree)
        self.top = self.scope_of[tree]
        self.modules = {}       # names that only ever mean one of our modules
        imports, others = {}, set()
        for node in ast.walk(tree):
            if isinstance(node, ast.Import):
                for alias in node.names:
                    imports[alias.asname or alias.name] = alias.name
        for scope in self.scope_of.values():
            others.update(scope.bound_otherwise)
        self.modules = {name: module for name, module in imports.items()
                        if module in MODULES and name not in others}

    def add(self, code):
        self.codes.append(code)
        return len(self.codes) - 1

    def binds(self, name):
        """Does the file itself give `name` a meaning anywhere?"""
        return any(name in scope.bound for scope in self.scope_of.values())

    def check_member(self, node, module, name):
        if name not in MODULES[module]:
            raise refuse(self.path, node, "%s.%s is not in Scenario Python" % (module, name))


def compile_source(source, path):
    """The program (a dict) for the text `source`; CompileError where it is outside the language."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            newest = (3, 11) if "except*" in source or "except *" in source else (3, 8)
            tree = ast.parse(source, path, feature_version=newest)
        program = _Program(path, tree)
        main = _Code(program, program.top, "<module>", "<module>", 1)
        main.body(tree.body)
        main.load_none()
        main.emit("RETURN")
    except SyntaxError as error:
        raise CompileError(path, error.lineno or 1, error.offset or 1, "not Python: " + error.msg)
    except ValueError as error:
        raise CompileError(path, 1, 1, "not Python: %s" % error)
    except (RecursionError, MemoryError):
        raise CompileError(path, 1, 1, "nested too deeply: split it up")
    return {"format": FORMAT, "file": path, "codes": [code.as_json() for code in program.codes]}


def compile_file(path):
    """The program (a dict, see spec/program-format.md) for the file `path`."""
    try:
        with open(path, encoding="utf-8") as file:
            source = file.read()
    except (OSError, UnicodeDecodeError) as error:
        raise CompileError(path, 1, 1, "cannot be read: %s" % error)
    return compile_source(source, path)


def main(arguments):
    if not arguments or arguments[0].startswith("-"):
        print("usage: compiler.py FILE...", file=sys.stderr)
        return 2
    status = 0
    for path in arguments:
        try:
            print(json.dumps(compile_file(path), indent=1))
        except CompileError as error:
            print(error, file=sys.stderr)
            status = 2
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
