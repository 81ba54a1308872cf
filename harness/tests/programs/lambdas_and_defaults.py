from scenario import log
order = []
def note(x):
    order.append(x)
    return x
def f(a=note("a"), *, b=note("b")):
    return a, b
log(order, f(), f(1, b=2))
log((lambda a, b=2, *c, d, **e: (a, b, c, d, e))(1, d=4, z=5))
actions = {"add": lambda x, y: x + y, "neg": lambda x: -x}
log(actions["add"](1, 2), actions["neg"](5))
compose = lambda f, g: lambda x: f(g(x))
log(compose(lambda x: x + 1, lambda x: x * 2)(5))
log(sorted([("b", 2), ("a", 3)], key=lambda p: p[1]), (lambda *a: len(a))(*range(4)))
def evaluation():
    log(note(1) + note(2) * note(3), [note(4), note(5)], {note(6): note(7)}, f(note(8), b=note(9)))
evaluation()
log(order)
log((lambda: (yield_free := 4) + yield_free)() if True else 0)
