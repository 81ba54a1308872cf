"""Cuts a program down: removes statements as long as it still shows what it showed.

`shrink(source, shows)` tries, again and again until nothing more can go, to delete each
statement, to put the body of a compound statement in its place, and to drop handlers and
branches.  `shows(source)` says whether a candidate is still worth having.
"""
import ast

_BODIES = ("body", "orelse", "finalbody")


def _lists(tree):
    """Every list of statements, the innermost last."""
    for node in ast.walk(tree):
        for name in _BODIES:
            statements = getattr(node, name, None)
            if isinstance(statements, list) and statements:
                yield node, name, statements


def _inner(statement):
    """What could stand in the place of a compound statement."""
    for name in _BODIES:
        body = getattr(statement, name, None)
        if isinstance(body, list) and body and not isinstance(
                statement, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            yield body


def _text(tree):
    return ast.unparse(ast.fix_missing_locations(tree)) + "\n"


def _may_be_empty(node, name):
    if name == "body":
        return False
    return not (name == "finalbody" and not getattr(node, "handlers", None))


def _edits(tree):
    """Pairs of functions: do and undo, one for each way to make the tree smaller."""
    for node, name, statements in list(_lists(tree)):
        for i in range(len(statements) - 1, -1, -1):
            yield statements, i, [] if len(statements) > 1 or _may_be_empty(node, name) \
                else [ast.Pass()]
            for body in _inner(statements[i]):
                yield statements, i, body
    for node in ast.walk(tree):
        handlers = getattr(node, "handlers", None)
        if handlers and (len(handlers) > 1 or node.finalbody):
            for i in range(len(handlers)):
                yield handlers, i, []


def shrink(source, shows):
    """The smallest program found; `shows(source)` holds for it."""
    best, changed = source, True
    while changed:
        changed = False
        position = 0
        while True:
            tree = ast.parse(best)
            edits = list(_edits(tree))
            if position >= len(edits):
                break
            place, i, instead = edits[position]
            if instead and isinstance(place[i], ast.Pass):
                position += 1
                continue
            place[i:i + 1] = instead
            candidate = _text(tree)
            if len(candidate) < len(best) and shows(candidate):
                best, changed = candidate, True
            else:
                position += 1
    return best
